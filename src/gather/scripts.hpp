#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace retrace::gather {

[[nodiscard]] bool isArabic(std::string_view name);
/// Of the names in Latin letters the one that most of them agree with, but for spelling; empty where there is
/// none.
[[nodiscard]] std::string latinNameAmong(const std::vector<std::string>& names);
/// Airport codes and machine transliterations in small letters, of which GeoNames has many, are no names.
[[nodiscard]] bool isCodeOrTransliteration(std::string_view name);
/// The Arabic name without "city of" or "governorate of", the one with the article where there is one. Empty
/// where none is Arabic.
[[nodiscard]] std::string arabicNameAmong(const std::vector<std::string_view>& names);

}  // namespace retrace::gather
