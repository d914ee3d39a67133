#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "gazetteer/spelling.hpp"
#include "geo/error.hpp"

namespace retrace::gazetteer {

namespace {

/// Signs that stand inside a word for hamza, 'ayn or nothing: they vanish without parting it.
bool vanishes(UChar32 c) {
    switch (c) {
        case '\'':
        case '`':
        case '"':
        case 0xB4:
        case 0x2BB:
        case 0x2BC:
        case 0x2BD:
        case 0x2BE:
        case 0x2BF:
        case 0x2C0:
        case 0x2C1:
        case 0x2B9:
        case 0x2BA:
        case 0x2C8:
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x201C:
        case 0x201D:
        case 0x2032:
        case 0x2033:
        case 0x2035:
        case 0x640:
        case 0x621:  // kashida, hamza alone
        case 0x44A:
        case 0x44C:  // Cyrillic hard and soft sign
            return true;
        default:
            return false;
    }
}

/// Letters that no decomposition takes apart.
const char* plainForm(UChar32 c) {
    switch (c) {
        case 0xE6:
            return "ae";
        case 0x153:
            return "oe";
        case 0xF8:
            return "o";
        case 0x142:
            return "l";
        case 0x111:
        case 0xF0:
            return "d";
        case 0x127:
            return "h";
        case 0x131:
            return "i";
        case 0xFE:
            return "th";
        case 0x259:
            return "a";  // Azerbaijani schwa
        case 0x629:
            return "ه";  // ta marbuta
        case 0x649:
        case 0x6CC:
        case 0x6D2:
            return "ي";
        case 0x6A9:
            return "ك";
        case 0x6C1:
        case 0x6D5:
        case 0x6BE:
            return "ه";
        case 0x671:
            return "ا";
        default:
            return nullptr;
    }
}

const icu::Normalizer2& normalizer(bool caseFold) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = caseFold ? icu::Normalizer2::getNFKCCasefoldInstance(status)
                                             : icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status) || !found)
        throw Error("ICU has no normalization data; install the package libicu with its data");
    return *found;
}

std::string foldedAscii(std::string_view name) {
    std::string out;
    out.reserve(name.size());
    bool gap = false;
    for (const char c : name) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            if (gap && !out.empty()) out += ' ';
            gap = false;
            out += upper ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (!vanishes(c)) {
            gap = true;
        }
    }
    return out;
}

}  // namespace

std::string folded(std::string_view name) {
    bool ascii = true;
    for (const char c : name) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    if (ascii) return foldedAscii(name);

    UErrorCode status = U_ZERO_ERROR;
    const auto utf16 =
        icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
    const icu::UnicodeString flat =
        normalizer(false).normalize(normalizer(true).normalize(utf16, status), status);
    if (U_FAILURE(status)) throw Error("a name could not be normalized: " + std::string(u_errorName(status)));

    std::string out;
    bool gap = false;
    for (int32_t i = 0; i < flat.length(); i = flat.moveIndex32(i, 1)) {
        const UChar32 c = flat.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_ENCLOSING_MARK || vanishes(c)) continue;
        if (!u_isalnum(c) && u_charType(c) != U_COMBINING_SPACING_MARK) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += ' ';
        gap = false;
        if (const char* plain = plainForm(c))
            out += plain;
        else
            icu::UnicodeString(c).toUTF8String(out);
    }
    return out;
}

}  // namespace retrace::gazetteer
