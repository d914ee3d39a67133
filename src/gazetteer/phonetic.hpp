#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace retrace::gazetteer {

/// A folded name as one letter a sound, articles and spaces gone: 'c' stands for sh and ch, 'x' for kh,
/// 'g' for gh, vowels a e i o u. "tall al shaykh" -> "talcaix". Doubled consonants are single.
[[nodiscard]] std::string soundsOf(std::string_view foldedName);
/// The same from its words without articles.
[[nodiscard]] std::string soundsOf(const std::vector<std::string_view>& words);

/// A folded name with its "ch" as in German "Chan", where kh stands in English, not as in French "Cheikh";
/// "sch" and "tch" stay. Empty where there is none.
[[nodiscard]] std::string withChAsKh(std::string_view foldedName);

/// The sounds without vowels; a vowel at the very start leaves an 'a'.
[[nodiscard]] std::string skeletonOf(std::string_view sounds);

/// The words of a folded name that are no Arabic article. Never empty where the name is not.
[[nodiscard]] std::vector<std::string_view> wordsWithoutArticles(std::string_view foldedName);

}  // namespace retrace::gazetteer
