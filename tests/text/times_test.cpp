#include "text/times.hpp"
#include "told.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace retrace::text {
namespace {

std::vector<TimeExpression> timesIn(const std::string& words) {
    const Source source = readSource("t", words);
    const Tokens tokens = tokensOf(source, english());
    std::vector<TimeExpression> out;
    for (auto& f : timesOf(source, tokens)) out.push_back(f.time);
    return out;
}

struct ClockCase {
    const char* words;
    const char* clock;
    TimeRelation relation = TimeRelation::at;
};

TEST(Times, Clocks) {
    for (const ClockCase& c : {
             ClockCase{"The trucks started at six in the morning.", "06:00/06:00"},
             {"We left at 9:30.", "09:30/09:30"},
             {"They came around 9:30.", "09:15/09:45"},
             {"We held until 11 at night.", "/23:00", TimeRelation::until},
             {"It was half past three at night.", "03:30/03:30"},
             {"We sat there till 8.", "/08:00", TimeRelation::until},
             {"It began at 3:30 a.m. and went on.", "03:30/03:30"},
             {"It began at 4 p.m. and went on.", "16:00/16:00"},
             {"We ate at noon.", "12:00/12:00"},
             {"At midnight the guns began.", "00:00/00:00"},
             {"At 0540 hours the guns began.", "05:40/05:40"},
             {"At 21:45 we moved.", "21:45/21:45"},
             {"At a quarter to seven in the evening we moved.", "18:45/18:45"},
             {"We rose at 11:30 for noon prayer.", "11:30/11:30"},
             {"We left at twelve in the evening.", "24:00/24:00"},
             {"They came at twelve at night.", "24:00/24:00"},
             {"They came at half past twelve at night.", "00:30/00:30"},
             {"They came between eleven and twelve at night.", "23:00/24:00"},
             {"We left at twelve in the afternoon.", "12:00/12:00"},
             {"By ten o'clock it was over.", "/10:00", TimeRelation::until},
             {"At about five o'clock in the afternoon it was over.", "16:45/17:15"},
         }) {
        const auto times = timesIn(c.words);
        ASSERT_EQ(times.size(), 1u) << c.words;
        ASSERT_TRUE(times[0].clock) << c.words;
        EXPECT_EQ(timeline::clockText(*times[0].clock), c.clock) << c.words;
        EXPECT_EQ(times[0].relation, c.relation) << c.words;
        EXPECT_FALSE(times[0].prayer) << c.words;
    }
}

TEST(Times, NumbersThatAreNoClocks) {
    for (const char* words :
         {"We fired at three tanks.", "About 40 men came.", "It was 500 metres away.",
          "He looked at two of them.", "Before 2018 we had peace.",
          "The 28th Division came from 12 villages.", "We waited there until one could see more."})
        for (const auto& t : timesIn(words)) EXPECT_FALSE(t.clock) << words;
}

TEST(Times, ADayOfTheMonthToldBefore) {
    const auto times = timesIn(
        "We marched on 6 January 1842. On the 7th we rested. On the 10th, before dawn, we went on. "
        "They came on the afternoon of the 3rd. We slept on the 4th floor.");
    std::vector<timeline::Date> dates;
    for (const auto& t : times)
        if (t.date) dates.push_back(*t.date);
    const std::vector<timeline::Date> wanted{{1842, 1, 6}, {1842, 1, 7}, {1842, 1, 10}, {1842, 2, 3}};
    EXPECT_EQ(dates, wanted);
    EXPECT_TRUE(timesIn("On the 7th we rested.").empty());
    const auto turn = timesIn("We left on 30 December 2020 and on the 2nd we arrived.");
    ASSERT_EQ(turn.size(), 2u);
    EXPECT_EQ(turn[1].date, (timeline::Date{2021, 1, 2}));
}

TEST(Times, Dates) {
    struct Case {
        const char* words;
        timeline::Date date;
    };
    for (const Case& c : {Case{"On 7 December we left.", {0, 12, 7}},
                          {"It was Dec. 10, 2024 then.", {2024, 12, 10}},
                          {"On Friday, May 10, 1940 we left.", {1940, 5, 10}},
                          {"On the 4th of July we left.", {0, 7, 4}},
                          {"We stayed until March 3.", {0, 3, 3}}}) {
        const auto times = timesIn(c.words);
        ASSERT_EQ(times.size(), 1u) << c.words;
        ASSERT_TRUE(times[0].date) << c.words;
        EXPECT_EQ(*times[0].date, c.date) << c.words;
    }
    EXPECT_TRUE(timesIn("We may march 3 abreast.").empty());
}

TEST(Times, ADayThatNoMonthHas) {
    for (const char* words : {"On 31 November we left Kobryn.", "We left Kobryn on 30 February 1944.",
                              "We left Kobryn on 29 February 1943.", "On June 31 we left Kobryn."}) {
        const Reading r = readWords(words);
        EXPECT_TRUE(r.times.empty()) << words;
        ASSERT_EQ(r.notes.size(), 1u) << words;
        EXPECT_EQ(r.notes[0].kind, "no-such-date");
        EXPECT_NE(r.notes[0].message.find("does not exist"), std::string::npos);
    }
    const Reading hour = readWords("On 31 November at six in the morning the lorry left Kobryn.");
    ASSERT_EQ(hour.times.size(), 1u);
    EXPECT_FALSE(hour.times[0].date);
    EXPECT_TRUE(hour.times[0].clock);
    EXPECT_TRUE(readWords("On 29 February 1944 we left Kobryn.").notes.empty());
    EXPECT_TRUE(readWords("On 29 February we left Kobryn.").notes.empty());
}

TEST(Times, PartsOfMonthsAndYears) {
    struct Case {
        const char* words;
        timeline::Date first, last;
        TimeRelation relation = TimeRelation::at;
    };
    for (const Case& c : {Case{"In early May 1944 we left.", {1944, 5, 1}, {1944, 5, 10}},
                          {"We left in mid-June.", {0, 6, 11}, {0, 6, 20}},
                          {"It ended in the middle of June 1944.", {1944, 6, 11}, {1944, 6, 20}},
                          {"We left at the end of March.", {0, 3, 21}, {0, 3, 31}},
                          {"We left late in February 1944.", {1944, 2, 21}, {1944, 2, 29}},
                          {"We stayed until the end of April.", {0, 4, 21}, {0, 4, 30}, TimeRelation::until},
                          {"In April 1944 we left.", {1944, 4, 1}, {1944, 4, 30}},
                          {"We had been there since May.", {0, 5, 1}, {0, 5, 31}, TimeRelation::from},
                          {"In the first week of May we left.", {0, 5, 1}, {0, 5, 7}},
                          {"In the last week of May we left.", {0, 5, 25}, {0, 5, 31}},
                          {"Between March and May 1943 we left.", {1943, 3, 1}, {1943, 5, 31}},
                          {"Between November and May 1943 we left.", {1942, 11, 1}, {1943, 5, 31}},
                          {"In 1942 we left.", {1942, 0, 0}, {1942, 0, 0}},
                          {"In early 1942 we left.", {1942, 1, 1}, {1942, 4, 30}},
                          {"In the spring of 1942 we left.", {1942, 3, 1}, {1942, 5, 31}},
                          {"In the winter of 1942 we left.", {1942, 1, 1}, {1943, 2, 28}}}) {
        const auto times = timesIn(c.words);
        ASSERT_EQ(times.size(), 1u) << c.words;
        ASSERT_TRUE(times[0].days) << c.words;
        EXPECT_EQ(times[0].days->first, c.first) << c.words;
        EXPECT_EQ(times[0].days->last, c.last) << c.words;
        EXPECT_EQ(times[0].relation, c.relation) << c.words;
        EXPECT_FALSE(times[0].date) << c.words;
    }
    EXPECT_EQ(timesIn("On the last day of April 1944 we left.").at(0).date, (timeline::Date{1944, 4, 30}));
    const auto stretch = timesIn("We stayed from early May to mid-July.");
    ASSERT_EQ(stretch.size(), 2u);
    EXPECT_EQ(stretch[0].relation, TimeRelation::from);
    EXPECT_EQ(stretch[1].relation, TimeRelation::until);
    for (const char* words :
         {"At the end of the war we left.", "We may march in May Street.", "There were 1942 of them.",
          "In the middle of the road stood a tank.", "We were led by Jan and Mar.", "Early the sun rose.",
          "We saw in 1942 houses that they were empty."})
        for (const auto& t : timesIn(words)) EXPECT_FALSE(t.days && t.days->first.day > 0) << words;
}

TEST(Times, AMonthTakesTheYearToldBefore) {
    const auto times = timesIn(
        "In the autumn of 1990 I was called up. In mid-November we dug in. In the middle of January it "
        "began. "
        "On 24 February they came. At the end of March I was home.");
    ASSERT_EQ(times.size(), 5u);
    EXPECT_EQ(times[1].days->first, (timeline::Date{1990, 11, 11}));
    EXPECT_EQ(times[2].days->first, (timeline::Date{1991, 1, 11}));
    EXPECT_EQ(times[3].date, (timeline::Date{1991, 2, 24}));
    EXPECT_EQ(times[4].days->last, (timeline::Date{1991, 3, 31}));
    // A year alone may be of other times, and a date of its own decides for the dates.
    EXPECT_EQ(timesIn("In 1948 my father fled. On 7 May we left.").at(1).date, (timeline::Date{0, 5, 7}));
    EXPECT_EQ(timesIn("In March 1948 he fled. On 7 May we left. It is 8 May 1982.").at(1).date,
              (timeline::Date{0, 5, 7}));
}

TEST(Times, Weekdays) {
    const auto friday = timesIn("On Friday we left.");
    ASSERT_EQ(friday.size(), 1u);
    EXPECT_EQ(friday[0].weekday, 4);
    EXPECT_EQ(timesIn("That Monday we left.").at(0).weekday, 0);
    EXPECT_EQ(timesIn("We left before Sunday.").at(0).relation, TimeRelation::before);
    const auto noon = timesIn("We left on Tuesday at noon.");
    ASSERT_EQ(noon.size(), 1u);
    EXPECT_EQ(noon[0].weekday, 1);
    EXPECT_EQ(noon[0].clock->from, 720);
    const auto early = timesIn("In early April 1996, on a Sunday, we left.");
    ASSERT_EQ(early.size(), 1u);
    EXPECT_EQ(early[0].weekday, 6);
    EXPECT_EQ(early[0].days->last, (timeline::Date{1996, 4, 10}));
    EXPECT_FALSE(timesIn("On Friday, May 10, 1940 we left.").at(0).weekday);
    EXPECT_TRUE(timesIn("The sun sat low, and we wed her to him.").empty());
}

TEST(Times, DayOffsets) {
    EXPECT_EQ(timesIn("The next day we left.").at(0).dayOffset, 1);
    EXPECT_EQ(timesIn("On the following morning we left.").at(0).dayOffset, 1);
    EXPECT_EQ(timesIn("Two days later we left.").at(0).dayOffset, 2);
    EXPECT_EQ(timesIn("We left on the same day.").at(0).dayOffset, 0);
    EXPECT_EQ(timesIn("That night we left.").at(0).dayOffset, 0);
    EXPECT_EQ(timesIn("A week later we left.").at(0).dayOffset, 7);
}

TEST(Times, Durations) {
    const auto held = timesIn("It stood for more than 3 days.").at(0);
    EXPECT_EQ(held.lowSeconds, 3 * timeline::day);
    EXPECT_FALSE(held.highSeconds);
    EXPECT_TRUE(held.lasts);
    const auto soon = timesIn("They came in around 15 minutes.").at(0);
    EXPECT_EQ(soon.lowSeconds, 10 * timeline::minute);
    EXPECT_EQ(soon.highSeconds, 20 * timeline::minute);
    EXPECT_FALSE(soon.lasts);
    const auto within = timesIn("They came within a quarter of an hour.").at(0);
    EXPECT_EQ(within.highSeconds, 15 * timeline::minute);
    EXPECT_EQ(timesIn("We waited three days.").at(0).lowSeconds, 3 * timeline::day);
}

TEST(Times, PrayersAreLeftToTheSun) {
    const auto sunset = timesIn("It began during the Maghrib prayer.").at(0);
    EXPECT_EQ(sunset.prayer, timeline::Prayer::maghrib);
    EXPECT_FALSE(sunset.clock);
    EXPECT_EQ(timesIn("After the noon prayer we left.").at(0).prayer, timeline::Prayer::dhuhr);
    EXPECT_EQ(timesIn("After the noon prayer we left.").at(0).relation, TimeRelation::after);
    EXPECT_EQ(timesIn("We left before dawn.").at(0).prayer, timeline::Prayer::fajr);
}

TEST(Times, BeforeAndAfterStayOpenAndKeepTheirWords) {
    struct Case {
        const char *words, *quote;
        TimeRelation relation;
    };
    for (const Case& c :
         {Case{"We left Kobryn shortly before sunset.", "shortly before sunset", TimeRelation::before},
          {"We left Kobryn before dawn.", "before dawn", TimeRelation::before},
          {"We left Kobryn after dark.", "after dark", TimeRelation::after},
          {"We held Kobryn until dark.", "until dark", TimeRelation::until},
          {"We left Kobryn a little after six.", "a little after six", TimeRelation::after},
          {"We left Kobryn after midnight.", "after midnight", TimeRelation::after},
          {"We left Kobryn just before midnight.", "just before midnight", TimeRelation::before},
          {"We left Kobryn soon after sunrise.", "soon after sunrise", TimeRelation::after}}) {
        const Source source = readSource("t", c.words);
        const Reading r = read(source, {});
        ASSERT_EQ(r.times.size(), 1u) << c.words;
        EXPECT_EQ(words(source, r.times[0].quote), c.quote);
        EXPECT_EQ(r.times[0].relation, c.relation) << c.words;
        if (r.times[0].clock) {
            EXPECT_NE(r.times[0].clock->from.has_value(), r.times[0].clock->to.has_value()) << c.words;
        }
    }
}

TEST(Times, TheFrameGivesNoYear) {
    const Reading r = readWords(
        "A talk, early 2025\n\nPrinted in March 2025 by a friend.\n\nQ: When did you leave?\n\n"
        "A: On 8 December we left the town of Kobryn.\n\nQ: And then?\n\nA: I slept.");
    const auto date = std::find_if(r.times.begin(), r.times.end(), [](const auto& t) { return t.date; });
    ASSERT_NE(date, r.times.end());
    EXPECT_EQ(*date->date, (timeline::Date{0, 12, 8}));
}

TEST(Times, NeighboursMakeOneExpression) {
    const auto both = timesIn("The following day at seven in the evening we moved.");
    ASSERT_EQ(both.size(), 1u);
    EXPECT_EQ(both[0].dayOffset, 1);
    EXPECT_EQ(timeline::clockText(*both[0].clock), "19:00/19:00");
    const auto dated = timesIn("It ended at 2:15 a.m. on 9 May, as I said.");
    ASSERT_EQ(dated.size(), 1u);
    EXPECT_EQ(dated[0].date, (timeline::Date{0, 5, 9}));
    EXPECT_EQ(timeline::clockText(*dated[0].clock), "02:15/02:15");
}

TEST(Times, AFortnightLastsTwoWeeks) {
    const Reading r = readWords("We stayed in the village of Kobryn for a fortnight.");
    ASSERT_EQ(r.times.size(), 1u);
    EXPECT_EQ(r.times[0].lowSeconds, 14 * timeline::day);
    EXPECT_TRUE(r.times[0].lasts);
}

TEST(Times, SleepANightIsNoDurationOfAStep) {
    const Reading r = readWords("We stayed in the village of Kobryn with three hours of sleep a night.");
    for (const Statement& s : r.statements) EXPECT_TRUE(s.times.empty());
}

}  // namespace
}  // namespace retrace::text
