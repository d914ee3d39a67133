#include "app/front_shapes.hpp"

#include "front_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace retrace::app::test {
namespace {

using Kind = FrontShape::Kind;

// Even-odd over all rings of a polygon: inside the outer one and in no hole.
bool contains(const FrontShape& shape, const geo::LonLat& p) {
    bool inside = false;
    for (const auto& ring : shape.paths)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const auto &a = ring[i], &b = ring[j];
            if ((a.lat > p.lat) == (b.lat > p.lat)) continue;
            if (p.lon < a.lon + (b.lon - a.lon) * (p.lat - a.lat) / (b.lat - a.lat)) inside = !inside;
        }
    return inside;
}

std::size_t likeliest(const front::Control& control) {
    return static_cast<std::size_t>(std::ranges::max_element(control.p) - control.p.begin());
}

struct Measured {
    front::Field field;
    std::vector<FrontShape> shapes;
    geo::Box box{180, 90, -180, -90};
    double step_deg = 0;  // of longitude, about a sample
    front::Moment moment;

    Measured(const model::Reconstruction& r, double t)
        : field(fieldOf(r, model::Whose::narrator)), shapes(shapesOf(field, t)), moment(momentOf(field, t)) {
        double finest_m = 1e9;
        for (const auto& site : field.sites) {
            const double lat_deg = site.support_m / 111'195,
                         lon_deg = lat_deg / std::cos(site.at.lat / 57.29578);
            box = {std::min(box.west, site.at.lon - lon_deg), std::min(box.south, site.at.lat - lat_deg),
                   std::max(box.east, site.at.lon + lon_deg), std::max(box.north, site.at.lat + lat_deg)};
            finest_m = std::min(finest_m, site.support_m);
        }
        step_deg =
            std::clamp(finest_m / 12 / 91'000, (box.east - box.west) / 600, (box.east - box.west) / 200);
    }
    [[nodiscard]] front::Control at(const geo::LonLat& p) const { return controlAt(field, moment, p); }
    [[nodiscard]] std::vector<const FrontShape*> over(const geo::LonLat& p, Kind kind) const {
        std::vector<const FrontShape*> out;
        for (const auto& shape : shapes)
            if (shape.kind == kind && contains(shape, p)) out.push_back(&shape);
        return out;
    }
    // The least and the greatest of a number on the spot and within a sample of it: shapes are that coarse.
    template <typename Number>
    [[nodiscard]] std::pair<double, double> around(const geo::LonLat& p, Number number) const {
        double least = number(at(p)), most = least;
        for (int k = 0; k < 24; ++k) {
            const double turn = k * 0.785398, away = step_deg * (1 + k / 8) / 3;
            const double x = number(at({p.lon + away * std::cos(turn), p.lat + away * std::sin(turn)}));
            least = std::min(least, x), most = std::max(most, x);
        }
        return {least, most};
    }
    // Whether the area says what is so within a sample of the spot.
    [[nodiscard]] bool isRight(const FrontShape& area, const geo::LonLat& p) const {
        const auto [least, most] = around(p, [&](const auto& c) { return c.p[area.side]; });
        return area.low <= most && least <= area.high;
    }
    // Whether all about a spot, two samples wide, is stated or all is not.
    [[nodiscard]] bool isClear(const geo::LonLat& p, bool stated) const {
        for (int k = 0; k < 8; ++k) {
            const double turn = k * 0.785398, wide = 2 * step_deg;
            const auto around = at({p.lon + wide * std::cos(turn), p.lat + wide * std::sin(turn)});
            if ((around.support >= front::statedSupport) != stated) return false;
        }
        return true;
    }
};

model::Reconstruction scattered(unsigned seed, std::size_t sides, int places) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lon(35.5, 37), lat(34, 35.5), since(-40, 0);
    model::Reconstruction r;
    for (std::size_t s = 0; s < sides; ++s)
        r.sides.push_back({.name = "side " + std::to_string(s), .called = {}});
    for (int i = 0; i < places; ++i)
        r.claims.push_back(held("place " + std::to_string(i), {lon(random), lat(random)}, random() % sides,
                                noon + since(random) * hour));
    return r;
}

TEST(FrontShapes, NoClaimsNoShapes) {
    model::Reconstruction r;
    r.sides = model::sidesByWords();
    EXPECT_TRUE(shapesOf(fieldOf(r, model::Whose::narrator), noon).empty());
}

TEST(FrontShapes, RingsAreClosedAndLieOnTheEarth) {
    const Measured m(villages().reconstruction, noon);
    ASSERT_FALSE(m.shapes.empty());
    for (const auto& shape : m.shapes) {
        ASSERT_FALSE(shape.paths.empty());
        for (const auto& path : shape.paths) {
            ASSERT_GE(path.size(), shape.kind == Kind::line ? 2U : 4U);
            EXPECT_TRUE(shape.kind == Kind::line || path.front() == path.back());
            for (const auto& p : path) EXPECT_TRUE(std::abs(p.lon) <= 180 && std::abs(p.lat) <= 90);
        }
        EXPECT_LT(shape.low, shape.high);
        EXPECT_EQ(shape.kind == Kind::line || shape.kind == Kind::band, shape.side < shape.other);
    }
}

// Areas and what is not stated, together: one of them over every spot, and never two.
TEST(FrontShapes, AreasAndUnstatedCoverTheBoxWithoutOverlap) {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        const Measured m(scattered(seed, 2, 14), noon);
        std::mt19937 random(100 + seed);
        std::uniform_real_distribution<double> lon(m.box.west, m.box.east), lat(m.box.south, m.box.north);
        int stated = 0, unstated = 0, overlaps = 0, gaps = 0, wrong = 0;
        for (int i = 0; i < 3000; ++i) {
            const geo::LonLat p{lon(random), lat(random)};
            const auto control = m.at(p);
            const bool isStated = control.support >= front::statedSupport;
            const auto areas = m.over(p, Kind::area), plain = m.over(p, Kind::unstated);
            if (!m.isClear(p, isStated)) continue;
            overlaps += areas.size() + plain.size() > 1;
            gaps += areas.empty() && plain.empty();
            (isStated ? stated : unstated) += 1;
            const bool right = isStated ? areas.size() == 1 && m.isRight(*areas.front(), p)
                                        : plain.size() == 1 && areas.empty();
            wrong += !right;
        }
        EXPECT_GT(stated, 300) << "seed " << seed;
        EXPECT_GT(unstated, 100) << "seed " << seed;
        EXPECT_EQ(overlaps, 0) << "seed " << seed;
        EXPECT_EQ(gaps, 0) << "seed " << seed;
        EXPECT_EQ(wrong, 0) << "seed " << seed;
    }
}

// Along the border of what is stated the shapes are as coarse as the samples: a gap or an overlap there is at
// most a sample wide.
TEST(FrontShapes, AtTheBorderOfWhatIsStatedTheyMeetWithinASample) {
    const Measured m(scattered(3, 2, 14), noon);
    std::mt19937 random(5);
    std::uniform_real_distribution<double> lon(m.box.west, m.box.east), lat(m.box.south, m.box.north);
    int all = 0, overlaps = 0, gaps = 0;
    for (int i = 0; i < 6000; ++i) {
        const geo::LonLat p{lon(random), lat(random)};
        const auto over = m.over(p, Kind::area).size() + m.over(p, Kind::unstated).size();
        ++all, overlaps += over > 1, gaps += over == 0;
    }
    std::cout << "of " << all << " spots " << overlaps << " in two shapes, " << gaps << " in none\n";
    EXPECT_LT(overlaps, all / 20);
    EXPECT_LT(gaps, all / 20);
}

TEST(FrontShapes, LinesLieWhereTwoAreEquallyLikelyAndEnoughIsStated) {
    int vertices = 0;
    for (const std::size_t sides : {2, 3})
        for (unsigned seed = 1; seed <= 6; ++seed) {
            const Measured m(scattered(seed, sides, 14), noon);
            for (const auto& shape : m.shapes) {
                if (shape.kind != Kind::line) continue;
                for (const auto& p : shape.paths.front()) {
                    ++vertices;
                    const auto [behind, ahead] =
                        m.around(p, [&](const auto& c) { return c.p[shape.side] - c.p[shape.other]; });
                    EXPECT_TRUE(behind <= 0 && ahead >= 0) << "seed " << seed << " at " << p.lon << " "
                                                           << p.lat << ": " << behind << " " << ahead;
                    const auto control = m.at(p);
                    EXPECT_GT(control.support, front::statedSupport - 0.1);
                    for (std::size_t s = 0; s < sides; ++s)
                        EXPECT_LT(control.p[s],
                                  std::max(control.p[shape.side], control.p[shape.other]) + 0.06);
                }
            }
        }
    EXPECT_GT(vertices, 500);
}

TEST(FrontShapes, TheBandLiesAboutItsLine) {
    const Measured m(villages().reconstruction, noon);
    int on = 0, all = 0;
    for (const auto& shape : m.shapes) {
        if (shape.kind == Kind::line)
            for (const auto& p : shape.paths.front()) ++all, on += !m.over(p, Kind::band).empty();
        if (shape.kind != Kind::band) continue;
        for (const auto& ring : shape.paths)
            for (const auto& p : ring)
                EXPECT_LT(m.around(p, [](const auto& c) { return std::abs(c.p[0] - c.p[1]); }).first,
                          front::doubtfulLead);
    }
    EXPECT_GT(all, 10);
    EXPECT_GE(on, all - 4) << "but for the ends";
}

TEST(FrontShapes, ALineRunsBetweenTheVillagesOfTwoSides) {
    const Measured m(villages().reconstruction, noon);
    const auto line = std::ranges::find(m.shapes, Kind::line, &FrontShape::kind);
    ASSERT_NE(line, m.shapes.end());
    for (const auto& p : line->paths.front()) {
        EXPECT_GT(p.lon, 36.05);
        EXPECT_LT(p.lon, 36.45);
    }
    auto one = villages().reconstruction;
    for (auto& claim : one.claims) claim.party = 0;
    for (const auto& shape : shapesOf(fieldOf(one, model::Whose::narrator), noon)) {
        EXPECT_NE(shape.kind, Kind::line);
        EXPECT_EQ(shape.side, 0U);
    }
}

// Of three sides the likeliest may have less than half.
TEST(FrontShapes, OfThreeSidesAnAreaIsTheLikeliestSides) {
    int stated = 0, split = 0;
    for (unsigned seed = 1; seed <= 4; ++seed) {
        const Measured m(scattered(seed, 3, 18), noon);
        std::mt19937 random(200 + seed);
        std::uniform_real_distribution<double> lon(m.box.west, m.box.east), lat(m.box.south, m.box.north);
        for (int i = 0; i < 2000; ++i) {
            const geo::LonLat p{lon(random), lat(random)};
            const auto control = m.at(p);
            const bool isStated = control.support >= front::statedSupport;
            const std::size_t side = likeliest(control);
            const auto behind = m.around(p, [&](const auto& c) {
                return likeliest(c) == side && (c.p[side] < 0.5) == (control.p[side] < 0.5) ? 0.0 : 1.0;
            });
            if (!m.isClear(p, isStated) || behind.second > 0) continue;
            const auto areas = m.over(p, Kind::area);
            ASSERT_EQ(areas.size(), isStated ? 1U : 0U) << "seed " << seed << " " << p.lon << " " << p.lat;
            if (!isStated) continue;
            EXPECT_EQ(areas[0]->side, side);
            EXPECT_TRUE(m.isRight(*areas[0], p));
            ++stated, split += control.p[side] < 0.5;
        }
    }
    EXPECT_GT(stated, 1000);
    EXPECT_GT(split, 20);
}

// The front between villages, however far what is said of them reaches.
TEST(FrontShapes, LinesAreAsFineAsTheFrontIsSteep) {
    double worst = 0;
    for (const std::size_t sides : {2, 3})
        for (unsigned seed = 1; seed <= 6; ++seed) {
            const Measured m(scattered(seed, sides, 14), noon);
            for (const auto& shape : m.shapes)
                if (shape.kind == Kind::line)
                    for (const auto& p : shape.paths.front()) {
                        const auto control = m.at(p);
                        worst = std::max(worst, std::abs(control.p[shape.side] - control.p[shape.other]));
                    }
        }
    EXPECT_LT(worst, 0.05);
}

TEST(FrontShapes, NamesOfKinds) {
    EXPECT_EQ(nameOf(Kind::area), "area");
    EXPECT_EQ(nameOf(Kind::line), "line");
    EXPECT_EQ(nameOf(Kind::band), "band");
    EXPECT_EQ(nameOf(Kind::unstated), "unstated");
}

}  // namespace
}  // namespace retrace::app::test
