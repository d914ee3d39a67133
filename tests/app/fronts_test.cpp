#include "app/fronts.hpp"

#include "app/data_folder.hpp"
#include "app/session.hpp"
#include "geo/error.hpp"
#include "ui/claim_words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace retrace::app {
namespace {

/// The bundled case: three sides, a record, a narrator.
class FrontsTest : public testing::Test {
protected:
    void SetUp() override {
        ::setenv("RETRACE_DATA", RETRACE_DATA, 1);
        view.size = {800, 500};
        gazetteer.emplace(openGazetteer(options));
        session = sessionOf(openDocument(bundledCase(), options), *gazetteer, options, view);
        session.keepsState = false;
    }
    void ask(const std::string& verb, std::vector<std::string> positional = {},
             std::map<std::string, std::string> named = {}) {
        carryOut(session, {verb, std::move(positional), std::move(named)}, *gazetteer, view);
        if (session.stale) refresh(session, *gazetteer);
    }
    [[nodiscard]] const model::Reconstruction& story() const { return session.shown.reconstruction; }

    CaseOptions options;
    scene::View view;
    std::optional<gazetteer::Gazetteer> gazetteer;
    Session session;
};

TEST_F(FrontsTest, EachChoiceShowsItsFront) {
    const auto shown = [&](const std::string& which) {
        ui::FrontLook look;
        look.shown = which;
        return frontViewOf(session.shown, look);
    };
    EXPECT_FALSE(shown("none"));
    EXPECT_EQ(shown("narrator")->field, session.shown.front.told);
    EXPECT_EQ(shown("record")->field, session.shown.front.recorded);
    EXPECT_EQ(shown("both")->whose, "both");
    EXPECT_EQ(shown("over")->compare, scene::Compare::over);
    EXPECT_EQ(shown("swipe")->beside, session.shown.front.recorded);
    EXPECT_EQ(shown("difference")->compare, scene::Compare::difference);
    EXPECT_THROW((void)shown("nobody"), Error);
    Case empty;
    EXPECT_FALSE(frontViewOf(empty, {})) << "nobody claims anything";
}

TEST_F(FrontsTest, VerbsChangeWhatIsShownAndRefuseWhatTheyDoNotKnow) {
    EXPECT_EQ(session.front.shown, "narrator");
    ask("front");
    EXPECT_EQ(session.front.shown, "record");
    ask("front", {"over"});
    ask("front-opacity", {"40"});
    EXPECT_DOUBLE_EQ(session.front.opacity, 0.4);
    ask("front-side", {"Insurgents"});
    EXPECT_EQ(frontViewOf(session.shown, session.front)->hidden, (std::vector<std::size_t>{1}));
    ask("front-side", {"Insurgents", "on"});
    EXPECT_TRUE(session.front.hidden.empty());
    ask("swipe", {"25"});
    EXPECT_EQ(session.front.shown, "swipe");
    EXPECT_DOUBLE_EQ(session.front.swipe, 0.25);
    const ui::FrontLook before = session.front;
    EXPECT_THROW(ask("front", {"mine"}), Error);
    EXPECT_THROW(ask("front-opacity", {"140"}), Error);
    EXPECT_THROW(ask("front-opacity", {"nan"}), Error);
    EXPECT_THROW(ask("front-side", {"Martians"}), Error);
    EXPECT_THROW(ask("ask-front", {"far", "away"}), Error);
    EXPECT_EQ(session.front, before);
}

TEST_F(FrontsTest, APointIsAskedAboutUntilSomethingIsSelected) {
    ask("front", {"none"});
    ask("ask-front", {"36.66", "35.2"});
    EXPECT_EQ(session.front.shown, "narrator") << "a front must be shown to be asked";
    ASSERT_TRUE(session.frontAsked);
    const auto answers = answersAt(session.shown, session.front, *session.frontAsked, storyNow(session));
    ASSERT_EQ(answers.size(), 1U);
    ASSERT_FALSE(answers[0].shares.empty());
    double sum = 0;
    for (const auto& share : answers[0].shares) {
        ASSERT_LT(share.claim, story().claims.size());
        EXPECT_FALSE(story().claims[share.claim].record) << "the narrator's front rests on his words alone";
        sum += share.weight;
    }
    EXPECT_NEAR(sum, 1, 0.1);
    ask("select-event", {story().events[3].id});
    EXPECT_FALSE(session.frontAsked);
}

TEST_F(FrontsTest, ASettledClaimIsDerivedAnewAndUndone) {
    const auto told = std::ranges::find_if(story().claims, [](const auto& c) { return c.quote && c.kind == model::Control::left; });
    ASSERT_NE(told, story().claims.end());
    auto request = *ui::settleClaim(story(), *told);
    request.named["ignore"] = "yes";
    const std::size_t count = story().claims.size();
    ask(request.verb, request.positional, request.named);
    EXPECT_LT(story().claims.size(), count);
    ask("undo");
    EXPECT_EQ(story().claims.size(), count);
}

TEST_F(FrontsTest, TheRecordIsThereWhateverCounts) {
    ask("by", {"words"});
    EXPECT_FALSE(session.shown.front.recorded->sites.empty());
    EXPECT_FALSE(session.shown.ledger.entries.empty());
    EXPECT_EQ(session.shown.ledger.count(compare::Verdict::datedBy), 0U) << "nothing is dated by it now";
}

}  // namespace
}  // namespace retrace::app
