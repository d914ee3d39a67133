#include "geo/camera.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace retrace::geo {

namespace {

constexpr double pi = std::numbers::pi;
constexpr double tilePixels = 256;
constexpr double equator_m = 2 * pi * 6378137.0;    // WGS 84's equator
constexpr double mercatorLat = 85.051128779806592;  // where the world becomes a square

double clampedZoom(double zoom) {
    return std::clamp(zoom, minimumZoom, maximumZoom);
}

}  // namespace

WorldPoint toWorld(const LonLat& p) {
    const double lat = std::clamp(p.lat, -mercatorLat, mercatorLat) * pi / 180;
    return {(p.lon + 180) / 360, (1 - std::asinh(std::tan(lat)) / pi) / 2};
}

LonLat toLonLat(const WorldPoint& p) {
    return {p.x * 360 - 180, std::atan(std::sinh(pi * (1 - 2 * p.y))) * 180 / pi};
}

double worldPixels(const Camera& camera) {
    return tilePixels * std::exp2(camera.zoom);
}

ScreenPoint toScreen(const Camera& camera, const ScreenSize& size, const LonLat& p) {
    const WorldPoint at = toWorld(p), center = toWorld(camera.center);
    const double pixels = worldPixels(camera);
    return {(at.x - center.x) * pixels + size.width / 2.0, (at.y - center.y) * pixels + size.height / 2.0};
}

LonLat toLonLat(const Camera& camera, const ScreenSize& size, const ScreenPoint& p) {
    const WorldPoint center = toWorld(camera.center);
    const double pixels = worldPixels(camera);
    return toLonLat(WorldPoint{center.x + (p.x - size.width / 2.0) / pixels,
                               center.y + (p.y - size.height / 2.0) / pixels});
}

double metresPerPixel(const Camera& camera, double lat) {
    return equator_m * std::cos(lat * pi / 180) / worldPixels(camera);
}

Box viewBox(const Camera& camera, const ScreenSize& size) {
    const LonLat northWest = toLonLat(camera, size, {0, 0});
    const LonLat southEast =
        toLonLat(camera, size, {static_cast<double>(size.width), static_cast<double>(size.height)});
    return {northWest.lon, southEast.lat, southEast.lon, northWest.lat};
}

Camera fit(const Box& box, const ScreenSize& size, double margin_px, double zoomForPoint) {
    const WorldPoint northWest = toWorld({box.west, box.north}), southEast = toWorld({box.east, box.south});
    const LonLat center =
        toLonLat(WorldPoint{(northWest.x + southEast.x) / 2, (northWest.y + southEast.y) / 2});
    const double width = southEast.x - northWest.x, height = southEast.y - northWest.y;
    if (width <= 0 && height <= 0) return {{box.west, box.south}, clampedZoom(zoomForPoint)};
    const double freeWidth = std::max(1.0, size.width - 2 * margin_px);
    const double freeHeight = std::max(1.0, size.height - 2 * margin_px);
    double zoom = maximumZoom;
    if (width > 0) zoom = std::min(zoom, std::log2(freeWidth / (tilePixels * width)));
    if (height > 0) zoom = std::min(zoom, std::log2(freeHeight / (tilePixels * height)));
    return {center, clampedZoom(zoom)};
}

Camera zoomAbout(const Camera& camera, const ScreenSize& size, const ScreenPoint& cursor, double steps) {
    Camera zoomed{camera.center, clampedZoom(camera.zoom + steps)};
    if (zoomed.zoom == camera.zoom) return camera;
    const WorldPoint center = toWorld(camera.center);
    const double dx = cursor.x - size.width / 2.0, dy = cursor.y - size.height / 2.0;
    const double change = 1 / worldPixels(camera) - 1 / worldPixels(zoomed);
    zoomed.center = toLonLat(WorldPoint{std::clamp(center.x + dx * change, 0.0, 1.0),
                                        std::clamp(center.y + dy * change, 0.0, 1.0)});
    return zoomed;
}

Camera panned(const Camera& camera, const ScreenSize&, double dx_px, double dy_px) {
    if (dx_px == 0 && dy_px == 0) return camera;
    const WorldPoint center = toWorld(camera.center);
    const double pixels = worldPixels(camera);
    return {toLonLat(WorldPoint{std::clamp(center.x - dx_px / pixels, 0.0, 1.0),
                                std::clamp(center.y - dy_px / pixels, 0.0, 1.0)}),
            camera.zoom};
}

}  // namespace retrace::geo
