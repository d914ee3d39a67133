#include "gazetteer/spelling.hpp"

#include <algorithm>
#include <array>

#include "gazetteer/phonetic.hpp"
#include "gazetteer/sounded_name.hpp"

namespace retrace::gazetteer {

namespace {

std::string keyOfFolded(std::string_view foldedName) {
    return skeletonOf(soundsOf(foldedName));
}

bool isArabic(std::string_view foldedName) {
    return std::any_of(foldedName.begin(), foldedName.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0xD8 && static_cast<unsigned char>(c) <= 0xDB;
    });
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

/// How much a difference weighs: the fewer consonants a name has, the more its vowels tell it from others.
double severity(std::string_view key) {
    return key.size() >= 4 ? 1.5 : key.size() == 3 ? 1.9 : 2.5;
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

std::string withoutSpaces(std::string text) {
    std::erase(text, ' ');
    return text;
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
    std::string spelled = folded(name);
    std::vector<std::string> keys{keyOfFolded(spelled)};
    bool other = false;
    for (std::size_t at = 0; (at = spelled.find("ch", at)) != std::string::npos; at += 2) {
        if (at > 0 && (spelled[at - 1] == 's' || spelled[at - 1] == 't')) continue;
        spelled[at] = 'k';
        other = true;
    }
    if (other) keys.push_back(keyOfFolded(spelled));
    return keys;
}

SoundedName soundedName(std::string foldedName) {
    SoundedName name{.folded = std::move(foldedName), .plain = {}, .sounds = {}, .key = {}};
    name.plain = withoutArticles(name.folded);
    name.sounds = soundsOf(name.folded);
    name.key = skeletonOf(name.sounds);
    return name;
}

NameMatch compareSounded(const SoundedName& asked, const SoundedName& known) {
    if (asked.folded.empty() || known.folded.empty()) return {0, "no name"};
    if (asked.folded == known.folded) return {1, "same name"};
    if (asked.plain == known.plain) return {0.98, "same name but for the article"};
    if (withoutSpaces(asked.plain) == withoutSpaces(known.plain))
        return {asked.plain.size() > 5 ? 0.97 : 0.9, "same name, written apart or together"};

    const bool sameKey = asked.key == known.key;
    const bool oneIsArabic = isArabic(asked.folded) != isArabic(known.folded);
    const std::string inBrackets = " (key " + asked.key + ")";
    if (asked.sounds == known.sounds && !oneIsArabic)
        return {asked.sounds.size() > 3 ? 0.96 : 0.93, "other spelling of the same name" + inBrackets};
    const double length = static_cast<double>(std::max(asked.sounds.size(), known.sounds.size()));
    const double weight = std::max(severity(asked.key), severity(known.key));
    const double most = asked.sounds.size() <= 3 || known.sounds.size() <= 3 ? sameNameScore - 0.01 : 0.95;
    const double score =
        std::clamp(1 - weight * soundDistance(asked.sounds, known.sounds) / length, 0.0, most);
    if (oneIsArabic && sameKey)
        return {std::min(score, sameNameScore - 0.01),
                "the same consonants in the other script" + inBrackets};
    if (!sameKey) return {std::min(score, sameNameScore - 0.02), "similar name"};
    return {score,
            (score >= sameNameScore ? "other spelling of the same name" : "same consonants, other vowels") +
                inBrackets};
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
            best = std::max(best, 1 - 1.5 * soundDistance(word.sounds, other.sounds) / length);
        }
    return best;
}

NameMatch compareNames(std::string_view asked, std::string_view known) {
    return compareSounded(soundedName(folded(asked)), soundedName(folded(known)));
}

}  // namespace retrace::gazetteer
