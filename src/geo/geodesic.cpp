#include "geo/geodesic.hpp"

#include <GeographicLib/Geodesic.hpp>

#include <algorithm>
#include <cmath>

namespace retrace::geo {

namespace {

const GeographicLib::Geodesic& wgs84() {
    return GeographicLib::Geodesic::WGS84();
}

double clampedFraction(double fraction) {
    return std::isnan(fraction) ? 0.0 : std::clamp(fraction, 0.0, 1.0);
}

/// Where a path is cut: the piece's first vertex and the fraction within that piece.
struct Cut {
    std::size_t piece = 0;
    double fraction = 0;
};

/// `path` has at least two points. Pieces without length are stepped over.
Cut cutAt(const std::vector<LonLat>& path, double fraction) {
    std::vector<double> lengths;
    lengths.reserve(path.size() - 1);
    double total = 0;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        lengths.push_back(distance_m(path[i], path[i + 1]));
        total += lengths.back();
    }
    double left = total * fraction;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        if (left < lengths[i]) return {i, left / lengths[i]};
        left -= lengths[i];
    }
    return {lengths.size() - 1, 1.0};
}

}  // namespace

double distance_m(const LonLat& a, const LonLat& b) {
    double metres = 0;
    wgs84().Inverse(a.lat, a.lon, b.lat, b.lon, metres);
    return metres;
}

double azimuth_deg(const LonLat& a, const LonLat& b) {
    if (a == b) return 0;
    double atStart = 0, atEnd = 0;
    wgs84().Inverse(a.lat, a.lon, b.lat, b.lon, atStart, atEnd);
    const double turned = atStart < 0 ? atStart + 360.0 : atStart;
    return turned >= 360.0 ? 0.0 : turned;
}

LonLat destination(const LonLat& start, double azimuth_deg, double distance_m) {
    LonLat end;
    wgs84().Direct(start.lat, start.lon, azimuth_deg, distance_m, end.lat, end.lon);
    return end;
}

LonLat between(const LonLat& a, const LonLat& b, double fraction) {
    const double f = clampedFraction(fraction);
    if (f <= 0 || a == b) return a;
    if (f >= 1) return b;
    double metres = 0, atStart = 0, atEnd = 0;
    wgs84().Inverse(a.lat, a.lon, b.lat, b.lon, metres, atStart, atEnd);
    return destination(a, atStart, metres * f);
}

double length_m(const std::vector<LonLat>& path) {
    double total = 0;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) total += distance_m(path[i], path[i + 1]);
    return total;
}

LonLat along(const std::vector<LonLat>& path, double fraction) {
    if (path.empty()) return {};
    const double f = clampedFraction(fraction);
    if (path.size() == 1 || f <= 0) return path.front();
    if (f >= 1) return path.back();
    const Cut cut = cutAt(path, f);
    return between(path[cut.piece], path[cut.piece + 1], cut.fraction);
}

std::vector<LonLat> pathUpTo(const std::vector<LonLat>& path, double fraction) {
    if (path.empty()) return {};
    const double f = clampedFraction(fraction);
    if (path.size() == 1 || f <= 0) return {path.front()};
    if (f >= 1) return path;
    const Cut cut = cutAt(path, f);
    std::vector<LonLat> start;
    start.reserve(cut.piece + 2);
    for (std::size_t i = 0; i <= cut.piece; ++i) start.push_back(path[i]);
    if (cut.fraction > 0) start.push_back(between(path[cut.piece], path[cut.piece + 1], cut.fraction));
    return start;
}

Box boundsOf(const std::vector<LonLat>& points) {
    if (points.empty()) return {};
    Box box{points.front().lon, points.front().lat, points.front().lon, points.front().lat};
    for (const LonLat& p : points) {
        box.west = std::min(box.west, p.lon);
        box.east = std::max(box.east, p.lon);
        box.south = std::min(box.south, p.lat);
        box.north = std::max(box.north, p.lat);
    }
    return box;
}

}  // namespace retrace::geo
