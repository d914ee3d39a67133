#pragma once

// A case with a front of its own, put together by hand: who held six villages in December 2024.

#include "app/front_results.hpp"
#include "front/stated.hpp"

#include <memory>

namespace retrace::app::test {

inline constexpr double noon = 1733400000;  // 2024-12-05T12:00Z
inline constexpr double hour = 3600;

inline model::ControlClaim held(const std::string& name, const geo::LonLat& at, std::size_t side,
                                double since = noon - hour) {
    model::ControlClaim claim{.kind = model::Control::holds, .party = side, .weight = 0.9};
    claim.place = geo::Place{.id = "t:" + name, .name = name, .type = "village", .where = {at, 800}};
    claim.from = claim.at = since;
    claim.to = since + hour;
    claim.when = {timeline::Instant{static_cast<std::int64_t>(claim.from)},
                  timeline::Instant{static_cast<std::int64_t>(claim.to)},
                  {timeline::Origin::words}};
    claim.dated = true;
    claim.certainty = "stated";
    claim.quote = text::Quote{"story", 3, 9};
    return claim;
}

inline front::Field fieldOf(const model::Reconstruction& r, model::Whose whose) {
    return front::fieldOf(model::observations(r, whose), r.sides.size());
}

inline void derive(Case& c) {
    const auto& r = c.reconstruction;
    c.front = {std::make_shared<const front::Field>(fieldOf(r, model::Whose::narrator)),
               std::make_shared<const front::Field>(fieldOf(r, model::Whose::record)),
               std::make_shared<const front::Field>(fieldOf(r, model::Whose::both))};
}

/// Three villages in the west are the garrison's, three in the east the raiders'; a row of the record gives
/// the northernmost of the west to the raiders.
inline Case villages() {
    Case c;
    auto& r = c.reconstruction;
    r.zone = "UTC";
    r.begin = noon - 10 * hour;
    r.end = noon + 10 * hour;
    r.sides = {{.name = "Garrison", .called = {"we"}}, {.name = "Raiders, \"all\"", .called = {"raiders"}}};
    r.claims = {held("Arla", {36.0, 35.2}, 0), held("Bram, Old", {36.05, 35.0}, 0),
                held("Corl", {36.0, 34.8}, 0), held("D\u00e9va", {36.5, 35.2}, 1),
                held("Esk", {36.45, 35.0}, 1), held("Farn", {36.5, 34.8}, 1)};
    auto recorded = held("Arla", {36.0, 35.2}, 1);
    recorded.record = 0;
    recorded.quote.reset();
    recorded.certainty = "recorded";
    r.record.push_back({.row = 4, .place = "Arla", .toSide = "raiders"});
    r.claims.push_back(recorded);
    derive(c);
    return c;
}

}  // namespace retrace::app::test
