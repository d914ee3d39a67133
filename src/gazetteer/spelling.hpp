#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace retrace::gazetteer {

/// Raised whenever folded() or spellingKey() gives other results than before: gazetteer files hold both.
inline constexpr int spellingVersion = 1;

/// Folds case, diacritics, hamza and 'ayn signs, quotation marks and spaces: "al-Zahara’" -> "al zahara".
/// Arabic: alif, hamza, ya and ta marbuta forms united, tashkil and kashida dropped.
[[nodiscard]] std::string folded(std::string_view name);

/// A coarse key that Latin spellings of one Arabic name share: article and assimilation removed, digraphs
/// and doubled letters united, short vowels dropped: "al-Safira", "As Safīrah", "es-Sfireh" -> one key.
/// Arabic and Cyrillic letters get the same key letters; other scripts keep theirs.
/// spellingKey(folded(n)) == spellingKey(n). Empty only where folded() is.
[[nodiscard]] std::string spellingKey(std::string_view name);

/// The keys to look a name up by: its own first, then those of its other readings ("ch" as in French
/// "Cheikh" or as in German "Chan"; of a name in Greek, Georgian ... letters what ICU reads in Latin ones).
[[nodiscard]] std::vector<std::string> lookupKeys(std::string_view name);

/// A folded name without its articles: "as safirah" -> "safirah". Never empties a name.
[[nodiscard]] std::string withoutArticles(std::string_view foldedName);

struct NameMatch {
    double score = 0;  // 0..1; 1 the same letters
    std::string
        reason;  // "same name", "same name but for the article", "other spelling of the same name", ...
};
/// From this score on, two spellings may pass for one name.
inline constexpr double sameNameScore = 0.88;

/// How well a name in the text fits a name in a gazetteer. A name in Arabic letters shows no short vowels, so
/// that one in other letters never fits it as the same name.
[[nodiscard]] NameMatch compareNames(std::string_view asked, std::string_view known);

/// The match where the known name is spelled, not transliterated (Bétera in Spain is not "Baytara"): what
/// differs counts twice.
[[nodiscard]] NameMatch strictly(NameMatch match);

/// How well the best pair of their words fits, for names that differ as wholes; 0 where only words such as
/// "tall" or "upper" fit. Words before another lose the -at of their construct state: "Darat" as "Dara".
[[nodiscard]] double sharedWord(std::string_view asked, std::string_view known);

}  // namespace retrace::gazetteer
