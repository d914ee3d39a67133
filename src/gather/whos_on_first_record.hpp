#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gather/intake.hpp"

namespace retrace::gather {

using WofRegions = std::map<std::string, std::string>;  // names by id

struct WofPlace {
    std::string id, name, placetype, country;
    std::vector<std::pair<std::string, std::string>> names;         // language (ISO 639-3), name
    std::vector<std::pair<std::string, std::string>> concordances;  // source ("gn:id"), id
    std::string region;
    long population = 0;
    geo::LonLat at;
    double radius_m = 0;  // 0 where not known
};

struct WofState {
    bool notCurrent = false, deprecated = false, superseded = false, ceased = false;
};

/// Why a row is no longer one; empty where it is.
[[nodiscard]] std::string whyNotCurrent(const WofState& state);
[[nodiscard]] gazetteer::PlaceRow rowOfWof(const WofPlace& place);
/// Takes or refuses one GeoJSON record; `regionName` gives the name of a region by its id.
void takeWofRecord(const std::string& json, const RowAt& at,
                   const std::function<std::string(const std::string& id)>& regionName, Intake& intake);
/// The name of a record; empty where it cannot be read.
[[nodiscard]] std::string wofName(const std::string& json);

}  // namespace retrace::gather
