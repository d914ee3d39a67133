#include "panel_test.hpp"
#include "ui/candidate_card.hpp"

namespace retrace::ui {
namespace {

class InspectorPanel : public PanelTest {
protected:
    void SetUp() override {
        panels = [this](Requests& out) { inspectorPanel(facts(), layout(), own, out); };
        screen.frames(3, panels);
    }
    void show(Selection selected) {
        selection = selected;
        screen.frames(3, panels);
    }
    void decide(std::size_t mention, decltype(model::Decision::what) what, const std::string& reason) {
        const text::Quote& at = reconstruction().mentions[mention].mention.quote;
        given.opened.document.decisions.push_back(
            {{at, quoteOfWords(at)}, std::move(what), "probable", reason});
    }
    [[nodiscard]] std::string quoteOfWords(const text::Quote& at) const {
        return text::words(reconstruction().sources[0], at);
    }
    [[nodiscard]] const document::Request& only() const {
        static const document::Request none;
        EXPECT_EQ(screen.requests.size(), 1U);
        return screen.requests.empty() ? none : screen.requests.front();
    }
};

TEST_F(InspectorPanel, SumsTheCaseUpWhereNothingIsSelected) {
    EXPECT_TRUE(screen.shows("The driver"));
    EXPECT_TRUE(screen.shows("4 events"));
    EXPECT_TRUE(screen.shows("Millford may be two towns"));
    screen.click(screen.middleOf("Show"), panels);
    EXPECT_EQ(only(), selectMention(reconstruction(), 1));
}

TEST_F(InspectorPanel, SaysThatNothingIsDoubtful) {
    given.reconstruction.findings.clear();
    screen.frames(2, panels);
    EXPECT_TRUE(screen.shows("Nothing is doubtful enough to ask"));
}

TEST_F(InspectorPanel, ChoosesTheCandidateThatIsClicked) {
    show({.event = {}, .mention = 1});
    EXPECT_TRUE(screen.shows("Undecided"));
    EXPECT_TRUE(screen.shows("0.61"));
    EXPECT_TRUE(screen.shows("nearer"));
    ASSERT_EQ(screen.count("Choose"), 2U);
    screen.click(screen.middleOf("Choose", 1), panels);
    EXPECT_EQ(only().verb, "choose-place");
    EXPECT_EQ(only().positional, (std::vector<std::string>{quote(1), "gn:22"}));
    EXPECT_FALSE(only().named.contains("reason")) << "nobody gave one";
    EXPECT_EQ(only().named.at("certainty"), "probable");
    EXPECT_NO_THROW((void)document::apply(given.opened.document, only(), given.opened.texts));
}

TEST_F(InspectorPanel, TellsWhereACandidateComesFromAndHowFarItLiesFromItsNeighbours) {
    auto& candidate = given.reconstruction.mentions[1].candidates[1];
    candidate.place.region = "Fen County";
    candidate.gazetteer = "/somewhere/lists/fens.gpkg";
    show({.event = {}, .mention = 1});
    EXPECT_TRUE(screen.shows("Fen County"));
    EXPECT_TRUE(screen.shows("fens.gpkg"));
    EXPECT_FALSE(screen.shows("somewhere"));
    const auto near = distancesToNeighbours(reconstruction(), 1, candidate.place);
    ASSERT_EQ(near.size(), 2U);
    EXPECT_TRUE(near[0].ends_with("from Oldbridge")) << near[0];
    EXPECT_TRUE(near[1].ends_with("from Hightown")) << near[1];
}

TEST_F(InspectorPanel, FoldsAllButAFewReasons) {
    given.reconstruction.mentions[1].candidates.resize(1);
    given.reconstruction.mentions[1].candidates[0].reasons = {"reason a", "reason b", "reason c", "reason d"};
    show({.event = {}, .mention = 1});
    EXPECT_TRUE(screen.shows("reason c"));
    EXPECT_FALSE(screen.shows("reason d"));
    screen.click(screen.middleOf("All 4 reasons"), panels);
    screen.frames(2, panels);
    EXPECT_TRUE(screen.shows("reason d"));
}

TEST_F(InspectorPanel, SettlesOnlyTheMentionThatIsShownWhereItIsSaid) {
    show({.event = {}, .mention = 1});
    own.allMentions = false;
    screen.click(screen.middleOf("Choose", 1), panels);
    EXPECT_EQ(only().named.at("all"), "no");
    EXPECT_NO_THROW((void)document::apply(given.opened.document, only(), given.opened.texts));
}

TEST_F(InspectorPanel, OffersAPointForEveryNameThatNoGazetteerHas) {
    given.reconstruction.findings = {{"gazetteer-missing",
                                      "error",
                                      "the gazetteer knows 3 of 5 names",
                                      {reconstruction().mentions[1].mention.quote},
                                      {}}};
    screen.frames(3, panels);
    EXPECT_TRUE(screen.shows("tools/gazetteer CC"));
    screen.click(screen.middleOf("Millford: put a point"), panels);
    ASSERT_EQ(screen.requests.size(), 2U);
    EXPECT_EQ(screen.requests[0], selectMention(reconstruction(), 1));
    EXPECT_EQ(screen.requests[1].verb, "put-point");
    EXPECT_EQ(screen.requests[1].positional, std::vector<std::string>{quote(1)});
}

TEST_F(InspectorPanel, GivesTheMapTheCandidateUnderTheMouse) {
    show({.event = {}, .mention = 1});
    screen.moveTo(screen.middleOf("Millford South"), panels);
    EXPECT_EQ(own.hoveredCandidate, 1U);
    screen.moveTo({600, 400}, panels);
    EXPECT_FALSE(own.hoveredCandidate);
}

TEST_F(InspectorPanel, OffersNoChoiceForWhatIsChosen) {
    show({.event = {}, .mention = 0});
    EXPECT_TRUE(screen.shows("the only one of this name"));
    EXPECT_EQ(screen.count("Choose"), 0U);
}

TEST_F(InspectorPanel, LetsAMentionBeNoPlace) {
    show({.event = {}, .mention = 2});
    screen.click(screen.middleOf("Not a place"), panels);
    EXPECT_EQ(only().verb, "ignore-mention");
    EXPECT_EQ(only().positional, std::vector<std::string>{quote(2)});
    EXPECT_NO_THROW((void)document::apply(given.opened.document, only(), given.opened.texts));
}

TEST_F(InspectorPanel, ShowsQuoteStandingAndSpanOfAnEvent) {
    show({.event = 0, .mention = {}});
    EXPECT_TRUE(screen.shows("the narrator tells it"));
    EXPECT_TRUE(screen.shows("3 May 2023, 06:00"));
    EXPECT_TRUE(screen.shows("the day is stated"));
    show({.event = 3, .mention = {}});
    EXPECT_TRUE(screen.shows("the words leave the day open"));
}

TEST_F(InspectorPanel, SetsTheTimeOfAnEvent) {
    show({.event = 3, .mention = {}});
    screen.click(screen.middleOf("Set a time"), panels);
    ASSERT_TRUE(screen.shows("5 Dec 06:00"));
    screen.click(screen.middleOf("5 Dec 06:00"), panels);
    screen.type("5 May 20:00 - 21:30?", panels);
    EXPECT_EQ(own.timeTyped, "5 May 20:00 - 21:30?");
    EXPECT_TRUE(screen.shows("read as 5 May 2023, 20:00-21:30"));
    EXPECT_EQ(own.timeCertainty, "possible");
    screen.click(screen.middleOf("no reason given"), panels);
    screen.type("a letter", panels);
    screen.click(screen.middleOf("Keep"), panels);
    EXPECT_EQ(only().verb, "set-time");
    EXPECT_EQ(only().positional,
              (std::vector<std::string>{quoteArgument(reconstruction().events[3].evidence[0]),
                                        "2023-05-05T20:00:00+02:00/2023-05-05T21:30:00+02:00"}));
    EXPECT_EQ(only().named.at("certainty"), "possible");
    EXPECT_EQ(only().named.at("reason"), "a letter");
    EXPECT_NO_THROW((void)document::apply(given.opened.document, only(), given.opened.texts));
    EXPECT_FALSE(own.timeOpen);
}

TEST_F(InspectorPanel, MeansTheZoneThatItShows) {
    given.opened.document.zone = "America/Lima";  // not the one of the clock
    show({.event = 3, .mention = {}});
    screen.click(screen.middleOf("Set a time"), panels);
    EXPECT_TRUE(screen.shows("time of Paris"));
    own.timeTyped = "2023-05-05T20:00/..";
    screen.frames(2, panels);
    screen.click(screen.middleOf("Keep"), panels);
    const document::Document after = document::apply(given.opened.document, only(), given.opened.texts);
    ASSERT_EQ(after.decisions.size(), 1U);
    EXPECT_EQ(std::get<model::SetTime>(after.decisions[0].what).span.earliest, inParis(2023, 5, 5, 1200));
}

TEST_F(InspectorPanel, SaysThatWhatWasTypedIsNoTime) {
    show({.event = 3, .mention = {}});
    screen.click(screen.middleOf("Set a time"), panels);
    own.timeTyped = "some evening";
    screen.frames(2, panels);
    EXPECT_TRUE(screen.shows("This is no time yet"));
    screen.click(screen.middleOf("Keep"), panels);
    EXPECT_TRUE(screen.requests.empty());
}

TEST_F(InspectorPanel, SaysOnceWhyAWayIsDrawn) {
    model::Itinerary itinerary;
    itinerary.stops.resize(3);
    for (std::size_t i = 0; i < 3; ++i) {
        itinerary.stops[i].event = i;
        itinerary.stops[i].place = reconstruction().mentions[i == 1 ? 3 : 0].place;
    }
    model::Leg leg;
    leg.fromStop = 0;
    leg.toStop = 1;
    leg.event = 1;
    leg.distance_m = 45'200;
    leg.why = "a ford is told of";
    itinerary.legs = {leg, leg};
    itinerary.stops[1].why = "the middle of the words";
    given.reconstruction.itineraries = {itinerary};
    given.reconstruction.mentions[2].candidates.clear();
    show({.event = 1, .mention = {}});
    ImGui::GetIO().MousePos = {layout().right.x + 50, 400};
    ImGui::GetIO().MouseWheel = -100;
    screen.frames(6, panels);
    EXPECT_EQ(screen.count("A ford is told of."), 1U);
    EXPECT_EQ(screen.count("The middle of the words."), 1U);
    EXPECT_EQ(screen.count("Inferred way, about 45 km"), 2U);
}

TEST_F(InspectorPanel, KeepsNoTimeWithoutABound) {
    show({.event = 3, .mention = {}});
    screen.click(screen.middleOf("Set a time"), panels);
    screen.click(screen.middleOf("Keep"), panels);
    EXPECT_TRUE(screen.requests.empty());
    EXPECT_TRUE(own.timeOpen);
    screen.click(screen.middleOf("Cancel"), panels);
    EXPECT_FALSE(own.timeOpen);
}

TEST_F(InspectorPanel, NeverGivesOneEventTheHoursTypedForAnother) {
    show({.event = 0, .mention = {}});
    screen.click(screen.middleOf("Set a time"), panels);
    EXPECT_EQ(own.timeTyped, "3 May 2023, 06:00-06:30");
    show({.event = 1, .mention = {}});
    EXPECT_FALSE(screen.shows("Keep"));
    EXPECT_FALSE(own.timeOpen);
}

TEST_F(InspectorPanel, ForgetsTheDecisionThatItShows) {
    decide(1, model::ChoosePlace{"gn:22", {}, "", true}, "a map of the time");
    show({.event = {}, .mention = 1});
    EXPECT_TRUE(screen.shows("a map of the time"));
    screen.click(screen.middleOf("Forget this decision"), panels);
    EXPECT_EQ(only().verb, "forget-decision");
    EXPECT_TRUE(document::apply(given.opened.document, only(), given.opened.texts).decisions.empty());
}

TEST_F(InspectorPanel, TellsDecisionsOnPlaceAndTimeApart) {
    const text::Quote& evidence = reconstruction().events[0].evidence[0];  // holds the name Millford
    given.opened.document.decisions = {{{reconstruction().mentions[1].mention.quote, "Millford"},
                                        model::ChoosePlace{"gn:22", {}, "", true},
                                        "probable",
                                        "why this place"},
                                       {{evidence, quoteOfWords(evidence)},
                                        model::SetTime{reconstruction().events[0].when.span, ""},
                                        "certain",
                                        "why this hour"}};
    show({.event = 0, .mention = {}});
    EXPECT_EQ(screen.count("why this hour"), 1U);
    ASSERT_TRUE(screen.shows("Forget this decision"));
    screen.click(screen.middleOf("Forget this decision"), panels);  // the first is that of the hour
    const document::Document after = document::apply(given.opened.document, only(), given.opened.texts);
    ASSERT_EQ(after.decisions.size(), 1U) << "the decision on the place must stay";
    EXPECT_EQ(after.decisions[0].reason, "why this place");
}

TEST_F(InspectorPanel, ShowsWhatOtherSourcesHaveNearby) {
    model::RecordRow row;
    row.row = 7;
    row.place = "Oldbridge bridge";
    row.fromSide = "A";
    row.toSide = "B";
    row.confidence = "high";
    row.where = {{2.001, 48.001}, 500};
    row.when = reconstruction().events[0].when.span;
    given.reconstruction.record = {row};
    own.timeOpen = false;
    show({.event = 0, .mention = 0});
    ImGui::GetIO().MousePos = {layout().right.x + 50, 400};
    ImGui::GetIO().MouseWheel = -100;
    screen.frames(6, panels);
    EXPECT_TRUE(screen.shows("Oldbridge bridge"));
    EXPECT_TRUE(screen.shows("row 7"));
}

TEST_F(InspectorPanel, TakesASelectionThatIsGone) {
    show({.event = 99, .mention = 99});
    EXPECT_TRUE(screen.shows("THE CASE"));
}

}  // namespace
}  // namespace retrace::ui
