#include "gazetteer/place_cells.hpp"

#include <algorithm>
#include <cmath>
#include <queue>

namespace retrace::gazetteer {

namespace {

constexpr int deepest = 10;        // cells of 0.044 degrees take whatever is left
constexpr std::uint8_t room = 16;  // of every other cell
constexpr double widest_deg = 45;

struct Cell {
    int level = 0;
    long column = 0, row = 0;
};

std::int64_t numberOf(const Cell& cell) {
    return static_cast<std::int64_t>(cell.level) << 40 | static_cast<std::int64_t>(cell.row) << 20 |
           cell.column;
}

double width_deg(int level) {
    return std::ldexp(widest_deg, -level);
}

Cell cellAt(const geo::LonLat& at, int level) {
    const double width = width_deg(level);
    const auto last = [&](double span) { return static_cast<long>(span / width) - 1; };
    return {level, std::clamp(static_cast<long>(std::floor((at.lon + 180) / width)), 0L, last(360)),
            std::clamp(static_cast<long>(std::floor((at.lat + 90) / width)), 0L, last(180))};
}

bool touches(const Cell& cell, const geo::Box& box) {
    const double width = width_deg(cell.level);
    const double west = static_cast<double>(cell.column) * width - 180;
    const double south = static_cast<double>(cell.row) * width - 90;
    return west <= box.east && west + width >= box.west && south <= box.north && south + width >= box.south;
}

// A place, or a cell none of whose places ranks before it.
struct Next {
    long long rank = 0;
    bool isCell = false;
    Cell cell;
};

bool later(const Next& a, const Next& b) {
    return a.rank != b.rank ? a.rank > b.rank : a.isCell < b.isCell;
}

}  // namespace

void PlaceCells::add(std::uint32_t rank, const geo::LonLat& at) {
    for (int level = 0;; ++level) {
        const std::int64_t number = numberOf(cellAt(at, level));
        if (level < deepest && filled_[number] == room) continue;
        if (level < deepest) ++filled_[number];
        placed_.emplace_back(number, rank);
        return;
    }
}

std::vector<std::pair<std::int64_t, std::uint32_t>> PlaceCells::taken() {
    filled_.clear();
    auto all = std::exchange(placed_, {});
    std::sort(all.begin(), all.end());
    return all;
}

void visitByRank(const geo::Box& box, const std::function<Ranks(std::int64_t cell)>& ranksOf,
                 const std::function<bool(long long rank)>& visit) {
    std::priority_queue<Next, std::vector<Next>, decltype(&later)> next(later);
    for (long row = 0; row < 4; ++row)
        for (long column = 0; column < 8; ++column)
            if (const Cell cell{0, column, row}; touches(cell, box)) next.push({0, true, cell});
    long long before = 0;
    while (!next.empty()) {
        const Next now = next.top();
        next.pop();
        if (!now.isCell) {
            if (now.rank > before && !visit(now.rank)) return;
            before = now.rank;
            continue;
        }
        const Ranks ranks = ranksOf(numberOf(now.cell));
        for (const long long rank : ranks) next.push({rank, false, {}});
        if (now.cell.level == deepest || ranks.size() < room) continue;
        for (long row = 0; row < 2; ++row)
            for (long column = 0; column < 2; ++column)
                if (const Cell inner{now.cell.level + 1, 2 * now.cell.column + column,
                                     2 * now.cell.row + row};
                    touches(inner, box))
                    next.push({ranks.back(), true, inner});
    }
}

}  // namespace retrace::gazetteer
