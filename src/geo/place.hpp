#pragma once

#include "geo/lon_lat.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace retrace::geo {

/// A named place. `id` carries its origin: gn: GeoNames, wof: Who's On First, wd: Wikidata, ne: Natural
/// Earth, user: a person's own row, est: estimated from the words.
struct Place {
    std::string id;
    std::string name;
    std::string name_ar;  // empty where unknown
    std::string type;     // country, region, governorate, city, town, village, hill, airfield, area, road ...
    Whereabouts where;
    std::string country;  // ISO 3166-1 alpha-2, empty where unknown
    long population = 0;  // 0 where unknown
    std::string
        region{};  // first-level division (governorate, state) in its English name, empty where unknown
    std::vector<std::string> sameAs{};  // other ids of this place: "wd:Q3766"
    bool operator==(const Place&) const = default;
};

/// Whether a place of that type is a country or a part of one.
[[nodiscard]] inline bool isDivision(std::string_view type) {
    return type == "country" || type == "region" || type == "governorate" || type == "province" ||
           type == "district";
}

/// A place that a name may stand for. `score` 0..1; `reasons` say in words what raised or lowered it.
struct Candidate {
    Place place;
    double score = 0;
    std::vector<std::string> reasons;
    std::string gazetteer;  // the file or source it comes from, for the ledger
    double belief = 0;      // 0..1, that it is meant, once all names of a text have been weighed; else 0
    bool operator==(const Candidate&) const = default;
};

}  // namespace retrace::geo
