// Flights between cameras. Van Wijk and Nuij, "Smooth and efficient zooming and panning", InfoVis 2003:
// u is the way over the ground, w the width that the view shows, both in units of the world.
#include "geo/camera.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::geo {

namespace {

constexpr double rho = 1.42;  // their experiments' mean: how high a flight rises

/// The optimal path of the paper's equations 7 to 9, in the length S that the eye perceives.
struct Flight {
    double w0 = 1, w1 = 1, u1 = 0;
    double r0 = 0, length = 0;
    bool onTheSpot = false;  // equal centres, the paper's special case: only the width changes
};

Flight flightBetween(const Camera& from, const Camera& to, const ScreenSize& size) {
    const double view_px = std::max({size.width, size.height, 1});
    const WorldPoint a = toWorld(from.center), b = toWorld(to.center);
    Flight flight;
    flight.w0 = view_px / worldPixels(from);
    flight.w1 = view_px / worldPixels(to);
    flight.u1 = std::hypot(b.x - a.x, b.y - a.y);
    // Below a millionth of the view the general formula loses its digits.
    flight.onTheSpot = flight.u1 < 1e-6 * std::min(flight.w0, flight.w1);
    if (flight.onTheSpot) {
        flight.length = std::abs(std::log(flight.w1 / flight.w0)) / rho;
        return flight;
    }
    const double rho2 = rho * rho, rho4 = rho2 * rho2;
    const double squares = flight.w1 * flight.w1 - flight.w0 * flight.w0;
    const double way = rho4 * flight.u1 * flight.u1;
    const double b0 = (squares + way) / (2 * flight.w0 * rho2 * flight.u1);
    const double b1 = (squares - way) / (2 * flight.w1 * rho2 * flight.u1);
    // r = ln(-b + sqrt(b^2 + 1)) = -asinh(b), without the cancellation for large b
    flight.r0 = -std::asinh(b0);
    flight.length = (-std::asinh(b1) - flight.r0) / rho;
    return flight;
}

}  // namespace

Camera flyTo(const Camera& from, const Camera& to, const ScreenSize& size, double s) {
    if (!(s > 0) || from == to) return from;
    if (s >= 1) return to;
    const Flight flight = flightBetween(from, to, size);
    const WorldPoint a = toWorld(from.center), b = toWorld(to.center);
    double way = s;  // of the ground, 0..1
    double width = 0;
    if (flight.onTheSpot) {
        width = flight.w0 * std::pow(flight.w1 / flight.w0, s);
    } else {
        const double r = rho * s * flight.length + flight.r0;
        const double u =
            flight.w0 / (rho * rho) * (std::cosh(flight.r0) * std::tanh(r) - std::sinh(flight.r0));
        way = std::clamp(u / flight.u1, 0.0, 1.0);
        width = flight.w0 * std::cosh(flight.r0) / std::cosh(r);
    }
    const double zoom = from.zoom + std::log2(flight.w0 / width);
    return {toLonLat(WorldPoint{a.x + (b.x - a.x) * way, a.y + (b.y - a.y) * way}),
            std::clamp(zoom, minimumZoom, maximumZoom)};
}

double flightSeconds(const Camera& from, const Camera& to, const ScreenSize& size) {
    if (from == to) return 0;
    constexpr double perSecond = 2.0;  // perceived length per second; the paper's test persons liked about 1
    return std::clamp(flightBetween(from, to, size).length / perSecond, 0.25, 2.5);
}

}  // namespace retrace::geo
