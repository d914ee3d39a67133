#include "reconstruct/choose_hours.hpp"

#include "reconstruct/midnights.hpp"
#include "reconstruct/snaps.hpp"
#include "timeline/alternatives.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

using timeline::Network;

std::vector<timeline::Choice> choicesOf(const TimeSolution& solution) {
    std::vector<timeline::Choice> choices;
    for (const auto& choice : solution.draft.choices) {
        choices.emplace_back();
        for (const auto& way : choice.ways) {
            choices.back().push_back({{}, way.cost});
            for (const auto i : way.constraints)
                choices.back().back().constraints.push_back(
                    asElapsed(solution.draft, i, solution.clocksChange));
        }
    }
    return choices;
}

// Whether some midnight lies so that its clock shows the hour within the event's bounds.
bool hasMidnight(const TimeDraft& draft, const HourTaken& way, const Network& network, Midnights& midnights) {
    constexpr std::int64_t wide = 3 * timeline::day;  // some day then fits
    for (const auto i : way.constraints) {
        const auto& c = draft.constraints[i];
        const auto event = network.bounds(c.to), day = network.bounds(c.from);
        if (!c.low || !c.high || !event.earliest || !event.latest || *event.latest - *event.earliest > wide)
            continue;
        bool any = false;
        const auto last = midnights.dayAt(*event.latest - *c.low) + 1;
        for (auto number = midnights.dayAt(*event.earliest - *c.high) - 1; number <= last && !any; ++number)
            any = midnights.first(number, *c.low) <= *event.latest &&
                  midnights.last(number, *c.high) >= *event.earliest &&
                  (!day.earliest || midnights.begin(number) >= *day.earliest) &&
                  (!day.latest || midnights.begin(number) <= *day.latest);
        if (!any) return false;
    }
    return true;
}

// What holds of two variables whichever of the ways is taken; where one of them says nothing of them,
// nothing.
std::vector<Network::Constraint> hullOf(const TimeDraft& draft, const HourChoice& choice,
                                        const std::vector<std::size_t>& open) {
    std::vector<Network::Constraint> hull;
    for (std::size_t w = 0; w < open.size(); ++w) {
        std::vector<Network::Constraint> next;
        for (const auto i : choice.ways[open[w]].constraints) {
            const auto& c = draft.constraints[i];
            if (w == 0) {
                next.push_back(c);
                continue;
            }
            const auto known = std::ranges::find_if(
                hull, [&](const auto& other) { return other.from == c.from && other.to == c.to; });
            if (known == hull.end()) continue;
            next.push_back(*known);
            next.back().low =
                known->low && c.low ? std::optional(std::min(*known->low, *c.low)) : std::nullopt;
            next.back().high =
                known->high && c.high ? std::optional(std::max(*known->high, *c.high)) : std::nullopt;
        }
        hull = std::move(next);
    }
    return hull;
}

timeline::ClockSpan hullClock(const HourChoice& choice, const std::vector<std::size_t>& open) {
    auto clock = choice.ways[open.front()].clock;
    for (const auto w : open) {
        const auto& other = choice.ways[w].clock;
        if (clock.from)
            clock.from = other.from ? std::optional(std::min(*clock.from, *other.from)) : std::nullopt;
        if (clock.to) clock.to = other.to ? std::optional(std::max(*clock.to, *other.to)) : std::nullopt;
    }
    return clock;
}

// What speaks against a way that is not taken.
std::string whyNot(StrongestKept& kept, const HourTaken& way) {
    const auto conflict = kept.contradicted(way.constraints);
    std::optional<std::size_t> strongest;
    for (const auto i : conflict)
        if (!kept.draft().supports[i].words.empty() &&
            std::ranges::find(way.constraints, i) == way.constraints.end() &&
            (!strongest || isWeaker(kept.draft(), *strongest, i)))
            strongest = i;
    if (strongest) return way.words + " would contradict: " + kept.draft().supports[*strongest].words;
    return way.words + (conflict.empty() ? " would leave no room for what else is known" : " cannot be");
}

// "\"at two\" is taken as 14:00; 02:00 would contradict: set by the analyst"
std::string takenWords(StrongestKept& kept, const HourChoice& choice, const std::vector<std::size_t>& open) {
    std::string words = choice.said + " is taken as ";
    for (std::size_t i = 0; i < open.size(); ++i)
        words += (i == 0 ? "" : i + 1 < open.size() ? ", " : " or ") + choice.ways[open[i]].words;
    if (open.size() > 1) words += ", the words leave it open";
    if (choice.ofDay && open.front() == 0) return words;  // the first one is what anyone expects
    for (std::size_t w = 0; w < choice.ways.size(); ++w) {
        const auto& way = choice.ways[w];
        if (std::ranges::find(open, w) != open.end()) continue;
        words += "; " + (w < open.front() ? whyNot(kept, way) : way.words + " is less likely");
    }
    return words;
}

void leaveOpen(StrongestKept& kept, const HourChoice& choice, const std::vector<std::size_t>& open) {
    const auto words = takenWords(kept, choice, open);
    for (const auto& c : hullOf(kept.draft(), choice, open))
        (void)kept.append(c, {choice.ofDay ? Support::week : Support::clock, timeline::Origin::words, words, {choice.quote}}, true);
    auto& event = kept.event(choice.event);
    if (choice.ofDay) return;
    event.taken = words;
    event.likely = choice.ways[open.front()].clock;
    event.clock = hullClock(choice, open);
}

}  // namespace

void chooseHours(StrongestKept& kept, const std::string& zone) {
    const auto choices = kept.draft().choices;
    if (choices.empty()) return;
    Midnights midnights(zone);
    timeline::AlternativesAsked asked;
    asked.mayBe = [&](const Network& network, std::size_t choice, std::size_t way) {
        return hasMidnight(kept.draft(), choices[choice].ways[way], network, midnights);
    };
    const auto chosen = timeline::chooseAlternatives(kept.network(), choicesOf(kept.solution()), asked);
    std::vector<std::size_t> taken;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (chosen.open[i].size() > 1) continue;
        // Where none fits, the likeliest: it is then given up for what contradicts it, and told so.
        const auto best = chosen.best[i].value_or(0);
        const auto& way = choices[i].ways[best];
        const auto words = takenWords(kept, choices[i], {best});
        for (const auto one : way.constraints)
            if (auto& support = kept.support(one);
                !support.words.empty() && (support.strength == Support::clock || choices[i].ofDay))
                support.words = words;
        taken.insert(taken.end(), way.constraints.begin(), way.constraints.end());
        if (choices[i].ofDay) continue;
        kept.event(choices[i].event).taken = words;
        kept.event(choices[i].event).clock = way.clock;
    }
    kept.take(taken);
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (chosen.open[i].size() > 1) leaveOpen(kept, choices[i], chosen.open[i]);
}

}  // namespace retrace::reconstruct
