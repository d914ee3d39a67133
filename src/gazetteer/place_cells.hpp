#pragma once

#include "geo/coordinates.hpp"

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace retrace::gazetteer {

/// Settlements in a pyramid of cells: 45 degrees wide at level 0, half as wide at each further one. A cell
/// holds the most prominent places that no cell above it had room for. So the greatest of any box are found
/// by visiting few cells, whatever the file's size.
class PlaceCells {
public:
    /// Ranks must come in rising order.
    void add(std::uint32_t rank, const geo::LonLat& at);
    /// (cell, rank), sorted; the cells are empty afterwards.
    [[nodiscard]] std::vector<std::pair<std::int64_t, std::uint32_t>> taken();

private:
    std::unordered_map<std::int64_t, std::uint8_t> filled_;
    std::vector<std::pair<std::int64_t, std::uint32_t>> placed_;
};

using Ranks = std::vector<long long>;

/// Visits the places of the cells that the box touches in rising order of rank, until `visit` says false.
void visitByRank(const geo::Box& box, const std::function<Ranks(std::int64_t cell)>& ranksOf,
                 const std::function<bool(long long rank)>& visit);

}  // namespace retrace::gazetteer
