#include <algorithm>
#include <bit>

#include "gazetteer/letter_edits.hpp"
#include "gazetteer/phonetic.hpp"
#include "gazetteer/romanized.hpp"
#include "gazetteer/sound_distance.hpp"
#include "gazetteer/sounded_name.hpp"

namespace retrace::gazetteer {

namespace {

/// In which way two names are alike.
enum class Way { none, same, article, apart, sounds, consonants, otherScript, similar, slip };

struct Likeness {
    double score = 0;  // 0 below what was asked for
    Way way = Way::none;
    Slip slip = Slip::more;
};

/// How much a difference weighs: the fewer consonants a name has, the more its vowels tell it from others.
double severity(std::string_view key) {
    return key.size() >= 4 ? 1.5 : key.size() == 3 ? 1.9 : 2.5;
}

bool sameButForSpaces(std::string_view a, std::string_view b) {
    std::size_t i = 0, j = 0;
    while (true) {
        while (i < a.size() && a[i] == ' ') ++i;
        while (j < b.size() && b[j] == ' ') ++j;
        if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
        if (a[i++] != b[j++]) return false;
    }
}

/// A slip of the pen is never as good as another spelling of the same name, but better the longer the name.
double scoreOf(Slip slip, std::size_t letters) {
    const double size = static_cast<double>(letters);
    switch (slip) {
        case Slip::oneLetter:
        case Slip::swapped:
            return letters < 4 ? 0 : 0.87 - 0.2 / size;
        case Slip::twoLetters:
            return letters < 5 ? 0 : 0.80 - 0.5 / size;
        default:
            return 0;
    }
}

/// Letters of a name, Arabic ones two bytes each.
std::size_t lettersOf(const SoundedName& name) {
    return name.arabic ? (name.plain.size() + 1) / 2 : name.plain.size();
}

Likeness likeness(const SoundedName& asked, const SoundedName& known, double least) {
    if (asked.folded.empty() || known.folded.empty()) return {};
    if (asked.folded == known.folded) return {1, Way::same};
    if (asked.plain == known.plain) return {0.98, Way::article};
    if (asked.letters == known.letters || ((asked.letters ^ known.letters) & ~1U) == 0)
        if (sameButForSpaces(asked.plain, known.plain))
            return {asked.plain.size() > 5 ? 0.97 : 0.9, Way::apart};

    const bool oneIsArabic = asked.arabic != known.arabic;
    const bool romanized = asked.otherScript != known.otherScript;
    const bool sameKey =
        romanized ? skeletonOf(asked.sounds) == skeletonOf(known.sounds) : asked.key == known.key;
    if (sameKey && asked.sounds == known.sounds && !oneIsArabic) {
        if (romanized) return {asked.sounds.size() > 3 ? 0.93 : 0.9, Way::otherScript};
        return {asked.sounds.size() > 3 ? 0.96 : 0.93, Way::sounds};
    }

    Likeness best;
    // Sounds.
    const double length = static_cast<double>(std::max(asked.sounds.size(), known.sounds.size()));
    const double weight = std::max(severity(asked.key), severity(known.key)) / 100;
    const int most = static_cast<int>((1 - least) * length / weight) + 1;
    if (leastSoundDistance(asked.consonants, known.consonants) <= most) {
        const int distance = soundDistance(asked.sounds, known.sounds, most);
        const bool isShort = asked.sounds.size() <= 3 || known.sounds.size() <= 3;
        double highest = isShort ? sameNameScore - 0.01 : 0.95;
        if (oneIsArabic || romanized) highest = std::min(highest, sameNameScore - 0.01);
        if (!sameKey) highest = std::min(highest, sameNameScore - 0.02);
        best = {std::clamp(1 - weight * distance / length, 0.0, highest), !sameKey ? Way::similar
                                                                          : oneIsArabic || romanized
                                                                              ? Way::otherScript
                                                                              : Way::consonants};
        if (best.way == Way::consonants && best.score >= sameNameScore) best.way = Way::sounds;
    }
    // Letters.
    const std::size_t letters = std::max(lettersOf(asked), lettersOf(known));
    const auto differing = std::max(std::popcount(asked.letters & ~known.letters),
                                    std::popcount(known.letters & ~asked.letters));
    if (differing <= 2 && !oneIsArabic && scoreOf(Slip::oneLetter, letters) > std::max(best.score, least)) {
        const Slip slip = slipBetween(asked.plain, known.plain);
        const double score = scoreOf(slip, letters);
        if (score > best.score) best = {score, Way::slip, slip};
        best.slip = slip;
    }
    if (best.score < least) return {};
    return best;
}

std::string slipInWords(Slip slip) {
    return slip == Slip::swapped     ? "two letters swapped"
           : slip == Slip::oneLetter ? "one letter differs"
                                     : "two letters differ";
}

std::string reasonOf(const Likeness& likeness, const SoundedName& asked, const SoundedName& known) {
    const auto inBrackets = [&](const std::string& text) {
        const std::string letters = lettersThatDiffer(asked.plain, known.plain);
        return text + " (" + (letters.empty() ? "key " + asked.key : letters) + ")";
    };
    switch (likeness.way) {
        case Way::none:
            return asked.folded.empty() || known.folded.empty() ? "no name" : "another name";
        case Way::same:
            return "same name";
        case Way::article:
            return "same name but for the article";
        case Way::apart:
            return "same name, written apart or together";
        case Way::sounds:
            return inBrackets("other spelling of the same name");
        case Way::consonants:
            return inBrackets("same consonants, other vowels");
        case Way::otherScript:
            return "the same consonants in the other script (key " + skeletonOf(asked.sounds) + ")";
        case Way::slip:
            return inBrackets("similar name, " + slipInWords(likeness.slip));
        case Way::similar:
            return "similar name";
    }
    return {};
}

}  // namespace

SoundedName soundedName(std::string foldedName) {
    SoundedName name{.folded = std::move(foldedName), .plain = {}, .sounds = {}, .key = {}};
    const auto words = wordsWithoutArticles(name.folded);
    name.plain.reserve(name.folded.size());
    for (const std::string_view word : words) {
        if (!name.plain.empty()) name.plain += ' ';
        name.plain += word;
    }
    name.sounds = soundsOf(words);
    name.key = skeletonOf(name.sounds);
    name.letters = lettersIn(name.plain);
    name.otherScript = isOfAnotherScript(name.folded);
    if (name.otherScript) name.sounds = soundsOf(romanized(name.folded));
    name.consonants = consonantsIn(name.sounds);
    name.arabic = std::any_of(name.folded.begin(), name.folded.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0xD8 && static_cast<unsigned char>(c) <= 0xDB;
    });
    return name;
}

NameMatch compareSounded(const SoundedName& asked, const SoundedName& known) {
    const Likeness like = likeness(asked, known, 0);
    return {like.score, reasonOf(like, asked, known)};
}

double soundedScore(const SoundedName& asked, const SoundedName& known, double least) {
    return likeness(asked, known, least).score;
}

NameMatch compareNames(std::string_view asked, std::string_view known) {
    return compareSounded(soundedName(folded(asked)), soundedName(folded(known)));
}

}  // namespace retrace::gazetteer
