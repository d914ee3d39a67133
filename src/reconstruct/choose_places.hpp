#pragma once

#include "reconstruct/words.hpp"

namespace retrace::reconstruct {

/// From this score on a name is as the gazetteer writes it, below another spelling or another name.
inline constexpr double likeName = 0.98;

/// Mentions of one name: they mean one place all through the case, unless the words tell two apart ("Zahra in
/// Homs", "the other Zahra").
struct NameGroup {
    std::string name;                        // as first written
    std::string query;                       // what is looked up: the author's gloss where there is one
    std::string kind;                        // what a sentence calls it, where one does
    bool literal = false;                    // some mention can be a point on the map
    bool onRoute = false;                    // some mention is a stop, an origin, a goal, gone through
    std::string inside;                      // what it is said to lie in right behind the name, folded
    std::vector<std::size_t> mentions;       // by offset
    std::vector<geo::Candidate> candidates;  // best first
    std::vector<std::string> rejected;       // ids that an analyst says it does not stand for
    std::vector<std::size_t> within;         // groups that a sentence names as lying around it: "X in Homs province"
};

/// A link between two names that stand near each other in the words.
struct Nearness {
    std::size_t a = 0, b = 0;  // groups
    double weight = 0;
    std::optional<double> reach_m{};  // how far apart they can be at most, by the time told between them
};

struct Choice {
    std::optional<std::size_t> candidate;  // of the group
    double confidence = 0;                 // belief in it and in candidates at the same spot
    std::vector<double> beliefs;           // in each candidate of the group
    std::string why;
    bool alarm = false;
};

struct ChosenPlaces {
    std::vector<model::PlaceMention> mentions;
    std::vector<std::size_t> groupOf;  // one a mention
    std::vector<NameGroup> groups;
    std::vector<model::Finding> findings;
};

/// Unites mentions whose names are one name in its spellings; a wide kind ("countryside") stands apart from a
/// town.
[[nodiscard]] std::vector<NameGroup> groupNames(const Words&);
/// Fills `within` of every group: countries, provinces and countrysides named in the same sentence near it.
void findContainers(const Words&, const std::vector<std::size_t>& groupOf, std::vector<NameGroup>&);
/// Whether what a sentence calls a name is wider than any settlement: a countryside, a province, a river.
[[nodiscard]] bool isWideKind(const std::string& kind);
/// Which names stand beside each other: in the telling, and as stops that follow each other.
[[nodiscard]] std::vector<Nearness> nearnessOf(const Words&, const std::vector<std::size_t>& groupOf,
                                               std::size_t groups);

/// What the choice goes by: costs are negative logarithms of odds, so that beliefs come out calibrated. The
/// values are fitted to annotated texts (tests/reconstruct/tune_places.cpp).
struct ChoiceWeights {
    double spelling = 36;                              // of a whole point of score that a name lacks
    double notAsWritten = 0.01;                        // the name is not the same letters
    double prominence = 0.5;                           // off, for every power of ten of the population
    double kindFits = 0.1, kindFails = 0.4, wide = 4;  // the sentence's kind: off, on; on for
                                                       // a country, region where it says none
    double noSuchSpot = 12;    // an airport, a hill, a dam is said, and the place is a town
    double wideInexact = 15;  // a country or region by a name that is not its own
    double unreachable = 4;    // of two stops farther apart than anything on the ground goes in the time told
    double contained = 1, outside = 1;  // off, on, where the sentence names a province or a country around it
    double beside = 10;       // of the distances to the places named beside it, all links together
    double fewLinks = 3.7;    // links that a name wants before its neighbours count half
    double fewNames = 6;      // names that a text wants before they say half as much of each other
    double halfway_km = 16,
           farthest_km = 1500;  // distances count by logarithm; farther is as bad as farthest
    double company = 1.4, reach_km = 45, alone = 0.025;  // of lying where other places of the text lie
    double enoughCompany = 3.5;                          // places
    double none = 0.5;                                   // of the true place's being no candidate
    double noneThough = 0.7;     // more, where a candidate bears the name as it is written
    double coverage = 1;         // more, for every power of e that names known so outnumber the others
    double twoWords = 2;       // more, where that name has several words: it has few namesakes
    double aside = 9;            // of a name that is meant, but has nothing to do with what stands beside it
    double asideProminence = 1;  // off, for every power of ten of the population
    double asideOnRoute = 4;     // more, where somebody is said to have gone there
    double noneBeside_km = 38, noneCompany = 0.06;
    double decide = 0.5;  // least belief in a place that is taken
};

/// What speaks against a candidate before its neighbours are looked at. Lower is better.
[[nodiscard]] double aloneCost(const NameGroup&, const geo::Candidate&, const ChoiceWeights& = {});

/// Chooses all places together, or none of a group's candidates: beliefs over the names of the text, linked
/// where they are named near each other, with the company of the whole text as a field of its own. `fixed`
/// groups (by an analyst) keep their first candidate.
[[nodiscard]] std::vector<Choice> chooseTogether(const std::vector<NameGroup>&, const std::vector<Nearness>&,
                                                 const std::vector<bool>& fixed, const ChoiceWeights& = {});
/// The beliefs themselves: one row a group, a candidate a column, the last one for "none of these".
[[nodiscard]] std::vector<std::vector<double>> placeBeliefs(const std::vector<NameGroup>&,
                                                            const std::vector<Nearness>&,
                                                            const std::vector<bool>& fixed,
                                                            const ChoiceWeights& = {});

/// Puts the candidates that are believed in most first, tells each its belief and drops the far end of the list.
void rankByBelief(std::vector<NameGroup>&, std::vector<Choice>&);

/// The whole of it: groups, candidates, the analyst's choices, the choice together, alarms, estimates.
[[nodiscard]] ChosenPlaces choosePlaces(const Words&, const Lookup&, const std::vector<model::Decision>&);

/// Tells of names whose place lies where the sentence cannot mean, and leaves them open: far from every other
/// place of the same list, or from all that is named around. Puts near places with similar names into the
/// group as candidates. The groups left open come back.
std::vector<std::size_t> raiseAlarms(const Words&, const Lookup&, const std::vector<Nearness>&,
                                     ChosenPlaces&);
/// Puts near places with similar names into what is still open, for a person to look at; none is chosen.
void offerNear(const Lookup&, const std::vector<Nearness>&, ChosenPlaces&);
/// Places an unknown name where the words beside it say: "Qurtal, 3 km north of Hama", "Bsirrat, between A and B",
/// "a village on the road from A to B". A wide disc, as an estimate.
void estimateNamedSpots(const Words&, ChosenPlaces&);
/// Places an unknown name between the placed stops around it (less than 30 km apart), as an estimate.
void estimateUnknownStops(const Words&, ChosenPlaces&);

}  // namespace retrace::reconstruct
