#include "model/prism.hpp"

#include "geo/geodesic.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string_view>

namespace retrace::model {
namespace {

struct Point {
    double x = 0, y = 0;
};
struct Disc {
    Point middle;
    double radius = 0;
};

double length(Point p) {
    return std::hypot(p.x, p.y);
}

bool holds(const Disc& disc, Point p) {
    constexpr double slack_m = 1e-3;
    return length({p.x - disc.middle.x, p.y - disc.middle.y}) <= disc.radius + slack_m;
}

Point seenFrom(const geo::LonLat& at, const geo::LonLat& there) {
    const double angle = geo::azimuth_deg(at, there) * std::numbers::pi / 180;
    const double far = geo::distance_m(at, there);
    return {far * std::sin(angle), far * std::cos(angle)};
}

// The disc's point farthest from the origin; from its very middle, the one away from `other`.
Point farSide(const Disc& disc, Point other) {
    const double off = length(disc.middle), toOther = length(other);
    if (off > 0) return {disc.middle.x * (1 + disc.radius / off), disc.middle.y * (1 + disc.radius / off)};
    return toOther > 0 ? Point{-other.x / toOther * disc.radius, -other.y / toOther * disc.radius}
                       : Point{disc.radius, 0};
}

// The farthest that a point of both discs lies from the origin; 0 where they do not meet.
double farthestOfBoth(const Disc& a, const Disc& b) {
    double farthest = 0;
    const auto meet = [&](Point p) {
        if (holds(a, p) && holds(b, p)) farthest = std::max(farthest, length(p));
    };
    meet(farSide(a, b.middle));
    meet(farSide(b, a.middle));
    const Point apart{b.middle.x - a.middle.x, b.middle.y - a.middle.y};
    const double d = length(apart);
    if (d <= 0) return farthest;
    const double along = (d * d + a.radius * a.radius - b.radius * b.radius) / (2 * d);
    const double off2 = a.radius * a.radius - along * along;
    if (off2 < 0) return farthest;
    const double off = std::sqrt(off2);
    const Point foot{a.middle.x + apart.x / d * along, a.middle.y + apart.y / d * along};
    meet({foot.x - apart.y / d * off, foot.y + apart.x / d * off});
    meet({foot.x + apart.y / d * off, foot.y - apart.x / d * off});
    return farthest;
}

bool namesOneOf(const std::string& means, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](auto word) { return means.find(word) != std::string::npos; });
}

}  // namespace

double plausibleSpeed_m_s(const std::string& means) {
    double kmh = 60;
    if (namesOneOf(means, {"horse", "mule", "camel", "cart", "wagon", "sledge", "bicycle"}))
        kmh = 12;
    else if (namesOneOf(means, {"foot", "walk", "march"}))
        kmh = 6;
    else if (namesOneOf(means, {"plane", "helicopter", "aircraft"}))
        kmh = 250;
    return kmh / 3.6;
}

double reach_m(const Prism& prism, const geo::LonLat& at, double gone) {
    const double whole = std::max(prism.seconds, 0.0), since = std::clamp(gone, 0.0, whole);
    const double share = whole > 0 ? since / whole : 1;
    const double least = (1 - share) * prism.left.radius_m + share * prism.reached.radius_m;
    const Disc from{seenFrom(at, prism.left.at), prism.left.radius_m + prism.speed_m_s * since};
    const Disc to{seenFrom(at, prism.reached.at), prism.reached.radius_m + prism.speed_m_s * (whole - since)};
    return std::max(least, farthestOfBoth(from, to));
}

}  // namespace retrace::model
