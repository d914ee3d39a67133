#pragma once

#include "app/case.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace retrace::app {

struct EvaluateFrontOptions {
    CaseOptions common;              // its records, its gazetteers
    std::filesystem::path polygons;  // folder of YYYYMMDD.geojson; empty: without
    std::size_t runs = 200;  // splits of the record; a hundredth of it draws a setting, a tenth worlds
    std::uint64_t seed = 1;  // of the first run
    bool tuning = false;     // the first half of the polygons' dates
    std::string format = "text";
};

/// Writes the figures of the front to standard output. 1 where an aim is not reached, else 0.
[[nodiscard]] int evaluateFront(const EvaluateFrontOptions&);

}  // namespace retrace::app
