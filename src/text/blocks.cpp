#include "text/blocks.hpp"

#include "geo/error.hpp"

namespace retrace::text {

std::vector<std::string> wordsIn(std::string_view line) {
    std::vector<std::string> out;
    while (!line.empty()) {
        const std::size_t begin = line.find_first_not_of(" \t\r");
        if (begin == std::string_view::npos) break;
        const std::size_t end = std::min(line.find_first_of(" \t\r", begin), line.size());
        out.emplace_back(line.substr(begin, end - begin));
        line = line.substr(end);
    }
    return out;
}

void refuse(const LanguageFile& file, std::size_t line, const std::string& what) {
    // What is quoted may be anything: it stays one line that can be read.
    constexpr std::size_t most = 300;
    std::string said = what.substr(0, most);
    if (said.size() < what.size()) {
        while (!said.empty() && (said.back() & 0x80) != 0) said.pop_back();  // no half letter
        said += "...";
    }
    for (char& c : said)
        if ((c >= 0 && c < ' ') || c == '\x7f') c = '?';
    throw Error(file.name + " line " + std::to_string(line) + ": " + said);
}

std::vector<Block> blocksOf(const LanguageFile& file) {
    std::vector<Block> out;
    std::string_view rest = file.text;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest = rest.substr(std::min(end + 1, rest.size()));
        const std::size_t begin = line.find_first_not_of(" \t\r");
        if (begin == std::string_view::npos || line[begin] == '#') continue;
        const std::size_t last = line.find_last_not_of(" \t\r");
        const std::string words(line.substr(begin, last + 1 - begin));
        if (begin > 0) {
            if (out.empty()) refuse(file, number, "words below no head; begin with a line at the margin");
            out.back().lines.push_back({words, number});
            continue;
        }
        const std::size_t space = words.find(' ');
        Block block{words.substr(0, space), {}, {}, number};
        if (space != std::string::npos) block.name = words.substr(words.find_first_not_of(' ', space));
        out.push_back(std::move(block));
    }
    return out;
}

}  // namespace retrace::text
