#include "ui/claim_words.hpp"

#include "ui/requests.hpp"

#include <cmath>

namespace retrace::ui {
namespace {

std::string sideName(const model::Reconstruction& r, const std::optional<std::size_t>& side) {
    return side && *side < r.sides.size() ? r.sides[*side].name : "somebody";
}

std::string percent(double share) {
    return std::to_string(std::lround(100 * share)) + " %";
}

}  // namespace

std::string claimWords(const model::Reconstruction& r, const model::ControlClaim& claim) {
    const std::string place = claim.place ? claim.place->name : "a place that is not settled";
    const std::string party = sideName(r, claim.party);
    const std::string from = claim.before ? " from " + sideName(r, claim.before) : "";
    switch (claim.kind) {
        case model::Control::holds:
            return party + " held " + place;
        case model::Control::took:
            return party + " took " + place + from;
        case model::Control::left:
            return party + " left " + place +
                   (claim.after ? "; that " + sideName(r, claim.after) + " came is inferred" : "");
        case model::Control::contested:
            return place + " was fought for";
        case model::Control::notTaken:
            return party + " could not take " + place;
        case model::Control::cut:
            return "the road was closed at " + place;
    }
    return place;
}

std::string claimSource(const model::Reconstruction& r, const model::ControlClaim& claim) {
    if (claim.record && *claim.record < r.record.size()) {
        const model::RecordRow& row = r.record[*claim.record];
        std::string words = "record, row " + std::to_string(row.row);
        for (const std::string& more : {row.source, row.confidence})
            if (!more.empty()) words += " \xC2\xB7 " + more;
        return words;
    }
    return "the narrator says \xC2\xB7 " + claim.certainty + " \xC2\xB7 " + percent(claim.weight);
}

std::optional<std::string> claimArgument(const model::Reconstruction& r, const model::ControlClaim& claim) {
    if (claim.record && *claim.record < r.record.size())
        return "record:" + std::to_string(r.record[*claim.record].row);
    return claim.quote ? std::optional(quoteArgument(*claim.quote)) : std::nullopt;
}

std::optional<document::Request> settleClaim(const model::Reconstruction& r, const model::ControlClaim& claim) {
    const auto argument = claimArgument(r, claim);
    if (!argument) return std::nullopt;
    document::Request request{"settle-control", {*argument}, {}};
    if (!claim.record && claim.place) request.named["place"] = claim.place->id;
    return request;
}

}  // namespace retrace::ui
