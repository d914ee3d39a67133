#include "compare/record_side.hpp"

#include "front/stated.hpp"

#include <algorithm>

namespace retrace::compare {

std::optional<std::size_t> ownSide(const model::Reconstruction& r) {
    for (const auto& claim : r.claims)
        if (claim.kind == model::Control::holds && claim.quote && claim.side == "we" && !claim.decision)
            return claim.party;
    return std::nullopt;
}

std::optional<RecordSide> recordSideAt(const model::Reconstruction& r, const model::Stop& stop,
                                       const front::Field& recorded) {
    const auto& span = stop.when.span;
    const double middle = (stop.arrive + stop.leave) / 2;
    if (!stop.place || (!span.earliest && !span.latest) || model::isOrderOnly(r, middle)) return std::nullopt;
    const auto control = front::controlAt(recorded, stop.place->where.at, middle);
    if (control.p.empty() || control.support < front::statedSupport) return std::nullopt;
    const auto likeliest = std::ranges::max_element(control.p);
    const auto side = static_cast<std::size_t>(likeliest - control.p.begin());
    const auto own = ownSide(r);
    return RecordSide{side, *likeliest, control.support, own ? std::optional(*own == side) : std::nullopt};
}

std::vector<std::vector<std::optional<RecordSide>>> recordSides(const model::Reconstruction& r,
                                                                const front::Field& recorded) {
    std::vector<std::vector<std::optional<RecordSide>>> out;
    for (const auto& itinerary : r.itineraries) {
        auto& row = out.emplace_back();
        for (const auto& stop : itinerary.stops) row.push_back(recordSideAt(r, stop, recorded));
    }
    return out;
}

}  // namespace retrace::compare
