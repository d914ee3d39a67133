#pragma once

#include "text/clauses.hpp"
#include "text/grammar.hpp"
#include "text/roles.hpp"

#include <vector>

namespace retrace::text {

/// A clause as the rules of the language look at it.
struct ClauseView {
    const Tokens* tokens = nullptr;
    const Clause* clause = nullptr;
    Who who = Who::nobody;  // the subject, pronouns resolved
    std::uint64_t flags = 0;            // bits of Flag that the clause itself does not hold
    const std::vector<Linked>* links = nullptr;  // of the places in it, in order; null: none
    const Linked* place = nullptr;      // the one place that a rule about places looks at
    std::size_t sentenceFirst = 0;      // its first token
    std::size_t behindPlace = 0;        // the token behind the first place
};

[[nodiscard]] constexpr std::uint64_t bit(Flag f) {
    return std::uint64_t{1} << static_cast<unsigned>(f);
}

[[nodiscard]] bool matches(const Token&, const WordSet&);
[[nodiscard]] bool holds(const Test&, const ClauseView&);
/// Whether one of each list holds.
[[nodiscard]] bool holdsAll(const std::vector<AnyOf>&, const ClauseView&);

}  // namespace retrace::text
