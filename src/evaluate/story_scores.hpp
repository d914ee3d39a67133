#pragma once

#include "evaluate/figures.hpp"
#include "evaluate/story_tables.hpp"
#include "model/reconstruction.hpp"

#include <map>
#include <string>
#include <vector>

namespace retrace::evaluate {

/// One text: what a person reads in it, and what the program made of it by words alone, and where there are
/// any by decisions and by records too.
struct Story {
    std::string name;
    ExpectedStory expected;
    std::vector<std::pair<std::string, model::Reconstruction>> read;  // "words", "words+decisions", "all"; never empty
};

/// Hours and days of the matched events.
struct TimeScores {
    Share dayCodes, clocks;  // clocks: of the rows with an hour
    Share meets;             // the two spans have a time in common
    Share inside;            // the reference's best time (or its whole span) lies in ours
    Share tight;             // ... and ours is bounded and at most twice as wide as the reference's
    Share bounded;           // ours has both bounds
    std::optional<double> medianWidthRatio;  // ours / the reference's, both bounded
    std::map<std::string, Share> insideByWidth, insideByDay;  // calibration: "to 1 h" ...; day code of ours
};

struct StoryScores {
    Share events;  // of the table's found
    std::size_t beside = 0;  // of ours that match none
    Share status, presence, voice, kind;  // of all the table's events
    Share roles, rolesOfMatched, literalRoles;
    Recognition stops;
    std::size_t stopEdits = 0, falseStops = 0;
    std::optional<double> tau;
    std::vector<std::pair<std::string, TimeScores>> times;  // by what they rest on
    std::vector<std::string> errors;  // one line each
};

/// A mention matches by overlapping span; an event matches the one with the largest overlap of evidence, at
/// least half of the shorter; one to one. What is unmatched counts as wrong. A row that tells again what
/// another told (same_as) is left out where nothing matches it. A stop matches where it lies within the row's
/// tolerance; where it has no place, by the consonants of its name. Parallel stops compare in any order.
[[nodiscard]] StoryScores scoresOf(const Story&);
/// Sums over texts; edits and false stops add up, tau is the mean of those that have one.
[[nodiscard]] StoryScores sumOf(const std::vector<StoryScores>&);

}  // namespace retrace::evaluate
