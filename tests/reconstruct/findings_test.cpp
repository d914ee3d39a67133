#include "reconstruct/build_itinerary.hpp"

#include <gtest/gtest.h>

#include <string>

namespace retrace::reconstruct {
namespace {

TEST(Findings, TellWhatTheReaderNotedOfTheWords) {
    Words words;
    words.sources.emplace_back();
    words.readings.emplace_back();
    words.readings[0].notes = {{"no-such-date", "31 November does not exist", {}},
                               {"look-alike", "a newspaper", {}},
                               {"figure-of-speech", "not a measure", {}}};
    std::string told;
    for (const auto& finding : furtherFindings({}, words))
        told += finding.severity + " " + finding.kind + "; ";
    EXPECT_EQ(told, "warning no-such-date; note figure-of-speech; ");
}

}  // namespace
}  // namespace retrace::reconstruct
