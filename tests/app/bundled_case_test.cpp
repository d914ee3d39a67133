#include "app/case.hpp"

#include "app/data_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace retrace::app {
namespace {

Case bundled() {
    ::setenv("RETRACE_DATA", RETRACE_DATA, 1);
    CaseOptions options;
    options.quiet = true;
    return derive(openDocument(bundledCase(), options), openGazetteer(options), options);
}

std::string verdictOn(const Case& shown, const std::string& what) {
    for (const auto& entry : shown.ledger.entries)
        if (entry.what == what)
            return compare::nameOf(entry.verdict) + " " + compare::nameOf(entry.basis);
    return "not told";
}

// What a person found by hand, holding the account against the record.
TEST(BundledCase, TheLedgerFindsWhereTheRecordSaysOtherwise) {
    const Case shown = bundled();
    EXPECT_EQ(verdictOn(shown, "Insurgents closed the road at al-Rastan"), "contradicted order");
    EXPECT_EQ(verdictOn(shown, "Insurgents closed the road at Talbisa"), "contradicted order");
    EXPECT_EQ(verdictOn(shown, "Insurgents could not take al-Rastan"), "contradicted substance");
    EXPECT_EQ(verdictOn(shown, "Insurgents could not take Talbisa"), "contradicted substance");
    EXPECT_EQ(verdictOn(shown, "Insurgents could not take al-Dar al-Kabira"), "contradicted substance");
    EXPECT_EQ(verdictOn(shown, "Government and allies left or lost Damascus"), "contradicted time");
    EXPECT_EQ(verdictOn(shown, "Government and allies left or lost Khattab"), "agrees order");
    EXPECT_EQ(verdictOn(shown, "Government and allies left or lost Homs"), "agrees time");
    EXPECT_EQ(verdictOn(shown, "the narrator was at al-Shayha"), "dated-by ");
}

// The stops of the bundled withdrawal, decided names and estimated ones included; "+" joins parallel ones.
TEST(BundledCase, GoesThroughItsStopsInOrder) {
    const Case shown = bundled();
    ASSERT_EQ(shown.reconstruction.itineraries.size(), 1U);
    std::string chain;
    int order = 0;
    for (const model::Stop& stop : shown.reconstruction.itineraries.front().stops) {
        if (!chain.empty()) chain += stop.order == order ? " + " : "\n";
        order = stop.order;
        chain += stop.place ? stop.place->name : "?";
    }
    EXPECT_EQ(chain,
              "Ithriya\n"
              "Nubl + al-Zahraa\n"
              "al-Safira\n"
              "Hama\n"
              "Khattab\n"
              "al-Baytara (veterinary faculty)\n"
              "Hama\n"
              "al-Shayha\n"
              "road between al-Shayha and al-Baytara (veterinary faculty)\n"
              "Hama\n"
              "Homs\n"
              "al-Mushrafa + Kafr Abd + al-Mukhtariyah + al-Dar al-Kabira\n"
              "Kafr Abd + al-Mukhtariyah\n"
              "Damascus\n"
              "al-Sayyida Zaynab\n"
              "Lebanon");
}

}  // namespace
}  // namespace retrace::app
