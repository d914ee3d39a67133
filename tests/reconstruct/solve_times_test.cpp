#include "reconstruct/solve_times.hpp"

#include "little_map.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

using text::TimeRelation;

const Lookup plain = drawnMap("A..B............C", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}});

const model::When& whenOf(const model::Reconstruction& r, std::size_t event) {
    return r.events.at(event).when;
}

TEST(SolveTimes, anHourWithoutADayStaysWithoutADay) {
    Story story;
    story.tell("move", "At six we left for [Bram:stop].");
    story.when().clock = oClock(6);
    const auto r = story.told(plain);
    EXPECT_EQ(timeline::clockText(*whenOf(r, 0).clock), "06:00/06:00");
    EXPECT_EQ(whenOf(r, 0).day, model::DayCode::open);
    EXPECT_FALSE(whenOf(r, 0).best);
    EXPECT_FALSE(whenOf(r, 0).span.earliest);
    EXPECT_FALSE(whenOf(r, 0).span.latest);
}

TEST(SolveTimes, theNextDayCountsFromTheDatedDay) {
    Story story;
    story.tell("move", "On 3 March we went to [Arla:stop].");
    story.when().date = timeline::Date{0, 3, 3};
    story.tell("hold", "We rested.");
    story.tell("move", "The next day at six we left for [Bram:stop].");
    auto& next = story.when();
    next.dayOffset = 1;
    next.clock = oClock(6);
    const auto r = story.told(plain);
    EXPECT_EQ(whenOf(r, 0).day, model::DayCode::stated);
    EXPECT_EQ(whenOf(r, 2).day, model::DayCode::derived);
    EXPECT_EQ(whenOf(r, 2).best, at(3, 4, 6));  // the year: the latest 3 March not after the reference
    EXPECT_LE(*whenOf(r, 1).span.latest, at(3, 4, 0));
    EXPECT_FALSE(whenOf(r, 2).derivation.empty());
}

TEST(SolveTimes, stayingUntilElevenEndsOnTheDayToldBefore) {
    Story story;
    story.tell("state", "This was on 7 May at half past five.");
    auto& time = story.when();
    time.date = timeline::Date{0, 5, 7};
    time.clock = oClock(17, 30);
    story.tell("hold", "We remained in [Arla:stop] until eleven at night.");
    story.when(TimeRelation::until).clock = timeline::ClockSpan{{}, 23 * 60};
    story.tell("move", "At three we left for [Bram:stop].");
    story.when().clock = oClock(3);
    const auto r = story.told(plain);
    EXPECT_EQ(whenOf(r, 1).span.latest, at(5, 7, 23));
    EXPECT_EQ(whenOf(r, 1).best, at(5, 7, 23));
    EXPECT_EQ(whenOf(r, 2).best, at(5, 8, 3));  // an earlier hour: the night has passed
}

TEST(SolveTimes, aDelayMovesTheClockAlong) {
    Story story;
    auto& others = story.tell("withdraw", "About half past nine the army withdrew.");
    others.status = text::Status::otherActor;
    others.presence = text::Presence::none;
    story.when().clock = timeline::ClockSpan{9 * 60 + 15, 9 * 60 + 45};
    story.tell("attack", "Some fifteen minutes after the army withdrew they fired at us.");
    auto& delay = story.when(TimeRelation::after);
    delay.lowSeconds = 600;
    delay.highSeconds = 1200;
    delay.anchorKind = "withdraw";
    const auto r = story.told(plain);
    EXPECT_EQ(timeline::clockText(*whenOf(r, 1).clock), "09:30/10:00");
}

TEST(SolveTimes, moreThanThreeDaysHoldTheNextStepBack) {
    Story story;
    story.tell("deploy", "We came to [Arla:stop].");
    story.tell("hold", "We held it for more than three days.");
    auto& lasted = story.when(TimeRelation::during);
    lasted.lasts = true;
    lasted.lowSeconds = 3 * timeline::day;
    story.tell("withdraw", "On 9 May we withdrew to [Bram:stop].");
    story.when().date = timeline::Date{0, 5, 9};
    const auto r = story.told(plain);
    EXPECT_EQ(*whenOf(r, 0).span.latest, at(5, 7, 0));  // three days before the end of the ninth
    EXPECT_FALSE(whenOf(r, 0).span.earliest);
    EXPECT_FALSE(whenOf(r, 0).best);
}

TEST(SolveTimes, theRecordDatesAnEventAndIsNamed) {
    Story story;
    story.tell("deploy", "We came to [Arla:stop].");
    story.tell("move", "The next day at six we left for [Bram:stop].");
    auto& next = story.when();
    next.dayOffset = 1;
    next.clock = oClock(6);
    const auto quote = story.reading.statements.back().evidence;
    const auto words = wordsOf(story.words(), quote);
    model::Decision decision{
        .anchor = {quote, words},
        .what = model::SetTime{.span = {at(5, 5, 0), at(5, 5, 23, 59), {}}, .recordRow = "Bram: a wire"},
        .reason = "the hill fell that day"};
    const auto r = story.told(plain, {decision});
    EXPECT_EQ(whenOf(r, 1).best, at(5, 5, 6));  // the record gives the day, the words the hour
    EXPECT_EQ(whenOf(r, 1).span.origins, (std::vector{timeline::Origin::words, timeline::Origin::record}));
    EXPECT_EQ(whenOf(r, 1).day, model::DayCode::derived);
    // The day before follows from the words.
    EXPECT_LE(*whenOf(r, 0).span.latest, at(5, 5, 4));
    EXPECT_GE(*whenOf(r, 0).span.earliest, at(5, 4, 0));
}

TEST(SolveTimes, aContradictionCostsItsWeakestPartAndIsTold) {
    Story story;
    story.tell("move", "On 9 May we went to [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    story.tell("move", "On 7 May we went to [Bram:stop].");
    story.when().date = timeline::Date{2024, 5, 7};
    const auto r = story.told(plain);
    const auto* finding = findingOf(r, "contradiction");
    ASSERT_NE(finding, nullptr);
    EXPECT_GE(finding->evidence.size(), 2U);
    EXPECT_LT(*whenOf(r, 1).span.latest,
              *whenOf(r, 0).span.earliest);  // both dates stand; the order gave way
}

TEST(SolveTimes, whatLooksBackContradictsNothing) {
    Story story;
    story.tell("stay", "On 9 May we camped at [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    story.tell("move", "On 2 May we had come to [Bram:stop].");
    story.when().date = timeline::Date{2024, 5, 2};
    EXPECT_EQ(findingOf(story.told(plain), "contradiction"), nullptr);
}

TEST(SolveTimes, aStayAfterTheRecordsChangeOfHandsIsNoted) {
    Story story;
    story.tell("hold", "On 9 May we held [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    model::RecordRow row{.row = 2,
                         .place = "Arla",
                         .fromSide = "north",
                         .toSide = "south",
                         .where = {{36, 36}, 500},
                         .when = {at(5, 7, 0), at(5, 8, 12), {}}};
    const auto differs = story.told(plain, {}, {row});
    const auto* finding = findingOf(differs, "record-differs");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->rows, std::vector<std::size_t>{2});
    row.when = {at(5, 9, 8), at(5, 9, 12), {}};
    EXPECT_EQ(findingOf(story.told(plain, {}, {row}), "record-differs"), nullptr);
}

TEST(SolveTimes, tooFarForTheHoursIsAFinding) {
    Story story;
    story.tell("arrive", "At noon of 9 May we came to [Arla:stop].");
    auto& noon = story.when();
    noon.date = timeline::Date{2024, 5, 9};
    noon.clock = oClock(12);
    story.tell("arrive", "At half past twelve we were in [Corl:stop].");  // 160 km
    story.when().clock = oClock(12, 30);
    EXPECT_NE(findingOf(story.told(plain), "impossible-speed"), nullptr);
}

TEST(SolveTimes, twoDaysBeforeIsToldBack) {
    Story story;
    story.tell("move", "On 9 May 2024 at noon we came to [Bram:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    story.when().clock = timeline::ClockSpan{12 * 60, 12 * 60};
    story.tell("deploy", "Two days before, we had stood in [Arla:stop].");
    story.when().dayOffset = -2;
    story.tell("move", "At three in the afternoon we went on to [Corl:stop].");
    story.when().clock = timeline::ClockSpan{15 * 60, 15 * 60};
    const auto r = story.told(plain);
    EXPECT_EQ(r.events[0].kind, "deploy");
    EXPECT_EQ(r.events[0].when.span.earliest, at(5, 7, 0));
    EXPECT_EQ(r.events[0].when.span.latest, at(5, 8, 0));
    EXPECT_EQ(r.events[2].when.best, at(5, 9, 15));
    EXPECT_EQ(findingOf(r, "contradiction"), nullptr);
}

TEST(SolveTimes, aDayWithItsWeekdayTellsItsMonth) {
    Story story;
    story.tell("move", "On Sunday the eighth we went to [Arla:stop].");
    auto& eighth = story.when();
    eighth.date = timeline::Date{0, 0, 8};
    eighth.dateWeekday = 6;
    story.tell("move", "On the ninth we came to [Bram:stop].");
    story.when().date = timeline::Date{0, 0, 9};
    const auto r = story.told(plain);  // before 20 January 2025
    EXPECT_EQ(whenOf(r, 0).span.earliest, timeline::toInstant({timeline::Date{2024, 12, 8}}, "+03:00"));
    EXPECT_EQ(whenOf(r, 1).span.earliest, timeline::toInstant({timeline::Date{2024, 12, 9}}, "+03:00"));
    const auto open = reconstructRead(story.words(), plain, {}, {}, {.zone = "+03:00"});
    EXPECT_NE(findingOf(open, "year-missing"), nullptr);
    EXPECT_FALSE(whenOf(open, 0).span.earliest);
}

TEST(SolveTimes, aDateWithoutAYearNeedsAReference) {
    Story story;
    story.tell("move", "On 9 May we went to [Arla:stop].");
    story.when().date = timeline::Date{0, 5, 9};
    const auto r = reconstructRead(story.words(), plain, {}, {}, {.zone = "+03:00"});
    EXPECT_NE(findingOf(r, "year-missing"), nullptr);
    EXPECT_FALSE(whenOf(r, 0).span.earliest);
    const Words none;
    EXPECT_EQ(completeDate(none, {0, 12, 7}, {}, {.referenceDate = timeline::Date{2025, 1, 20}}),
              (timeline::Date{2024, 12, 7}));
    EXPECT_EQ(completeDate(none, {0, 1, 20}, {}, {.referenceDate = timeline::Date{2025, 1, 20}}),
              (timeline::Date{2025, 1, 20}));
    EXPECT_EQ(completeDate(none, {0, 2, 29}, {}, {.referenceDate = timeline::Date{2025, 1, 20}}),
              (timeline::Date{2024, 2, 29}));
}

TEST(SolveTimes, aWeekdayBesideADateGivesItsYear) {
    Story story;  // the 9th of May was a Thursday in 2019 and 2024
    story.tell("move", "It began on Thursday, 9 May, when we went to [Arla:stop].");
    auto& ninth = story.when();
    ninth.date = timeline::Date{0, 5, 9};
    ninth.dateWeekday = 3;
    story.tell("move", "On 11 May we went to [Bram:stop].");
    story.when().date = timeline::Date{0, 5, 11};
    const auto r = reconstructRead(story.words(), plain, {}, {},
                                   {.zone = "+03:00", .referenceDate = timeline::Date{2023, 8, 1}});
    EXPECT_EQ(timeline::toLocal(*whenOf(r, 0).span.earliest, "+03:00").date, (timeline::Date{2019, 5, 9}));
    EXPECT_EQ(timeline::toLocal(*whenOf(r, 1).span.earliest, "+03:00").date, (timeline::Date{2019, 5, 11}));
}

TEST(SolveTimes, theNarratorsOwnYearGoesBeforeTheReference) {
    Story story;
    story.tell("move", "On 8 June 1940 we were at [Arla:stop].");
    story.when().date = timeline::Date{1940, 6, 8};
    story.tell("move", "On 9 June, shortly before midnight, we went to [Bram:stop].");
    auto& time = story.when(TimeRelation::before);
    time.date = timeline::Date{0, 6, 9};
    time.clock = timeline::ClockSpan{{}, 0};
    const auto r = story.told(plain);
    EXPECT_EQ(timeline::toLocal(*whenOf(r, 1).span.latest - 1, "+03:00").date, (timeline::Date{1940, 6, 9}));
    EXPECT_EQ(timeline::toLocal(*whenOf(r, 1).span.earliest, "+03:00").date, (timeline::Date{1940, 6, 9}));
}

TEST(SolveTimes, aDateInNoStatementBecomesOne) {
    Story story;
    story.tell("hold", "We stood at [Arla:stop].");
    const auto begin = story.letters.size();
    story.letters += U"I speak of 7 May here. ";
    story.reading.times.push_back(
        {.quote = {"story", begin + 11, begin + 16}, .date = timeline::Date{0, 5, 7}});
    story.tell("move", "We went to [Bram:stop].");
    const auto r = story.told(plain);
    ASSERT_EQ(r.events.size(), 3U);
    EXPECT_EQ(r.events[1].kind, "state");
    EXPECT_EQ(whenOf(r, 1).day, model::DayCode::stated);
    EXPECT_EQ(r.mentions[1].mention.statement, 2U);  // renumbered
    EXPECT_EQ(wordsOf(story.words(), r.events[1].evidence.front()), "I speak of 7 May here");
}

TEST(SolveTimes, prayersFillTheirHours) {
    Story story;
    story.tell("state", "It was 7 December, when they called to the evening prayer, in [Arla:stop].");
    auto& time = story.when();
    time.date = timeline::Date{0, 12, 7};
    time.prayer = timeline::Prayer::maghrib;
    const auto r = story.told(plain);
    ASSERT_TRUE(whenOf(r, 0).clock);
    EXPECT_NEAR(*whenOf(r, 0).clock->from, 17 * 60 + 20, 10);
    EXPECT_EQ(*whenOf(r, 0).clock->from % 10, 0);
    EXPECT_GT(*whenOf(r, 0).clock->to, 18 * 60 + 20);
}

// What the words mean is the reading's to say, in whatever language they are.
TEST(SolveTimes, lightAndMidnightAreTakenFromTheReading) {
    const auto begins = [](timeline::SunEvent light) {
        Story story;
        story.tell("move", "Am 7. Dezember, bei Daemmerung, kamen wir nach [Arla:stop].");
        auto& time = story.when();
        time.date = timeline::Date{0, 12, 7};
        time.prayer = timeline::Prayer::maghrib;
        time.light = light;
        return *whenOf(story.told(plain), 0).clock->from;
    };
    EXPECT_GT(begins(timeline::SunEvent::dark), begins(timeline::SunEvent::sunset));
    const auto day = [](bool midnight) {
        Story story;
        story.tell("move", "Am 7. Dezember um Mitternacht kamen wir nach [Arla:stop].");
        auto& time = story.when();
        time.date = timeline::Date{0, 12, 7};
        time.clock = oClock(0);
        time.midnight = midnight;
        return timeline::toLocal(*whenOf(story.told(plain), 0).span.earliest, "+03:00").date.day;
    };
    EXPECT_EQ(day(false), 7);
    EXPECT_EQ(day(true), 8);
}

// The narrator's ninth of May at seven, what others did on the eleventh, and the narrator again at two.
model::When afterOthers(const std::string& words, std::size_t dateBegin, text::Voice voice) {
    Story story;
    story.tell("move", "On 9 May at seven we left for [Arla:stop].");
    story.when().date = timeline::Date{0, 5, 9};
    story.when().clock = oClock(7);
    auto& others = story.tell("capture", words);
    others.status = text::Status::otherActor;
    others.presence = text::Presence::none;
    others.voice = voice;
    auto& dated = story.when();
    dated.date = timeline::Date{0, 5, 11};
    dated.quote.begin += dateBegin;
    story.tell("move", "At two we went on to [Bram:stop].");
    story.when().clock = oClock(14);
    return story.told(plain).events.at(2).when;
}

TEST(SolveTimes, anothersDatedDeedDoesNotMoveTheNarratorsDay) {
    const std::string aside = "The port was taken on 11 May.";
    EXPECT_EQ(afterOthers(aside, aside.find("on 11"), text::Voice::seen).best, at(5, 9, 14));
    const std::string heard = "On 11 May the port was taken, we heard.";
    EXPECT_EQ(afterOthers(heard, 0, text::Voice::reported).best, at(5, 9, 14));
    const std::string scene = "And on 11 May the army left the port.";
    EXPECT_EQ(afterOthers(scene, 4, text::Voice::seen).best, at(5, 11, 14));
    const std::string itself = "The army broke through at the port. That was on 11 May.";
    EXPECT_EQ(afterOthers(itself, itself.find("on 11"), text::Voice::seen).best, at(5, 11, 14));
    const std::string clause = "When the army left the port on 11 May.";
    EXPECT_EQ(afterOthers(clause, clause.find("on 11"), text::Voice::seen).best, at(5, 11, 14));
}

// "On 9 May at seven we left", a sentence that is no statement but holds a date, "at two we went on".
model::Reconstruction afterSentence(const std::string& sentence) {
    Story story;
    story.tell("move", "On 9 May at seven we left for [Arla:stop].");
    story.when().date = timeline::Date{0, 5, 9};
    story.when().clock = oClock(7);
    const auto begin = story.letters.size();
    story.letters += text::utf32(sentence + " ");
    const auto date = sentence.find("on 11 May");
    story.reading.times.push_back(
        {.quote = {story.id, begin + date, begin + date + 9}, .date = timeline::Date{0, 5, 11}});
    story.tell("move", "At two we went on to [Bram:stop].");
    story.when().clock = oClock(14);
    return story.told(plain);
}

TEST(SolveTimes, whatTheNarratorWasToldDoesNotMoveTheDay) {
    const auto heard = afterSentence("We heard that on 11 May the port had been declared open.");
    EXPECT_EQ(whenOf(heard, 1).span.earliest, at(5, 11, 0));
    EXPECT_EQ(heard.events[1].status, text::Status::otherActor);
    EXPECT_EQ(heard.events[1].voice, text::Voice::reported);
    EXPECT_EQ(whenOf(heard, 2).best, at(5, 9, 14));
    const auto own = afterSentence("We heard of it on 11 May, and that the port was open.");
    EXPECT_EQ(own.events[1].status, text::Status::executed);
    EXPECT_EQ(whenOf(own, 2).best, at(5, 11, 14));
}

}  // namespace
}  // namespace retrace::reconstruct::test
