#pragma once

#include <string>
#include <string_view>

namespace retrace::gazetteer {

/// True where a folded name has letters other than Latin, Arabic and Cyrillic ones, whose sounds soundsOf()
/// does not know.
[[nodiscard]] bool isOfAnotherScript(std::string_view foldedName);

/// A folded name of any script in the letters a to z, by ICU's Any-Latin; folded again. Unchanged where ICU
/// lacks its rules.
[[nodiscard]] std::string romanized(std::string_view foldedName);

}  // namespace retrace::gazetteer
