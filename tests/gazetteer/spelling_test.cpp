#include "gazetteer/spelling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <utility>

namespace retrace::gazetteer {
namespace {

struct Pair {
    const char *asked, *known;
};

class OneName : public testing::TestWithParam<Pair> {};
class TwoNames : public testing::TestWithParam<Pair> {};

TEST_P(OneName, isRecognized) {
    const NameMatch match = compareNames(GetParam().asked, GetParam().known);
    EXPECT_GE(match.score, sameNameScore)
        << GetParam().asked << " / " << GetParam().known << ": " << match.reason;
}

TEST_P(OneName, hasOneKey) {
    EXPECT_EQ(spellingKey(GetParam().asked), spellingKey(GetParam().known));
}

INSTANTIATE_TEST_SUITE_P(
    Spelling, OneName,
    testing::Values(Pair{"al-Safira", "As Safīrah"}, Pair{"al-Safira", "es-Sfireh"}, Pair{"Hama", "Ḩamāh"},
                    Pair{"Deir ez-Zor", "Dayr az Zawr"}, Pair{"Deir el-Zour", "Deir ez-Zor"},
                    Pair{"Kafr Nubl", "Kfar Nubbol"}, Pair{"Kafar Takharim", "Kafr Takharim"},
                    Pair{"Tel Rifaat", "Tall Rif'at"}, Pair{"Tallat al-Hamra", "Tell el-Hamra"},
                    Pair{"Salamiyya", "Salamiyah"}, Pair{"Latakia", "Latakiyah"},
                    Pair{"al-Qusayr", "Al Kusayr"}, Pair{"Khan Sheikhoun", "Khān Shaykhūn"},
                    Pair{"Douma", "Dūmā"}, Pair{"Cheikh Miskine", "Shaykh Miskin"},
                    Pair{"Ithriya", "Athriya"}, Pair{"Izz al-Din", "Izz ad-Din"}, Pair{"Ghouta", "Guta"},
                    Pair{"al-Zahara’", "az-Zahra"}, Pair{"Yabrud", "Yabroud"}, Pair{"Saraqib", "Saraqeb"},
                    Pair{"Dar`a", "Dara"}, Pair{"Zürich", "Zurich"}, Pair{"Łódź", "Lodz"}));

TEST_P(TwoNames, areKeptApart) {
    const NameMatch match = compareNames(GetParam().asked, GetParam().known);
    EXPECT_LT(match.score, sameNameScore)
        << GetParam().asked << " / " << GetParam().known << ": " << match.reason;
}

INSTANTIATE_TEST_SUITE_P(Spelling, TwoNames,
                         testing::Values(Pair{"Hama", "Hamas"}, Pair{"Hamas", "Homs"},
                                         Pair{"Banis", "Baniyas"}, Pair{"Homs", "Hama"},
                                         Pair{"Nubl", "Nablus"}, Pair{"Idlib", "Dablib"},
                                         Pair{"Tartus", "Tarsus"}, Pair{"Raqqa", "Rafah"},
                                         Pair{"Khan", "Shan"}, Pair{"Paris", "Perm"},
                                         Pair{"Kafr Abd", "Kafr Abid Allah"}));

TEST(Folded, unitesWhatIsWrittenInManyWays) {
    EXPECT_EQ(folded("al-Zahara’"), "al zahara");
    EXPECT_EQ(folded("  DEIR   ez–Zor. "), "deir ez zor");
    EXPECT_EQ(folded("Şa‘b"), "sab");
    EXPECT_EQ(folded("Straße"), "strasse");
    EXPECT_EQ(folded("…"), "");
}

TEST(Folded, unitesArabicForms) {
    EXPECT_EQ(folded("إدلب"), folded("ادلب"));
    EXPECT_EQ(folded("حماة"), folded("حماه"));
    EXPECT_EQ(folded("حِمْص"), folded("حمـص"));
    EXPECT_EQ(folded("القرى"), folded("القري"));
}

TEST(SpellingKey, isSharedByScripts) {
    EXPECT_EQ(spellingKey("حماة"), spellingKey("Hama"));
    EXPECT_EQ(spellingKey("الرستن"), spellingKey("al-Rastan"));
    EXPECT_EQ(spellingKey("Латакия"), spellingKey("Latakia"));
}

TEST(SpellingKey, neverLosesAName) {
    for (const char* name : {"Al", "Aa", "El", "Y", "O", "ع", "An"})
        EXPECT_FALSE(spellingKey(name).empty()) << name;
}

TEST(LookupKeys, readChInTwoWays) {
    EXPECT_EQ(lookupKeys("Hama").size(), 1U);
    const auto keys = lookupKeys("Chan Schaichun");
    ASSERT_EQ(keys.size(), 2U);
    EXPECT_EQ(keys[1], spellingKey("Khan Shaykhun"));
}

TEST(CompareNames, givesItsReason) {
    EXPECT_EQ(compareNames("Hama", "hama").reason, "same name");
    EXPECT_EQ(compareNames("Hama", "hama").score, 1);
    EXPECT_EQ(compareNames("al-Rastan", "Rastan").reason, "same name but for the article");
    EXPECT_EQ(compareNames("al-Safira", "as-Sfireh").reason, "other spelling of the same name (sa/s, -a/-eh)");
    EXPECT_EQ(compareNames("Banis", "Baniyas").reason, "same consonants, other vowels (i/iya)");
    EXPECT_EQ(compareNames("Hama", "Hamas").reason, "similar name, one letter differs (-a/-as)");
    EXPECT_EQ(compareNames("", "Hamas").score, 0);
}

TEST(CompareNames, readsChInTwoWays) {
    EXPECT_GE(compareNames("Chan Schaichun", "Khan Shaykhun").score, sameNameScore);
    EXPECT_GE(compareNames("Khan Shaykhun", "Chan Schaichun").score, sameNameScore);
    EXPECT_GE(compareNames("Cheikh Miskine", "Shaykh Miskin").score, sameNameScore);
    EXPECT_LT(compareNames("Schan Scheichun", "Khan Kheykhun").score, 0.8);
}

TEST(CompareNames, readsOtherScripts) {
    for (const auto& [asked, known] :
         {std::pair{"Αθήνα", "Athina"}, {"თბილისი", "Tbilisi"}, {"Գյումրի", "Gyumri"}}) {
        const NameMatch match = compareNames(asked, known);
        EXPECT_GE(match.score, sameNameScore) << asked;
        EXPECT_LT(match.score, 0.95) << asked;
        EXPECT_EQ(match.reason.find("the same consonants in the other script"), 0U) << match.reason;
        const auto keys = lookupKeys(asked);
        EXPECT_NE(std::find(keys.begin(), keys.end(), spellingKey(known)), keys.end()) << asked;
    }
    EXPECT_EQ(compareNames("Αθήνα", "αθηνα").score, 1);
    EXPECT_LT(compareNames("Αθήνα", "Tbilisi").score, 0.6);
}

TEST(CompareNames, letsThePenSlip) {
    for (const auto& [asked, known] :
         {std::pair{"Damscus", "Damascus"}, {"Alpepo", "Aleppo"}, {"Tartsu", "Tartus"}, {"Manbix", "Manbij"}}) {
        const double score = compareNames(asked, known).score;
        EXPECT_GT(score, 0.8) << asked;
        EXPECT_LE(score, 0.95) << asked;
    }
    EXPECT_EQ(compareNames("Alpepo", "Aleppo").reason, "similar name, two letters swapped (pe/ep)");
    EXPECT_EQ(compareNames("Manbix", "Manbij").reason, "similar name, one letter differs (-x/-j)");
    EXPECT_GT(compareNames("Stockhlom", "Stockholm").score, 0.8);
    EXPECT_GT(compareNames("Sotkcholm", "Stockholm").score, 0.7);
    EXPECT_EQ(compareNames("Damazcus", "Damascus").reason, "similar name, one letter differs (z/s)");
    EXPECT_EQ(compareNames("Ur", "Us").reason, "another name");
}

TEST(CompareNames, doesNotTakeUnwrittenVowelsForGranted) {
    EXPECT_LT(compareNames("Hamas", "حمص").score, sameNameScore);
    EXPECT_GT(compareNames("Homs", "حمص").score, 0.8);
    EXPECT_EQ(compareNames("حمص", "حمص").score, 1);
}

TEST(Strictly, letsExactNamesBe) {
    EXPECT_EQ(strictly({1, ""}).score, 1);
    EXPECT_EQ(strictly({0.98, ""}).score, 0.98);
    EXPECT_LT(strictly(compareNames("Baytara", "Bétera")).score, sameNameScore);
}

TEST(SharedWord, findsOneLikeWordButNoCommonOne) {
    EXPECT_GT(sharedWord("Marat Hilal", "Mara al-Tahtani"), 0.75);
    EXPECT_GT(sharedWord("Zahrat Izza", "Izz al-Din"), 0.75);
    EXPECT_EQ(sharedWord("Tell Hilal", "Tell Qamar"), sharedWord("Hilal", "Qamar"));
    EXPECT_LT(sharedWord("Kafr Hilal", "Kafr Qamar"), 0.75);
    EXPECT_EQ(sharedWord("Tell", "Tell"), 0);
}

/// Random names of letters, signs and broken bytes in several scripts.
std::string randomName(std::mt19937& random) {
    static const std::vector<std::string> pieces{
        "a", "e",    "i",    "u",        "y", "w", "al-", "el ", "ash-", "sh", "kh", "gh", "tt", "ch", "’",
        "‘", "ʿ",    "-",    " ",        "ā", "Ḩ", "ş",   "İ",   "ı",    "ß",  "ﬁ",  "ا",  "إ",  "ى",  "ة",
        "ـ", "ِ",     "ال",   "ک",        "ء", "ﷺ", "Д",   "й",   "ъ",    "한", "가", "ก",  "ि",  "क",  "㎏",
        "²", "\xC3", "\xFF", "\xE2\x80", "Q", "x", "7",   "ə",   "ſ",    "ŉ",  "Ǆ",  "ᾳ",  "゙",   "か"};
    std::string name;
    for (std::size_t n = 1 + random() % 12; n > 0; --n) name += pieces[random() % pieces.size()];
    return name;
}

TEST(Folded, changesNothingTheSecondTime) {
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        const std::string name = randomName(random);
        const std::string once = folded(name);
        ASSERT_EQ(folded(once), once) << name;
    }
}

TEST(SpellingKey, isThatOfTheFoldedName) {
    std::mt19937 random(8);
    for (int i = 0; i < 20'000; ++i) {
        const std::string name = randomName(random);
        ASSERT_EQ(spellingKey(folded(name)), spellingKey(name)) << name;
        ASSERT_EQ(spellingKey(name).empty(), folded(name).empty()) << name;
    }
}

TEST(CompareNames, seesAnySlipInALongName) {
    const std::vector<std::string> names{"Damascus", "Stockholm", "Khan Shaykhun", "Jarabulus", "Vicksburg"};
    std::mt19937 random(10);
    for (int i = 0; i < 5'000; ++i) {
        const std::string known = folded(names[random() % names.size()]);
        std::string asked = known;
        const std::size_t at = random() % asked.size();
        const char letter = static_cast<char>('a' + random() % 26);
        if (asked[at] == ' ') continue;
        switch (random() % 4) {
            case 0: asked[at] = letter; break;
            case 1: asked.insert(asked.begin() + static_cast<std::ptrdiff_t>(at), letter); break;
            case 2: asked.erase(at, 1); break;
            default:
                if (at > 0 && asked[at - 1] != ' ') std::swap(asked[at], asked[at - 1]);
        }
        ASSERT_GE(compareNames(asked, known).score, 0.82) << asked << ", seed 10";
    }
}

TEST(CompareNames, isSymmetricAndWithinBounds) {
    std::mt19937 random(9);
    for (int i = 0; i < 5'000; ++i) {
        const std::string a = randomName(random), b = randomName(random);
        const double score = compareNames(a, b).score;
        ASSERT_NEAR(score, compareNames(b, a).score, 1e-9) << a << " / " << b;
        ASSERT_TRUE(score >= 0 && score <= 1) << a << " / " << b;
    }
}

}  // namespace
}  // namespace retrace::gazetteer
