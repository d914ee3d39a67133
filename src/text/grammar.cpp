#include "text/grammar.hpp"

#include "text/clauses.hpp"
#include "text/roles.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace retrace::text {
namespace {

template <std::size_t N>
using Names = std::array<std::string_view, N>;

// In the order of the enumerations.
constexpr Names<22> featureNames{"verb",  "subject", "opens",  "second", "before",   "after",
                                 "words", "ends",    "phrase", "action", "actor",    "lead",
                                 "modal", "governed", "is",    "places", "link",     "preposition",
                                  "sentence-opens", "sentence-before", "behind-place", "actor-raw"};
constexpr Names<28> actionNames{"none",    "move",    "leave",   "withdraw", "deploy",  "hold",    "arrive",
                                "occupy",  "stay",    "attack",  "advance",  "capture", "cut",     "order",
                                "hand-over", "observe", "report", "fall",    "defect",  "begin",   "take",
                                "come",    "get",     "put",     "plan",     "attempt", "send",
                                "besiege"};
constexpr Names<12> actorNames{"nobody", "self",  "unit",        "enemy", "friendly", "command",
                               "family", "event", "information", "place", "pronoun",  "other"};
constexpr Names<6> governedNames{"no", "forced", "ordered", "intended", "attempted", "purpose"};
constexpr Names<9> linkNames{"none", "to", "from", "via", "in", "between", "object", "of", "beside"};
constexpr Names<54> flagNames{"passive",      "progressive", "present",       "perfect",  "copula",
                              "negated",      "able",        "nominal",       "feared",   "conditional",
                              "quoted",       "dated",       "absent",        "reported", "commanded",
                              "advised",      "adviser",     "disbelieved",   "told-on",  "last",
                              "background",   "route",       "people",        "ahead",    "country",
                              "same-subject", "adjoining",   "subject-said",  "complemented", "after-purpose",
                              "listed",       "covert",      "has-last",      "on-the-way",   "begun",    "located",
                              "same-step",    "main-follows", "direction", "opens-answer", "gapped", "diary", "heads", "adverbial", "verbless", "there", "says-absent", "by-then", "timed", "informs", "subordinate",
                              "pluperfect", "before-the-story", "alone"};

template <std::size_t N>
std::optional<std::size_t> indexIn(const Names<N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (name.empty() || found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

struct Where {
    const LanguageFile& file;
    std::size_t line;
    [[noreturn]] void fail(const std::string& what) const { refuse(file, line, what); }
};

template <std::size_t N>
std::uint64_t maskOf(const Names<N>& names, const std::vector<std::string>& values, std::size_t first,
                     const Where& where, std::string_view what) {
    std::uint64_t mask = 0;
    for (std::size_t i = first; i < values.size(); ++i) {
        const auto at = indexIn(names, values[i]);
        if (!at) where.fail('"' + values[i] + "\" is no " + std::string(what));
        mask |= std::uint64_t{1} << *at;
    }
    return mask;
}

WordSet wordSet(const std::vector<std::string>& values, std::size_t first, WordClasses& classes,
                const Where& where) {
    constexpr std::size_t most = 1000000;  // each test has its own copy; English has some ten thousand
    WordSet out;
    for (std::size_t i = first; i < values.size(); ++i) {
        const std::string& v = values[i];
        if (v.front() == '@') {
            const auto found = classes.words.find(std::string_view(v).substr(1));
            if (found == classes.words.end()) where.fail("no class is called " + v.substr(1));
            classes.taken += found->second.size();
            if (classes.taken > most) where.fail("the classes that tests name hold too many words in all");
            out.words.insert(found->second.begin(), found->second.end());
        } else if (v == "+number") {
            out.number = true;
        } else if (v == "+capital") {
            out.capital = true;
        } else if (v == "+mark") {
            out.mark = true;
        } else if (v == "+ing") {
            out.ing = true;
        } else if (v == "+base") {
            out.base = true;
        } else if (v == "+past") {
            out.past = true;
        } else {
            out.words.insert(v);
        }
    }
    if (out == WordSet{}) where.fail("no words to look for");
    return out;
}

Test oneTest(std::vector<std::string> values, WordClasses& classes, const Where& where) {
    Test test;
    if (!values.empty() && values.front() == "not") {
        test.wanted = false;
        values.erase(values.begin());
    }
    if (values.empty()) where.fail("an empty test");
    const auto feature = indexIn(featureNames, values.front());
    if (!feature) where.fail('"' + values.front() + "\" is nothing that a test can look at");
    test.feature = static_cast<Feature>(*feature);
    switch (test.feature) {
        case Feature::action:
            std::erase_if(values, [&](const std::string& value) {
                if (value.front() != '@') return false;
                const auto group = classes.actions.find(std::string_view(value).substr(1));
                if (group == classes.actions.end())
                    where.fail("no group of actions is called " + value.substr(1));
                test.mask |= group->second;
                return true;
            });
            test.mask |= maskOf(actionNames, values, 1, where, "action");
            values.emplace_back();
            break;
        case Feature::actorRaw:
        case Feature::actor:
            test.mask = maskOf(actorNames, values, 1, where, "actor");
            break;
        case Feature::governed:
            test.mask = maskOf(governedNames, values, 1, where, "way to be governed");
            break;
        case Feature::is:
            test.mask = maskOf(flagNames, values, 1, where, "mark of a clause");
            break;
        case Feature::link:
            test.mask = maskOf(linkNames, values, 1, where, "link of a place");
            break;
        case Feature::lead:
        case Feature::modal:
            test.names.assign(values.begin() + 1, values.end());
            break;
        case Feature::phrase:
            for (std::size_t i = 1; i < values.size(); ++i)
                test.sequence.push_back(wordSet({values[i]}, 0, classes, where));
            break;
        case Feature::places:
            if (values.size() != 2) where.fail("\"places\" wants none, one or some");
            test.low = values[1] == "none" ? 0 : 1;
            test.high = values[1] == "none" ? 0 : values[1] == "one" ? 1 : static_cast<std::size_t>(-1);
            break;
        default: {
            std::size_t first = 1;
            const bool counted = test.feature == Feature::after && values.size() > 2 &&
                                 values[1].find_first_not_of("0123456789") == std::string::npos;
            if (counted) {
                test.within = std::stoul(values[1].substr(0, 3));
                first = 2;
            }
            test.set = wordSet(values, first, classes, where);
        }
    }
    if (values.size() < 2) where.fail("\"" + values.front() + "\" wants something to look for");
    return test;
}

}  // namespace

std::optional<std::uint64_t> flagNamed(std::string_view name) {
    const auto at = indexIn(flagNames, name);
    return at ? std::optional(std::uint64_t{1} << *at) : std::nullopt;
}

std::optional<Who> whoNamed(std::string_view name) {
    const auto at = indexIn(actorNames, name);
    return at ? std::optional(static_cast<Who>(*at)) : std::nullopt;
}

AnyOf testOf(const LanguageFile& file, const BlockLine& line, std::string_view words,
             WordClasses& classes) {
    const Where where{file, line.number};
    AnyOf out;
    while (true) {
        const std::size_t bar = words.find(" | ");
        out.push_back(oneTest(wordsIn(words.substr(0, bar)), classes, where));
        if (bar == std::string_view::npos) return out;
        words = words.substr(bar + 3);
    }
}

Example exampleOf(const LanguageFile& file, const BlockLine& line) {
    const std::size_t close = line.text.rfind('"');
    if (close == 0) refuse(file, line.number, "an example wants a quotation mark at its end");
    Example out{line.text.substr(1, close - 1), {}, line.number};
    const std::size_t arrow = line.text.find("->", close);
    if (arrow == std::string::npos)
        refuse(file, line.number, "an example wants -> and what is read from it");
    std::string_view rest = std::string_view(line.text).substr(arrow + 2);
    while (true) {
        const std::size_t end = rest.find(';');
        std::string_view one = rest.substr(0, end);
        while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
        while (!one.empty() && one.back() == ' ') one.remove_suffix(1);
        out.expected.emplace_back(one);
        if (end == std::string_view::npos) return out;
        rest = rest.substr(end + 1);
    }
}

bool isAction(std::string_view name) {
    return indexIn(actionNames, name).has_value();
}

Action actionNamed(std::string_view name) {
    return static_cast<Action>(indexIn(actionNames, name).value());
}

std::string nameOf(Action action) {
    return std::string(actionNames[static_cast<std::size_t>(action)]);
}

}  // namespace retrace::text
