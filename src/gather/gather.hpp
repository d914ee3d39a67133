#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "gather/columns.hpp"
#include "gather/intake.hpp"
#include "gather/sources.hpp"

namespace retrace::gather {

struct Order {
    std::vector<Source> sources;
    Filter filter;
    ColumnChoice columns;  // of tables and maps
};

struct Report {
    std::size_t taken = 0;    // rows
    std::size_t leftOut = 0;  // by the filter, or no places (links, post codes)
    std::vector<Refusal> refused;
    gazetteer::BuildCounts counts;  // zero where nothing was taken
};

/// Reads all sources into a gazetteer file. Where no row is taken, or an Error is thrown, a file that was
/// there stays as it was.
[[nodiscard]] Report buildGazetteer(const Order& order, const std::filesystem::path& file,
                                    const gazetteer::BuildInfo& info,
                                    const gazetteer::BuildProgress& progress);

/// What came of it in a few lines.
[[nodiscard]] std::string reportText(const Report& report);

}  // namespace retrace::gather
