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
enum class Way { none, same, article, apart, sounds, consonants, otherScript, similar };

struct Likeness {
    double score = 0;  // 0 below what was asked for
    Way way = Way::none;
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

constexpr double sureBySounds = 0.96;

Likeness better(const Likeness& a, const Likeness& b) {
    return a.score >= b.score ? a : b;
}

/// Of one reading of each name; one that is not the first counts a little less.
Likeness bySounds(const SoundedName& asked, const std::string& askedSounds, const SoundedName& known,
                  const std::string& knownSounds, double least) {
    const bool oneIsArabic = asked.arabic != known.arabic;
    const bool romanized = asked.otherScript != known.otherScript;
    const bool firstReadings = &askedSounds == &asked.sounds && &knownSounds == &known.sounds;
    const double share = firstReadings ? 1 : 0.97;
    const bool sameKey = firstReadings && !romanized ? asked.key == known.key
                                                     : skeletonOf(askedSounds) == skeletonOf(knownSounds);
    const bool isShort = askedSounds.size() <= 3 || knownSounds.size() <= 3;
    if (sameKey && askedSounds == knownSounds && !oneIsArabic) {
        if (romanized) return {share * (isShort ? 0.9 : 0.93), Way::otherScript};
        return {share * (isShort ? 0.93 : sureBySounds), Way::sounds};
    }
    const double length = static_cast<double>(std::max(askedSounds.size(), knownSounds.size()));
    const double weight = std::max(severity(asked.key), severity(known.key)) / 100;
    const int most = static_cast<int>((1 - least) * length / weight) + 1;
    if (firstReadings && leastSoundDistance(asked.consonants, known.consonants) > most) return {};
    const int distance = soundDistance(askedSounds, knownSounds, most);
    double highest = isShort ? sameNameScore - 0.01 : 0.95;
    if (oneIsArabic || romanized) highest = std::min(highest, sameNameScore - 0.01);
    if (!sameKey) highest = std::min(highest, sameNameScore - 0.02);
    const double score = share * std::clamp(1 - weight * distance / length, 0.0, highest);
    if (!sameKey) return {score, Way::similar};
    if (oneIsArabic || romanized) return {score, Way::otherScript};
    return {score, score >= sameNameScore ? Way::sounds : Way::consonants};
}

Likeness likeness(const SoundedName& asked, const SoundedName& known, double least) {
    if (asked.folded.empty() || known.folded.empty()) return {};
    if (asked.folded == known.folded) return {1, Way::same};
    if (asked.plain == known.plain) return {0.98, Way::article};
    const bool sameLetters = ((asked.letters ^ known.letters) & ~lettersIn(" ")) == 0;
    if (sameLetters && sameButForSpaces(asked.plain, known.plain))
        return {asked.plain.size() > 5 ? 0.97 : 0.9, Way::apart};

    Likeness best = bySounds(asked, asked.sounds, known, known.sounds, least);
    if (best.score >= sureBySounds) return best;
    if (!asked.otherSounds.empty())
        best = better(best, bySounds(asked, asked.otherSounds, known, known.sounds, least));
    if (!known.otherSounds.empty())
        best = better(best, bySounds(asked, asked.sounds, known, known.otherSounds, least));

    // Letters.
    const std::size_t letters = std::max(lettersOf(asked), lettersOf(known));
    const auto differing = std::max(std::popcount(asked.letters & ~known.letters),
                                    std::popcount(known.letters & ~asked.letters));
    const double possible = scoreOf(Slip::oneLetter, letters);
    if (differing <= 2 && asked.arabic == known.arabic && possible > best.score && possible >= least) {
        const double score = scoreOf(slipBetween(asked.plain, known.plain), letters);
        if (score > best.score) best = {score, Way::similar};
    }
    return best.score > 0 && best.score >= least ? best : Likeness{};
}

std::string slipInWords(Slip slip) {
    switch (slip) {
        case Slip::oneLetter:
            return ", one letter differs";
        case Slip::swapped:
            return ", two letters swapped";
        case Slip::twoLetters:
            return ", two letters differ";
        default:
            return {};
    }
}

std::string reasonOf(Way way, const SoundedName& asked, const SoundedName& known) {
    const auto inBrackets = [&](const std::string& text) {
        const std::string letters = lettersThatDiffer(asked.plain, known.plain);
        return text + " (" + (letters.empty() ? "key " + asked.key : letters) + ")";
    };
    switch (way) {
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
        case Way::similar: {
            const bool longEnough = std::max(lettersOf(asked), lettersOf(known)) > 3;
            const std::string slip = slipInWords(slipBetween(asked.plain, known.plain));
            return longEnough && !slip.empty() ? inBrackets("similar name" + slip) : "similar name";
        }
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
    if (const std::string other = withChAsKh(name.folded); !other.empty()) name.otherSounds = soundsOf(other);
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
    return {like.score, reasonOf(like.way, asked, known)};
}

double soundedScore(const SoundedName& asked, const SoundedName& known, double least) {
    return likeness(asked, known, least).score;
}

NameMatch compareNames(std::string_view asked, std::string_view known) {
    return compareSounded(soundedName(folded(asked)), soundedName(folded(known)));
}

}  // namespace retrace::gazetteer
