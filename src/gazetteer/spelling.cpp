#include "gazetteer/spelling.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "gazetteer/phonetic.hpp"
#include "gazetteer/romanized.hpp"
#include "gazetteer/sound_distance.hpp"
#include "gazetteer/sounded_name.hpp"

namespace retrace::gazetteer {

namespace {

constexpr int anyDistance = std::numeric_limits<int>::max();

std::string keyOfFolded(std::string_view foldedName) {
    return skeletonOf(soundsOf(foldedName));
}

/// Words that many names share and that make none of them alike.
bool isCommonWord(std::string_view word) {
    constexpr std::array<std::string_view, 40> common{
        "tal",    "tall",  "tel",    "tell",    "tallat", "kafr",    "kfar",    "kafar",
        "deir",   "dayr",  "der",    "ayn",     "ain",    "ein",     "umm",     "um",
        "abu",    "abou",  "bayt",   "beit",    "jabal",  "jebel",   "khirbat", "khirbet",
        "khirba", "wadi",  "bir",    "nahr",    "jisr",   "burj",    "qasr",    "shaykh",
        "sheikh", "kabir", "kabira", "kabirah", "saghir", "saghira", "fawqani", "tahtani"};
    return word.size() < 3 || std::find(common.begin(), common.end(), word) != common.end();
}

std::vector<SoundedName> distinctWords(std::string_view foldedName) {
    std::vector<SoundedName> out;
    const auto words = wordsWithoutArticles(foldedName);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (isCommonWord(words[i])) continue;
        std::string word(words[i]);
        const bool construct =
            i + 1 < words.size() && word.size() > 4 && word.compare(word.size() - 2, 2, "at") == 0;
        if (construct) word.pop_back();
        out.push_back(soundedName(std::move(word)));
    }
    return out;
}

}  // namespace

std::string withoutArticles(std::string_view foldedName) {
    std::string out;
    for (const std::string_view word : wordsWithoutArticles(foldedName)) {
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

std::string spellingKey(std::string_view name) {
    return keyOfFolded(folded(name));
}

std::vector<std::string> lookupKeys(std::string_view name) {
    const std::string spelled = folded(name);
    std::vector<std::string> keys{keyOfFolded(spelled)};
    if (const std::string other = withChAsKh(spelled); !other.empty()) keys.push_back(keyOfFolded(other));
    if (isOfAnotherScript(spelled)) keys.push_back(keyOfFolded(romanized(spelled)));
    return keys;
}

NameMatch strictly(NameMatch match) {
    if (match.score < 0.965) match.score = std::max(0.0, 2 * match.score - 1);
    return match;
}

double sharedWord(std::string_view asked, std::string_view known) {
    double best = 0;
    const auto others = distinctWords(folded(known));
    for (const SoundedName& word : distinctWords(folded(asked)))
        for (const SoundedName& other : others) {
            const double length = static_cast<double>(std::max(word.sounds.size(), other.sounds.size()));
            best = std::max(best, 1 - 0.015 * soundDistance(word.sounds, other.sounds, anyDistance) / length);
        }
    return best;
}

}  // namespace retrace::gazetteer
