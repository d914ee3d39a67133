// Claims of which the words do not say where it was, or who it was.
#include "claim_lines.hpp"

namespace retrace::reconstruct::test {
namespace {

using model::Control;
using text::Status;

const Lookup plain = drawnMap("A..B....C..D", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}, {'D', "Dorn"}});
const std::vector<model::Side> three{{.name = "We", .called = {"we", "@unit", "@friendly"}},
                                     {.name = "Rebels", .called = {"rebels"}},
                                     {.name = "Raiders", .called = {"raiders"}}};

// The narrator stood at Corl, then came to Dorn.
Story between(const std::function<void(Story&)>& tell) {
    Story story;
    story.tell("deploy", "We stood at [Corl:stop].");
    tell(story);
    story.tell("arrive", "We came to [Dorn:stop].");
    return story;
}

TEST(UnnamedClaims, whatWasRepelledWithoutAPlaceWasRepelledWhereTheWordsSpokeOfLast) {
    const auto story = between([](Story& s) {
        others(s, "advance", "The rebels did not get through.", "rebels").status = Status::negated;
    });
    const auto claim = onlyClaim(story.told(plain), Control::notTaken);
    EXPECT_EQ(lineOf(claim), "not-taken Corl: 1");
    EXPECT_EQ(claim.why, "the words name no place: Corl, spoken of last");
    EXPECT_NEAR(claim.weight, 0.9 * 0.7, 1e-9);
}

TEST(UnnamedClaims, elseWhereTheNarratorStood) {
    const auto story = between([](Story& s) {
        s.tell("observe", "The wind rose all day.");
        s.tell("observe", "Nobody came.");
        others(s, "advance", "The rebels did not get through.", "rebels").status = Status::negated;
    });
    const auto claim = onlyClaim(story.told(plain), Control::notTaken);
    EXPECT_EQ(lineOf(claim), "not-taken Corl: 1");
    EXPECT_EQ(claim.why, "the words name no place: Corl, where the narrator stood");
    EXPECT_NEAR(claim.weight, 0.9 * 0.6, 1e-9);
}

TEST(UnnamedClaims, ourOwnFailureWithoutAPlaceSaysNothingOfAPlace) {
    const auto story =
        between([](Story& s) { s.tell("advance", "We did not get through.").status = Status::negated; });
    for (const auto& claim : story.told(plain).claims)
        EXPECT_NE(claim.kind, Control::notTaken) << lineOf(claim);
}

TEST(UnnamedClaims, whoCutOurRoadIsWhoIsSetAgainstUs) {
    const auto story = between([](Story& s) {
        others(s, "capture", "The rebels took [Arla:ref].", "rebels");
        others(s, "cut", "Armed men cut our road.", "men");
    });
    const auto cut = onlyClaim(toldWithSides(story, plain, three), Control::cut);
    EXPECT_EQ(lineOf(cut), "cut Arla: 1");
    EXPECT_NE(cut.why.find("; who it was is inferred"), std::string::npos) << cut.why;
    EXPECT_NEAR(cut.weight, 0.9 * 0.7 * 0.85, 1e-9);
}

TEST(UnnamedClaims, whatRemainsNobodysDeedIsNone) {
    const auto story = between([](Story& s) { others(s, "cut", "Armed men cut our road.", "men"); });
    for (const auto& claim : toldWithSides(story, plain, three).claims)
        EXPECT_NE(claim.kind, Control::cut) << lineOf(claim);
    const auto ofTwo = onlyClaim(story.told(plain), Control::cut);
    EXPECT_EQ(lineOf(ofTwo), "cut Corl: 1") << "of two sides it is the other";
}

TEST(UnnamedClaims, whoLeftATownIsNotWhoLosesItAfterwards) {
    Story story;
    others(story, "capture", "The rebels took [Arla:ref].", "rebels");
    others(story, "withdraw", "The rebels withdrew from [Arla:from].", "rebels");
    others(story, "capture", "Then [Arla:ref] fell.", "arla");
    const auto r = story.told(plain);
    ASSERT_EQ(linesOf(r.claims),
              (Lines{"took Arla: 1, before 0", "left Arla: 1, then 0", "left Arla: 0, then 1"}));
    EXPECT_NE(r.claims[2].why.find("inferred"), std::string::npos);
}

TEST(UnnamedClaims, aProvinceIsNeverTaken) {
    auto wide = plain;
    wide.search = [](std::string_view asked, std::optional<geo::LonLat> near) {
        auto found = plain.search(asked, near);
        for (auto& candidate : found)
            if (candidate.place.name == "Bram") {
                candidate.place.type = "province";
                candidate.place.where.radius_m = 60'000;
            }
        return found;
    };
    for (const std::string kind : {"capture", "withdraw", "attack", "hold"}) {
        const auto story = between([&](Story& s) {
            others(s, kind,
                   kind == "withdraw" ? "The rebels left [Bram:from]." : "The rebels took [Bram:stop].",
                   "rebels");
            s.reading.mentions.back().kind = "province";
        });
        const auto r = story.told(wide);
        ASSERT_TRUE(r.mentions[1].place) << r.mentions[1].why;
        for (const auto& claim : r.claims)
            EXPECT_FALSE(claim.place && claim.place->name == "Bram") << kind << ": " << lineOf(claim);
    }
}

}  // namespace
}  // namespace retrace::reconstruct::test
