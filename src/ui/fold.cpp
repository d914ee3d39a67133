#include "ui/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace retrace::ui {

namespace {

/// What no decomposition makes equal, and people write for one another.
UChar32 plainLetter(UChar32 letter) {
    switch (letter) {
        case 0x0671: return 0x0627;                 // alef wasla
        case 0x0649: case 0x06CC: return 0x064A;    // alef maksura, Persian yeh
        case 0x0629: return 0x0647;                 // teh marbuta
        case 0x06A9: return 0x0643;                 // Persian kaf
        case 0x0131: return 'i';                    // dotless i
        case 0x2018: case 0x2019: case 0x02BC: case 0x02BB: return 0x27;
        default: return letter;
    }
}

}  // namespace

std::string folded(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* compatible = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString letters = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
    letters.foldCase();
    if (U_SUCCESS(status)) letters = compatible->normalize(letters, status);
    icu::UnicodeString kept;
    for (int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
        const UChar32 letter = letters.char32At(at);
        constexpr UChar32 tatweel = 0x0640;
        if (letter == tatweel || u_charType(letter) == U_NON_SPACING_MARK) continue;
        kept.append(plainLetter(letter));
    }
    std::string result;
    kept.toUTF8String(result);
    return result;
}

}  // namespace retrace::ui
