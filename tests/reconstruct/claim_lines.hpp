#pragma once

#include "little_map.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace retrace::reconstruct::test {

/// What others did, as those who tell heard of it.
inline text::Statement& others(Story& story, const std::string& kind, const std::string& words,
                               const std::string& actor) {
    auto& statement = story.tell(kind, words);
    statement.actor = actor;
    statement.status = text::Status::otherActor;
    statement.presence = text::Presence::none;
    return statement;
}

/// A claim in a line: "took Arla: 1, before 0", "left Bram: 0, then 1", "not-taken Corl: nobody's".
inline std::string lineOf(const model::ControlClaim& claim) {
    std::string line = model::nameOf(claim.kind) + " " + (claim.place ? claim.place->name : "?") + ": " +
                       (claim.party ? std::to_string(*claim.party) : "nobody's");
    if (claim.before) line += ", before " + std::to_string(*claim.before);
    if (claim.after) line += ", then " + std::to_string(*claim.after);
    return line;
}
inline std::vector<std::string> linesOf(const std::vector<model::ControlClaim>& claims) {
    std::vector<std::string> lines;
    for (const auto& claim : claims) lines.push_back(lineOf(claim));
    return lines;
}
using Lines = std::vector<std::string>;

/// The only claim of a kind; fails where there is another number of them.
inline model::ControlClaim onlyClaim(const model::Reconstruction& r, model::Control kind) {
    const model::ControlClaim* found = nullptr;
    for (const auto& claim : r.claims) {
        if (claim.kind != kind) continue;
        EXPECT_EQ(found, nullptr) << "another claim: " << lineOf(claim);
        found = &claim;
    }
    EXPECT_NE(found, nullptr) << "no claim of the kind " << model::nameOf(kind);
    return found ? *found : model::ControlClaim{};
}

/// A story told where the document names sides of its own.
inline model::Reconstruction toldWithSides(const Story& story, const Lookup& map,
                                           const std::vector<model::Side>& sides,
                                           const std::vector<model::RecordRow>& record = {}) {
    Options options{.zone = "+03:00", .referenceDate = timeline::Date{2025, 1, 20}};
    options.sides = sides;
    return reconstructRead(story.words(), map, {}, record, options);
}

}  // namespace retrace::reconstruct::test
