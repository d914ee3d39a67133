#include "reconstruct/solve_times.hpp"

#include "reconstruct/choose_hours.hpp"
#include "reconstruct/contradictions.hpp"
#include "reconstruct/explain_times.hpp"
#include "reconstruct/keep_strongest.hpp"
#include "reconstruct/order_events.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

std::vector<model::Finding> findingsOf(const Words& words, const StrongestKept& kept,
                                       std::vector<SetAside> aside) {
    constexpr std::size_t most = 200;  // told one by one
    std::size_t untold = 0;
    for (const auto& each : aside) untold += isStatedByWords(kept.draft().supports[each.constraint]) ? 1 : 0;
    untold -= std::min(untold, most);
    if (aside.size() > most) aside.resize(most);
    for (const auto i : kept.givenUp()) {
        if (!isStatedByWords(kept.draft().supports[i])) continue;
        if (aside.size() < most)
            aside.push_back({i, kept.against(i)});
        else
            ++untold;
    }
    std::ranges::stable_sort(aside, {}, &SetAside::constraint);
    return contradictionFindings(words, kept.draft(), aside, untold);
}

void tellWeeksMissing(const Words& words, const TimeDraft& draft, const timeline::Network& network,
                      std::vector<model::Finding>& findings) {
    for (const auto& named : draft.weekdays) {
        const auto day = network.bounds(named.day);
        if (day.earliest && day.earliest == day.latest) continue;
        findings.push_back({"week-missing",
                            "note",
                            inQuotes(shortWords(words, named.quote)) +
                                " names a weekday, and nothing in the words says of which week",
                            {named.quote},
                            {}});
    }
}

}  // namespace

SolvedTimes solveTimes(const Words& words, const std::vector<model::Event>& events, TimeDraft draft,
                       const std::string& zone, TimeSolution previous) {
    SolvedTimes result{.findings = draft.findings};
    const bool changes = clocksChange(draft, zone);
    StrongestKept kept(std::move(draft), changes, std::move(previous));
    chooseHours(kept, zone);
    std::vector<SetAside> aside;
    auto times = snapToCalendar(kept.solution(), zone);
    constexpr int often = 3;  // what was kept out comes in again, and may again leave the calendar no room
    for (int turn = 0; !times.aside.empty(); ++turn) {
        std::vector<std::size_t> barred;
        for (const auto& each : times.aside) barred.push_back(each.constraint);
        aside.insert(aside.end(), times.aside.begin(), times.aside.end());
        kept.bar(barred, turn < often ? StrongestKept::Others::mayComeIn : StrongestKept::Others::stayOut);
        times = snapToCalendar(kept.solution(), zone);
    }
    const auto found = findingsOf(words, kept, std::move(aside));
    result.findings.insert(result.findings.end(), found.begin(), found.end());
    tellWeeksMissing(words, kept.draft(), times.network, result.findings);
    TimeExplainer explainer(kept.draft(), times);
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto& v = kept.draft().events[i];
        result.when.push_back(explainer.whenOf(v, v.start, v.until || v.lasts ? v.end : v.start));
        const auto there = setsOut(events[i].kind) ? v.end : v.start;
        result.stopWhen.push_back(explainer.whenOf(v, there, there));
    }
    result.solution = std::move(kept).release();
    return result;
}

}  // namespace retrace::reconstruct
