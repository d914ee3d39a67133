#include "panel_test.hpp"
#include "ui/claim_words.hpp"

namespace retrace::ui {
namespace {

// Two sides; the narrator says that his left Oldbridge, a record that the others took Hightown.
class FrontCard : public PanelTest {
protected:
    void SetUp() override {
        model::Reconstruction& r = given.reconstruction;
        r.sides = {{.name = "Column"}, {.name = "Riders"}};
        given.opened.document.sides = r.sides;
        model::ControlClaim told;
        told.kind = model::Control::left;
        told.place = placeAt("gn:Oldbridge", "Oldbridge", 2.0, 48.0);
        told.party = 0;
        told.after = 1;
        told.weight = 0.9;
        told.certainty = "stated";
        told.event = 0;
        told.quote = r.events[0].evidence[0];
        told.when = r.events[0].when.span;
        model::RecordRow row;
        row.row = 7;
        row.place = "Hightown";
        row.source = "a newspaper";
        r.record = {row};
        given.opened.record = r.record;
        model::ControlClaim recorded;
        recorded.kind = model::Control::took;
        recorded.place = placeAt("record:7", "Hightown", 2.9, 48.4);
        recorded.party = 1;
        recorded.before = 0;
        recorded.record = 0;
        r.claims = {told, recorded};
        front.shown = "over";
        answers = {{{2.0, 48.0}, "narrator", {0.2, 0.8}, 0.9, {{0, 1, 1.0}}}, {{2.0, 48.0}, "record", {0.5, 0.5}, 0.1, {}}};
        panels = [this](Requests& out) { inspectorPanel(facts(), layout(), own, out); };
        screen.frames(3, panels);
    }
    [[nodiscard]] const document::Request& only() const {
        static const document::Request none;
        EXPECT_EQ(screen.requests.size(), 1U);
        return screen.requests.empty() ? none : screen.requests.front();
    }
    [[nodiscard]] document::Document applied() const {
        return document::apply(given.opened.document, only(), given.opened.texts, given.opened.record);
    }
};

TEST_F(FrontCard, TellsWhoHeldThePointByWhoseWordAndByWhichClaims) {
    EXPECT_TRUE(screen.shows("AS THE NARRATOR TELLS IT"));
    EXPECT_TRUE(screen.shows("Riders, 80 %"));
    EXPECT_TRUE(screen.shows("100 % \xC2\xB7 Column left Oldbridge; that Riders came is inferred"));
    EXPECT_TRUE(screen.shows("the narrator says \xC2\xB7 stated \xC2\xB7 90 %"));
    EXPECT_TRUE(screen.shows("AS OTHER SOURCES REPORT IT"));
    EXPECT_TRUE(screen.shows("Not stated")) << "support of a tenth";
}

TEST_F(FrontCard, LeadsFromAClaimToItsWords) {
    screen.click(screen.middleOf("On 3 May 2023"), panels);
    EXPECT_EQ(only(), selectEvent(reconstruction(), 0));
    ASSERT_TRUE(own.shownQuote);
}

TEST_F(FrontCard, SettlesAClaim) {
    screen.click(screen.middleOf("Settle"), panels);
    EXPECT_TRUE(screen.shows("from then on it was held by"));
    screen.click(screen.middleOf("Column", screen.count("Column") - 1), panels);
    screen.click(screen.middleOf("certain"), panels);
    screen.click(screen.middleOf("Keep"), panels);
    EXPECT_EQ(only().verb, "settle-control");
    EXPECT_EQ(only().named.at("side"), "Column");
    EXPECT_EQ(only().named.at("certainty"), "certain");
    EXPECT_EQ(only().named.at("place"), "gn:Oldbridge");
    EXPECT_FALSE(only().named.contains("time"));
    const auto document = applied();
    ASSERT_EQ(document.decisions.size(), 1U);
    EXPECT_EQ(std::get<model::SettleControl>(document.decisions[0].what).side, "Column");
    EXPECT_FALSE(own.settling);
}

TEST_F(FrontCard, IgnoresAClaimAndForgetsADecision) {
    screen.click(screen.middleOf("Settle"), panels);
    screen.click(screen.middleOf("Ignore it"), panels);
    EXPECT_EQ(only().named.at("ignore"), "yes");
    EXPECT_TRUE(std::get<model::SettleControl>(applied().decisions[0].what).ignored);
    screen.requests.clear();
    given.reconstruction.claims[0].decision = 0;
    screen.frames(2, panels);
    screen.click(screen.middleOf("Forget this decision"), panels);
    EXPECT_EQ(only().verb, "forget-decision");
    EXPECT_EQ(only().named.at("kind"), "settle-control");
}

TEST_F(FrontCard, ClosesAndGivesWayToASelection) {
    screen.click(screen.middleOf("Close"), panels);
    EXPECT_EQ(only().verb, "deselect");
    selection.event = 0;
    screen.frames(3, panels);
    EXPECT_FALSE(screen.shows("WHO HELD IT"));
}

TEST_F(FrontCard, ARecordsClaimIsSettledByItsRow) {
    const auto request = settleClaim(reconstruction(), reconstruction().claims[1]);
    ASSERT_TRUE(request);
    EXPECT_EQ(request->positional, std::vector<std::string>{"record:7"});
    EXPECT_FALSE(request->named.contains("place"));
    EXPECT_EQ(claimWords(reconstruction(), reconstruction().claims[1]), "Riders took Hightown from Column");
    EXPECT_EQ(claimSource(reconstruction(), reconstruction().claims[1]), "record, row 7 \xC2\xB7 a newspaper");
    model::ControlClaim nobodys;
    EXPECT_FALSE(settleClaim(reconstruction(), nobodys));
}

class FrontControls : public FrontCard {
protected:
    void SetUp() override {
        FrontCard::SetUp();
        panels = [this](Requests& out) { frontControls(facts(), layout(), own, out); };
        screen.frames(3, panels);
    }
};

TEST_F(FrontControls, ChoosesWhoseFrontIsShown) {
    EXPECT_TRUE(screen.shows("Front: the narrator's, others' line over it"));
    screen.click(screen.middleOf("Front:"), panels);
    screen.click(screen.middleOf("where the two differ"), panels);
    EXPECT_EQ(only(), (document::Request{"front", {"difference"}, {}}));
}

TEST_F(FrontControls, LeavesOutASide) {
    screen.click(screen.middleOf("Front:"), panels);
    screen.click(screen.middleOf("Riders"), panels);
    EXPECT_EQ(only(), (document::Request{"front-side", {"Riders", "off"}, {}}));
}

class LedgerPanel : public FrontCard {
protected:
    void SetUp() override {
        FrontCard::SetUp();
        compare::Entry against, alone;
        against.verdict = compare::Verdict::contradicted;
        against.basis = compare::Basis::order;
        against.what = "Riders closed the road at Hightown";
        against.finding = "the order of telling is not the record's";
        against.quote = reconstruction().events[1].evidence[0];
        against.rows = {0};
        alone.what = "Column left Oldbridge";
        alone.finding = "no row of the record speaks of it";
        alone.quote = reconstruction().events[0].evidence[0];
        ledger.entries = {alone, against};
        ledger.untold = {0};
        own.below = Below::ledger;
        panels = [this](Requests& out) { timelinePanel(facts(), layout(), own, out); };
        screen.frames(3, panels);
    }
};

TEST_F(LedgerPanel, TellsWhatIsContradictedFirst) {
    EXPECT_TRUE(screen.shows("Other sources 1"));
    EXPECT_TRUE(screen.shows("by the order told"));
    EXPECT_LT(screen.middleOf("Riders closed the road").y, screen.middleOf("Column left Oldbridge").y);
    screen.click(screen.middleOf("The mayor fled"), panels);
    EXPECT_EQ(only(), selectEvent(reconstruction(), 1));
}

TEST_F(LedgerPanel, SaysThatThereIsNoOtherSource) {
    given.reconstruction.record.clear();
    screen.frames(3, panels);
    EXPECT_TRUE(screen.shows("No other source is given"));
}

}  // namespace
}  // namespace retrace::ui
