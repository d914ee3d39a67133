#include "reconstruct/bare_hours.hpp"

#include "little_map.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

using timeline::ClockSpan;

const Lookup plain = drawnMap("A..B............C", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}});

Story said(const std::string& words) {
    Story story;
    story.tell("state", words);
    return story;
}
text::Quote allOf(const Story& story) {
    return story.reading.statements.back().evidence;
}

bool isBare(const std::string& words) {
    const auto story = said(words);
    return isBareHour(story.words(), allOf(story));
}
HalfOfDay halfIn(const std::string& words) {
    const auto story = said(words);
    return halfOfDayIn(story.words(), allOf(story));
}

TEST(BareHours, WordsThatDoNotSayWhichHalfOfTheDay) {
    for (const char* words :
         {"at five", "around 9:30", "till 8", "at half past two", "by 7.15", "at quarter to six,"})
        EXPECT_TRUE(isBare(words)) << words;
    for (const char* words :
         {"at 05:00", "at 17:00", "0600 hours", "at five in the morning", "at 6 a.m.", "at noon", "at dusk",
          "at 11:30 for noon prayer", "at eleven at night", "at 18.30"})
        EXPECT_FALSE(isBare(words)) << words;
}

TEST(BareHours, TheHalfThatTheStatementNames) {
    EXPECT_EQ(halfIn("In the evening, at six, we left"), HalfOfDay::evening);
    EXPECT_EQ(halfIn("that same morning at nine"), HalfOfDay::morning);
    EXPECT_EQ(halfIn("In the small hours, at two, we left"), HalfOfDay::smallHours);
    EXPECT_EQ(halfIn("on the evening of 5 May"), HalfOfDay::evening);
    EXPECT_EQ(halfIn("we had three hours for it"), HalfOfDay::unsaid);
    EXPECT_EQ(halfIn("On Friday afternoon, at two"), HalfOfDay::afternoon);
    EXPECT_EQ(halfIn("We had not slept the whole night; at six we left"), HalfOfDay::unsaid);
}

std::string waysOf(int written, std::optional<int> last, bool ownDay = false,
                   HalfOfDay half = HalfOfDay::unsaid) {
    std::string text;
    for (const auto& way : waysToTake({written, written}, last, ownDay, half)) {
        if (!text.empty()) text += ' ';
        text.append(std::to_string(*way.clock.from / 60)).append(way.days > 0 ? "+1" : "");
        text.append(way.cost < 0.5 ? "" : "!");
    }
    return text;
}

TEST(BareHours, TheNextSuchHourAfterTheOneTold) {
    EXPECT_EQ(waysOf(2 * 60, 10 * 60), "14 2+1! 14+1!");
    EXPECT_EQ(waysOf(3 * 60, 23 * 60), "3+1 15+1!");
    EXPECT_EQ(waysOf(9 * 60, 6 * 60), "9 21! 9+1!");
    EXPECT_EQ(waysOf(6 * 60, std::nullopt), "6 18!");
    EXPECT_EQ(waysOf(3 * 60, std::nullopt), "15 3!");
    EXPECT_EQ(waysOf(5 * 60, std::nullopt), "5 17");
    EXPECT_EQ(waysOf(6 * 60, std::nullopt, true, HalfOfDay::evening), "18 6!");
}

std::string clockOf(const model::Reconstruction& r, std::size_t event) {
    const auto& clock = r.events.at(event).when.clock;
    return clock ? timeline::clockText(*clock) : "-";
}
bool derivedBy(const model::Reconstruction& r, std::size_t event, const std::string& words) {
    for (const auto& step : r.events.at(event).when.derivation)
        if (step.find(words) != std::string::npos) return true;
    return false;
}

// "On 9 May at ten we left, at two we came to Bram": by the words of the hours.
Story twoHours() {
    Story story;
    story.tell("move", "On 9 May 2024 at ten we left for [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    story.when().clock = oClock(10);
    story.tell("arrive", "At two we came to [Bram:stop].");
    story.when().clock = oClock(2);
    return story;
}

TEST(BareHours, TheTellingGoesOnWithinHalfADay) {
    const auto r = twoHours().told(plain);
    EXPECT_EQ(r.events[0].when.best, at(5, 9, 10));
    EXPECT_EQ(r.events[1].when.best, at(5, 9, 14));
    EXPECT_EQ(clockOf(r, 1), "14:00/14:00");
    EXPECT_TRUE(derivedBy(r, 1, "is taken as 14:00; 02:00 of the day after is less likely"));
}

model::Decision decisionOn(const Story& story, std::size_t statement, timeline::Instant t) {
    const auto quote = story.reading.statements[statement].evidence;
    return {.anchor = {quote, wordsOf(story.words(), quote)},
            .what = model::SetTime{.span = {t, t, {}}, .recordRow = {}}};
}

TEST(BareHours, ADecisionTakesTheOtherHalf) {
    const auto story = twoHours();
    const auto later = story.told(plain, {decisionOn(story, 1, at(5, 10, 2))});
    EXPECT_EQ(later.events[1].when.best, at(5, 10, 2));
    EXPECT_EQ(clockOf(later, 1), "02:00/02:00");
    EXPECT_EQ(findingOf(later, "contradiction"), nullptr);
    EXPECT_TRUE(derivedBy(later, 1, "would contradict: set by the analyst"));
    const auto evening = story.told(plain, {decisionOn(story, 0, at(5, 9, 22))});
    EXPECT_EQ(clockOf(evening, 0), "22:00/22:00");
    EXPECT_EQ(evening.events[1].when.best, at(5, 10, 2));  // and then two is of the night
}

TEST(BareHours, AnHourThatMayBeEitherStaysOpen) {
    Story story;
    story.tell("move", "On 9 May 2024 at five we left for [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    story.when().clock = oClock(5);
    const auto r = story.told(plain);
    EXPECT_EQ(r.events[0].when.span.earliest, at(5, 9, 5));
    EXPECT_EQ(r.events[0].when.span.latest, at(5, 9, 17));
    EXPECT_EQ(r.events[0].when.best, at(5, 9, 5));  // never in the middle, at eleven
    EXPECT_TRUE(derivedBy(r, 0, "is taken as 05:00 or 17:00, the words leave it open"));
    story.tell("move", "At seven in the morning we went on to [Bram:stop].");
    story.when().clock = oClock(7);
    story.when().dayOffset = 0;
    const auto before = story.told(plain);
    EXPECT_EQ(clockOf(before, 0), "05:00/05:00");
}

TEST(BareHours, ThatNightIsTheNightAfter) {
    Story story;
    story.tell("move", "On 9 May 2024 we went to [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    story.tell("move", "About three that night we left for [Bram:stop].");
    story.when().clock = oClock(3);
    EXPECT_EQ(story.told(plain).events[1].when.best, at(5, 10, 3));
    // Unless it was told already how late in that night it was.
    Story late;
    late.tell("move", "On 9 May 2024 at two in the morning we went to [Arla:stop].");
    late.when().date = timeline::Date{2024, 5, 9};
    late.when().clock = oClock(2);
    late.tell("move", "About three that night we left for [Bram:stop].");
    late.when().clock = oClock(3);
    EXPECT_EQ(late.told(plain).events[1].when.best, at(5, 9, 3));
}

TEST(BareHours, AWayTooLongForTheMorningTakesTheEvening) {
    Story story;
    story.tell("arrive", "At ten in the morning of 9 May we came to [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    story.when().clock = oClock(10);
    story.tell("arrive", "At eleven we were in [Corl:stop].");  // 160 km
    story.when().clock = oClock(11);
    const auto r = story.told(plain);
    EXPECT_EQ(r.events[1].when.best, at(5, 9, 23));
    EXPECT_TRUE(derivedBy(r, 1, "11:00 would contradict"));
}

}  // namespace
}  // namespace retrace::reconstruct::test
