#include "fixture.hpp"

#include "scene/stop_places.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace retrace::scene {
namespace {

using namespace fixture;

TEST(StopPlaces, AnAnalystsOtherPlaceBearsItsOwnNameInBothScripts) {
    auto r = march();
    auto& mention = r.mentions[*r.itineraries[0].stops[0].mention];
    mention.mention.name = "Aldershot";
    EXPECT_EQ(stopPlaces(r, 0).front().name, "Aldershot");  // the words, where no one decided
    EXPECT_TRUE(stopPlaces(r, 0).front().said.empty());
    mention.decided = model::Decided::analyst;
    const auto place = stopPlaces(r, 0).front();
    EXPECT_EQ(place.name, "Alder");
    EXPECT_FALSE(place.name_ar.empty());
    EXPECT_EQ(place.said, "“Aldershot”");
    mention.mention.name = "ALDER";
    EXPECT_TRUE(stopPlaces(r, 0).front().said.empty());  // the same name
    r.itineraries[0].stops[0].place->name = "Alder (by the lake)";
    EXPECT_TRUE(stopPlaces(r, 0).front().said.empty());
}

TEST(StopPlaces, TheNameInTheWordsStandsBelowInQuotationMarks) {
    auto r = march();
    auto& mention = r.mentions[*r.itineraries[0].stops[0].mention];
    mention.mention.name = "Aldershot";
    mention.decided = model::Decided::analyst;
    View v = view();
    v.camera = overview(r, v);
    const auto labels = sceneOf(r, r.end, v).labels;
    const auto line = [&](const std::string& text) { return std::ranges::find(labels, text, &Label::text); };
    ASSERT_NE(line("Alder"), labels.end());
    ASSERT_NE(line("“Aldershot”"), labels.end());
    EXPECT_GT(line("“Aldershot”")->y, line("Alder")->y);
}

}  // namespace
}  // namespace retrace::scene
