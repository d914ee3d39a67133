#include "reconstruct/explain_times.hpp"

#include <algorithm>
#include <string_view>

namespace retrace::reconstruct {
namespace {

using timeline::Network;

constexpr std::int64_t closeEnough = 36 * timeline::hour;  // wider spans support no best instant
constexpr std::size_t mostSteps = 32;  // of one bound that are gone through; a long telling has thousands

}  // namespace

TimeExplainer::TimeExplainer(const TimeDraft& draft, const SnappedTimes& times)
    : draft_(draft), times_(times) {
    // A snap's reasons stand before every step that rests on it.
    std::vector<Origins> ofSteps;
    ofSteps.reserve(times.history.steps().size());
    const auto ofSnap = [&](const Snap& snap) {
        const auto also = snap.also ? originsOf(*snap.also) : 0;
        return also | (snap.because == BoundHistory::none ? 0 : ofSteps[snap.because]);
    };
    ofSnaps_.resize(times.snaps.size());
    for (const auto& step : times.history.steps()) {
        if (step.reason >= draft.constraints.size()) {
            const auto snap = step.reason - draft.constraints.size();
            ofSnaps_[snap] = ofSnap(times.snaps[snap]);
        }
        const auto before = step.before == BoundHistory::none ? 0 : ofSteps[step.before];
        ofSteps.push_back(originsOf(step.reason) | before);
    }
    for (auto& known : known_) known.resize(draft.variables);
}

TimeExplainer::Origins TimeExplainer::originsOf(std::size_t reason) const {
    const auto constraints = draft_.constraints.size();
    return reason < constraints ? 1U << static_cast<unsigned>(draft_.supports[reason].origin)
                                : ofSnaps_[reason - constraints];
}

/// Back along the path to what is known, and forth again.
TimeExplainer::Origins TimeExplainer::originsOf(Network::Variable variable, Side side) {
    auto& known = known_[side == Side::latest ? 1 : 0];
    std::vector<std::pair<Network::Variable, Origins>> open;
    Origins origins = 0;
    for (auto at = variable;;) {
        if (known[at] != 0) {
            origins = known[at];
            break;
        }
        const auto step = times_.network.lastStep(at, side);
        if (!step) break;
        open.emplace_back(at, originsOf(times_.network.constraint(step->constraint).reason));
        at = step->from;
    }
    for (std::size_t i = open.size(); i-- > 0;) {
        origins |= open[i].second;
        known[open[i].first] = origins;
    }
    return origins;
}

/// The draft's constraints behind a bound, as many as are gone through, ascending: those next to it.
std::vector<std::size_t> TimeExplainer::nearest(Network::Variable variable, Side side, bool& all) const {
    const auto constraints = draft_.constraints.size();
    std::vector<std::size_t> found, snaps;  // few: gone through again and again
    const auto meet = [](std::vector<std::size_t>& list, std::size_t reason) {
        const bool fresh = std::ranges::find(list, reason) == list.end();
        if (fresh) list.push_back(reason);
        return fresh;
    };
    std::vector<BoundHistory::Point> open{times_.history.at(variable, side)};  // nearest last
    while (!open.empty() && found.size() < mostSteps && snaps.size() < mostSteps) {
        const auto point = open.back();
        open.pop_back();
        if (point == BoundHistory::none) continue;
        const auto& step = times_.history.step(point);
        open.push_back(step.before);
        if (step.reason < constraints) {
            (void)meet(found, step.reason);
        } else if (meet(snaps, step.reason)) {
            const auto& snap = times_.snaps[step.reason - constraints];
            if (snap.also) (void)meet(found, *snap.also);
            open.push_back(snap.because);
        }
    }
    all = std::ranges::all_of(open, [](auto point) { return point == BoundHistory::none; });
    std::ranges::sort(found);
    return found;
}

void TimeExplainer::explain(model::When& when, const char* what, Network::Variable variable, Side side) {
    using timeline::Origin;
    for (const auto origin : {Origin::words, Origin::decision, Origin::record})
        if ((originsOf(variable, side) & (1U << static_cast<unsigned>(origin))) != 0)
            when.span = timeline::withOrigin(when.span, origin);
    bool all = false;
    std::string step;
    std::vector<std::string_view> told;
    std::size_t between = 0;  // steps from one event told to the next
    for (const auto r : nearest(variable, side, all)) {
        const auto& support = draft_.supports[r];
        if (support.words.empty() || std::ranges::find(told, support.words) != told.end()) continue;
        told.push_back(support.words);
        if (support.strength == Support::order && ++between > 2) continue;
        step.append(step.empty() ? "" : "; ").append(support.words);
    }
    if (between > 2)
        step += "; and the order of " + std::to_string(between - 2) + " more events told between";
    if (!all) step += "; and what is told further off";
    if (!step.empty()) when.derivation.push_back(std::string(what).append(step));
}

model::When TimeExplainer::whenOf(const EventVariables& v, Network::Variable from, Network::Variable to) {
    model::When when;
    when.clock = v.clock;
    if (const auto low = times_.network.bounds(from).earliest) {
        when.span.earliest = timeline::Instant{*low};
        explain(when, "no earlier: ", from, Side::earliest);
    }
    if (const auto high = times_.network.bounds(to).latest) {
        when.span.latest = timeline::Instant{*high};
        explain(when, "no later: ", to, Side::latest);
    }
    const auto tellsHour = [&](const std::string& step) { return step.find(v.taken) != std::string::npos; };
    if (!v.taken.empty() && std::ranges::none_of(when.derivation, tellsHour))
        when.derivation.push_back("the hour: " + v.taken);
    const bool bounded = when.span.earliest && when.span.latest;
    const auto width = bounded ? *when.span.latest - *when.span.earliest : 0;
    if (bounded && width <= closeEnough)
        when.best = v.until && to == v.end ? *when.span.latest : *when.span.earliest + width / 2;
    // Between two hours nobody was: the likelier stands for both.
    if (when.best && v.likely && v.likely->from && v.likely->to && width > timeline::hour) {
        const auto day = v.day ? times_.network.bounds(*v.day) : Network::Bounds{};
        const auto middle = (*v.likely->from + *v.likely->to) / 2 * timeline::minute;
        if (day.earliest && day.earliest == day.latest)
            when.best =
                std::clamp(timeline::Instant{*day.earliest + middle}, *when.span.earliest, *when.span.latest);
    }
    const auto day = v.day ? times_.network.bounds(*v.day) : Network::Bounds{};
    if (v.ownDate)
        when.day = model::DayCode::stated;
    else if ((day.earliest && day.earliest == day.latest) || when.best)
        when.day = model::DayCode::derived;
    if (!bounded && when.derivation.empty())
        when.derivation.emplace_back("the words give no day; only its place in the order is known");
    return when;
}

}  // namespace retrace::reconstruct
