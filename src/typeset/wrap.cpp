#include "typeset/fonts.hpp"
#include "typeset/itemize.hpp"
#include "typeset/utf8.hpp"

#include <algorithm>

namespace retrace::typeset {

namespace {

std::vector<std::string_view> wordsOf(std::string_view paragraph) {
    constexpr std::string_view spaces = " \t\r";
    std::vector<std::string_view> words;
    for (std::size_t at = paragraph.find_first_not_of(spaces); at != std::string_view::npos;) {
        const std::size_t end = std::min(paragraph.find_first_of(spaces, at), paragraph.size());
        words.push_back(paragraph.substr(at, end - at));
        at = paragraph.find_first_not_of(spaces, end);
    }
    return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
    std::string line;
    for (std::size_t i = begin; i < end; ++i) {
        if (i > begin) line += ' ';
        line += words[i];
    }
    return line;
}

/// A line keeps its paragraph's direction: where its own first letter says otherwise, an invisible mark
/// goes before it.
std::string directed(std::string line, Direction paragraph) {
    constexpr const char* leftToRightMark = "\u200E";
    constexpr const char* rightToLeftMark = "\u200F";
    const Direction own = baseDirection(lineOf(line));
    if (paragraph == Direction::none || own == paragraph) return line;
    if (own == Direction::none && paragraph == Direction::leftToRight) return line;
    return (paragraph == Direction::rightToLeft ? rightToLeftMark : leftToRightMark) + line;
}

}  // namespace

std::vector<std::string> Fonts::wrap(std::string_view utf8, float size_px, float width_px,
                                     Weight weight) const {
    const auto widthOf = [&](std::string_view text) { return shape(text, size_px, weight).width; };
    const float space = widthOf(" ");
    std::vector<std::string> lines;
    std::size_t at = 0;
    do {
        const std::size_t newline = std::min(utf8.find('\n', at), utf8.size());
        const std::string_view paragraph = utf8.substr(at, newline - at);
        at = newline + 1;
        const std::vector<std::string_view> words = wordsOf(paragraph);
        const Direction direction = baseDirection(lineOf(paragraph));
        if (words.empty()) lines.emplace_back();
        for (std::size_t begin = 0; begin < words.size();) {
            std::size_t end = begin + 1;
            float width = widthOf(words[begin]);
            for (; end < words.size(); ++end) {
                width += space + widthOf(words[end]);
                if (width > width_px) break;
            }
            // The sum leaves out what changes where words meet: the line itself decides.
            std::string line = directed(joined(words, begin, end), direction);
            while (end > begin + 1 && widthOf(line) > width_px)
                line = directed(joined(words, begin, --end), direction);
            lines.push_back(std::move(line));
            begin = end;
        }
    } while (at < utf8.size());
    return lines;
}

}  // namespace retrace::typeset
