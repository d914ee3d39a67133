#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::text {

/// The evidence: a stretch of a source, in Unicode code points of the whole file, end exclusive.
struct Quote {
    std::string source;
    std::size_t begin = 0, end = 0;
    auto operator<=>(const Quote&) const = default;
};

[[nodiscard]] inline bool overlaps(const Quote& a, const Quote& b) {
    return a.source == b.source && a.begin < b.end && b.begin < a.end;
}

struct Paragraph {
    std::size_t begin = 0, end = 0;  // code points, without the blank lines around
};

/// A testimony as read: offsets count `letters`.
struct Source {
    std::string id;          // the document's name for the file
    std::u32string letters;  // line ends as in the file ("\r\n" stays two)
    std::vector<Paragraph>
        paragraphs;                // separated by blank lines; in a text without blank lines, by line ends
    std::size_t badBytes = 0;      // bytes of a UTF-8 text that are none; each became U+FFFD
    std::size_t firstBadLine = 0;  // line of the first of them, from 1; 0 where there are none
};

/// UTF-8, UTF-16 (with or without mark) or a Windows code page (found by ICU) to a Source. A few bad bytes in
/// a UTF-8 text leave it UTF-8: where it holds more letters of several bytes than bad bytes.
/// Throws Error where the bytes are no text (NUL bytes, nothing in it, more than 2 MB).
[[nodiscard]] Source readSource(std::string id, std::string_view bytes);

[[nodiscard]] std::string utf8(std::u32string_view);
[[nodiscard]] std::u32string utf32(std::string_view);
[[nodiscard]] std::string words(const Source&, const Quote&);  // the quoted words, UTF-8; clamped to the text
/// The paragraph (from 1) that holds the offset; 0 where none does.
[[nodiscard]] std::size_t paragraphAt(const Source&, std::size_t offset);

}  // namespace retrace::text
