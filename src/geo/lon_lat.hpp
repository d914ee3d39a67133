#pragma once

namespace retrace::geo {

/// A position on WGS 84, in degrees: east and north positive. Longitude always comes first.
struct LonLat {
    double lon = 0;
    double lat = 0;
    bool operator==(const LonLat&) const = default;
};

/// Where something is, and how far from there it may be: a point never travels without its doubt.
struct Whereabouts {
    LonLat at;
    double radius_m = 0;
    bool operator==(const Whereabouts&) const = default;
};

/// Degrees; `west` > `east` never occurs: data that cross the antimeridian are split before.
struct Box {
    double west = 0, south = 0, east = 0, north = 0;
    bool operator==(const Box&) const = default;
};

[[nodiscard]] constexpr bool contains(const Box& box, const LonLat& p) {
    return p.lon >= box.west && p.lon <= box.east && p.lat >= box.south && p.lat <= box.north;
}

[[nodiscard]] constexpr bool overlaps(const Box& a, const Box& b) {
    return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

}  // namespace retrace::geo
