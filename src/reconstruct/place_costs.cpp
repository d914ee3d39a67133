#include "geo/geodesic.hpp"
#include "reconstruct/choose_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <sstream>

namespace retrace::reconstruct {
namespace {

constexpr double likeName = 0.98;  // below: another spelling, to be believed only near its neighbours

bool oneOf(const std::string& word, std::initializer_list<const char*> words) {
    return std::ranges::any_of(words, [&](const char* w) { return word == w; });
}

bool isSettlement(const std::string& type) {
    return oneOf(type, {"city", "town", "village", "hamlet", "suburb", "quarter", "capital", "settlement"});
}

// Whether a place of that type may be called so in a sentence; nothing where the kind says little.
std::optional<bool> kindFits(const std::string& kind, const std::string& type) {
    if (oneOf(kind, {"village", "hamlet"})) return oneOf(type, {"village", "hamlet", "town", "settlement"});
    if (oneOf(kind, {"town", "city", "capital"}))
        return oneOf(type, {"city", "town", "capital", "settlement"});
    if (oneOf(kind, {"airport", "airfield", "airbase"}))
        return oneOf(type, {"airfield", "airport", "airbase"});
    if (oneOf(kind, {"hill", "mountain"})) return oneOf(type, {"hill", "mountain", "peak"});
    if (kind == "river") return type == "river";
    if (oneOf(kind, {"countryside", "governorate", "province", "region", "district"}))
        return oneOf(type, {"governorate", "region", "province", "district", "area"});
    if (kind == "country") return type == "country";
    return std::nullopt;
}

// How much a neighbour's place may say about others: fully where some place bears its name letter for letter,
// hardly where the gazetteer knows only names like it. Two guesses must not hold each other up.
double trustIn(const NameGroup& group) {
    double best = 0;
    for (const auto& candidate : group.candidates) best = std::max(best, candidate.score);
    return best >= likeName ? 1 : std::pow(std::max(0.0, best - 0.5) / (likeName - 0.5), 2);
}

// What the neighbours say, one row a candidate, each as far as it can be trusted; 0 where nothing stands
// beside.
std::vector<double> besideCost(const std::vector<NameGroup>& groups, const std::vector<Nearness>& nearness,
                               std::size_t group, const auto& costTo) {
    std::vector<double> costs(groups[group].candidates.size(), 0);
    double weights = 0;
    for (const auto& link : nearness) {
        if (link.a != group && link.b != group) continue;
        const auto other = link.a == group ? link.b : link.a;
        if (groups[other].candidates.empty()) continue;
        const double weight = link.weight * trustIn(groups[other]);
        for (std::size_t c = 0; c < costs.size(); ++c)
            costs[c] += weight * costTo(groups[group].candidates[c], other);
        weights += link.weight;
    }
    for (auto& cost : costs) cost = weights > 0 ? cost / weights : 0;
    return costs;
}

constexpr double besideWeight = 1.3;

// How far a candidate lies from the nearest place that bears its own name letter for letter and is named near
// it in the words; nothing where there is none. What is spelled otherwise is believed only in that company.
std::optional<double> nearestExact_m(const std::vector<NameGroup>& groups, std::size_t group,
                                     const geo::Whereabouts& mine, const std::vector<std::size_t>& state,
                                     const std::vector<Nearness>& nearness) {
    std::optional<double> least, leastLinked;
    const auto closer = [](std::optional<double>& best, double apart) {
        if (!best || apart < *best) best = apart;
    };
    std::vector<bool> linked(groups.size(), false), beside(groups.size(), false);
    for (const auto& link : nearness) {
        linked[link.a] = linked[link.b] = true;
        if (link.a == group) beside[link.b] = true;
        if (link.b == group) beside[link.a] = true;
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (g == group || !linked[g] || groups[g].candidates.empty()) continue;
        const auto& other = groups[g].candidates[state[g]];
        if (other.score < likeName || other.place.type == "country") continue;
        const double apart = std::max(
            0.0, geo::distance_m(mine.at, other.place.where.at) - mine.radius_m - other.place.where.radius_m);
        closer(least, apart);
        if (beside[g]) closer(leastLinked, apart);
    }
    return leastLinked ? leastLinked : least;
}

constexpr double strayName_m = 150000;

// The country of more than half of the names that have a place; empty where there is none.
std::string mostCommonCountry(const std::vector<NameGroup>& groups, const std::vector<std::size_t>& state) {
    std::map<std::string, std::size_t> counts;
    std::size_t all = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (groups[g].candidates.empty() || groups[g].candidates[state[g]].place.type == "country") continue;
        ++counts[groups[g].candidates[state[g]].place.country];
        ++all;
    }
    for (const auto& [country, count] : counts)
        if (2 * count > all) return country;
    return {};
}

std::size_t lowest(const std::vector<double>& costs) {
    return static_cast<std::size_t>(std::ranges::min_element(costs) - costs.begin());
}

std::string reasonsOf(const geo::Candidate& candidate) {
    std::string text;
    for (const auto& reason : candidate.reasons) text += (text.empty() ? "" : ", ") + reason;
    return text;
}

std::string whyOf(const std::vector<NameGroup>& groups, const std::vector<Nearness>& nearness,
                  std::size_t group, const std::vector<Choice>& choices) {
    const auto& chosen = groups[group].candidates[*choices[group].candidate];
    std::ostringstream why;
    why << chosen.place.name << ": " << reasonsOf(chosen);
    if (groups[group].query != groups[group].name) why << "; the words gloss it as " << groups[group].query;
    const Nearness* closest = nullptr;
    for (const auto& link : nearness) {
        const auto other = link.a == group ? link.b : link.a;
        if ((link.a == group || link.b == group) && choices[other].candidate &&
            (!closest || link.weight > closest->weight))
            closest = &link;
    }
    if (closest) {
        const auto other = closest->a == group ? closest->b : closest->a;
        const auto& place = groups[other].candidates[*choices[other].candidate].place;
        why << "; " << std::lround(geo::distance_m(chosen.place.where.at, place.where.at) / 1000)
            << " km from " << groups[other].name << " named beside it";
    }
    if (groups[group].candidates.size() > 1) why << "; " << groups[group].candidates.size() << " candidates";
    return why.str();
}

}  // namespace

double aloneCost(const NameGroup& group, const geo::Candidate& candidate) {
    double cost = 7 * (1 - candidate.score) + (candidate.score < likeName ? 0.2 : 0);
    cost -= 0.3 * std::log10(1.0 + static_cast<double>(std::max(0L, candidate.place.population)));
    const auto& type = candidate.place.type;
    if (const auto fits = kindFits(group.kind, type)) return cost + (*fits ? -0.6 : 0.9);
    if (type == "country") return cost + (group.literal ? -1 : -3);
    if (!isSettlement(type)) return cost + 0.4;
    return cost;
}

double distanceCost(const geo::Place& a, const geo::Place& b) {
    const double apart = geo::distance_m(a.where.at, b.where.at) - a.where.radius_m - b.where.radius_m;
    return std::log1p(std::max(0.0, apart) / 15000);
}

std::vector<Choice> chooseTogether(const std::vector<NameGroup>& groups,
                                   const std::vector<Nearness>& nearness, const std::vector<bool>& fixed) {
    std::vector<std::vector<double>> alone(groups.size());
    for (std::size_t g = 0; g < groups.size(); ++g)
        for (const auto& candidate : groups[g].candidates)
            alone[g].push_back(fixed[g] && !alone[g].empty() ? 1e6 : aloneCost(groups[g], candidate));

    const auto total = [&](std::size_t g, const auto& costTo) {
        auto costs = besideCost(groups, nearness, g, costTo);
        for (std::size_t c = 0; c < costs.size(); ++c) costs[c] = alone[g][c] + besideWeight * costs[c];
        return costs;
    };
    // The start: every neighbour offers whichever of its own candidates suits best.
    std::vector<std::size_t> state(groups.size(), 0);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (groups[g].candidates.empty()) continue;
        state[g] = lowest(total(g, [&](const geo::Candidate& mine, std::size_t other) {
            const double base = *std::ranges::min_element(alone[other]);
            double best = 1e9;
            for (std::size_t c = 0; c < groups[other].candidates.size(); ++c)
                best = std::min(best, alone[other][c] - base +
                                          distanceCost(mine.place, groups[other].candidates[c].place));
            return best;
        }));
    }
    const auto toChosen = [&](const geo::Candidate& mine, std::size_t other) {
        return distanceCost(mine.place, groups[other].candidates[state[other]].place);
    };
    const auto settle = [&] {
        for (int round = 0; round < 12; ++round) {
            bool changed = false;
            for (std::size_t g = 0; g < groups.size(); ++g) {
                if (groups[g].candidates.empty() || fixed[g]) continue;
                const auto best = lowest(total(g, toChosen));
                changed = changed || best != state[g];
                state[g] = best;
            }
            if (!changed) break;
        }
    };
    settle();
    // A testimony moves in a country or two: once most names say which, a lone namesake abroad is less
    // likely.
    const auto home = mostCommonCountry(groups, state);
    for (std::size_t g = 0; g < groups.size(); ++g)
        for (std::size_t c = 0; c < alone[g].size(); ++c) {
            const auto& place = groups[g].candidates[c].place;
            if (!home.empty() && !place.country.empty() && place.country != home && place.type != "country")
                alone[g][c] += 1;
        }
    settle();

    std::vector<Choice> choices(groups.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const auto& candidates = groups[g].candidates;
        if (candidates.empty()) {
            choices[g].why = "no gazetteer has the name";
            continue;
        }
        const auto costs = total(g, toChosen);
        double others = 0;
        for (std::size_t c = 0; c < costs.size(); ++c) {
            const bool same =
                geo::distance_m(candidates[c].place.where.at, candidates[state[g]].place.where.at) < 5000;
            if (!same) others += std::exp(costs[state[g]] - costs[c]);
        }
        choices[g].confidence = fixed[g] ? 1 : std::min(1.0, candidates[state[g]].score / 0.9) / (1 + others);
        if (!fixed[g] && candidates[state[g]].score < 0.6) {
            choices[g].why =
                "the nearest name in the gazetteer, " + candidates[state[g]].place.name + ", is too unlike";
        } else if (const auto away =
                       nearestExact_m(groups, g, candidates[state[g]].place.where, state, nearness);
                   !fixed[g] && away && *away > strayName_m && candidates[state[g]].score < likeName) {
            choices[g].why = "no place of that name lies near; " + candidates[state[g]].place.name +
                             " is spelled otherwise and " + std::to_string(std::lround(*away / 1000)) +
                             " km away";
        } else if (const auto& place = candidates[state[g]].place;
                   !fixed[g] && !home.empty() && !place.country.empty() && place.country != home &&
                   candidates[state[g]].score < likeName) {
            choices[g].why =
                place.name + " is spelled otherwise and lies in another country than most places";
        } else if (!fixed[g] && choices[g].confidence < 0.3) {
            choices[g].why =
                std::to_string(candidates.size()) + " places may be meant, and nothing beside decides";
        } else {
            choices[g].candidate = state[g];
        }
    }
    for (std::size_t g = 0; g < groups.size(); ++g)
        if (choices[g].candidate) choices[g].why = whyOf(groups, nearness, g, choices);
    return choices;
}

}  // namespace retrace::reconstruct
