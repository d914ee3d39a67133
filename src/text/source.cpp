#include "text/source.hpp"

#include "geo/error.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace retrace::text {
namespace {

constexpr std::size_t mostBytes = 2u << 20;
constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t letter = 0;
    std::size_t length = 1;
    bool valid = true;
};

/// One letter from the front of well or badly formed UTF-8; a bad byte is one replacement letter.
Decoded decodeOne(std::string_view s) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    std::size_t length = lead >= 0xF0 && lead <= 0xF4  ? 4
                         : lead >= 0xE0 && lead < 0xF0 ? 3
                         : lead >= 0xC2 && lead < 0xE0 ? 2
                                                       : 0;
    if (length == 0 || length > s.size()) return {replacement, 1, false};
    char32_t letter = length == 2 ? lead & 0x1Fu : length == 3 ? lead & 0x0Fu : lead & 0x07u;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0u) != 0x80u) return {replacement, 1, false};
        letter = (letter << 6u) | (byte(i) & 0x3Fu);
    }
    const bool overlong = (length == 3 && letter < 0x800) || (length == 4 && letter < 0x10000);
    if (overlong || letter > 0x10FFFF || (letter >= 0xD800 && letter <= 0xDFFF))
        return {replacement, 1, false};
    return {letter, length, true};
}

struct Utf8Census {
    std::size_t letters = 0;  // of several bytes
    std::size_t bad = 0;      // bytes that are none
    std::size_t firstBadLine = 0;
    // In a code page, two bytes that look like one letter of UTF-8 are rare, and most high bytes do not.
    [[nodiscard]] bool isUtf8() const { return bad == 0 || letters > bad; }
};

Utf8Census censusOf(std::string_view bytes) {
    Utf8Census census;
    std::size_t line = 1;
    for (std::size_t i = 0; i < bytes.size();) {
        const Decoded d = decodeOne(bytes.substr(i));
        const bool afterReturn = i > 0 && bytes[i - 1] == '\r';
        if (d.letter == U'\r' || (d.letter == U'\n' && !afterReturn)) ++line;
        if (!d.valid) {
            if (census.bad++ == 0) census.firstBadLine = line;
        } else if (d.length > 1) {
            ++census.letters;
        }
        i += d.length;
    }
    return census;
}

std::u32string fromUtf16(std::string_view bytes, bool bigEndian) {
    std::u32string out;
    out.reserve(bytes.size() / 2);
    const auto unit = [&](std::size_t i) {
        const unsigned a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
        return bigEndian ? (a << 8u) | b : (b << 8u) | a;
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const char32_t u = unit(i);
        const bool high = u >= 0xD800 && u < 0xDC00;
        if (high && i + 3 < bytes.size()) {
            const char32_t low = unit(i + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                out.push_back(0x10000 + ((u - 0xD800) << 10u) + (low - 0xDC00));
                i += 2;
                continue;
            }
        }
        out.push_back(u >= 0xD800 && u < 0xE000 ? replacement : u);
    }
    return out;
}

/// UTF-16 without a mark shows as NULs on one side of the pairs: 0 no, 1 little, 2 big endian.
int utf16WithoutMark(std::string_view bytes) {
    const std::size_t looked = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < looked; ++i)
        if (bytes[i] == '\0') ++(i % 2 ? odd : even);
    const std::size_t pairs = looked / 2;
    if (pairs < 2) return 0;
    if (odd * 10 > pairs * 4 && even * 20 < pairs) return 1;
    if (even * 10 > pairs * 4 && odd * 20 < pairs) return 2;
    return 0;
}

std::u32string fromCodePage(std::string_view bytes, const std::string& id) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&status),
                                                                                  ucsdet_close);
    std::string charset = "windows-1252";
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 1u << 16u));
    ucsdet_setText(detector.get(), bytes.data(), length, &status);
    const UCharsetMatch* match = U_SUCCESS(status) ? ucsdet_detect(detector.get(), &status) : nullptr;
    if (U_SUCCESS(status) && match) {
        const char* name = ucsdet_getName(match, &status);
        if (U_SUCCESS(status) && name) charset = name;
    }
    if (charset == "ISO-8859-1" || charset.starts_with("UTF")) charset = "windows-1252";
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), charset.c_str());
    if (text.isBogus())
        throw Error(id + ": encoding \"" + charset + "\" is not supported; save the text as UTF-8");
    std::u32string out(static_cast<std::size_t>(text.countChar32()), U'\0');
    status = U_ZERO_ERROR;
    text.toUTF32(reinterpret_cast<UChar32*>(out.data()), static_cast<std::int32_t>(out.size()), status);
    return out;
}

bool blank(char32_t c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || c == 0xFEFF;
}

std::vector<Paragraph> paragraphsOf(const std::u32string& s) {
    struct Line {
        std::size_t begin, end;  // without blanks around; equal where the line is blank
    };
    std::vector<Line> lines;
    for (std::size_t i = 0; i <= s.size();) {
        std::size_t end = i;
        while (end < s.size() && s[end] != '\n' && s[end] != '\r' && s[end] != 0x2028 && s[end] != 0x2029)
            ++end;
        std::size_t b = i, e = end;
        while (b < e && blank(s[b])) ++b;
        while (e > b && blank(s[e - 1])) --e;
        lines.push_back({b, e});
        if (end + 1 < s.size() && s[end] == '\r' && s[end + 1] == '\n') ++end;
        i = end + 1;
    }
    bool anyBlankBetween = false;
    bool seen = false, gap = false;
    for (const Line& l : lines) {
        if (l.begin == l.end) {
            gap = seen;
        } else {
            if (gap) anyBlankBetween = true;
            seen = true;
        }
    }
    std::vector<Paragraph> out;
    bool open = false;
    for (const Line& l : lines) {
        if (l.begin == l.end) {
            open = false;
        } else if (open && anyBlankBetween) {
            out.back().end = l.end;
        } else {
            out.push_back({l.begin, l.end});
            open = true;
        }
    }
    return out;
}

}  // namespace

std::u32string utf32(std::string_view bytes) {
    std::u32string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        const Decoded d = decodeOne(bytes.substr(i));
        out.push_back(d.letter);
        i += d.length;
    }
    return out;
}

std::string utf8(std::u32string_view letters) {
    std::string out;
    out.reserve(letters.size());
    const auto put = [&](char32_t v) { out.push_back(static_cast<char>(static_cast<unsigned char>(v))); };
    for (char32_t c : letters) {
        if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = replacement;
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | (c >> 6u));
            put(0x80 | (c & 0x3Fu));
        } else if (c < 0x10000) {
            put(0xE0 | (c >> 12u));
            put(0x80 | ((c >> 6u) & 0x3Fu));
            put(0x80 | (c & 0x3Fu));
        } else {
            put(0xF0 | (c >> 18u));
            put(0x80 | ((c >> 12u) & 0x3Fu));
            put(0x80 | ((c >> 6u) & 0x3Fu));
            put(0x80 | (c & 0x3Fu));
        }
    }
    return out;
}

Source readSource(std::string id, std::string_view bytes) {
    if (bytes.size() > mostBytes)
        throw Error(id + ": larger than 2 MB, some thousand pages; split the text into its parts");
    std::u32string letters;
    std::optional<Utf8Census> census;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        census = censusOf(bytes);
        letters = utf32(bytes.substr(3));
    } else if (bytes.starts_with("\xFF\xFE")) {
        letters = fromUtf16(bytes.substr(2), false);
    } else if (bytes.starts_with("\xFE\xFF")) {
        letters = fromUtf16(bytes.substr(2), true);
    } else if (const int order = utf16WithoutMark(bytes); order != 0) {
        letters = fromUtf16(bytes, order == 2);
    } else if (census = censusOf(bytes); census->isUtf8()) {
        letters = utf32(bytes);
    } else if (bytes.find('\0') == std::string_view::npos) {
        letters = fromCodePage(bytes, id);
        census.reset();
    } else {
        throw Error(id + ": not a text (it holds NUL bytes); give a plain text file");
    }
    if (letters.find(U'\0') != std::u32string::npos)
        throw Error(id + ": not a text (it holds NUL bytes); give a plain text file");
    const auto controls = std::count_if(letters.begin(), letters.end(), [](char32_t c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') || c == 0x7F;
    });
    if (static_cast<std::size_t>(controls) * 50 > letters.size())
        throw Error(id + ": not a text (it holds control characters); give a plain text file");
    Source source{std::move(id), std::move(letters), {}};
    source.paragraphs = paragraphsOf(source.letters);
    if (census) {
        source.badBytes = census->bad;
        source.firstBadLine = census->firstBadLine;
    }
    if (source.paragraphs.empty()) throw Error(source.id + ": nothing in it to read; give a text with words");
    return source;
}

std::string words(const Source& source, const Quote& quote) {
    const std::size_t end = std::min(quote.end, source.letters.size());
    const std::size_t begin = std::min(quote.begin, end);
    return utf8(std::u32string_view(source.letters).substr(begin, end - begin));
}

std::size_t paragraphAt(const Source& source, std::size_t offset) {
    const auto after = std::upper_bound(source.paragraphs.begin(), source.paragraphs.end(), offset,
                                        [](std::size_t o, const Paragraph& p) { return o < p.begin; });
    if (after == source.paragraphs.begin()) return 0;
    const auto at = after - 1;
    return offset < at->end ? static_cast<std::size_t>(at - source.paragraphs.begin()) + 1 : 0;
}

}  // namespace retrace::text
