#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace retrace::gazetteer {

/// Folds case, diacritics, hamza and 'ayn signs, quotation marks and spaces: "al-Zahara’" -> "al zahara".
/// Arabic: alif, hamza, ya and ta marbuta forms united, tashkil and kashida dropped.
[[nodiscard]] std::string folded(std::string_view name);

/// A coarse key that Latin spellings of one Arabic name share: article and assimilation removed, digraphs
/// and doubled letters united, short vowels dropped: "al-Safira", "As Safīrah", "es-Sfireh" -> one key.
[[nodiscard]] std::string spellingKey(std::string_view name);

struct NameMatch {
    double score = 0;           // 0..1; 1 the same letters
    std::string reason;         // "same name", "same name without article", "other spelling of the same name", "one letter differs"
};
/// How well a name in the text fits a name in a gazetteer.
[[nodiscard]] NameMatch compareNames(std::string_view asked, std::string_view known);

}  // namespace retrace::gazetteer
