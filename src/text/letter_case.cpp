#include "text/letter_case.hpp"

#include <algorithm>
#include <iterator>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace retrace::text {

std::string upperCase(const std::string& utf8) {
    std::string upper;
    icu::UnicodeString::fromUTF8(utf8).toUpper(icu::Locale::getRoot()).toUTF8String(upper);
    return upper;
}

std::string lowerCase(const std::string& utf8) {
    std::string lower;
    icu::UnicodeString::fromUTF8(utf8).toLower(icu::Locale::getRoot()).toUTF8String(lower);
    return lower;
}

bool isArabicArticle(std::string_view lower) {
    constexpr std::string_view articles[] = {"al", "el", "as", "ash", "an", "ad", "ar", "at", "az", "adh", "ath",
                                             "es", "ed", "er", "et",  "ez", "il", "ul", "edh", "esh", "eth"};
    return std::find(std::begin(articles), std::end(articles), lower) != std::end(articles);
}

}  // namespace retrace::text
