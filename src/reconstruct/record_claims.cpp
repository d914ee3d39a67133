#include "reconstruct/claims.hpp"
#include "reconstruct/sides.hpp"
#include "text/letter_case.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

using model::Control;

double weightOf(const std::string& confidence) {
    constexpr double high = 0.95, medium = 0.8, low = 0.55;
    const auto lower = text::lowerCase(confidence);
    return lower == "high" ? high : lower == "low" ? low : medium;
}

}  // namespace

std::vector<model::ControlClaim> recordClaims(const model::Reconstruction& r, const text::Language& language) {
    std::vector<model::ControlClaim> claims;
    for (std::size_t i = 0; i < r.record.size(); ++i) {
        const auto& row = r.record[i];
        const auto first = row.when.earliest ? row.when.earliest : row.when.latest;
        const auto last = row.when.latest ? row.when.latest : row.when.earliest;
        if (!first) continue;  // without any date it has no moment to appear
        const auto from = sideCalled(r.sides, row.fromSide, language);
        const auto to = sideCalled(r.sides, row.toSide, language);
        const bool fought = text::lowerCase(row.toSide) == "contested", givenUp = isNobody(row.toSide);
        const bool same = row.fromSide.empty() || row.fromSide == row.toSide || (from && from == to);
        model::ControlClaim claim{
            .kind = fought    ? Control::contested
                    : givenUp ? Control::left
                    : same    ? Control::holds
                              : Control::took,
            .place = geo::Place{.id = std::string("record:").append(std::to_string(row.row)),
                                .name = row.place,
                                .type = "point",
                                .where = row.where},
            .party = fought || givenUp ? from : to,
            .before = fought || givenUp ? std::nullopt : from,
            .weight = weightOf(row.confidence),
            .from = static_cast<double>(first->seconds),
            .to = static_cast<double>(last->seconds),
            .side = row.toSide,
            .certainty = "recorded",
            .when = timeline::withOrigin(row.when, timeline::Origin::record),
            .at = static_cast<double>(first->seconds + last->seconds) / 2,
            .dated = true,
            .record = i};
        claims.push_back(std::move(claim));
    }
    return claims;
}

}  // namespace retrace::reconstruct
