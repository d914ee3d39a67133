#include "reconstruct/keep_strongest.hpp"

#include "reconstruct/match_drafts.hpp"
#include "reconstruct/snaps.hpp"

#include <algorithm>
#include <queue>

namespace retrace::reconstruct {
namespace {

constexpr std::size_t shortEnough = 16;  // a contradiction worth keeping: memory stays linear

std::vector<std::size_t> numbersOf(const timeline::Network& network,
                                   const std::vector<timeline::Network::Handle>& handles) {
    std::vector<std::size_t> numbers;
    for (const auto handle : handles) numbers.push_back(network.constraint(handle).reason);
    return numbers;
}

}  // namespace

bool isWeaker(const TimeDraft& draft, std::size_t constraint, std::size_t than) {
    const auto a = draft.supports[constraint].strength, b = draft.supports[than].strength;
    return a != b ? a < b : constraint < than;
}

StrongestKept::StrongestKept(TimeDraft draft, bool clocksChange, TimeSolution previous) {
    solution_.draft = std::move(draft);
    solution_.clocksChange = clocksChange;
    barred_.resize(this->draft().constraints.size());
    because_.resize(this->draft().constraints.size());
    for (const auto i : this->draft().conditional) barred_[i] = true;
    admit(takeOver(std::move(previous)), Trial::together);
}

/// The numbers of what is still to be put.
std::vector<std::size_t> StrongestKept::takeOver(TimeSolution&& previous) {
    auto& handles = solution_.handles;
    handles.resize(draft().constraints.size());
    std::vector<std::size_t> open;
    if (previous.draft.variables == draft().variables) {
        const auto same = matchDrafts(previous.draft, draft());
        solution_.network = std::move(previous.network);
        std::vector<bool> stays(previous.handles.size());
        for (const auto& [before, now] : same) {
            // Where clocks change its seconds may be taken wider.
            const bool alike = previous.clocksChange == solution_.clocksChange ||
                               (!isByCalendar(previous.draft, before) && !isByCalendar(draft(), now));
            if (!alike || !previous.handles[before] || barred_[now]) continue;
            stays[before] = true;
            handles[now] = previous.handles[before];
        }
        for (std::size_t i = 0; i < stays.size(); ++i)
            if (!stays[i] && previous.handles[i]) solution_.network.remove(*previous.handles[i]);
        for (std::size_t i = 0; i < handles.size(); ++i)
            if (handles[i]) solution_.network.renumber(*handles[i], i);
    } else {
        while (solution_.network.variableCount() < draft().variables) (void)solution_.network.addVariable();
    }
    for (std::size_t i = 0; i < handles.size(); ++i)
        if (!handles[i] && !barred_[i]) open.push_back(i);
    return open;
}

void StrongestKept::putIn(std::size_t constraint) {
    solution_.handles[constraint] =
        solution_.network.add(asElapsed(draft(), constraint, solution_.clocksChange));
    because_[constraint].clear();
}

void StrongestKept::takeOut(std::size_t constraint) {
    solution_.network.remove(*solution_.handles[constraint]);
    solution_.handles[constraint].reset();
}

bool StrongestKept::isStillOut(std::size_t constraint) const {
    return !because_[constraint].empty() &&
           std::ranges::all_of(because_[constraint], [&](auto i) { return i == constraint || isKept(i); });
}

/// All at once where they hold together. Else one by one, the strongest first; one that comes in may push out
/// the weaker, which then have another turn. Each has its last turn after all that are stronger.
void StrongestKept::admit(const std::vector<std::size_t>& constraints, Trial trial) {
    const auto weaker = [this](auto a, auto b) { return isWeaker(draft(), a, b); };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(weaker)> waiting(weaker);
    auto& network = solution_.network;
    for (const auto i : constraints) trial == Trial::oneByOne || isStillOut(i) ? waiting.push(i) : putIn(i);
    if (!network.contradiction().empty())
        for (const auto i : constraints)
            if (isKept(i)) {
                takeOut(i);
                waiting.push(i);
            }
    while (!waiting.empty()) {
        const auto turn = waiting.top();
        waiting.pop();
        if (isStillOut(turn)) continue;
        putIn(turn);
        for (auto conflict = network.contradiction(); !conflict.empty(); conflict = network.contradiction()) {
            const auto numbers = numbersOf(network, conflict);
            const auto weakest = *std::ranges::min_element(numbers, weaker);
            takeOut(weakest);
            if (weakest != turn) {
                waiting.push(weakest);
                continue;
            }
            if (numbers.size() <= shortEnough) because_[turn] = numbers;
        }
    }
    (void)network.settle();
}

void StrongestKept::take(const std::vector<std::size_t>& conditional) {
    for (const auto i : conditional) barred_[i] = false;
    admit(conditional, Trial::together);
}

std::size_t StrongestKept::append(timeline::Network::Constraint c, Support support, bool byClock) {
    auto& draft = solution_.draft;
    const auto number = draft.constraints.size();
    c.reason = number;
    draft.constraints.push_back(c);
    draft.supports.push_back(std::move(support));
    if (byClock) draft.byClock.push_back(number);
    barred_.push_back(false);
    because_.emplace_back();
    solution_.handles.emplace_back();
    admit({number}, Trial::together);
    return number;
}

std::vector<std::size_t> StrongestKept::contradicted(const std::vector<std::size_t>& constraints) {
    for (const auto i : constraints) putIn(i);
    const auto found = numbersOf(network(), solution_.network.contradiction());
    for (const auto i : constraints) takeOut(i);
    (void)solution_.network.settle();
    return found;
}

void StrongestKept::bar(const std::vector<std::size_t>& constraints, Others others) {
    for (const auto i : constraints) {
        barred_[i] = true;
        takeOut(i);
    }
    admit(others == Others::mayComeIn ? givenUp() : std::vector<std::size_t>{}, Trial::oneByOne);
}

std::vector<std::size_t> StrongestKept::givenUp() const {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < barred_.size(); ++i)
        if (!isKept(i) && !barred_[i]) all.push_back(i);
    return all;
}

std::vector<std::size_t> StrongestKept::against(std::size_t givenUp) const {
    const auto c = asElapsed(draft(), givenUp, solution_.clocksChange);
    const auto stronger = [&](const auto& other) { return isWeaker(draft(), givenUp, other.reason); };
    if (c.high) {
        const auto back = network().chain(c.to, c.from, stronger);
        if (back && back->seconds + *c.high < 0) return numbersOf(network(), back->constraints);
    }
    if (c.low) {
        const auto forth = network().chain(c.from, c.to, stronger);
        if (forth && forth->seconds - *c.low < 0) return numbersOf(network(), forth->constraints);
    }
    return {};  // it contradicts itself
}

}  // namespace retrace::reconstruct
