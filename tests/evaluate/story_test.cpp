#include "evaluate/story_report.hpp"
#include "evaluate/story_scores.hpp"
#include "evaluate/story_tables.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>

namespace retrace::evaluate {
namespace {

// 0         1         2         3
// 0123456789012345678901234567890123456789
// We left Arla and reached Bram at noon.
const text::Source words = text::readSource("t", "We left Arla and reached Bram at noon.");

std::vector<document::CsvRow> rows(const std::string& csv) {
    return document::parseCsv(csv, ',', "table.csv");
}

const std::string eventsHead =
    "event_id,start,end,evidence,kind,kind_alt,status,presence,voice,day_code,local_clock,earliest,latest\n";

std::string messageOf(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

model::Reconstruction read() {
    model::Reconstruction r;
    r.zone = "+03:00";
    const auto mention = [&](std::size_t begin, const std::string& name, text::Role role) {
        model::PlaceMention m;
        m.mention.quote = {"t", begin, begin + name.size()};
        m.mention.surface = m.mention.name = name;
        m.mention.role = role;
        r.mentions.push_back(m);
    };
    mention(8, "Arla", text::Role::origin);
    mention(25, "Bram", text::Role::stop);
    r.mentions[1].place = geo::Place{.id = "b", .name = "Bram", .where = {{36, 35}, 100}};
    model::Event left{.id = "e@0", .order = 1, .kind = "move", .evidence = {{"t", 0, 12}}};
    model::Event reached{.id = "e@17", .order = 2, .kind = "arrive", .evidence = {{"t", 17, 37}}};
    reached.when.clock = timeline::ClockSpan{720, 720};
    reached.when.span.earliest = timeline::parseIso("2024-12-05T12:00", r.zone);
    reached.when.span.latest = timeline::parseIso("2024-12-05T12:30", r.zone);
    reached.when.day = model::DayCode::derived;
    r.events = {left, reached};
    model::Itinerary way{.actor = "narrator", .stops = {}, .legs = {}};
    way.stops.push_back({.order = 1, .event = 1, .mention = 1, .place = r.mentions[1].place});
    r.itineraries.push_back(way);
    return r;
}

ExpectedStory expected() {
    ExpectedStory e;
    e.events = eventsOf(rows(eventsHead +
                             "E1,0,12,We left Arla,withdraw,move,executed,narrator,seen,open,,,\n"
                             "E2,17,37,reached Bram at noon,arrive,,executed,unit,seen,derived,12:00/12:00,"
                             "2024-12-05T12:00,2024-12-05T12:20\n"),
                        "events.csv", words, "+03:00");
    e.mentions = rolesOf(rows("start,end,surface,role,alt_role\n8,12,Arla,origin,\n25,29,Bram,destination,stop\n"),
                         "mentions.csv", words);
    e.stops = stopsOf(rows("order,place,lat,lon,tolerance_km\n1,Bram,35.01,36.01,5\n2,Corl,,,\n"), "stops.csv");
    return e;
}

TEST(Story, FiguresCountWhatAPersonReads) {
    const StoryScores s = scoresOf({"t", expected(), {{"words", read()}}});
    EXPECT_EQ(s.events, (Share{2, 2}));
    EXPECT_EQ(s.kind, (Share{2, 2}));      // the second kind of the first row is as good
    EXPECT_EQ(s.presence, (Share{1, 2}));  // the unit's, not the narrator's
    EXPECT_EQ(s.roles, (Share{2, 2}));
    EXPECT_EQ(s.stops.recall(), (Share{1, 2}));
    EXPECT_EQ(s.stops.precision(), (Share{1, 1}));
    EXPECT_EQ(s.stopEdits, 1u);
    EXPECT_EQ(s.falseStops, 0u);
    ASSERT_EQ(s.times.size(), 1u);
    const TimeScores& t = s.times.front().second;
    EXPECT_EQ(t.clocks, (Share{1, 1}));
    EXPECT_EQ(t.inside, (Share{1, 1}));
    EXPECT_EQ(t.tight, (Share{1, 1}));  // half an hour against twenty minutes
    EXPECT_EQ(t.bounded, (Share{1, 2}));
}

TEST(Story, AFalseStopAndAWrongOrderAreSeen) {
    auto r = read();
    auto& stops = r.itineraries.front().stops;
    stops.push_back({.order = 2, .event = 0, .place = geo::Place{.id = "x", .name = "Xan", .where = {{40, 30}, 1}}});
    const StoryScores s = scoresOf({"t", expected(), {{"words", r}}});
    EXPECT_EQ(s.falseStops, 1u);
    EXPECT_EQ(s.stopEdits, 1u);
    EXPECT_FALSE(s.errors.empty());
}

TEST(Story, AimsAreReachedOrMissed) {
    const StoryScores s = scoresOf({"t", expected(), {{"words", read()}}});
    EXPECT_TRUE(storyAimOf("roles", 1, s).met);
    EXPECT_FALSE(storyAimOf("presence", 0.9, s).met);
    EXPECT_TRUE(storyAimOf("stop-edits", 1, s).met);
    EXPECT_FALSE(storyAimOf("stop-edits", 0, s).met);
    EXPECT_NE(messageOf([&] { (void)storyAimOf("beauty", 1, s); }), "");
}

TEST(Story, SumsAndReports) {
    const StoryScores one = scoresOf({"t", expected(), {{"words", read()}}});
    StoryReport report{{"a", "b"}, {one, one}, sumOf({one, one}), {storyAimOf("roles", 1, one)}, true};
    EXPECT_EQ(report.sum.roles, (Share{4, 4}));
    EXPECT_EQ(report.sum.stopEdits, 2u);
    EXPECT_NE(storyText(report).find("aim roles"), std::string::npos);
    EXPECT_NE(storyJson(report).find("\"stops F1\""), std::string::npos);
    EXPECT_TRUE(storyCsv(report).starts_with("text,error\n"));
    report.errors = false;
    EXPECT_NE(storyCsv(report).find("\"all\",\"roles\",1,4,4"), std::string::npos);
}

TEST(Story, TheInterviewsLayoutIsReadToo) {
    const auto events = eventsOf(
        rows("event_id,char_start,char_end,evidence,kind,status_code,presence_code,voice_code,day_code,local_clock,"
             "earliest_utc,latest_utc,best_utc\n"
             "E1,0,12,We left Arla,route_cut,executed,none,claimed,open,,2024-12-05T09:00Z,2024-12-05T10:00Z,\n"),
        "events.csv", words, "+03:00");
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].kinds, std::vector<std::string>{"cut"});
    EXPECT_EQ(events[0].earliest, timeline::parseIso("2024-12-05T12:00", "+03:00"));
}

TEST(Story, FaultyTablesAreRefusedWithFileAndLine) {
    const auto events = [](const std::string& row) {
        return messageOf([&] { (void)eventsOf(rows(eventsHead + row), "events.csv", words, "+03:00"); });
    };
    EXPECT_NE(events("E1,0,99,We left,move,,executed,narrator,seen,open,,,\n").find("events.csv, line 2"),
              std::string::npos);
    EXPECT_NE(events("E1,0,12,We left Arla,move,,done,narrator,seen,open,,,\n").find("'done'"), std::string::npos);
    EXPECT_NE(events("E1,0,12,We left Arla,move,,executed,narrator,seen,open,,soon,\n").find("'soon'"),
              std::string::npos);
    EXPECT_NE(events("E1,0,12,We left Arla,move,,executed,narrator,seen,open,,2024-12-06,2024-12-05\n")
                  .find("must not lie before"),
              std::string::npos);
    EXPECT_NE(messageOf([] { (void)stopsOf(rows("order,name\n1,Bram\n"), "stops.csv"); }).find("no column 'place'"),
              std::string::npos);
    EXPECT_NE(messageOf([] { (void)rolesOf(rows("start,end,surface,role\n8,12,Arla,hero\n"), "m.csv", words); })
                  .find("'hero'"),
              std::string::npos);
}

}  // namespace
}  // namespace retrace::evaluate
