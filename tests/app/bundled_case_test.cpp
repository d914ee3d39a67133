#include "app/case.hpp"

#include "app/data_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace retrace::app {
namespace {

// The stops of the bundled withdrawal, decided names and estimated ones included; "+" joins parallel ones.
TEST(BundledCase, GoesThroughItsStopsInOrder) {
    ::setenv("RETRACE_DATA", RETRACE_DATA, 1);
    CaseOptions options;
    options.quiet = true;
    const Case shown = derive(openDocument(bundledCase(), options), openGazetteer(options), options);
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
