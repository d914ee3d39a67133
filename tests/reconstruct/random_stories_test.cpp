#include "little_map.hpp"

#include "geo/geodesic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <random>

// Stories put together at random: whatever they say, the replay keeps its order and its ground. A failure
// names its seed.
namespace retrace::reconstruct::test {
namespace {

const Lookup land = drawnMap(R"(A..B...C

...D....E
F
......G....H)",
                             {{'A', "Arla"},
                              {'B', "Bram"},
                              {'C', "Corl"},
                              {'D', "Dorn"},
                              {'E', "Elva"},
                              {'F', "Fenn"},
                              {'G', "Grim"},
                              {'H', "Holm"}});
const std::vector<model::Road> roads{{"N1", {{36, 36}, {36.333, 36}, {36.777, 36}}},
                                     {"N2", {{36.333, 36}, {36.333, 35.82}, {36.888, 35.82}}}};

struct Dice {
    std::mt19937 engine;
    int roll(int below) { return static_cast<int>(engine() % static_cast<unsigned>(below)); }
    bool chance(int percent) { return roll(100) < percent; }
    template <typename T>
    const T& of(const std::vector<T>& list) {
        return list[static_cast<std::size_t>(roll(static_cast<int>(list.size())))];
    }
};

// Where and when the dates of a story lie: in a zone whose clocks stand, or around a change of clocks.
struct Calendar {
    const char* zone;
    int year, month;
};
constexpr Calendar may{"+03:00", 2024, 5};
constexpr Calendar changing{"Europe/Berlin", 2022, 3};  // on the 27th

void addTime(Dice& dice, Story& story, const Calendar& calendar) {
    const std::vector<text::TimeRelation> relations{text::TimeRelation::at,    text::TimeRelation::from,
                                                    text::TimeRelation::until, text::TimeRelation::before,
                                                    text::TimeRelation::after, text::TimeRelation::during};
    auto& time = story.when(dice.chance(60) ? text::TimeRelation::at : dice.of(relations));
    time.approximate = dice.chance(20);
    switch (dice.roll(5)) {
        case 0:
            time.date =
                timeline::Date{dice.chance(80) ? calendar.year : 0, calendar.month, 1 + dice.roll(28)};
            break;
        case 1:
            time.date = timeline::Date{calendar.year, calendar.month, 1 + dice.roll(28)};
            time.clock = oClock(dice.roll(24), dice.roll(60));
            break;
        case 2:
            time.clock = oClock(dice.roll(24), dice.roll(60));
            break;
        case 3:
            time.dayOffset = dice.roll(4);
            break;
        default:
            time.lowSeconds = 60 * dice.roll(5000);
            time.highSeconds = *time.lowSeconds + 60 * dice.roll(500);
            time.lasts = dice.chance(50);
            if (dice.chance(30)) time.anchorKind = "withdraw";
    }
}

Story randomStory(unsigned seed, int statements, const Calendar& calendar = may) {
    Dice dice{std::mt19937(seed)};
    const std::vector<std::string> towns{"Arla", "Bram", "Corl", "Dorn", "Elva",
                                         "Fenn", "Grim", "Holm", "Nix"};
    const std::vector<std::string> kinds{"move",   "withdraw", "deploy", "hold",    "arrive", "occupy",
                                         "attack", "stay",     "cut",    "advance", "order",  "capture"};
    const std::vector<std::string> roles{"stop", "stop", "stop", "from", "via", "ref"};
    Story story;
    for (int i = 0; i < statements; ++i) {
        std::string sentence = "We";
        const int places = dice.roll(4);
        for (int p = 0; p < places; ++p)
            sentence.append(" with [").append(dice.of(towns)).append(":").append(dice.of(roles)).append("]");
        auto& statement = story.tell(dice.of(kinds), sentence + ".");
        statement.parallel = dice.chance(20);
        statement.toldEarlier = dice.chance(5);
        statement.sameStopAgain = dice.chance(5);
        if (dice.chance(25)) {
            statement.status = text::Status::otherActor;
            statement.presence = text::Presence::none;
        }
        for (int t = dice.roll(3); t > 0; --t) addTime(dice, story, calendar);
    }
    return story;
}

model::Reconstruction told(const Story& story, const Calendar& calendar = may) {
    return reconstructRead(
        story.words(), land, {}, {},
        {.zone = calendar.zone, .referenceDate = timeline::Date{2025, 1, 20}, .roads = roads});
}

void expectOrder(const model::Reconstruction& r) {
    ASSERT_TRUE(std::isfinite(r.begin) && std::isfinite(r.end));
    ASSERT_LE(r.begin, r.end);
    for (const auto& event : r.events) {
        ASSERT_TRUE(event.shown && std::isfinite(*event.shown));
        const auto& span = event.when.span;
        if (span.earliest && span.latest) {
            ASSERT_LE(*span.earliest, *span.latest);
        }
        if (event.when.best && span.latest) {
            ASSERT_LE(*event.when.best, *span.latest);
        }
    }
    for (const auto& way : r.itineraries) {
        for (std::size_t i = 0; i < way.stops.size(); ++i) {
            ASSERT_LE(way.stops[i].arrive, way.stops[i].leave);
            if (i > 0) {
                ASSERT_LE(way.stops[i - 1].order, way.stops[i].order);
            }
            if (i > 0) {
                ASSERT_LE(way.stops[i - 1].arrive, way.stops[i].arrive);
            }
        }
        for (const auto& leg : way.legs) {
            ASSERT_LE(leg.depart, leg.arrive);
            ASSERT_GE(leg.depart, way.stops[leg.fromStop].arrive);
            ASSERT_LE(leg.arrive, way.stops[leg.toStop].arrive + 1e-6);
            ASSERT_GE(leg.path.size(), 2U);
            ASSERT_EQ(leg.path.front(), way.stops[leg.fromStop].place->where.at);
            ASSERT_EQ(leg.path.back(), way.stops[leg.toStop].place->where.at);
            ASSERT_NEAR(leg.distance_m, geo::length_m(leg.path), 1);
            ASSERT_FALSE(leg.why.empty());
            ASSERT_EQ(leg.basis == model::Basis::schematic, !leg.roads.empty());
        }
    }
}

// The marker stands on its leg's line, in its bounds, and never leaps while time goes on.
void expectGlide(const model::Itinerary& way) {
    constexpr double tick = 1e-3, leap_m = 200;
    for (const auto& leg : way.legs) {
        if (leg.arrive <= leg.depart) continue;
        auto box = geo::boundsOf(leg.path);
        box = {box.west - 1e-3, box.south - 1e-3, box.east + 1e-3, box.north + 1e-3};
        const double step = (leg.arrive - leg.depart) / 50;
        std::optional<model::Position> before;
        for (double t = leg.depart; t < leg.arrive; t += step) {
            const auto here = model::at(way, t);
            ASSERT_TRUE(here);
            ASSERT_TRUE(std::isfinite(here->at.lon) && std::isfinite(here->at.lat) &&
                        std::isfinite(here->halo_m) && here->halo_m >= 0);
            if (!here->leg || &way.legs[*here->leg] != &leg) continue;
            ASSERT_TRUE(geo::contains(box, here->at));
            ASSERT_GE(here->legFraction, 0);
            ASSERT_LE(here->legFraction, 1);
            // Slow at both ends: nowhere more than 1.5 times the even pace, along the line.
            if (before && before->leg == here->leg) {
                ASSERT_LE(geo::distance_m(before->at, here->at), 1.6 * leg.distance_m / 50 + 1);
            }
            before = here;
        }
        // Where several posts are held at once the marker stands at the first of them.
        const auto alone = [&](std::size_t stop) {
            return std::ranges::count(way.stops, way.stops[stop].order, &model::Stop::order) == 1;
        };
        if (!alone(leg.fromStop) || !alone(leg.toStop)) continue;
        for (const double edge : {leg.depart, leg.arrive}) {
            const auto a = model::at(way, edge - tick), b = model::at(way, edge + tick);
            if (a && b) {
                ASSERT_LE(geo::distance_m(a->at, b->at), leap_m) << "at " << edge;
            }
        }
    }
}

TEST(RandomStories, keepTheirOrderAndGlide) {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto r = told(randomStory(seed, 3 + static_cast<int>(seed % 40)));
        expectOrder(r);
        for (const auto& way : r.itineraries) expectGlide(way);
        if (HasFatalFailure()) return;
    }
}

TEST(RandomStories, keepTheirOrderWhereTheClocksChange) {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        expectOrder(told(randomStory(seed, 3 + static_cast<int>(seed % 40), changing), changing));
        if (HasFatalFailure()) return;
    }
}

#ifdef __SANITIZE_ADDRESS__
constexpr int many = 1000;  // the checks cost ten times as much, and the work grows with the square
#else
constexpr int many = 5000;
#endif

double secondsFor(const Story& story, const Calendar& calendar = may) {
    const auto begin = std::clock();  // the processor's time: what else the machine does is no matter
    expectOrder(told(story, calendar));
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST(HostileStories, thousandsOfStatementsAreSolvedInSeconds) {
    const double took = secondsFor(randomStory(7, many));
    std::cout << many << " statements at random: " << took << " s\n";
    EXPECT_LT(took, 10);  // 2 s measured
}

TEST(HostileStories, thousandsOfStatementsAroundAChangeOfClocks) {
    const double took = secondsFor(randomStory(7, many, changing), changing);
    std::cout << many << " statements around a change of clocks: " << took << " s\n";
    EXPECT_LT(took, 10);
}

TEST(HostileStories, aTextThatContradictsItselfAllThrough) {
    Story story;
    for (int i = 0; i < many / 2; ++i) {
        story.tell("hold", "We held [Arla:stop].");
        story.when().date = timeline::Date{2024, 5, i % 2 == 0 ? 20 : 3};
        story.tell("move", "We went to [Holm:stop].");
        auto& time = story.when(text::TimeRelation::after);
        time.lowSeconds = time.highSeconds = 600;
        time.anchorKind = "withdraw";
    }
    const double took = secondsFor(story);
    std::cout << many << " statements in contradiction: " << took << " s\n";
    EXPECT_LT(took, 10);
}

TEST(HostileStories, threeHundredEndsOfMarchAndFridays) {
    Story story;
    for (int i = 0; i < 300; ++i) {
        story.tell("move", "At the end of March we went to [Arla:stop].");
        story.when().days = text::DaySpan{{2024, 3, 21}, {2024, 3, 31}};
        story.tell("move", "On Friday we left for [Holm:stop].");  // 100 km off, and there are two Fridays
        story.when().weekday = 4;
    }
    const double took = secondsFor(story);
    std::cout << "300 ends of March and Fridays: " << took << " s\n";
    EXPECT_LT(took, 5);  // 0.2 s measured, under sanitizers up to 3 on a busy machine
}

}  // namespace
}  // namespace retrace::reconstruct::test
