#include "reconstruct/sides.hpp"

#include "text/language.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

using Side = std::optional<std::size_t>;

const std::vector<model::Side> own{{.name = "Blue", .called = {"gov*", "army", "we"}},
                                   {.name = "Red", .called = {"opp*", "red guard", "@enemy"}},
                                   {.name = "Green", .called = {"guard", "oppidans"}}};

Side meant(const std::string& name, const std::vector<model::Side>& sides = own) {
    return sideCalled(sides, name, text::english());
}

TEST(Sides, byTheWholeName) {
    EXPECT_EQ(meant("army"), 0U);
    EXPECT_EQ(meant("guard"), 2U);
    EXPECT_EQ(meant("arm"), std::nullopt);
    EXPECT_EQ(meant("armyx"), std::nullopt);
}

TEST(Sides, byTheBeginningOfTheName) {
    EXPECT_EQ(meant("gov"), 0U);
    EXPECT_EQ(meant("gov/allies"), 0U);
    EXPECT_EQ(meant("government forces"), 0U);
    EXPECT_EQ(meant("opposition"), 1U);
    EXPECT_EQ(meant("go"), std::nullopt);
}

TEST(Sides, byWhomTheLanguageCallsEnemies) {
    EXPECT_EQ(meant("rebels"), 1U);
    EXPECT_EQ(meant("insurgent"), 1U) << "one of several";
    EXPECT_EQ(meant("enemy"), 1U);
    EXPECT_EQ(meant("baker"), std::nullopt);
    EXPECT_EQ(meant("rebels", {{.name = "Red", .called = {"@nosuchclass"}}}), std::nullopt);
}

TEST(Sides, byTheLastWord) {
    EXPECT_EQ(meant("the northern army"), 0U);
    EXPECT_EQ(meant("the rebels"), 1U);
    EXPECT_EQ(meant("army kitchen"), std::nullopt);
}

TEST(Sides, theWholeNameGoesBeforeItsLastWord) {
    EXPECT_EQ(meant("red guard"), 1U);
    EXPECT_EQ(meant("old guard"), 2U);
}

TEST(Sides, aSideNamedFirstGoesBeforeALaterOne) {
    EXPECT_EQ(meant("oppidans"), 1U) << "\"opp*\" of the second side stands before \"oppidans\" of the third";
}

TEST(Sides, capitalsDoNotMatter) {
    EXPECT_EQ(meant("Army"), 0U);
    EXPECT_EQ(meant("OPPOSITION"), 1U);
}

TEST(Sides, nobodyIsMeantByNothing) {
    EXPECT_EQ(meant(""), std::nullopt);
    EXPECT_EQ(meant(" "), std::nullopt);
    EXPECT_EQ(meant("army", {}), std::nullopt);
    EXPECT_EQ(meant("army", {{.name = "Nobody", .called = {}}}), std::nullopt);
}

TEST(Sides, thoseOfWordsAloneAreTheNarratorsAndHisEnemys) {
    const auto words = model::sidesByWords();
    ASSERT_EQ(words.size(), 2U);
    for (const char* name : {"we", "I", "us", "our battalion", "comrades", "soldiers", "the army"})
        EXPECT_EQ(meant(name, words), 0U) << name;
    for (const char* name : {"rebels", "the enemy", "insurgents", "militants"})
        EXPECT_EQ(meant(name, words), 1U) << name;
    for (const char* name : {"they", "shepherds"}) EXPECT_EQ(meant(name, words), std::nullopt) << name;
}

TEST(Sides, whoIsNobody) {
    for (const char* name : {"none", "None", "nobody", "withdrawn", "withdrawn/none"})
        EXPECT_TRUE(isNobody(name)) << name;
    for (const char* name : {"", "we", "nonesuch", "with"}) EXPECT_FALSE(isNobody(name)) << name;
}

TEST(Sides, AnotherSpeakersWeIsHisOwnSide) {
    const std::vector<model::Side> sides{{.name = "ours", .called = {"we"}}, {.name = "theirs", .called = {"oleg", "@enemy"}}};
    EXPECT_EQ(ownSide(sides, "Oleg", text::english()), 1U);
    EXPECT_EQ(ownSide(sides, "Anna", text::english()), 0U);
    EXPECT_EQ(ownSide(sides, "", text::english()), 0U);
}

}  // namespace
}  // namespace retrace::reconstruct::test
