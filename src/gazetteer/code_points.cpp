#include "gazetteer/code_points.hpp"

#include <unicode/utf8.h>

namespace retrace::gazetteer {

std::u32string codePoints(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    const auto size = static_cast<int32_t>(utf8.size());
    for (int32_t at = 0; at < size;) {
        UChar32 c = 0;
        U8_NEXT(utf8.data(), at, size, c);
        out += c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
    }
    return out;
}

std::string utf8Of(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) {
        char bytes[U8_MAX_LENGTH];
        int32_t length = 0;
        UBool failed = false;
        U8_APPEND(bytes, length, U8_MAX_LENGTH, static_cast<UChar32>(c), failed);
        if (!failed) out.append(bytes, static_cast<std::size_t>(length));
    }
    return out;
}

}  // namespace retrace::gazetteer
