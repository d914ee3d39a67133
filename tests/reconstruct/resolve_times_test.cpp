// A changed decision is solved from what was solved before: the same times, findings and reasons as from
// scratch. Stories at random; a failure names its seed.
#include "little_map.hpp"
#include "reconstruct/adopt_times.hpp"
#include "reconstruct/order_events.hpp"
#include "reconstruct/solve_times.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace retrace::reconstruct::test {
namespace {

const Lookup land = drawnMap("A..B...C....D", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}, {'D', "Dorn"}});

struct Telling {
    Words words;
    std::vector<model::Event> events;
    std::vector<model::PlaceMention> mentions;
    Options options;

    TimeDraft draft(const std::vector<model::Decision>& decisions) const {
        return timeConstraints(words, events, mentions, decisions, options);
    }
    model::Decision setTime(std::size_t event, timeline::Instant from, std::int64_t seconds) const {
        const auto quote = events[event].evidence.front();
        return {.anchor = {quote, wordsOf(words, quote)},
                .what = model::SetTime{.span = {from, from + seconds, {}}, .recordRow = {}}};
    }
};

Telling tellingOf(const Story& story, const std::string& zone) {
    Telling t{
        adoptTimes(story.words()), {}, {}, {.zone = zone, .referenceDate = timeline::Date{2025, 1, 20}}};
    t.mentions = choosePlaces(t.words, land, {}).mentions;
    t.events = orderEvents(t.words, {});
    return t;
}

Story randomStory(std::mt19937& random) {
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const std::vector<std::string> towns{"Arla", "Bram", "Corl", "Dorn"};
    Story story;
    for (int i = 0, many = 5 + below(30); i < many; ++i) {
        story.tell(below(2) == 0 ? "move" : "hold",
                   "We were at [" + towns[static_cast<std::size_t>(below(4))] + ":stop].");
        if (below(2) != 0) continue;
        auto& time = story.when();
        switch (below(6)) {
            case 0:
                time.date = timeline::Date{2024, 3, 1 + below(31)};
                break;
            case 1:
                time.clock = oClock(below(24));
                break;
            case 2:
                time.dayOffset = below(3);
                break;
            case 3:
                time.weekday = below(7);
                break;
            case 4:
                time.days = text::DaySpan{{2024, 3, 21}, {2024, 3, 31}};
                break;
            default:
                time.lasts = true;
                time.lowSeconds = 3600 * below(100);
        }
    }
    return story;
}

void expectSame(const SolvedTimes& a, const SolvedTimes& b) {
    ASSERT_EQ(a.when.size(), b.when.size());
    for (const auto& [x, y] : {std::pair(&a.when, &b.when), std::pair(&a.stopWhen, &b.stopWhen)})
        for (std::size_t i = 0; i < x->size(); ++i) {
            ASSERT_EQ((*x)[i].span, (*y)[i].span) << i;
            ASSERT_EQ((*x)[i].best, (*y)[i].best) << i;
            ASSERT_EQ((*x)[i].clock, (*y)[i].clock) << i;
            ASSERT_EQ((*x)[i].day, (*y)[i].day) << i;
            ASSERT_EQ((*x)[i].derivation, (*y)[i].derivation) << i;
        }
    ASSERT_EQ(a.findings.size(), b.findings.size());
    for (std::size_t i = 0; i < a.findings.size(); ++i) {
        ASSERT_EQ(a.findings[i].kind, b.findings[i].kind);
        ASSERT_EQ(a.findings[i].message, b.findings[i].message);
    }
}

void playDecisions(unsigned seed, const std::string& zone, int& contradictions) {
    std::mt19937 random(seed);
    const auto telling = tellingOf(randomStory(random), zone);
    std::vector<model::Decision> decisions;
    TimeSolution before;
    for (int turn = 0; turn < 5; ++turn) {
        const auto draft = telling.draft(decisions);
        const auto fresh = solveTimes(telling.words, telling.events, draft, zone);
        auto again = solveTimes(telling.words, telling.events, draft, zone, std::move(before));
        ASSERT_NO_FATAL_FAILURE(expectSame(fresh, again));
        contradictions +=
            std::ranges::count(fresh.findings, "contradiction", &model::Finding::kind) > 0 ? 1 : 0;
        before = std::move(again.solution);
        if (!decisions.empty() && random() % 3 == 0) {
            decisions.erase(decisions.begin());
            continue;
        }
        const auto day = timeline::toInstant({{2024, 3, 20 + static_cast<int>(random() % 12)}}, zone);
        decisions.push_back(telling.setTime(random() % telling.events.size(), day,
                                            static_cast<std::int64_t>(random() % 3) * 6 * timeline::hour));
    }
}

TEST(ResolveTimes, WhatWasSolvedBeforeOnlySavesWork) {
    int contradictions = 0;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        playDecisions(seed, "+03:00", contradictions);
        playDecisions(seed, "Europe/Berlin", contradictions);  // whose clocks change on the 31st
        if (testing::Test::HasFatalFailure()) return;
    }
    EXPECT_GT(contradictions, 100);
}

TEST(ResolveTimes, AnotherTextsSolutionDoesNoHarm) {
    std::mt19937 random(1);
    const auto one = tellingOf(randomStory(random), "+03:00"),
               other = tellingOf(randomStory(random), "+03:00");
    auto before = solveTimes(one.words, one.events, one.draft({}), "+03:00");
    expectSame(solveTimes(other.words, other.events, other.draft({}), "+03:00"),
               solveTimes(other.words, other.events, other.draft({}), "+03:00", std::move(before.solution)));
}

}  // namespace
}  // namespace retrace::reconstruct::test
