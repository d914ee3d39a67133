#include "told.hpp"

#include <gtest/gtest.h>

namespace retrace::text {
namespace {

const char* const interview =
    "The Last Winter: A Conversation\n\n"
    "Photo of the bridge\n\n"
    "In March the editor met a man from the town of Orsha, who had fled to Minsk in the end.\n\n"
    "Q: Where were you when the front broke?\n\n"
    "A: We were in the village of Dubno, and on the next day we withdrew to Brest.\n\n"
    "and on the next day we withdrew to Brest.\n\n"
    "Q: Did you go to Warsaw?\n\n"
    "A: No, we stayed in Brest for two weeks.\n\n"
    "Jan Nowak is a historian and a fellow of the university. He has published two books on Poland.";

TEST(Structure, OnlyTheAnswersAreNarrated) {
    const Source source = readSource("t", interview);
    const Reading reading = read(source, {});
    std::vector<std::size_t> margins;
    for (const Quote& q : reading.notNarrator) margins.push_back(paragraphAt(source, q.begin));
    EXPECT_EQ(margins, (std::vector<std::size_t>{1, 2, 3, 4, 7, 9}));
    EXPECT_EQ(chainOf(reading), (std::vector<std::string>{"Dubno", "Brest", "Brest"}));
}

TEST(Structure, PullQuotesCountOnce) {
    const Source source = readSource("t", interview);
    const Reading reading = read(source, {});
    ASSERT_EQ(reading.repeats.size(), 1u);
    EXPECT_EQ(paragraphAt(source, reading.repeats[0].first.begin), 6u);
    EXPECT_EQ(words(source, reading.repeats[0].second), "and on the next day we withdrew to Brest");
    std::size_t repeated = 0;
    for (const Mention& m : reading.mentions)
        if (m.repeats) {
            ++repeated;
            EXPECT_EQ(words(source, *m.repeats), "Brest");
            EXPECT_EQ(paragraphAt(source, m.repeats->begin), 5u);
        }
    EXPECT_EQ(repeated, 1u);
}

TEST(Structure, SpeakersByName) {
    const Source source = readSource(
        "t",
        "Anna: Where did you go?\n\nKarl: We went to Thorn.\n\nAnna: And then?\n\nKarl: We went to Kulm.");
    const Reading reading = read(source, {});
    EXPECT_EQ(reading.notNarrator.size(), 2u);
    EXPECT_EQ(chainOf(reading), (std::vector<std::string>{"Thorn", "Kulm"}));
}

}  // namespace
}  // namespace retrace::text
