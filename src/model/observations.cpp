#include "model/observations.hpp"

#include <algorithm>

namespace retrace::model {
namespace {

constexpr double least_m = 500;  // no place of the words is surer than that

void add(std::vector<front::Observation>& out, const ControlClaim& claim, std::size_t number) {
    front::Observation told{.at = claim.place->where.at,
                            .radius_m = std::max(least_m, claim.place->where.radius_m),
                            .earliest = claim.from,
                            .latest = claim.to,
                            .side = *claim.party,
                            .before = claim.before,
                            .certainty = claim.weight,
                            .claim = number};
    switch (claim.kind) {
        case Control::holds:
            told.before.reset();
            break;
        case Control::took:
            if (!told.before) told.earliest = told.latest;  // seen to be so from then on
            break;
        case Control::left: {
            if (claim.after) {
                told.before = claim.party;
                told.side = *claim.after;
                break;
            }
            auto until = told;
            until.before.reset();
            until.latest = until.earliest;
            out.push_back(until);
            told.before.reset();
            told.negated = true;
            told.earliest = told.latest;
            break;
        }
        case Control::contested:
            told.contested = true;
            break;
        case Control::notTaken:
            told.before.reset();
            told.negated = true;
            break;
        case Control::cut:
            return;
    }
    out.push_back(told);
}

}  // namespace

std::string nameOf(Whose whose) {
    return whose == Whose::narrator ? "narrator" : whose == Whose::record ? "record" : "both";
}

std::vector<front::Observation> observations(const Reconstruction& r, Whose whose) {
    std::vector<front::Observation> out;
    for (std::size_t i = 0; i < r.claims.size(); ++i) {
        const auto& claim = r.claims[i];
        const bool asked = whose == Whose::both || claim.record.has_value() == (whose == Whose::record);
        if (asked && claim.place && claim.party) add(out, claim, i);
    }
    return out;
}

}  // namespace retrace::model
