#pragma once

#include "fixture.hpp"

#include "front/field.hpp"

#include <memory>
#include <random>

namespace retrace::scene::fixture {

inline constexpr double day = 86400;

/// Side 1 comes from the west over 60 km about 36 E, 35 N in ten days, where side 0 was; `late`: days by
/// which it comes later.
inline std::shared_ptr<const front::Field> sweptField(double late = 0, std::size_t sides = 2) {
    std::mt19937 random(5);
    const auto from = [&](double low, double high) { return low + (high - low) * random() / 4294967296.0; };
    std::vector<front::Observation> out;
    for (std::size_t i = 0; i < 80; ++i) {
        front::Observation o{.at = {36 + from(-0.3, 0.3), 35 + from(-0.2, 0.2)}};
        const double when = (o.at.lon - 35.7) / 0.06 + late;
        o.earliest = (when - 0.2) * day;
        o.latest = (when + 0.2) * day;
        o.side = 1;
        o.before = 0;
        o.certainty = 0.9;
        o.claim = i;
        out.push_back(o);
    }
    return std::make_shared<const front::Field>(front::fieldOf(out, sides));
}

inline View frontView(Compare compare = Compare::alone) {
    View v = view();
    v.camera = geo::Camera{{36.0, 35.0}, 9.0};
    v.front = FrontView{.field = sweptField(),
                        .beside = compare == Compare::alone ? nullptr : sweptField(3),
                        .sides = {{.name = "Coast guard"}, {.name = "Raiders"}},
                        .whose = "narrator",
                        .besideWhose = "record",
                        .compare = compare};
    return v;
}

/// Where a sample lies, in world units.
inline geo::WorldPoint sampleAt(const FrontPicture& p, int col, int row) {
    return {p.frame.west + col * p.frame.step, p.frame.north + row * p.frame.step};
}

}  // namespace retrace::scene::fixture
