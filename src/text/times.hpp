#pragma once

#include "text/reading.hpp"
#include "text/structure.hpp"
#include "text/tokens.hpp"

namespace retrace::text {

/// A time expression with the tokens it stands on.
struct FoundTime {
    TimeExpression time;
    std::size_t firstToken = 0, lastToken = 0;  // end exclusive
    bool figure = false;                        // "each day", "every hour": no bound
    bool noSuchDay = false;                     // "31 November": its date is left out
    std::size_t rule = 0;                       // of the language's, that found its first words
};

/// Expressions of time by offset. A bare hour is taken as written; "at night", "in the evening", "p.m." move
/// it. "Around" widens a clock by a quarter of an hour, a duration by a third. With the paragraphs' parts,
/// only the narrator's words give a year to what is told after them; without, all are the narrator's.
[[nodiscard]] std::vector<FoundTime> timesOf(const Source&, const Tokens&,
                                             const std::vector<ParagraphPart>& = {});

}  // namespace retrace::text
