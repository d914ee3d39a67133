#pragma once

#include "front/field.hpp"

#include <cstdint>
#include <random>
#include <vector>

/// Claims by chance for property tests.
namespace retrace::test {

inline constexpr double day = 86400;

/// The standard's engine, and a plain share of its range: the same on every machine.
class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    [[nodiscard]] double from(double low, double high) {
        return low + (high - low) * engine_() / 4294967296.0;
    }
    [[nodiscard]] std::size_t below(std::size_t count) { return engine_() % count; }

private:
    std::mt19937 engine_;
};

/// Of ten days: states and changes, some denied, some contested, at one instant or over up to a day.
inline std::vector<front::Observation> claimsIn(const geo::Box& box, std::size_t count, std::size_t sides,
                                                unsigned seed) {
    Chance chance(seed);
    std::vector<front::Observation> out;
    for (std::size_t i = 0; i < count; ++i) {
        front::Observation o{.at = {chance.from(box.west, box.east), chance.from(box.south, box.north)}};
        o.earliest = o.latest = chance.from(0, 10) * day;
        if (chance.below(2)) o.latest += chance.from(0, 1) * day;
        o.side = chance.below(sides);
        if (chance.below(2)) o.before = chance.below(sides);
        o.certainty = chance.from(0.3, 1);
        o.radius_m = chance.from(0, 5000);
        o.negated = chance.below(10) == 0;
        o.contested = chance.below(10) == 0;
        o.claim = i;
        out.push_back(o);
    }
    return out;
}

}  // namespace retrace::test
