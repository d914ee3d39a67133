#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::text {

/// One file of a language, as text; the name is for messages.
struct LanguageFile {
    std::string name;
    std::string text;
};

/// A line of a block, without indentation.
struct BlockLine {
    std::string text;
    std::size_t number = 0;  // from 1
};

/// A head line at the margin ("class enemy") with the indented lines below it.
struct Block {
    std::string keyword, name;
    std::vector<BlockLine> lines;
    std::size_t number = 0;  // line of the head, from 1
};

/// The blocks of a file. Lines that begin with # and empty lines say nothing. Throws Error with file and line
/// where indented words have no head.
[[nodiscard]] std::vector<Block> blocksOf(const LanguageFile&);

/// The words of a line, apart by spaces.
[[nodiscard]] std::vector<std::string> wordsIn(std::string_view line);

/// Throws Error: "verbs.txt line 12: WHAT".
[[noreturn]] void refuse(const LanguageFile&, std::size_t line, const std::string& what);

}  // namespace retrace::text
