#pragma once

#include "timeline/network.hpp"

#include <functional>
#include <vector>

namespace retrace::timeline {

/// One way to take words that can be taken in several: what then holds, and how unlikely it is beforehand (0:
/// as likely as can be).
struct Alternative {
    std::vector<Network::Constraint> constraints;
    double cost = 0;
};

/// Of the alternatives exactly one is meant; cheapest first.
using Choice = std::vector<Alternative>;

struct AlternativesAsked {
    double margin = 0.5;           // dearer by no more than this in all: as good
    std::size_t mostNodes = 2000;  // that are looked at
    /// What the network cannot say (of the calendar, say): whether the alternative may still be meant, with
    /// all that is chosen in the network and this settled. Missing: always.
    std::function<bool(const Network&, std::size_t choice, std::size_t alternative)> mayBe{};
};

struct Chosen {
    std::vector<std::optional<std::size_t>> best;  // by choice; nothing: none of its alternatives fits
    std::vector<std::vector<std::size_t>> open;    // by choice, ascending: the best and what is as good
    double cost = 0;                               // of the best in all
    std::size_t nodes = 0;                         // looked at
    bool exhausted = false;                        // ended early: what it did not come to counts as open
};

/// The cheapest course through all choices that the network has room for, and what is as good beside it. Each
/// course is a simple temporal network; costs add up; a choice of which nothing fits is left out, at a high
/// price.
///
/// Best first, led by conflicts (Williams and Ragno 2007, "Conflict-directed A*"): a course that contradicts
/// itself is followed by those that differ from it in one of the choices that its contradiction names, so
/// that choices which have nothing to do with each other cost nothing together. Deterministic.
[[nodiscard]] Chosen chooseAlternatives(Network settled, const std::vector<Choice>&,
                                        const AlternativesAsked&);

}  // namespace retrace::timeline
