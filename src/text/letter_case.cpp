#include "text/letter_case.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace retrace::text {

std::string upperCase(const std::string& utf8) {
    std::string upper;
    icu::UnicodeString::fromUTF8(utf8).toUpper(icu::Locale::getRoot()).toUTF8String(upper);
    return upper;
}

}  // namespace retrace::text
