#include "typeset/utf8.hpp"

#include <cstddef>

namespace retrace::typeset {

namespace {

constexpr std::uint32_t replacement = 0xFFFD;

struct Decoded {
    std::uint32_t codePoint = replacement;
    std::size_t bytes = 1;
};

std::uint32_t byteAt(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

/// The code point that begins at `at`; a broken sequence costs the bytes that could have belonged to one.
Decoded decode(std::string_view text, std::size_t at) {
    const std::uint32_t lead = byteAt(text, at);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return {};
    std::uint32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (at + i >= text.size()) return {replacement, i};
        const std::uint32_t next = byteAt(text, at + i);
        if ((next & 0xC0U) != 0x80U) return {replacement, i};
        value = value << 6U | (next & 0x3FU);
    }
    const std::uint32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < least || value > 0x10FFFF || surrogate) return {replacement, length};
    return {value, length};
}

bool endsLine(std::uint32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}
bool isControl(std::uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

}  // namespace

std::vector<std::uint32_t> lineOf(std::string_view utf8) {
    std::vector<std::uint32_t> line;
    line.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const Decoded next = decode(utf8, at);
        at += next.bytes;
        if (endsLine(next.codePoint))
            line.push_back(' ');
        else if (!isControl(next.codePoint))
            line.push_back(next.codePoint);
    }
    return line;
}

}  // namespace retrace::typeset
