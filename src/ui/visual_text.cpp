#include "ui/visual_text.hpp"

#include <unicode/ubidi.h>
#include <unicode/unistr.h>
#include <unicode/ushape.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace retrace::ui {

namespace {

/// Hebrew, Arabic and their presentation forms: the only letters for which order and form differ.
bool needsOrder(std::string_view utf8) {
    for (const char letter : utf8) {
        const auto byte = static_cast<unsigned char>(letter);
        if ((byte >= 0xD6 && byte <= 0xDF) || byte == 0xE0 || byte == 0xEF) return true;
    }
    return false;
}

}  // namespace

std::string visualText(std::string_view utf8) {
    const bool ascii =
        std::ranges::all_of(utf8, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
    if (ascii) return std::string(utf8);
    // What is no UTF-8 becomes U+FFFD on the way to UTF-16.
    const icu::UnicodeString logical =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
    std::string sound;
    logical.toUTF8String(sound);
    if (!needsOrder(sound)) return sound;
    UErrorCode status = U_ZERO_ERROR;
    std::vector<UChar> shaped(static_cast<std::size_t>(logical.length()) * 2 + 1);
    const int32_t length = u_shapeArabic(
        logical.getBuffer(), logical.length(), shaped.data(), static_cast<int32_t>(shaped.size()),
        U_SHAPE_LETTERS_SHAPE | U_SHAPE_TEXT_DIRECTION_LOGICAL | U_SHAPE_LENGTH_GROW_SHRINK, &status);
    if (U_FAILURE(status)) return sound;

    const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), ubidi_close);
    ubidi_setPara(bidi.get(), shaped.data(), length, UBIDI_DEFAULT_LTR, nullptr, &status);
    std::vector<UChar> ordered(static_cast<std::size_t>(length) * 2 + 1);
    const int32_t count = ubidi_writeReordered(
        bidi.get(), ordered.data(), static_cast<int32_t>(ordered.size()), UBIDI_DO_MIRRORING, &status);
    if (U_FAILURE(status)) return sound;
    std::string result;
    icu::UnicodeString(ordered.data(), count).toUTF8String(result);
    return result;
}

}  // namespace retrace::ui
