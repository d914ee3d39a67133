#include "front/place_index.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace retrace::front {
namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr std::int64_t rowLength = 1 << 24;  // more columns than any cell size gives

std::int64_t column(double degrees, double cell_deg) {
    return static_cast<std::int64_t>(std::floor(degrees / cell_deg));
}

}  // namespace

double haversine(const geo::LonLat& a, const geo::LonLat& b) {
    const double u = std::sin((b.lat - a.lat) * degree / 2), v = std::sin((b.lon - a.lon) * degree / 2);
    return u * u + std::cos(a.lat * degree) * std::cos(b.lat * degree) * v * v;
}

double chord_m(const geo::LonLat& a, const geo::LonLat& b) {
    return 2 * earthRadius_m * std::sqrt(haversine(a, b));
}

double wrapped(double lon) {
    return lon - 360 * std::floor((lon + 180) / 360);
}

geo::Box boxAround(const geo::LonLat& p, double reach_m) {
    const double angle = reach_m / earthRadius_m;
    const double high = angle / degree * 1.001;
    // The meridian's tangent to a circle: sin(dlon) = sin(angle) / cos(lat).
    const double ratio = std::sin(std::min(angle, 1.5)) / std::max(std::cos(p.lat * degree), 1e-9);
    const double wide = ratio >= 1 ? 180 : std::asin(ratio) / degree * 1.001;
    return {p.lon - wide, p.lat - high, p.lon + wide, p.lat + high};
}

PlaceIndex::PlaceIndex(const std::vector<geo::LonLat>& points, double cell_deg)
    : cell_deg_(std::max(cell_deg, 1e-4)) {
    for (std::uint32_t i = 0; i < points.size(); ++i)
        entries_.emplace_back(
            column(points[i].lat, cell_deg_) * rowLength + column(wrapped(points[i].lon), cell_deg_), i);
    std::ranges::sort(entries_);
}

void PlaceIndex::addNear(const geo::Box& box, std::vector<std::uint32_t>& out) const {
    const std::int64_t firstRow = column(std::max(box.south, -90.0), cell_deg_);
    const std::int64_t lastRow = column(std::min(box.north, 90.0), cell_deg_);
    const std::int64_t west = column(box.west, cell_deg_), east = column(box.east, cell_deg_);
    for (std::int64_t row = firstRow; row <= lastRow; ++row) {
        auto at = std::ranges::lower_bound(entries_, Entry{row * rowLength + west, 0});
        for (; at != entries_.end() && at->first <= row * rowLength + east; ++at) out.push_back(at->second);
    }
}

std::vector<std::uint32_t> PlaceIndex::near(const geo::Box& box) const {
    std::vector<std::uint32_t> out;
    const double wide = box.east - box.west;
    if (entries_.empty() || wide < 0) return out;
    const double west = wrapped(box.west), east = west + wide;
    if (wide >= 360) {
        addNear({-180, box.south, 180, box.north}, out);
    } else {
        addNear({west, box.south, std::min(east, 180.0), box.north}, out);
        if (east >= 180) addNear({-180, box.south, east - 360, box.north}, out);
    }
    std::ranges::sort(out);
    const auto twice = std::ranges::unique(out);
    out.erase(twice.begin(), twice.end());
    return out;
}

}  // namespace retrace::front
