#pragma once

#include "reconstruct/words.hpp"

namespace retrace::reconstruct {

/// Mentions of one name: they mean one place all through the case.
struct NameGroup {
    std::string name;                        // as first written
    std::string query;                       // what is looked up: the author's gloss where there is one
    std::string kind;                        // what a sentence calls it, where one does
    bool literal = false;                    // some mention can be a point on the map
    std::vector<std::size_t> mentions;       // by offset
    std::vector<geo::Candidate> candidates;  // best first
};

/// A link between two names that stand near each other in the words.
struct Nearness {
    std::size_t a = 0, b = 0;  // groups
    double weight = 0;
};

struct Choice {
    std::optional<std::size_t> candidate;  // of the group
    double confidence = 0;
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
/// Which names stand beside each other: in the telling, and as stops that follow each other.
[[nodiscard]] std::vector<Nearness> nearnessOf(const Words&, const std::vector<std::size_t>& groupOf,
                                               std::size_t groups);

/// What speaks against a candidate before its neighbours are looked at. Lower is better.
[[nodiscard]] double aloneCost(const NameGroup&, const geo::Candidate&);
/// What the distance of two places speaks against their being named together; radii are taken off.
[[nodiscard]] double distanceCost(const geo::Place&, const geo::Place&);

/// Chooses all places together: iterated conditional modes over the groups, started by one round of
/// min-sum messages. `fixed` groups (by an analyst) keep their first candidate.
[[nodiscard]] std::vector<Choice> chooseTogether(const std::vector<NameGroup>&, const std::vector<Nearness>&,
                                                 const std::vector<bool>& fixed);

/// The whole of it: groups, candidates, the analyst's choices, the choice together, alarms, estimates.
[[nodiscard]] ChosenPlaces choosePlaces(const Words&, const Lookup&, const std::vector<model::Decision>&);

/// Undoes choices that lie where the sentence cannot mean: far from every other place of the same list.
/// Puts near places with similar names into the group as candidates. The groups left open come back.
std::vector<std::size_t> raiseAlarms(const Words&, const Lookup&, ChosenPlaces&);
/// Places an unknown name between the placed stops around it (less than 30 km apart), as an estimate.
void estimateUnknownStops(const Words&, ChosenPlaces&);

}  // namespace retrace::reconstruct
