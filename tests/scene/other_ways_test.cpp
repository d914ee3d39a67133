#include "fixture.hpp"

#include <algorithm>

namespace retrace::scene {
namespace {

using namespace fixture;

// A march, and raiders who went from Birch to Elm in its twelfth hour.
model::Reconstruction withRaiders() {
    March m;
    m.r = march();
    const auto birch = m.mention(placeOf("Birch", 37.05, 35.18)), elm = m.mention(placeOf("Elm", 36.10, 34.90));
    const auto went = m.event("move", m.r.begin + 12 * m.hour, {elm}, {birch}, model::Status::otherActor);
    model::Itinerary raiders{.actor = "raiders"};
    for (const auto mention : {birch, elm})
        raiders.stops.push_back({.order = static_cast<int>(raiders.stops.size()) + 1,
                                 .event = went,
                                 .mention = mention,
                                 .place = m.r.mentions[mention].place});
    raiders.legs.push_back({.fromStop = 0,
                            .toStop = 1,
                            .path = {raiders.stops[0].place->where.at, raiders.stops[1].place->where.at},
                            .event = went});
    m.r.others.push_back(std::move(raiders));
    return m.r;
}

std::size_t marksOfOthers(const model::Reconstruction& r, model::StoryTime t, bool asked) {
    View v = view();
    v.others = asked;
    const Scene scene = sceneOf(r, t, v);
    const auto isTheirs = [](const auto& mark) { return mark.meaning == Meaning::others; };
    return static_cast<std::size_t>(std::ranges::count_if(scene.lines, isTheirs) +
                                    std::ranges::count_if(scene.discs, isTheirs));
}

TEST(OtherWays, AreDrawnOnDemandAndWhenTold) {
    const auto r = withRaiders();
    EXPECT_EQ(marksOfOthers(r, r.end, false), 0u);
    EXPECT_EQ(marksOfOthers(r, r.begin + 11 * 3600, true), 0u);
    EXPECT_EQ(marksOfOthers(r, r.end, true), 3u);  // a way and its two ends
}

std::size_t plansMarked(const View& v) {
    const auto r = march();
    const Scene scene = sceneOf(r, r.begin + 11 * 3600 + 60, v);  // when the order to Elm is told
    return static_cast<std::size_t>(std::ranges::count(scene.discs, Meaning::plan, &Disc::meaning));
}

TEST(Plans, AreMarkedOnDemandOrWhereSelected) {
    View v = view();
    EXPECT_EQ(plansMarked(v), 1u);
    v.plans = false;
    EXPECT_EQ(plansMarked(v), 0u);
    v.selectedEvent = 2;  // the order
    EXPECT_EQ(plansMarked(v), 1u);
}

}  // namespace
}  // namespace retrace::scene
