// The text form of requests: one line of a script.
#include <algorithm>

#include "document/suggestion.hpp"
#include "document/verbs.hpp"
#include "geo/error.hpp"

namespace retrace::document {
namespace {

constexpr std::size_t lineLimit = 1u << 20;

struct Word {
    std::string name;  // of name=value, empty for a positional one
    std::string value;
};

/// What a declaration's argument text allows.
struct Shape {
    std::size_t required = 0, most = 0;
    std::vector<std::string> names;
};

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isName(std::string_view s) {
    return !s.empty() &&
           std::all_of(s.begin(), s.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

Shape shapeOf(const VerbDeclaration& verb) {
    Shape shape;
    std::string_view rest = verb.arguments;
    while (!rest.empty()) {
        const std::size_t length = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, length);
        rest.remove_prefix(std::min(length + 1, rest.size()));
        const std::size_t equals = word.find('=');
        if (equals != std::string_view::npos) {
            shape.names.emplace_back(word.substr(1, equals - 1));
        } else {
            shape.required += word.front() != '[';
            ++shape.most;
        }
    }
    return shape;
}

/// Reads a "quoted" stretch from `at`, which stands on the opening mark; leaves `at` behind the closing one.
std::string readQuoted(std::string_view line, std::size_t& at) {
    std::string value;
    for (++at; at < line.size(); ++at) {
        char c = line[at];
        if (c == '"') {
            ++at;
            if (at < line.size() && !isBlank(line[at])) {
                throw Error("word '\"" + value +
                            "\"': more letters follow the closing mark; put a space between");
            }
            return value;
        }
        if (c == '\\' && at + 1 < line.size()) {
            c = line[++at];
            c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
        }
        value += c;
    }
    throw Error("word '\"" + value + "': the quotation mark never closes; close it");
}

std::vector<Word> wordsOf(std::string_view line) {
    std::vector<Word> words;
    std::size_t at = 0;
    while (true) {
        while (at < line.size() && isBlank(line[at])) ++at;
        if (at == line.size() || line[at] == '#') return words;
        if (line[at] == '"') {
            words.push_back({{}, readQuoted(line, at)});
            continue;
        }
        const std::size_t begin = at;
        while (at < line.size() && !isBlank(line[at]) && line[at] != '=') ++at;
        const std::string_view name = line.substr(begin, at - begin);
        if (at < line.size() && line[at] == '=' && isName(name)) {
            ++at;
            if (at < line.size() && line[at] == '"') {
                words.push_back({std::string(name), readQuoted(line, at)});
                continue;
            }
            const std::size_t value = at;
            while (at < line.size() && !isBlank(line[at])) ++at;
            words.push_back({std::string(name), std::string(line.substr(value, at - value))});
            continue;
        }
        while (at < line.size() && !isBlank(line[at])) ++at;
        words.push_back({{}, std::string(line.substr(begin, at - begin))});
    }
}

std::string quotedWhereNeeded(const std::string& value, bool positional) {
    const bool plain = !value.empty() && value.front() != '#' &&
                       value.find_first_of(positional ? " \t\r\n\"\\=" : " \t\r\n\"\\") == std::string::npos;
    if (plain) return value;
    std::string text = "\"";
    for (const char c : value) {
        switch (c) {
            case '\n':
                text += "\\n";
                break;
            case '\t':
                text += "\\t";
                break;
            case '\r':
                text += "\\r";
                break;
            case '"':
            case '\\':
                text += '\\';
                [[fallthrough]];
            default:
                text += c;
        }
    }
    return text + '"';
}

/// Words of a script within one line of a message.
std::string shown(const std::string& word) {
    std::string text = word.substr(0, 80);
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    }
    return text;
}

const VerbDeclaration& declarationOf(const std::string& name) {
    for (const VerbDeclaration& verb : verbs()) {
        if (verb.name == name) return verb;
    }
    std::vector<std::string> known;
    for (const VerbDeclaration& verb : verbs()) known.push_back(verb.name);
    const std::string meant = suggestion(name, known);
    throw Error("'" + shown(name) + "' is no verb" + (meant.empty() ? "; 'help' lists them" : meant));
}

}  // namespace

std::optional<Request> parseRequest(std::string_view line) {
    if (line.size() > lineLimit) throw Error("a line of more than 1 MB; split it");
    const std::vector<Word> words = wordsOf(line);
    if (words.empty()) return std::nullopt;
    const VerbDeclaration& verb =
        declarationOf(words.front().name.empty() ? words.front().value : words.front().name + "=");
    const Shape shape = shapeOf(verb);
    const std::string advice = "; write: " + verb.name + (verb.arguments.empty() ? "" : " " + verb.arguments);
    Request request{verb.name, {}, {}};
    for (std::size_t i = 1; i < words.size(); ++i) {
        const Word& word = words[i];
        if (word.name.empty()) {
            if (request.positional.size() == shape.most) {
                throw Error(verb.name + ": '" + word.value + "' is one word too many" + advice);
            }
            request.positional.push_back(word.value);
        } else if (std::find(shape.names.begin(), shape.names.end(), word.name) == shape.names.end()) {
            throw Error(verb.name + ": knows no '" + word.name + "='" + suggestion(word.name, shape.names) + advice);
        } else if (!request.named.emplace(word.name, word.value).second) {
            throw Error(verb.name + ": '" + word.name + "=' stands twice; give it once");
        }
    }
    if (request.positional.size() < shape.required) throw Error(verb.name + ": words are missing" + advice);
    return request;
}

std::string textForm(const Request& request) {
    std::string text = request.verb;
    for (const std::string& word : request.positional) text += ' ' + quotedWhereNeeded(word, true);
    for (const auto& [name, value] : request.named)
        text += ' ' + name + '=' + quotedWhereNeeded(value, false);
    return text;
}

bool saysYes(const Request& request, const std::string& name) {
    const auto found = request.named.find(name);
    if (found == request.named.end() || found->second == "no") return false;
    if (found->second == "yes") return true;
    throw Error(request.verb + ": " + name + " is '" + found->second + "'; write yes or no");
}

}  // namespace retrace::document
