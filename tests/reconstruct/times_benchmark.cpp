// How long solving times takes, from scratch and after one change, and in how much memory: the network that
// keeps its state beside Bellman and Ford's rounds; then whole drafts of 10,000 events, and of a text.
// Figures, not a test.
//
//   times_benchmark [TEXT GAZETTEER]
#include "reconstruct/adopt_times.hpp"
#include "reconstruct/estimate_spots.hpp"
#include "reconstruct/order_events.hpp"
#include "reconstruct/rivers.hpp"
#include "reconstruct/solve_times.hpp"

#include "../timeline/rounds_network.hpp"
#include "little_map.hpp"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <random>
#include <sstream>

namespace {

using namespace retrace;
using namespace retrace::reconstruct;
using timeline::Network;

double millisecondsOf(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

struct Median {
    std::vector<double> all;
    void add(double ms) { all.push_back(ms); }
    double value() {
        std::ranges::sort(all);
        return all[all.size() / 2];
    }
};

std::size_t heapBytes() {
    return mallinfo2().uordblks;
}

constexpr std::int64_t first = 1'700'000'000;

/// Events told one after the other, each with a start and an end, over a hundred days: five constraints an
/// event, all true of one course of events that was drawn first.
struct Drawn {
    std::size_t variables = 1;
    std::vector<Network::Constraint> constraints;
    std::vector<Network::Variable> starts;
};

Drawn drawnNetwork(std::size_t events, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::int64_t n) { return static_cast<std::int64_t>(random()) % n; };
    Drawn d;
    std::vector<std::int64_t> truth{0};
    const auto variable = [&](std::int64_t t) {
        truth.push_back(t);
        return d.variables++;
    };
    const auto add = [&](Network::Variable a, Network::Variable b, std::optional<std::int64_t> under,
                         std::optional<std::int64_t> over) {
        const auto gap = truth[b] - truth[a];
        Network::Constraint c{a, b, {}, {}, d.constraints.size()};
        if (under) c.low = gap - *under;
        if (over) c.high = gap + *over;
        d.constraints.push_back(c);
    };
    const std::int64_t step = 100 * timeline::day / static_cast<std::int64_t>(events);
    std::optional<Network::Variable> day, end;
    for (std::size_t i = 0; i < events; ++i) {
        const auto t = first + static_cast<std::int64_t>(i) * step;
        if (i % 20 == 0) {
            const auto midnight = t / timeline::day * timeline::day;
            day = variable(midnight);
            if (i % 100 == 0)
                add(Network::epoch, *day, 0, 0);
            else
                add(Network::epoch, *day, 5 * timeline::day, 5 * timeline::day);
        }
        const auto start = variable(t), until = variable(t + below(step));
        d.starts.push_back(start);
        add(start, until, truth[until] - truth[start], std::nullopt);         // ends after it starts
        if (end) add(*end, start, truth[start] - truth[*end], std::nullopt);  // told one after the other
        if (end) add(*end, start, below(step / 4 + 1), std::nullopt);         // a way that takes its time
        add(*day, start, truth[start] - truth[*day], timeline::day);          // on that day, or the night
        add(start, until, std::nullopt, timeline::hour * 5);                  // lasts so long at most
        if (i >= 50 && i % 20 == 0)
            add(d.starts[i - 50], start, timeline::hour, timeline::hour);  // "two days after"
        end = until;
    }
    std::shuffle(d.constraints.begin(), d.constraints.end(), random);
    for (std::size_t i = 0; i < d.constraints.size(); ++i) d.constraints[i].reason = i;
    return d;
}

template <class AnyNetwork>
AnyNetwork filled(const Drawn& d) {
    AnyNetwork network;
    while (network.variableCount() < d.variables) (void)network.addVariable();
    for (const auto& c : d.constraints) (void)network.add({c.from, c.to, c.low, c.high, c.reason});
    return network;
}

void networks(std::size_t events) {
    const auto drawn = drawnNetwork(events, 1);
    std::cout << events << " events, " << drawn.variables << " variables, " << drawn.constraints.size()
              << " constraints\n";
    Median scratch, change, back;
    std::size_t bytes = 0;
    for (int i = 0; i < 9; ++i) {
        const auto before = heapBytes();
        Network network;
        scratch.add(millisecondsOf([&] {
            network = filled<Network>(drawn);
            if (!network.settle().empty()) std::cout << "  in contradiction\n";
        }));
        bytes = heapBytes() - before;
        std::mt19937 random(static_cast<unsigned>(i));
        for (int k = 0; k < 25; ++k) {
            // An event in the middle is settled to an hour that its bounds leave.
            const auto v = drawn.starts[random() % drawn.starts.size()];
            const auto b = network.bounds(v);
            const auto t = *b.earliest + (*b.latest - *b.earliest) / 3;
            Network::Handle decision = 0;
            change.add(millisecondsOf([&] {
                decision = network.add({Network::epoch, v, t, t, drawn.constraints.size()});
                if (!network.settle().empty()) std::cout << "  in contradiction\n";
            }));
            back.add(millisecondsOf([&] {
                network.remove(decision);
                (void)network.settle();
            }));
        }
    }
    std::cout << "  kept: from scratch " << scratch.value() << " ms; a decision " << change.value()
              << " ms (the slowest of " << change.all.size() << ": " << change.all.back() << "), taken back "
              << back.value() << " ms (" << back.all.back() << "); " << bytes / 1024 << " KiB, "
              << bytes / drawn.constraints.size() << " bytes a constraint\n";
    double old = 0;
    std::size_t oldBytes = 0;
    {
        const auto before = heapBytes();
        timeline::test::RoundsNetwork network;
        timeline::test::RoundsNetwork::Solution solution;
        old = millisecondsOf([&] {
            network = filled<timeline::test::RoundsNetwork>(drawn);
            solution = network.solve();
        });
        oldBytes = heapBytes() - before;
    }
    std::cout << "  rounds: from scratch and after any change " << old << " ms; " << oldBytes / 1024
              << " KiB\n  times as fast: from scratch " << old / scratch.value() << ", a decision "
              << old / change.value() << "\n";
}

struct Telling {
    Words words;
    std::vector<model::Event> events;
    std::vector<model::PlaceMention> mentions;
    Options options;
};

/// Dates, hours, days after, stays and weekdays, one town after the other.
Telling longTelling(int events) {
    const auto land = test::drawnMap("A..B", {{'A', "Arla"}, {'B', "Bram"}});
    test::Story story;
    for (int i = 0; i < events; ++i) {
        story.tell("move", i % 2 == 0 ? "We went to [Arla:stop]." : "We left for [Bram:stop].");
        if (i % 20 == 0)
            story.when().date = timeline::plusDays({2020, 1, 1}, i / 10);
        else if (i % 20 == 11)
            story.when().dayOffset = 1;
        else if (i % 5 == 2)
            story.when().clock = test::oClock(6 + i % 5 + (i % 20) / 2);
    }
    Telling t{adoptTimes(story.words()),
              {},
              {},
              {.zone = "Asia/Damascus", .referenceDate = timeline::Date{2026, 1, 1}}};
    t.mentions = choosePlaces(t.words, land, {}).mentions;
    t.events = orderEvents(t.words, {});
    return t;
}

void drafts(const Telling& t, const std::string& name) {
    const auto& zone = t.options.zone;
    const auto plain = timeConstraints(t.words, t.events, t.mentions, {}, t.options);
    std::cout << name << ": " << t.events.size() << " events, " << plain.constraints.size()
              << " constraints; drafting "
              << millisecondsOf([&] { (void)timeConstraints(t.words, t.events, t.mentions, {}, t.options); })
              << " ms\n";
    SolvedTimes solved;
    Median scratch, again;
    for (int i = 0; i < 5; ++i)
        scratch.add(millisecondsOf([&] { solved = solveTimes(t.words, t.events, plain, zone); }));
    std::mt19937 random(1);
    for (int i = 0; i < 15; ++i) {
        const auto e = random() % t.events.size();
        const auto& span = solved.when[e].span;
        if (!span.earliest) continue;
        const auto quote = t.events[e].evidence.front();
        const model::Decision decision{
            .anchor = {quote, wordsOf(t.words, quote)},
            .what = model::SetTime{.span = {span.earliest, span.earliest, {}}, .recordRow = {}}};
        const auto decided = timeConstraints(t.words, t.events, t.mentions, {decision}, t.options);
        auto solution = solved.solution;
        again.add(
            millisecondsOf([&] { (void)solveTimes(t.words, t.events, decided, zone, std::move(solution)); }));
    }
    std::cout << "  times, reasons and findings: from scratch " << scratch.value() << " ms";
    if (!again.all.empty())
        std::cout << ", one decision changed " << again.value() << " ms (the slowest of " << again.all.size()
                  << ": " << again.all.back() << ")";
    std::cout << "\n";
}

Telling tellingOf(const std::string& file, const std::string& list) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    const gazetteer::Gazetteer gazetteer({list});
    std::vector<text::Source> sources{text::readSource("text", bytes.str())};
    const auto r = reconstruct::reconstruct(sources, gazetteer, {}, {}, {});
    Telling t{{r.sources, r.readings}, r.events, r.mentions, {.zone = r.zone}};
    return t;
}

}  // namespace

int main(int argc, char** argv) {
    for (const std::size_t events : {1000, 10000}) networks(events);
    drafts(longTelling(10000), "a long telling");
    if (argc > 2) drafts(tellingOf(argv[1], argv[2]), argv[1]);
}
