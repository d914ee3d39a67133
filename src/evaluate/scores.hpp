#pragma once

#include "evaluate/figures.hpp"
#include "evaluate/judge.hpp"

#include <array>
#include <vector>

namespace retrace::evaluate {

/// Figures over one class of mentions.
struct ClassScores {
    Recognition recognition;
    Accuracy chosen;                  // of recognised mentions whose place is known and listed
    std::array<Share, 3> rightAmong;  // candidates, the first 1, 5, 20: the right one is among them
    Share held;                       // the right one is among the candidates at all
    Share rightOfHeld;                // within tolerance, of those held
    std::vector<AbstentionPoint> abstention;
    Calibration calibration;
    Accuracy populous, central, first;  // baselines
    Share endToEnd;                     // rows with a known, listed place: recognised and within 5 km
    Share endToEndTolerance;            // ... and within the row's tolerance
};

/// Names whose place cannot be looked up.
struct Unlisted {
    std::size_t rows = 0, missed = 0;
    std::size_t open = 0;   // rightly left open
    std::size_t right = 0;  // placed within the tolerance, as an estimate or otherwise
    std::size_t wrong = 0;  // placed elsewhere, or though nobody knows where it is
    bool operator==(const Unlisted&) const = default;
};

/// Literal rows with a known place, by whether the gazetteers in use have it, whatever the table says.
struct HeldScores {
    Share held;
    Share within5, withinTolerance;  // of those held: recognised and so placed
    Unlisted others;
};

struct Scores {
    std::size_t texts = 0;
    ClassScores literal;  // rows and mentions that are literal; a mention that is not counts for `all` only
    ClassScores all;
    Recognition literalAside;  // as `literal`, but found mentions on rows that are not literal are set aside
    Unlisted unlisted;         // literal rows that by the reference no gazetteer has
    Unlisted alarms;           // literal rows whose name the narrator has wrong; they count nowhere else
    HeldScores held;
    Share lookalikesTaken;  // for literal places; few is good
};

/// The figures of all texts together; centroids are each text's own.
[[nodiscard]] Scores scoresOf(const std::vector<Testimony>&);

}  // namespace retrace::evaluate
