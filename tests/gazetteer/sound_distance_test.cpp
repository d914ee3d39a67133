#include "gazetteer/sound_distance.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <string>

#include "gazetteer/sounded_name.hpp"

namespace retrace::gazetteer {
namespace {

constexpr int any = std::numeric_limits<int>::max();

TEST(SoundDistance, weighsWhatSpellingsConfuse) {
    EXPECT_EQ(soundDistance("safira", "safira", any), 0);
    EXPECT_EQ(soundDistance("safira", "sfira", any), 20);   // an unwritten vowel
    EXPECT_EQ(soundDistance("safira", "safire", any), 15);  // a like vowel
    EXPECT_EQ(soundDistance("kasr", "gasr", any), 55);      // a like consonant
    EXPECT_EQ(soundDistance("kasr", "masr", any), 100);     // another one
    EXPECT_EQ(soundDistance("afrin", "afrine", any), 25);   // a mute e
    EXPECT_EQ(soundDistance("", "ham", any), 60 + 20 + 100);
    EXPECT_GT(soundDistance("kasr", "tulul", 50), 50);
}

std::string randomSounds(std::mt19937& random) {
    const std::string letters = "aeioubcdfghjklmnprstvwxyz7\xC3";
    std::string word;
    for (std::size_t n = random() % 9; n > 0; --n) word += letters[random() % letters.size()];
    return word;
}

TEST(SoundDistance, keepsItsBounds) {
    std::mt19937 random(12);
    for (int i = 0; i < 50'000; ++i) {
        const std::string a = randomSounds(random);
        std::string b = random() % 2 == 0 ? a : randomSounds(random);
        if (!b.empty()) b[random() % b.size()] = 'k';
        const int whole = soundDistance(a, b, any);
        ASSERT_EQ(whole, soundDistance(b, a, any)) << a << " / " << b << ", seed 12";
        ASSERT_LE(leastSoundDistance(consonantsIn(a), consonantsIn(b)), whole) << a << " / " << b;
        const int most = static_cast<int>(random() % 400);
        const int cut = soundDistance(a, b, most);
        ASSERT_TRUE(whole <= most ? cut == whole : cut > most && cut <= whole) << a << " / " << b;
    }
}

TEST(SoundedScore, isTheMatchsOwnFromTheLeastOn) {
    std::mt19937 random(13);
    std::size_t fitting = 0;
    for (int i = 0; i < 50'000; ++i) {
        std::string a = "kafr " + randomSounds(random), b = a;
        for (std::size_t edits = random() % 4; edits > 0; --edits)
            b[random() % b.size()] = "achikt"[random() % 6];
        const SoundedName asked = soundedName(folded(a)), known = soundedName(folded(b));
        const double score = compareSounded(asked, known).score;
        for (const double least : {0.0, 0.5, 0.6, 0.85, 0.96}) {
            const double quick = soundedScore(asked, known, least);
            ASSERT_EQ(quick, score >= least ? score : 0) << a << " / " << b << ", least " << least;
        }
        fitting += score > 0.6 && score < 1 ? 1 : 0;
    }
    EXPECT_GT(fitting, 10'000U);
}

}  // namespace
}  // namespace retrace::gazetteer
