#include "gazetteer/spelling.hpp"
#include "geo/geodesic.hpp"
#include "reconstruct/beliefs.hpp"
#include "reconstruct/choose_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <sstream>

namespace retrace::reconstruct {
namespace {

// A place as a point of the unit sphere: distances of thousands of pairs want no geodesic.
struct Point {
    double x = 0, y = 0, z = 0;
};

constexpr double earthRadius_m = 6371008.8;

Point pointOf(const geo::LonLat& at) {
    constexpr double radian = 3.14159265358979 / 180;
    const double lon = at.lon * radian, lat = at.lat * radian;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

double apart_m(const Point& a, const Point& b) {
    const double chord =
        std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) + (a.z - b.z) * (a.z - b.z));
    return 2 * earthRadius_m * std::asin(std::min(1.0, chord / 2));
}

struct Site {
    Point at;
    double radius_m = 0;
};

// One variable a group. Its states are its candidates in their order; then some of them once more, named
// aside and apart from what stands around; last "none of these".
struct Model {
    std::vector<std::vector<Site>> sites;          // of the candidates
    std::vector<std::vector<std::size_t>> asides;  // candidates that have a second state
    std::vector<std::vector<double>> costs;
    std::vector<PairCost> pairs;
};

double distanceCost(double apart_m, const ChoiceWeights& w) {
    return std::log1p(std::clamp(apart_m / 1000, 0.0, w.farthest_km) / w.halfway_km);
}

double powersOfTen(long population) {
    return std::log10(1.0 + static_cast<double>(std::max(0L, population)));
}

bool isKnownAsWritten(const NameGroup& group) {
    return std::ranges::any_of(group.candidates, [](const auto& c) { return c.score >= likeName; });
}

bool hasSeveralWords(const std::string& name) {
    const auto words = gazetteer::withoutArticles(gazetteer::folded(name));
    return words.find(' ') != std::string::npos;
}

// A gazetteer that lacks many names of the text has namesakes where it has one.
double trustInNamesakes(const std::vector<NameGroup>& groups) {
    const auto known = static_cast<double>(std::ranges::count_if(groups, isKnownAsWritten));
    return std::log((known + 1) / (static_cast<double>(groups.size()) - known + 1));
}

// Countries and provinces that a sentence names around a name, as rows have them.
struct Containers {
    std::vector<std::string> countries, regions;
};

Containers containersOf(const std::vector<NameGroup>& groups, const NameGroup& group) {
    Containers around;
    for (const auto container : group.within)
        for (const auto& candidate : groups[container].candidates) {
            if (candidate.score < likeName || !geo::isDivision(candidate.place.type)) continue;
            if (candidate.place.type == "country") around.countries.push_back(candidate.place.country);
            for (const auto& name : {candidate.place.name, groups[container].query})
                around.regions.push_back(gazetteer::spellingKey(name));
        }
    return around;
}

// What the containers named say; nothing where they or the row are silent.
double containmentCost(const Containers& around, const geo::Place& place, const ChoiceWeights& w) {
    const auto holds = [](const std::vector<std::string>& list, const std::string& name) {
        return !name.empty() && std::ranges::find(list, name) != list.end();
    };
    if (geo::isDivision(place.type) || (around.countries.empty() && around.regions.empty())) return 0;
    if (holds(around.countries, place.country) || holds(around.regions, gazetteer::spellingKey(place.region)))
        return -w.contained;
    const bool known = around.countries.empty() ? !place.region.empty() : !place.country.empty();
    return known ? w.outside : 0;
}

void addStates(const NameGroup& group, const Containers& around, bool fixed, double trust,
               const ChoiceWeights& w, Model& model) {
    constexpr double never = 50;
    std::vector<Site> sites;
    std::vector<std::size_t> asides;
    std::vector<double> costs;
    for (const auto& candidate : group.candidates) {
        // The width of a country brings it near to everything; it counts where the sentence means the
        // country.
        const bool wide = geo::isDivision(candidate.place.type) && !isWideKind(group.kind);
        const double radius_m = candidate.place.where.radius_m;
        sites.push_back({pointOf(candidate.place.where.at), wide ? std::min(radius_m, 10'000.0) : radius_m});
        costs.push_back(fixed ? (costs.empty() ? 0 : never)
                              : aloneCost(group, candidate, w) + containmentCost(around, candidate.place, w));
    }
    for (std::size_t c = 0; c < group.candidates.size() && !fixed; ++c) {
        const auto& candidate = group.candidates[c];
        if (candidate.score < likeName) continue;
        asides.push_back(c);
        costs.push_back(costs[c] + w.aside + (group.onRoute ? w.asideOnRoute : 0) -
                        w.asideProminence * powersOfTen(candidate.place.population));
    }
    double none = w.none;
    if (!asides.empty())
        none += w.noneThough + w.coverage * trust + (hasSeveralWords(group.query) ? w.twoWords : 0);
    costs.push_back(fixed ? never : none);
    model.sites.push_back(std::move(sites));
    model.asides.push_back(std::move(asides));
    model.costs.push_back(std::move(costs));
}

Model modelOf(const std::vector<NameGroup>& groups, const std::vector<Nearness>& nearness,
              const std::vector<bool>& fixed, const ChoiceWeights& w) {
    Model model;
    const double trust = trustInNamesakes(groups);
    for (std::size_t g = 0; g < groups.size(); ++g)
        addStates(groups[g], containersOf(groups, groups[g]), fixed[g], trust, w, model);
    const auto names = static_cast<double>(groups.size());
    const double beside = w.beside * names / (names + w.fewNames);
    std::vector<double> weightOf(groups.size(), 0);
    for (const auto& link : nearness) weightOf[link.a] += link.weight, weightOf[link.b] += link.weight;
    for (const auto& link : nearness) {
        const auto &a = model.sites[link.a], &b = model.sites[link.b];
        if (a.empty() || b.empty()) continue;
        const double weight = beside * link.weight /
                              std::sqrt((w.fewLinks + weightOf[link.a]) * (w.fewLinks + weightOf[link.b]));
        const double unknown = weight * distanceCost(1000 * w.noneBeside_km, w);
        PairCost pair{link.a, link.b, {}};
        const auto costOf = [&](const Site& x, const Site& y) {
            const double apart = apart_m(x.at, y.at) - x.radius_m - y.radius_m;
            return weight * distanceCost(apart, w) +
                   (link.reach_m && apart > *link.reach_m ? w.unreachable : 0);
        };
        for (std::size_t i = 0; i < model.costs[link.a].size(); ++i)
            for (std::size_t j = 0; j < model.costs[link.b].size(); ++j)
                pair.cost.push_back(i >= a.size() || j >= b.size() ? unknown : costOf(a[i], b[j]));
        model.pairs.push_back(std::move(pair));
    }
    return model;
}

// A place that is believed in, for the company it gives others.
struct Known {
    std::size_t group;
    Site site;
    double belief;
};

// How much of what is believed of the other names lies about each candidate, 0..1.
void addCompany(const std::vector<NameGroup>& groups, const std::vector<std::vector<double>>& beliefs,
                const ChoiceWeights& w, Model& model) {
    std::vector<Known> known;
    std::size_t others = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (!groups[g].candidates.empty()) ++others;
        for (std::size_t c = 0; c < groups[g].candidates.size(); ++c)
            if (beliefs[g][c] > 0.02 && groups[g].candidates[c].place.type != "country")
                known.push_back({g, model.sites[g][c], beliefs[g][c]});
    }
    if (others < 2) return;
    const double enough = std::min(w.enoughCompany, static_cast<double>(others) - 1);
    const double weight = w.company * enough / w.enoughCompany;  // little company says little
    for (std::size_t g = 0; g < groups.size(); ++g) {
        auto& costs = model.costs[g];
        const std::size_t candidates = groups[g].candidates.size();
        for (std::size_t c = 0; c < candidates; ++c) {
            const Site& mine = model.sites[g][c];
            double near = 0;
            for (const Known& k : known)
                if (k.group != g)
                    near += k.belief * std::exp(-std::max(0.0, apart_m(mine.at, k.site.at) - mine.radius_m -
                                                                   k.site.radius_m) /
                                                (1000 * w.reach_km));
            costs[c] -= weight * std::log(w.alone + std::min(1.0, near / enough));
        }
        for (std::size_t s = candidates; s < costs.size(); ++s)
            costs[s] -= weight * std::log(w.alone + w.noneCompany);
    }
}

// What is named aside is believed in no less.
std::vector<std::vector<double>> folded(const Model& model, std::vector<std::vector<double>> beliefs) {
    for (std::size_t g = 0; g < beliefs.size(); ++g) {
        const std::size_t candidates = model.sites[g].size();
        for (std::size_t i = 0; i < model.asides[g].size(); ++i)
            beliefs[g][model.asides[g][i]] += beliefs[g][candidates + i];
        beliefs[g][candidates] = beliefs[g].back();
        beliefs[g].resize(candidates + 1);
    }
    return beliefs;
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

// Candidates so near each other are one place for who asks where it is.
constexpr double samePlace_m = 5000;

double beliefAbout(const std::vector<geo::Candidate>& candidates, const std::vector<double>& belief,
                   std::size_t c) {
    double sum = 0;
    const Point mine = pointOf(candidates[c].place.where.at);
    for (std::size_t other = 0; other < candidates.size(); ++other)
        if (apart_m(mine, pointOf(candidates[other].place.where.at)) < samePlace_m) sum += belief[other];
    return sum;
}

std::string whyOpen(const NameGroup& group, const std::vector<double>& belief, std::size_t best) {
    const auto& nearest = group.candidates[best];
    const bool namesake = nearest.score >= likeName;
    if (belief.back() < 0.5 && namesake)
        return std::to_string(group.candidates.size()) + " places may be meant, and nothing beside decides";
    if (namesake)
        return "no place of that name lies where the others are; " + nearest.place.name + " is the best of " +
               std::to_string(group.candidates.size());
    if (nearest.score < 0.6)
        return "the nearest name in the gazetteer, " + nearest.place.name + ", is too unlike";
    return nearest.place.name + " is spelled otherwise, and too little beside speaks for it";
}

}  // namespace

std::vector<std::vector<double>> placeBeliefs(const std::vector<NameGroup>& groups,
                                              const std::vector<Nearness>& nearness,
                                              const std::vector<bool>& fixed, const ChoiceWeights& w) {
    const Model model = modelOf(groups, nearness, fixed, w);
    auto beliefs = beliefsOf(model.costs, model.pairs);
    // The company that each name keeps depends on what the others mean: twice round.
    for (int round = 0; round < 2; ++round) {
        Model supported = model;
        addCompany(groups, folded(model, beliefs), w, supported);
        beliefs = beliefsOf(supported.costs, model.pairs);
    }
    return folded(model, std::move(beliefs));
}

std::vector<Choice> chooseTogether(const std::vector<NameGroup>& groups,
                                   const std::vector<Nearness>& nearness, const std::vector<bool>& fixed,
                                   const ChoiceWeights& w) {
    const auto beliefs = placeBeliefs(groups, nearness, fixed, w);
    std::vector<Choice> choices(groups.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const auto& candidates = groups[g].candidates;
        if (candidates.empty()) {
            choices[g].why = "no gazetteer has the name";
            continue;
        }
        const auto best = static_cast<std::size_t>(
            std::max_element(beliefs[g].begin(), beliefs[g].end() - 1) - beliefs[g].begin());
        choices[g].beliefs.assign(beliefs[g].begin(), beliefs[g].end() - 1);
        choices[g].confidence = fixed[g] ? 1 : beliefAbout(candidates, beliefs[g], best);
        if (choices[g].confidence >= w.decide)
            choices[g].candidate = best;
        else
            choices[g].why = whyOpen(groups[g], beliefs[g], best);
    }
    for (std::size_t g = 0; g < groups.size(); ++g)
        if (choices[g].candidate) choices[g].why = whyOf(groups, nearness, g, choices);
    return choices;
}

void rankByBelief(std::vector<NameGroup>& groups, std::vector<Choice>& choices) {
    constexpr std::size_t most = 25;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        auto& candidates = groups[g].candidates;
        auto& choice = choices[g];
        if (choice.beliefs.size() != candidates.size()) continue;
        std::vector<std::size_t> order(candidates.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, std::greater<>{}, [&](std::size_t c) { return choice.beliefs[c]; });
        if (order.size() > most) order.resize(most);
        std::vector<geo::Candidate> ranked;
        std::vector<double> beliefs;
        for (const std::size_t c : order) {
            ranked.push_back(std::move(candidates[c]));
            ranked.back().belief = choice.beliefs[c];
            beliefs.push_back(choice.beliefs[c]);
        }
        if (choice.candidate)
            choice.candidate =
                static_cast<std::size_t>(std::ranges::find(order, *choice.candidate) - order.begin());
        candidates = std::move(ranked);
        choice.beliefs = std::move(beliefs);
    }
}

}  // namespace retrace::reconstruct
