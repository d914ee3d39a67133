#include "gazetteer/asked_name.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace retrace::gazetteer {

namespace {

constexpr std::size_t longest = 300;  // bytes; the longest official name of a place has 168 letters

}  // namespace

std::string whyNoName(std::string_view utf8) {
    if (utf8.size() > longest)
        return "a name of " + std::to_string(utf8.size()) +
               " bytes is no place's; give the name alone, up to " + std::to_string(longest) + " bytes";
    bool letters = false;
    const auto length = static_cast<std::int32_t>(utf8.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT(utf8.data(), at, length, c);
        if (c < 0) return "the name is no UTF-8; check the encoding of the terminal or the file";
        if (u_charType(c) == U_CONTROL_CHAR && c != '\t')
            return "the name holds control characters; write it in one line of letters";
        letters = letters || u_isalnum(c);
    }
    return letters ? "" : "the name is empty; write the name of a place";
}

}  // namespace retrace::gazetteer
