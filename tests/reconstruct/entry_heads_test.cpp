#include "reconstruct/entry_heads.hpp"

#include "little_map.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

const Lookup plain = drawnMap("A.B.C.D", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}, {'D', "Dorn"}});

// A diary: each statement whose number is given begins an entry.
Words entries(const Story& story, std::initializer_list<std::size_t> heads) {
    Words words = story.words();
    auto& paragraphs = words.sources.front().paragraphs;
    paragraphs.clear();
    for (const auto head : heads) {
        const auto begin = story.reading.statements[head].evidence.begin;
        if (!paragraphs.empty()) paragraphs.back().end = begin - 1;
        paragraphs.push_back({begin, words.sources.front().letters.size()});
    }
    return words;
}

Story evening() {
    Story story;
    story.tell("state", "1 May.");
    story.when().date = timeline::Date{2024, 5, 1};
    story.tell("move", "We went to [Arla:stop].");
    story.tell("state", "2 May, evening.");
    story.when().date = timeline::Date{2024, 5, 2};
    story.tell("stay", "[Corl:stop].").rules = {"note-of-a-place"};
    story.tell("move", "We left for [Bram:stop] at four in the morning.");
    story.when().clock = timeline::ClockSpan{4 * 60, 4 * 60};
    story.tell("arrive", "We reached [Corl:stop].");
    return story;
}

TEST(EntryHeads, whatIsWrittenInTheEveningComesLastOfItsDay) {
    const auto words = entries(evening(), {0, 2});
    EXPECT_EQ(writtenLast(words, 0), (std::vector<bool>{false, false, true, true, false, false}));
    const auto r = reconstructRead(words, plain, {}, {}, {.zone = "+03:00"});
    EXPECT_EQ(chainOf(r), "1 Arla, 2 Bram, 3 Corl");
    EXPECT_EQ(findingOf(r, "contradiction"), nullptr);
}

TEST(EntryHeads, theDayHoldsForWhatIsToldBelow) {
    const auto spread = spreadEntryDays(entries(evening(), {0, 2}));
    const auto& reading = spread.readings.front();
    ASSERT_EQ(reading.statements[4].times.size(), 2u);
    EXPECT_EQ(reading.times[reading.statements[4].times.front()].date, (timeline::Date{2024, 5, 2}));
    EXPECT_TRUE(reading.times[reading.statements[4].times.back()].clock);
}

TEST(EntryHeads, oneDatedParagraphIsNoDiary) {
    const auto words = entries(evening(), {2});
    EXPECT_EQ(writtenLast(words, 0), std::vector<bool>(6, false));
}

}  // namespace
}  // namespace retrace::reconstruct::test
