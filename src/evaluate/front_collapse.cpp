#include "evaluate/front_collapse.hpp"

#include "evaluate/front_random.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace retrace::evaluate {
namespace {

constexpr double day = 86400, hour = 3600;
constexpr double side_km = 300, days = 10;
constexpr double south = 44, west = 20, kmPerDegree = 111.195;

struct Spot {
    double x = 0, y = 0;  // km from the south-west corner
};
geo::LonLat toLonLat(const Spot& p) {
    const double lat = south + p.y / kmPerDegree;
    return {west + p.x / (kmPerDegree * std::cos(lat * M_PI / 180)), lat};
}

struct Disc {
    Spot middle;
    double radius = 0, from = 0, to = 0;  // km; days
    [[nodiscard]] bool holds(const Spot& p) const {
        return std::hypot(p.x - middle.x, p.y - middle.y) < radius;
    }
};
struct Wave {
    double kx = 0, ky = 0, phase = 0, height = 0;
};

/// When side 1 comes to a spot, in days, and when it loses it again.
struct Story {
    std::array<Wave, 6> waves;
    std::vector<Disc> pockets, counters;
    Disc refuge;
    double axis = 0;

    explicit Story(Random& random) {
        axis = random.uniform(0.2, 1.3);
        for (Wave& w : waves)
            w = {random.uniform(-0.05, 0.05), random.uniform(-0.05, 0.05), random.uniform(0, 6.3),
                 random.uniform(0.1, 0.5)};
        const auto disc = [&](double least, double most) {
            return Disc{{random.uniform(40, side_km - 40), random.uniform(40, side_km - 40)},
                        random.uniform(least, most)};
        };
        for (int i = 0; i < 3; ++i) {
            pockets.push_back(disc(12, 30));
            pockets.back().to = random.uniform(1, 3);
        }
        for (int i = 0; i < 2; ++i) {
            counters.push_back(disc(15, 35));
            counters.back().from = random.uniform(0.4, 1.2);
            counters.back().to = counters.back().from + random.uniform(0.6, 2);
        }
        refuge = {{side_km * random.uniform(0.7, 1), side_km * random.uniform(0, 0.3)},
                  random.uniform(40, 80)};
    }

    [[nodiscard]] double arrival(const Spot& p) const {
        // Along the axis from the north-west corner; 60 km are held from the start, then 20 to 60 km a day.
        const double along = p.x * std::cos(axis) + (side_km - p.y) * std::sin(axis) - 60;
        double t = along < 0 ? along / 20 : (std::sqrt(400 + 8 * along) - 20) / 4;
        for (const Wave& w : waves) t += w.height * std::sin(w.kx * p.x + w.ky * p.y + w.phase);
        for (const Disc& d : pockets)
            if (d.holds(p)) t += d.to;
        return refuge.holds(p) ? 1e9 : t;
    }
    [[nodiscard]] const Disc* counter(const Spot& p) const {
        const auto found = std::ranges::find_if(counters, [&](const Disc& d) { return d.holds(p); });
        return found == counters.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::size_t holder(const Spot& p, double t) const {
        const double since = t - arrival(p);
        if (since < 0) return 0;
        const Disc* back = counter(p);
        return back && since >= back->from && since < back->to && arrival(p) > 0 ? 0 : 1;
    }
};

front::Observation stateSeen(const Story& story, const Spot& p, Random& random) {
    const double t = random.uniform(0, days);
    return {.earliest = t * day, .latest = t * day, .side = story.holder(p, t)};
}

/// A change of that spot within the ten days, told with hours of doubt to both sides; a state seen where none
/// is.
front::Observation told(const Story& story, const Spot& p, Random& random) {
    const double arrival = story.arrival(p);
    if (!random.chance(0.6) || arrival <= 0 || arrival >= days) return stateSeen(story, p, random);
    const Disc* back = story.counter(p);
    double t = arrival;
    bool forth = true;
    if (back && random.chance(0.5)) {
        forth = random.chance(0.5);
        t += forth ? back->to : back->from;
    }
    return {.earliest = t * day - random.uniform(1, 18) * hour,
            .latest = t * day + random.uniform(1, 18) * hour,
            .side = forth ? 1u : 0u,
            .before = forth ? 0u : 1u};
}

std::vector<front::Observation> reports(const Story& story, Random& random) {
    std::vector<front::Observation> out;
    for (std::size_t settlement = 0; settlement < 110; ++settlement) {
        const Spot p{random.uniform(0, side_km), random.uniform(0, side_km)};
        const Spot shown{p.x + 3 * random.normal(), p.y + 3 * random.normal()};
        for (std::size_t k = 0, count = 1 + random.below(2); k < count; ++k) {
            front::Observation o = told(story, p, random);
            if (random.chance(0.1)) {
                o.side = 1 - o.side;
                if (o.before) o.before = 1 - *o.before;
            }
            o.at = toLonLat(shown);
            o.radius_m = 3000;
            o.certainty = 0.9;
            o.claim = out.size();
            out.push_back(o);
        }
    }
    return out;
}

}  // namespace

Collapse collapseOf(std::uint64_t seed) {
    Random random(seed);
    const Story story(random);
    Collapse c;
    c.ground = {50, 50, side_km / 50, {}, {}};
    std::vector<Spot> spots;
    for (int r = 0; r < c.ground.rows; ++r)
        for (int col = 0; col < c.ground.cols; ++col) {
            spots.push_back({(col + 0.5) * c.ground.cell_km, side_km - (r + 0.5) * c.ground.cell_km});
            c.ground.points.push_back(toLonLat(spots.back()));
        }
    c.ground.counts.assign(spots.size(), 1);
    const auto truth = [&](double t) {
        TruthRow row;
        for (const Spot& p : spots) row.push_back(story.holder(p, t));
        return row;
    };
    for (int k = 1; k <= 9; ++k) {
        c.run.instants.push_back({k * day, truth(k), true});
        if (k > 1) c.run.changes.push_back({(k - 1) * day, k * day, truth(k - 1), truth(k)});
    }
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const double t = story.arrival(spots[i]);
        c.run.quiet.push_back(t <= 0 || t >= days);
        if (i % 7 == 0 && t > 0.5 && t < days - 0.5 && !story.counter(spots[i]))
            c.run.dates.push_back({i, t * day, 1});
    }
    for (double t = 0; t <= days; t += 0.25) c.run.readings.push_back(t * day);
    c.observations = reports(story, random);
    return c;
}

}  // namespace retrace::evaluate
