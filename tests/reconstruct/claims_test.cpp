#include "reconstruct/claims.hpp"

#include "claim_lines.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

using model::Control;
using text::Status;
using text::Voice;

const Lookup plain = drawnMap("A..B....C..D", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}, {'D', "Dorn"}});

TEST(ControlClaims, whoTookAPlaceHoldsItAndTheOtherSideDidBefore) {
    Story story;
    others(story, "capture", "The rebels took [Arla:ref].", "rebels");
    story.tell("capture", "We took [Bram:ref] back.");
    EXPECT_EQ(linesOf(story.told(plain).claims), (Lines{"took Arla: 1, before 0", "took Bram: 0, before 1"}));
}

TEST(ControlClaims, whoIsNoSideTookItFromNobody) {
    Story story;
    others(story, "capture", "The smugglers took [Arla:ref].", "smugglers");
    EXPECT_EQ(linesOf(story.told(plain).claims), (Lines{"took Arla: nobody's"}));
}

TEST(ControlClaims, ofATownThatFellTheHolderIsTheLoser) {
    Story story;
    others(story, "capture", "The rebels took [Arla:ref].", "rebels");
    others(story, "capture", "Later [Arla:ref] fell.", "arla");
    const auto r = story.told(plain);
    EXPECT_EQ(linesOf(r.claims), (Lines{"took Arla: 1, before 0", "left Arla: 1, then 0"}));
    EXPECT_EQ(r.claims[1].why, "") << "the words say who held it";
}

TEST(ControlClaims, ofATownThatFellTheirOwnSideIsTheLoserWhereNobodyIsNamed) {
    Story story;
    others(story, "capture", "Then [Arla:ref] fell.", "arla");
    const auto fell = onlyClaim(story.told(plain), Control::left);
    EXPECT_EQ(lineOf(fell), "left Arla: 0, then 1");
    EXPECT_NE(fell.why.find("inferred"), std::string::npos);
    EXPECT_LT(fell.weight, 0.9);
}

TEST(ControlClaims, aTownThatFellToSomebodyIsHis) {
    Story story;
    others(story, "capture", "Then [Arla:ref] fell to the rebels.", "arla");
    others(story, "capture", "But [Bram:ref] was retaken by our soldiers.", "bram");
    EXPECT_EQ(linesOf(story.told(plain).claims), (Lines{"took Arla: 1, before 0", "took Bram: 0, before 1"}));
}

TEST(ControlClaims, handedOverWithAndWithoutAReceiver) {
    Story story;
    others(story, "hand-over", "The army handed [Arla:ref] over to the rebels.", "army").receiver = "rebels";
    others(story, "hand-over", "The army handed over [Bram:ref].", "army");
    others(story, "hand-over", "The rebels handed [Corl:ref] over to us.", "rebels").receiver = "us";
    others(story, "hand-over", "The rebels handed over [Dorn:ref] to them.", "rebels").receiver = "them";
    const auto r = story.told(plain);
    EXPECT_EQ(linesOf(r.claims), (Lines{"took Arla: 1, before 0", "left Bram: 0, then 1",
                                        "took Corl: 0, before 1", "left Dorn: 1, then 0"}));
    EXPECT_FALSE(r.claims[0].givenUp);
    EXPECT_TRUE(r.claims[1].givenUp);
    EXPECT_TRUE(r.claims[3].givenUp);
}

TEST(ControlClaims, whatWasNotHandedOverChangedNothing) {
    Story story;
    others(story, "hand-over", "The army did not hand over [Arla:ref].", "army").status = Status::negated;
    EXPECT_EQ(linesOf(story.told(plain).claims), Lines{});
}

TEST(ControlClaims, whoCouldNotTakeItHasNotTakenIt) {
    Story story;
    auto& failed = others(story, "capture", "The rebels could not take [Arla:ref].", "rebels");
    failed.status = Status::negated;
    const auto claim = onlyClaim(story.told(plain), Control::notTaken);
    EXPECT_EQ(lineOf(claim), "not-taken Arla: 1, before 0");
    EXPECT_TRUE(claim.negated);
}

TEST(ControlClaims, anAdvanceThatDidNotComeToItsGoalDidNotTakeIt) {
    Story story;
    others(story, "advance", "The rebels did not get as far as [Bram:stop].", "rebels").status =
        Status::negated;
    EXPECT_EQ(linesOf(story.told(plain).claims), (Lines{"not-taken Bram: 1"}));
}

TEST(ControlClaims, whoWithdrawsLeavesWhatIsNamed) {
    Story story;
    others(story, "withdraw", "The rebels withdrew from [Arla:from] to [Bram:stop].", "rebels");
    const auto r = story.told(plain);
    EXPECT_EQ(linesOf(r.claims), (Lines{"left Arla: 1, then 0"}));
    EXPECT_LT(r.claims[0].weight, 0.75) << "others of his side may have stayed";
}

TEST(ControlClaims, whoWasToldToHoldItLeavesItMoreSurely) {
    Story story;
    others(story, "capture", "The rebels took [Arla:ref].", "rebels");
    others(story, "withdraw", "The rebels withdrew from [Arla:from].", "rebels");
    const auto r = story.told(plain);
    ASSERT_EQ(linesOf(r.claims), (Lines{"took Arla: 1, before 0", "left Arla: 1, then 0"}));
    EXPECT_EQ(r.claims[1].weight, r.claims[0].weight);
}

TEST(ControlClaims, whoWithdrawsLeavesWhereHeStoodToo) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("withdraw", "We withdrew to [Corl:stop].");
    const auto r = story.told(plain);
    EXPECT_EQ(linesOf(r.claims), (Lines{"holds Arla: 0", "left Arla: 0, then 1"}));
    const auto left = onlyClaim(r, Control::left);
    EXPECT_NE(left.why.find("where the narrator stood"), std::string::npos);
    EXPECT_LT(left.weight, 0.9);
}

TEST(ControlClaims, aWithdrawalThatNamesItsOriginIsToldOnce) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("withdraw", "We withdrew from [Arla:from] to [Corl:stop].");
    const auto left = onlyClaim(story.told(plain), Control::left);
    EXPECT_EQ(lineOf(left), "left Arla: 0, then 1");
    EXPECT_EQ(left.why, "");
}

TEST(ControlClaims, whatIsAttackedIsContested) {
    Story story;
    others(story, "attack", "The rebels attacked [Bram:stop].", "rebels");
    EXPECT_EQ(linesOf(story.told(plain).claims), (Lines{"contested Bram: 1"}));
}

TEST(ControlClaims, whatIsCutIsNoTown) {
    Story story;
    others(story, "cut", "The rebels cut the road at [Bram:ref].", "rebels");
    others(story, "besiege", "The rebels surrounded [Corl:ref].", "rebels");
    EXPECT_EQ(linesOf(story.told(plain).claims), (Lines{"cut Bram: 1", "cut Corl: 1"}));
}

TEST(ControlClaims, whereOthersStandTheyHold) {
    Story story;
    others(story, "deploy", "The rebels stood at [Bram:stop].", "rebels");
    EXPECT_EQ(linesOf(story.told(plain).claims), (Lines{"holds Bram: 1"}));
}

TEST(ControlClaims, whatIsOrderedFearedOrDeniedIsNone) {
    for (const auto status : {Status::ordered, Status::hypothetical, Status::background})
        for (const char* kind : {"capture", "withdraw", "attack", "cut", "deploy", "advance", "hand-over"}) {
            Story story;
            others(story, kind, "The rebels and [Arla:ref] and [Bram:stop].", "rebels").status = status;
            EXPECT_EQ(linesOf(story.told(plain).claims), Lines{}) << kind << " " << text::nameOf(status);
        }
    for (const char* kind : {"withdraw", "attack", "cut", "deploy"}) {
        Story story;
        others(story, kind, "The rebels and [Arla:ref] and [Bram:stop].", "rebels").status = Status::negated;
        EXPECT_EQ(linesOf(story.told(plain).claims), Lines{}) << kind << " denied";
    }
}

TEST(ControlClaims, otherVoicesWeighLess) {
    const auto weight = [](Voice voice) {
        Story story;
        others(story, "capture", "The rebels took [Arla:ref].", "rebels").voice = voice;
        return onlyClaim(story.told(plain), Control::took).weight;
    };
    EXPECT_GT(weight(Voice::seen), weight(Voice::told));
    EXPECT_EQ(weight(Voice::told), weight(Voice::reported));
    EXPECT_GT(weight(Voice::reported), weight(Voice::claimed));
    EXPECT_GT(weight(Voice::claimed), 0.3);
}

TEST(ControlClaims, whatTheEditorAddsIsNone) {
    Story story;
    others(story, "capture", "The rebels took [Arla:ref].", "rebels").voice = Voice::editor;
    EXPECT_EQ(linesOf(story.told(plain).claims), Lines{});
}

// The map's towns, of which Arla is a country or a desert of that radius.
Lookup widened(const std::string& type, double radius_m) {
    const auto widen = [=](geo::Place place) {
        if (place.name == "Arla") {
            place.type = type;
            place.where.radius_m = radius_m;
        }
        return place;
    };
    return {[=](std::string_view asked, std::optional<geo::LonLat> near) {
                auto found = plain.search(asked, near);
                for (auto& candidate : found) candidate.place = widen(candidate.place);
                return found;
            },
            [=](std::string_view id) {
                auto place = plain.byId(id);
                return place ? std::optional(widen(*place)) : place;
            },
            plain.inBox};
}

TEST(ControlClaims, noCountryIsHeld) {
    const auto country = widened("country", 300'000);
    for (const char* kind : {"capture", "withdraw", "attack", "cut", "deploy", "hand-over"}) {
        Story story;
        others(story, kind, "The rebels and [Arla:stop] and [Arla:from].", "rebels");
        EXPECT_EQ(linesOf(story.told(country).claims), Lines{}) << kind;
    }
}

TEST(ControlClaims, noDesertIsHeld) {
    const auto desert = widened("desert", 60'000);
    for (const char* kind : {"capture", "withdraw", "attack", "cut", "deploy", "hand-over"}) {
        Story story;
        others(story, kind, "The rebels and [Arla:stop] and [Arla:from].", "rebels");
        EXPECT_EQ(linesOf(story.told(desert).claims), Lines{}) << kind;
    }
}

const std::vector<model::Side> three{{.name = "We", .called = {"we", "@unit", "@friendly"}},
                                     {.name = "Rebels", .called = {"rebels"}},
                                     {.name = "Raiders", .called = {"raiders"}}};

TEST(ControlClaims, ofThreeSidesNobodyKnowsWhoHeldItBefore) {
    Story story;
    others(story, "capture", "The raiders took [Arla:ref].", "raiders");
    EXPECT_EQ(linesOf(toldWithSides(story, plain, three).claims), (Lines{"took Arla: 2"}));
}

TEST(ControlClaims, whatWasLeftIsHisWhomMostClaimsSetAgainstTheSide) {
    Story story;
    others(story, "attack", "The raiders attacked [Arla:stop].", "raiders");
    others(story, "attack", "The raiders attacked [Bram:stop].", "raiders");
    others(story, "attack", "The rebels attacked [Corl:stop].", "rebels");
    others(story, "withdraw", "The army withdrew from [Dorn:from].", "army");
    EXPECT_EQ(lineOf(onlyClaim(toldWithSides(story, plain, three), Control::left)), "left Dorn: 0, then 2");
}

TEST(ControlClaims, aSidesOwnLeavingSetsItAgainstNobody) {
    Story story;
    others(story, "attack", "The raiders attacked [Arla:stop].", "raiders");
    others(story, "withdraw", "The rebels withdrew from [Bram:from].", "rebels");
    others(story, "withdraw", "The rebels withdrew from [Corl:from].", "rebels");
    others(story, "withdraw", "The army withdrew from [Dorn:from].", "army");
    const auto r = toldWithSides(story, plain, three);
    EXPECT_EQ(lineOf(r.claims.back()), "left Dorn: 0, then 2");
}

TEST(ControlClaims, ofThreeSidesNobodyIsTakenToHaveComeWhereNoneIsSetAgainst) {
    Story story;
    others(story, "withdraw", "The army withdrew from [Dorn:from].", "army");
    EXPECT_EQ(lineOf(onlyClaim(toldWithSides(story, plain, three), Control::left)), "left Dorn: 0");
}

TEST(ControlClaims, oneSideAloneTakesAndLeaves) {
    Story story;
    others(story, "capture", "The rebels took [Arla:ref].", "rebels");
    others(story, "withdraw", "The army withdrew from [Dorn:from].", "army");
    const auto r = toldWithSides(story, plain, {{.name = "We", .called = {"we", "@friendly"}}});
    EXPECT_EQ(linesOf(r.claims), (Lines{"took Arla: nobody's", "left Dorn: 0"}));
}

TEST(ControlClaims, controlMayFlipBack) {
    Story story;
    const auto on = [&](int day) { story.when().date = timeline::Date{2024, 12, day}; };
    story.tell("deploy", "We stood at [Corl:stop].");
    on(3);
    others(story, "capture", "The rebels took [Arla:ref].", "rebels");
    on(5);
    story.tell("capture", "We took [Arla:ref] back.");
    on(7);
    others(story, "capture", "The rebels took [Arla:ref] again.", "rebels");
    on(9);
    story.tell("deploy", "We stood at [Dorn:stop].");
    on(11);
    const auto r = story.told(plain);
    auto changes = changesOf(r);
    EXPECT_EQ(linesOf(changes),
              (Lines{"took Arla: 1, before 0", "took Arla: 0, before 1", "took Arla: 1, before 0"}));
    for (std::size_t i = 1; i < changes.size(); ++i) EXPECT_GT(changes[i].from, changes[i - 1].to);
}

TEST(ControlClaims, spanIsWhatTheWordsSayOfTheHour) {
    Story story;
    others(story, "capture", "The rebels took [Arla:ref].", "rebels");
    auto& time = story.when();
    time.date = timeline::Date{2024, 12, 5};
    time.clock = oClock(6);
    const auto claim = onlyClaim(story.told(plain), Control::took);
    EXPECT_TRUE(claim.dated);
    EXPECT_LE(claim.from, static_cast<double>(at(12, 5, 6).seconds));
    EXPECT_GE(claim.to, static_cast<double>(at(12, 5, 6).seconds));
    EXPECT_LT(claim.to - claim.from, 2 * 3600.0);
    EXPECT_EQ(claim.quote, story.reading.statements[0].evidence);
}

TEST(ControlClaims, withoutAnyHourItIsSixHoursAboutItsPlaceInTheOrder) {
    Story story;
    others(story, "capture", "The rebels took [Arla:ref].", "rebels");
    const auto claim = onlyClaim(story.told(plain), Control::took);
    EXPECT_FALSE(claim.dated);
    EXPECT_EQ(claim.to - claim.from, 6 * 3600.0);
    EXPECT_EQ((claim.to + claim.from) / 2, claim.at);
}

}  // namespace
}  // namespace retrace::reconstruct::test
