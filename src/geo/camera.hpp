#pragma once

#include "geo/lon_lat.hpp"

namespace retrace::geo {

/// Web Mercator in units of the world: x 0..1 from 180 W to 180 E, y 0..1 from north (85.05) to south.
///   (0,0) ---x--->
///     |
///     y
struct WorldPoint {
    double x = 0, y = 0;
    bool operator==(const WorldPoint&) const = default;
};

[[nodiscard]] WorldPoint toWorld(const LonLat& p);
[[nodiscard]] LonLat toLonLat(const WorldPoint& p);

struct ScreenPoint {
    double x = 0, y = 0;  // pixels from the upper left corner
    bool operator==(const ScreenPoint&) const = default;
};

struct ScreenSize {
    int width = 0, height = 0;
    bool operator==(const ScreenSize&) const = default;
};

/// Where the map looks: at zoom z the world is 256 * 2^z pixels wide. North is always up.
struct Camera {
    LonLat center;
    double zoom = 2;
    bool operator==(const Camera&) const = default;
};

inline constexpr double minimumZoom = 1.0;
inline constexpr double maximumZoom = 18.0;

[[nodiscard]] double worldPixels(const Camera& camera);  // 256 * 2^zoom
[[nodiscard]] ScreenPoint toScreen(const Camera&, const ScreenSize&, const LonLat&);
[[nodiscard]] LonLat toLonLat(const Camera&, const ScreenSize&, const ScreenPoint&);
/// Ground metres that one pixel covers at the latitude given.
[[nodiscard]] double metresPerPixel(const Camera&, double lat);
/// The box that the camera shows.
[[nodiscard]] Box viewBox(const Camera&, const ScreenSize&);

/// The camera that shows `box` with `margin_px` free on each side; a single point gets `zoomForPoint`.
[[nodiscard]] Camera fit(const Box& box, const ScreenSize&, double margin_px, double zoomForPoint = 11);
/// Zooms by `steps` while the ground under `cursor` stays where it is; clamped to the zoom limits.
[[nodiscard]] Camera zoomAbout(const Camera&, const ScreenSize&, const ScreenPoint& cursor, double steps);
/// Moves the ground by so many pixels (a drag to the right shows what lies to the left).
[[nodiscard]] Camera panned(const Camera&, const ScreenSize&, double dx_px, double dy_px);

/// Smooth flight between two cameras, s in 0..1 (van Wijk and Nuij 2003, "Smooth and efficient zooming
/// and panning"). flyTo(.., 0) is `from`, flyTo(.., 1) is `to`, exactly.
[[nodiscard]] Camera flyTo(const Camera& from, const Camera& to, const ScreenSize&, double s);
/// A pleasant duration for that flight, seconds; 0 where the cameras are the same.
[[nodiscard]] double flightSeconds(const Camera& from, const Camera& to, const ScreenSize&);

}  // namespace retrace::geo
