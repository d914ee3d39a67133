#include "gather/scripts.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <utility>

#include "gazetteer/spelling.hpp"

namespace retrace::gather {

bool isArabic(std::string_view name) {
    bool arabic = false;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 ? std::isalpha(byte) != 0 : byte >= 0xC3 && (byte < 0xD8 || byte > 0xDB))
            return false;
        arabic = arabic || (byte >= 0xD8 && byte <= 0xDB);
    }
    return arabic;
}

std::string latinNameAmong(const std::vector<std::string>& names) {
    const auto isLatin = [](const std::string& name) {
        return std::ranges::any_of(name, [](unsigned char c) { return std::isalpha(c) != 0; }) &&
               std::ranges::none_of(name,
                                    [](unsigned char c) { return (c >= 0xCD && c <= 0xE0) || c >= 0xE3; });
    };
    std::map<std::string, std::size_t> spellings;
    for (const std::string& name : names)
        if (isLatin(name)) ++spellings[gazetteer::spellingKey(name)];
    std::string best;
    std::size_t most = 0;
    for (const std::string& name : names) {
        if (!isLatin(name) || isCodeOrTransliteration(name)) continue;
        const std::size_t count = spellings[gazetteer::spellingKey(name)];
        const auto rank = [](const std::string& each) {  // "Aleppo" before "Alep" and "Ḥalab"
            return std::pair(std::ranges::none_of(each, [](unsigned char c) { return c >= 0x80; }),
                             each.size());
        };
        if (count > most || (count == most && rank(name) > rank(best))) best = name;
        most = std::max(most, count);
    }
    return best;
}

bool isCodeOrTransliteration(std::string_view name) {
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (name.empty() || (name.size() <= 4 && std::ranges::all_of(name, isCapital))) return true;
    // "di-ma-shi-ke", not "ar Rastan" or "de Bilt".
    const bool isPlain = std::ranges::none_of(
        name, [&](char c) { return isCapital(c) || static_cast<unsigned char>(c) >= 0x80; });
    return name[0] >= 'a' && name[0] <= 'z' && isPlain;
}

std::string arabicNameAmong(const std::vector<std::string_view>& names) {
    // Persian and Kurdish letters are another language's spelling; "governorate", "city", "district" of are
    // titles.
    static constexpr std::array<std::string_view, 3> foreign{"ی", "ک", "ە"};
    static constexpr std::array<std::string_view, 4> titles{"محافظة", "مدينة", "منطقة", "ناحية"};
    std::string_view best;
    for (const std::string_view name : names) {
        const auto begins = [&](std::string_view title) { return name.starts_with(title); };
        const auto holds = [&](std::string_view letter) {
            return name.find(letter) != std::string_view::npos;
        };
        if (!isArabic(name) || std::ranges::any_of(titles, begins) || std::ranges::any_of(foreign, holds))
            continue;
        if (best.empty() || (!best.starts_with("ال") && name.starts_with("ال"))) best = name;
    }
    return std::string(best);
}

}  // namespace retrace::gather
