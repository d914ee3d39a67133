#pragma once

#include "text/clause_tests.hpp"
#include "text/teller.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The rules of the language at work on one clause; for this room only.

namespace retrace::text {

/// One clause with what the rules have found out of it so far.
struct Step {
    Builder& b;
    const Sentence& sentence;
    std::size_t sentenceIndex = 0;
    const std::vector<Clause>& clauses;
    std::size_t k = 0;  // the clause's number in the sentence
    Context& ctx;
    Clause c;
    Who who = Who::nobody;
    std::vector<std::size_t> places;
    std::vector<Linked> links;
    Draft draft;             // what "tell" tells
    std::optional<std::size_t> from{};  // where the evidence begins, where a rule says so
    std::uint64_t marks = 0;  // set by rules
    std::vector<std::string> fired;  // names of the rules that held
    std::string kind;                  // of the statement, where a rule says another than the action's
    std::optional<Presence> presence;  // as a rule says
    bool executed = false, silent = false, voiced = false;  // what the rules of "own" and "other" found
    std::size_t had = 0;                    // statements before this clause
};

/// What the tests of rules look at now.
[[nodiscard]] std::uint64_t flagsOf(const Step&);
/// The roles that a group of place rules gives to the places of the clause.
[[nodiscard]] std::vector<Role> rolesBy(std::string_view group, const Step&);
/// Makes the draft a statement, its evidence from what was carried on to the end of the clause.
void emitDraft(Step&);
/// Runs the rules of a list on the clause until one ends it.
void runRules(const std::vector<ClauseRule>&, Step&);

/// What the narrator's own side did, was to do, or did not do.
void ownStatement(Step&);
/// What others did.
void otherStatement(Step&);

}  // namespace retrace::text
