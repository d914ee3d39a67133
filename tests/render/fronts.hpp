#pragma once

#include "drawing.hpp"

#include "front/field.hpp"
#include "geo/camera.hpp"

#include <memory>
#include <random>
#include <vector>

namespace retrace::render::testing {

inline constexpr double day = 86400;

/// A sweep over the island from west to east in ten days: until it comes side 0 holds a place, then side 1;
/// of a few places in the south side 2 is said to hold them all along. Those about the north-east corner are
/// not spoken of.
inline std::vector<front::Observation> sweep(std::size_t count, unsigned seed, double lateDays = 0) {
    std::mt19937 random(seed);
    const auto from = [&](double low, double high) { return low + (high - low) * random() / 4294967296.0; };
    std::vector<front::Observation> out;
    while (out.size() < count) {
        front::Observation o{.at = {from(10.3, 19.7), from(0.3, 9.7)}, .radius_m = 20'000};
        if (o.at.lon + o.at.lat > 25) continue;
        const double when = (o.at.lon - 10) + from(-0.5, 0.5) + lateDays;
        o.earliest = (when - from(0, 0.5)) * day;
        o.latest = (when + from(0, 0.5)) * day;
        o.side = 1;
        o.before = 0;
        if (o.at.lat < 2) o = {.at = o.at, .radius_m = 20'000, .earliest = 0, .latest = 10 * day, .side = 2};
        o.certainty = from(0.6, 1);
        o.claim = out.size();
        out.push_back(o);
    }
    return out;
}

inline std::shared_ptr<const front::Field> fieldOf(std::size_t count, unsigned seed, double lateDays = 0,
                                                   std::size_t sides = 3) {
    auto claims = sweep(count, seed, lateDays);
    for (front::Observation& o : claims) o.side = std::min(o.side, sides - 1);
    return std::make_shared<const front::Field>(front::fieldOf(std::move(claims), sides));
}

/// The island with a narrator's front of 240 claims, and another that comes two days later beside it.
inline scene::View frontView(scene::Compare compare, scene::ThemeName theme = scene::ThemeName::light) {
    scene::View view;
    view.camera = geo::Camera{{15, 5}, 4.7};
    view.size = {320, 240};
    view.theme = theme;
    view.front = scene::FrontView{.field = fieldOf(240, 7),
                                  .sides = {{.name = "Holders"}, {.name = "Comers"}, {.name = "Southerners"}},
                                  .whose = "narrator",
                                  .besideWhose = "record",
                                  .compare = compare};
    if (compare != scene::Compare::alone) view.front->beside = fieldOf(240, 8, 2);
    return view;
}

}  // namespace retrace::render::testing
