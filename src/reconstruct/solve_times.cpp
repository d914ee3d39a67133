#include "reconstruct/solve_times.hpp"

#include "reconstruct/order_events.hpp"
#include "reconstruct/snaps.hpp"

#include <algorithm>
#include <set>

namespace retrace::reconstruct {
namespace {

using timeline::Network;

Network::Solution solved(const TimeDraft& draft, const std::vector<bool>& dropped,
                         const std::vector<Snap>& snaps, bool changes) {
    Network network;
    while (network.variableCount() < draft.variables) (void)network.addVariable();
    for (std::size_t i = 0; i < draft.constraints.size(); ++i)
        if (!dropped[i]) network.add(asElapsed(draft, i, changes));
    for (const auto& snap : snaps) network.add(snap.constraint);
    return network.solve();
}

// The supports behind reasons, where a reason may be a snap (numbered behind the draft's own).
std::set<std::size_t> unfolded(const std::vector<std::size_t>& reasons, const TimeDraft& draft,
                               const std::vector<Snap>& snaps) {
    std::set<std::size_t> all;
    std::vector<std::size_t> open = reasons;
    std::set<std::size_t> seen;
    while (!open.empty()) {
        const auto r = open.back();
        open.pop_back();
        if (!seen.insert(r).second) continue;
        if (r < draft.supports.size())
            all.insert(r);
        else if (r - draft.supports.size() < snaps.size())
            open.insert(open.end(), snaps[r - draft.supports.size()].because.begin(),
                        snaps[r - draft.supports.size()].because.end());
    }
    return all;
}

// What may be spent on giving up one support after the other: a text of thousands of statements that
// contradicts itself all through loses the rest at once. Counted, not timed: the same on any machine.
struct Effort {
    std::size_t solutions = 0, work = 0;  // so far; work as the network counts it
    [[nodiscard]] bool spent() const {
        constexpr std::size_t fewest = 2, most = 200, mostWork = 500'000'000;  // about a second
        return solutions > most || (solutions > fewest && work > mostWork);
    }
    [[nodiscard]] bool exhausted() const { return work > 1'500'000'000; }
};

// Gives up the weakest constraint of a contradiction; false where none may be given up.
bool giveUpWeakest(const Words& words, const TimeDraft& draft, const std::set<std::size_t>& conflict,
                   std::vector<bool>& dropped, std::vector<model::Finding>& findings, const Effort& effort) {
    std::optional<std::size_t> weakest;
    for (const auto r : conflict)
        if (!dropped[r] && draft.supports[r].strength != Support::structure &&
            (!weakest || draft.supports[r].strength < draft.supports[*weakest].strength))
            weakest = r;
    if (!weakest) return false;
    dropped[*weakest] = true;
    if (effort.spent()) {
        for (std::size_t i = 0; i < dropped.size(); ++i) {
            const auto strength = draft.supports[draft.constraints[i].reason].strength;
            if (strength < Support::date || strength == draft.supports[*weakest].strength) dropped[i] = true;
        }
        if (std::ranges::find(findings, "contradictions", &model::Finding::kind) == findings.end())
            findings.push_back({"contradictions",
                                "warning",
                                "the narrator's words contradict each other so often that only their dates "
                                "are kept",
                                {},
                                {}});
        return true;
    }
    // An assumption of ours that fails is no contradiction in the words.
    if (draft.supports[*weakest].strength <= Support::week) return true;
    const bool tooFast = draft.supports[*weakest].strength == Support::travel;
    model::Finding finding{tooFast ? "impossible-speed" : "contradiction", "warning", {}, {}, {}};
    // The days and hours first, then what orders them; the mere order of the telling last and not at length.
    std::vector<std::size_t> members(conflict.begin(), conflict.end());
    std::ranges::stable_sort(members, std::greater<>{}, [&](auto m) { return draft.supports[m].strength; });
    constexpr std::size_t most = 5;
    std::set<std::string> told;
    for (const auto r : members) {
        const auto& support = draft.supports[r];
        if (support.words.empty()) continue;
        if (!support.evidence.empty() &&
            std::ranges::find(finding.evidence, support.evidence.front()) != finding.evidence.end())
            continue;  // "on that day", of the same words
        if (!told.insert(support.words).second) continue;
        if (told.size() <= most)
            finding.message +=
                (told.size() > 1 ? "; " : "by the narrator's words these cannot all be so: ") + support.words;
        for (const auto& quote : support.evidence)
            if (std::ranges::find(finding.evidence, quote) == finding.evidence.end())
                finding.evidence.push_back(quote);
    }
    if (told.size() > most)
        finding.message += "; and " + std::to_string(told.size() - most) + " more steps of the telling";
    finding.message += ". Set aside: " + draft.supports[*weakest].words;
    if (finding.evidence.size() == 1)
        finding.message += " (" + shortWords(words, finding.evidence.front()) + ")";
    findings.push_back(std::move(finding));
    return true;
}

constexpr std::int64_t closeEnough = 36 * timeline::hour;  // wider spans support no best instant

model::When whenOf(const TimeDraft& draft, const Network::Solution& solution, const std::vector<Snap>& snaps,
                   const EventVariables& v, Network::Variable from, Network::Variable to) {
    const auto& low = solution.bounds[from];
    const auto& high = solution.bounds[to];
    model::When when;
    when.clock = v.clock;
    const auto explain = [&](const char* what, const std::vector<std::size_t>& reasons) {
        std::string step;
        std::set<std::string> told;
        std::size_t between = 0;  // steps from one event told to the next
        for (const auto r : unfolded(reasons, draft, snaps)) {
            when.span = timeline::withOrigin(when.span, draft.supports[r].origin);
            if (draft.supports[r].words.empty() || !told.insert(draft.supports[r].words).second) continue;
            if (draft.supports[r].strength == Support::order && ++between > 2) continue;
            step += (step.empty() ? "" : "; ") + draft.supports[r].words;
        }
        if (between > 2)
            step += "; and the order of " + std::to_string(between - 2) + " more events told between";
        if (!step.empty()) when.derivation.push_back(std::string(what).append(step));
    };
    if (low.earliest) {
        when.span.earliest = timeline::Instant{*low.earliest};
        explain("no earlier: ", low.reasonsEarliest);
    }
    if (high.latest) {
        when.span.latest = timeline::Instant{*high.latest};
        explain("no later: ", high.reasonsLatest);
    }
    const bool bounded = when.span.earliest && when.span.latest;
    const auto width = bounded ? *when.span.latest - *when.span.earliest : 0;
    if (bounded && width <= closeEnough) {
        when.best = v.until && to == v.end ? *when.span.latest : *when.span.earliest + width / 2;
    }
    const bool dayKnown = v.day && solution.bounds[*v.day].earliest &&
                          solution.bounds[*v.day].earliest == solution.bounds[*v.day].latest;
    if (v.ownDate)
        when.day = model::DayCode::stated;
    else if (dayKnown || when.best)
        when.day = model::DayCode::derived;
    if (!bounded && when.derivation.empty())
        when.derivation.emplace_back("the words give no day; only its place in the order is known");
    return when;
}

}  // namespace

SolvedTimes solveTimes(const Words& words, const std::vector<model::Event>& events, TimeDraft draft,
                       const std::string& zone) {
    SolvedTimes result{.findings = draft.findings};
    const auto weekdays = draft.weekdays;
    std::vector<bool> dropped(draft.constraints.size(), false);
    std::vector<Snap> snaps;
    const bool changes = clocksChange(draft, zone);
    Network::Solution solution;
    Effort effort;
    for (std::size_t round = 0; round < draft.constraints.size() + 64; ++round) {
        solution = solved(draft, dropped, snaps, changes);
        ++effort.solutions;
        effort.work += solution.work;
        if (effort.spent()) draft.weekdays.clear();  // wider bounds, and still true
        if (!solution.consistent) {
            const auto conflict = unfolded(solution.conflict, draft, snaps);
            snaps.clear();
            if (!giveUpWeakest(words, draft, conflict, dropped, result.findings, effort)) break;
        } else if (effort.exhausted()) {
            break;  // bounds that hold, not yet moved to the very midnights
        } else if (!snapDays(draft, solution, dropped, zone, snaps) &&
                   !(changes && snapClocks(draft, solution, dropped, zone, snaps))) {
            break;
        }
    }
    if (!solution.consistent || solution.bounds.size() < draft.variables) {
        result.when.resize(events.size());
        result.stopWhen.resize(events.size());
        return result;
    }
    for (const auto& named : weekdays) {
        const auto& day = solution.bounds[named.day];
        if (day.earliest && day.earliest == day.latest) continue;
        result.findings.push_back({"week-missing",
                                   "note",
                                   inQuotes(shortWords(words, named.quote)) +
                                       " names a weekday, and nothing in the words says of which week",
                                   {named.quote},
                                   {}});
    }
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto& v = draft.events[i];
        result.when.push_back(
            whenOf(draft, solution, snaps, v, v.start, v.until || v.lasts ? v.end : v.start));
        const auto there = setsOut(events[i].kind) ? v.end : v.start;
        auto stop = whenOf(draft, solution, snaps, v, there, there);
        // The hour told is that of setting out; being there comes later.
        if (setsOut(events[i].kind)) stop.clock = v.clock ? v.clock : std::nullopt;
        result.stopWhen.push_back(std::move(stop));
    }
    return result;
}

}  // namespace retrace::reconstruct
