#include "gazetteer/romanized.hpp"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

#include "gazetteer/spelling.hpp"

namespace retrace::gazetteer {

namespace {

/// Greek as it is spoken now, not as in antiquity. The rules take long to read, so each thread keeps its own;
/// nullptr where ICU lacks them.
const icu::Transliterator* anyToLatin() {
    thread_local const std::unique_ptr<icu::Transliterator> rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            "Greek-Latin/UNGEGN; Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    return rules.get();
}

}  // namespace

bool isOfAnotherScript(std::string_view foldedName) {
    const auto size = static_cast<int32_t>(foldedName.size());
    for (int32_t at = 0; at < size;) {
        // By their first bytes: ASCII and Latin, Cyrillic, Arabic.
        const auto lead = static_cast<unsigned char>(foldedName[static_cast<std::size_t>(at)]);
        if (lead < 0xCD || (lead >= 0xD0 && lead < 0xD4) || (lead >= 0xD8 && lead < 0xDC)) {
            ++at;
            continue;
        }
        UChar32 c = 0;
        U8_NEXT(foldedName.data(), at, size, c);
        const bool latin = c < 0x370 || (c >= 0x1E00 && c < 0x1F00), cyrillic = c >= 0x400 && c < 0x530;
        if (!latin && !cyrillic && u_isalpha(c)) return true;
    }
    return false;
}

std::string romanized(std::string_view foldedName) {
    const icu::Transliterator* rules = anyToLatin();
    if (!rules) return std::string(foldedName);
    auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(foldedName.data(), static_cast<int32_t>(foldedName.size())));
    rules->transliterate(text);
    std::string latin;
    text.toUTF8String(latin);
    std::string letters = folded(latin);
    return letters.empty() ? std::string(foldedName) : letters;
}

}  // namespace retrace::gazetteer
