#include "reconstruct/choose_places.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::reconstruct {
namespace {

bool oneOf(const std::string& word, std::initializer_list<const char*> words) {
    return std::ranges::any_of(words, [&](const char* w) { return word == w; });
}

bool isSettlement(const std::string& type) {
    return oneOf(type, {"city", "town", "village", "hamlet", "suburb", "quarter", "capital", "settlement"});
}

bool isSpot(const std::string& kind) {
    return oneOf(kind, {"airport", "airfield", "airbase", "hill", "mountain"});
}

// Whether a place of that type may be called so in a sentence; nothing where the kind says little.
std::optional<bool> kindFits(const std::string& kind, const std::string& type) {
    if (oneOf(kind, {"village", "hamlet"})) return oneOf(type, {"village", "hamlet", "town", "settlement"});
    if (oneOf(kind, {"town", "city", "capital"}))
        return oneOf(type, {"city", "town", "capital", "settlement"});
    if (oneOf(kind, {"airport", "airfield", "airbase"}))
        return oneOf(type, {"airfield", "airport", "airbase"});
    if (oneOf(kind, {"hill", "mountain"})) return oneOf(type, {"hill", "mountain", "peak"});
    if (kind == "river") return type == "river";
    if (oneOf(kind, {"countryside", "governorate", "province", "region", "district"}))
        return oneOf(type, {"governorate", "region", "province", "district", "area"});
    if (kind == "country") return type == "country";
    return std::nullopt;
}

}  // namespace

double aloneCost(const NameGroup& group, const geo::Candidate& candidate, const ChoiceWeights& w) {
    const auto& type = candidate.place.type;
    const bool asWritten = candidate.score >= likeName;
    double cost = w.spelling * (1 - candidate.score) + (asWritten ? 0 : w.notAsWritten);
    const bool wide = geo::isDivision(type);
    // The people of a province make no town of it.
    if (!wide || isWideKind(group.kind))
        cost -=
            w.prominence * std::log10(1.0 + static_cast<double>(std::max(0L, candidate.place.population)));
    if (wide && !asWritten) cost += w.wideInexact;
    const auto fits = kindFits(group.kind, type);
    if (fits && *fits) return cost - w.kindFits;
    if (fits) cost += isSpot(group.kind) && isSettlement(type) ? w.noSuchSpot : w.kindFails;
    if (type == "country") return cost + (group.literal ? -1 : -3);
    return cost + (wide ? w.wide : 0);
}

}  // namespace retrace::reconstruct
