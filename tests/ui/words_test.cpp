#include "ui/words.hpp"
#include "small_case.hpp"

#include <gtest/gtest.h>

namespace retrace::ui {
namespace {

TEST(Words, SayWhatAMentionStandsFor) {
    const SmallCase c = smallCase();
    EXPECT_EQ(describeMention(c.reconstruction.mentions[0]), "origin · Oldbridge · town, within 900 m");
}

TEST(Words, SayWhyAMentionIsOpen) {
    SmallCase c = smallCase();
    EXPECT_EQ(describeMention(c.reconstruction.mentions[1]),
              "stop · two towns bear the name and the words fit both");
    c.reconstruction.mentions[1].why.clear();
    EXPECT_EQ(describeMention(c.reconstruction.mentions[1]), "stop · undecided");
    c.reconstruction.mentions[1].mention.repeats = c.reconstruction.mentions[0].mention.quote;
    EXPECT_EQ(describeMention(c.reconstruction.mentions[1]), "stop, repeated words · undecided");
}

TEST(Words, ClaimNoTypeAndNoRadiusThatAreUnknown) {
    model::PlaceMention mention = smallCase().reconstruction.mentions[0];
    mention.place->type.clear();
    mention.place->where.radius_m = 0;
    EXPECT_EQ(describeMention(mention), "origin · Oldbridge");
}

TEST(Words, TellAnEventWithItsSpan) {
    const SmallCase c = smallCase();
    const std::string words = describeEvent(c.reconstruction, c.reconstruction.events[0]);
    EXPECT_NE(words.find("the narrator says, they withdrew from Oldbridge"), std::string::npos) << words;
    EXPECT_NE(words.find("\nDone."), std::string::npos) << words;
    EXPECT_EQ(words.find("withdraw "), std::string::npos) << "no keys: " << words;
    EXPECT_NE(words.find("3 May 2023, 06:00"), std::string::npos) << words;
    EXPECT_NE(describeEvent(c.reconstruction, c.reconstruction.events[3]).find("not stated"),
              std::string::npos);
}

TEST(Words, JoinSeveralPlaces) {
    SmallCase c = smallCase();
    c.reconstruction.events[0].to = {{1}, {2}, {4}};
    c.reconstruction.events[0].via = {{3}};
    const std::string words = describeEvent(c.reconstruction, c.reconstruction.events[0]);
    EXPECT_NE(words.find("Hightown and Lakeside by way of Eastport"), std::string::npos) << words;
}

TEST(Words, LabelBarsWithPlaceAndHour) {
    SmallCase c = smallCase();
    const model::Reconstruction& r = c.reconstruction;
    EXPECT_EQ(shortLabel(r, r.events[0]), "Millford 06:00");
    EXPECT_EQ(shortLabel(r, r.events[1]), "Hightown");
    EXPECT_EQ(shortLabel(r, r.events[3]), "Lakeside until 21:00");
    model::Event event = r.events[0];
    event.when.clock = timeline::ClockSpan{360, 400};
    EXPECT_EQ(shortLabel(r, event), "Millford 06:00-06:40");
    event.when.clock = timeline::ClockSpan{360, std::nullopt};
    EXPECT_EQ(shortLabel(r, event), "Millford from 06:00");
    event.when.clock = timeline::ClockSpan{};
    EXPECT_EQ(shortLabel(r, event), "Millford");
    event.to.clear();
    EXPECT_EQ(shortLabel(r, event), "Oldbridge");
    event.from.clear();
    EXPECT_EQ(shortLabel(r, event), "Withdrawing");
}

TEST(Words, TellApartWhatWasDoneAndWhatWasNot) {
    EXPECT_EQ(statusWords(text::Status::executed), "done");
    EXPECT_EQ(statusWords(text::Status::ordered), "ordered, not told as done");
    for (const auto status : {text::Status::ordered, text::Status::hypothetical, text::Status::negated,
                              text::Status::otherActor, text::Status::background}) {
        EXPECT_FALSE(statusWords(status).empty());
        EXPECT_NE(statusWords(status), "done");
    }
    const SmallCase c = smallCase();
    EXPECT_EQ(standing(c.reconstruction.events[0]), "we · the narrator tells it, was there · done");
    EXPECT_EQ(standing(c.reconstruction.events[1]), "the mayor · the narrator tells it · done by others");
}

TEST(Words, QuoteTheSourceByCodePoints) {
    const SmallCase c = smallCase();
    const model::Reconstruction& r = c.reconstruction;
    EXPECT_EQ(quoteOf(r, r.events[3].evidence[0]),
              "One evening, by nine, we stood in Lakeside.");  // after the Arabic words
    EXPECT_EQ(quoteOf(r, {"unknown.txt", 0, 5}), "");
    EXPECT_EQ(quoteOf(r, {r.sources[0].id, 0, 1'000'000}).size(), std::string(smallWords).size());
}

TEST(Words, NameWhereTheDayComesFrom) {
    EXPECT_NE(dayWords(model::DayCode::stated), dayWords(model::DayCode::derived));
    EXPECT_NE(dayWords(model::DayCode::derived), dayWords(model::DayCode::open));
    EXPECT_NE(dayWords(model::DayCode::open).find("open"), std::string::npos);
}

}  // namespace
}  // namespace retrace::ui
