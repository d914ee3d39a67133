#include "geo/grid_text.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "geo/coordinates.hpp"
#include "geo/geodesic.hpp"

namespace retrace::geo {
namespace {

constexpr int many = 20000;

class Random {
public:
    Random() : seed_(std::random_device{}()), engine_(seed_) {}
    [[nodiscard]] std::string seed() const { return "seed " + std::to_string(seed_); }
    double between(double a, double b) { return std::uniform_real_distribution(a, b)(engine_); }
    /// Even on the sphere, so that the poles are met as seldom as they are.
    LonLat point() { return {between(-180, 180), std::asin(between(-1, 1)) * 180 / 3.14159265358979}; }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }

private:
    unsigned seed_;
    std::mt19937 engine_;
};

std::string without(std::string text, char c) {
    std::erase(text, c);
    return text;
}

std::string small(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

}  // namespace

TEST(GridText, UtmComesBackWithinAMetre) {
    Random random;
    SCOPED_TRACE(random.seed());
    for (int i = 0; i < many; ++i) {
        const LonLat p = random.point();
        const std::string text = utmText(p);
        if (text.empty()) continue;
        const auto read = parseUtm(text);
        ASSERT_TRUE(read) << text;
        ASSERT_LE(distance_m(p, read->at), 0.75) << text;
        ASSERT_EQ(parseUtm(small(text))->at, read->at) << text;
    }
}

TEST(GridText, MgrsComesBackWithinItsSquare) {
    Random random;
    SCOPED_TRACE(random.seed());
    for (int i = 0; i < many; ++i) {
        const LonLat p = random.point();
        const std::string text = mgrsText(p, static_cast<int>(random.below(6)));
        const auto read = parseMgrs(text);
        ASSERT_TRUE(read) << text;
        // A square is measured on the grid: up to 0.2 % wider on the ground, more at the poles.
        ASSERT_LE(distance_m(p, read->at), read->radius_m * 1.03) << text;
        ASSERT_EQ(parseMgrs(without(small(text), ' '))->at, read->at) << text;
    }
}

TEST(GridText, KnownReferences) {
    const LonLat monument{-77.0352, 38.8895};
    const auto mgrs = parseMgrs("18SUJ2348306479");
    ASSERT_TRUE(mgrs);
    EXPECT_LT(distance_m(mgrs->at, monument), 20);
    EXPECT_NEAR(mgrs->radius_m, std::sqrt(0.5), 1e-9);
    const auto utm = parseUtm("18S 323483mE 4306479mN");
    ASSERT_TRUE(utm);
    EXPECT_LT(distance_m(utm->at, monument), 20);
    EXPECT_EQ(parseUtm("18 S 323483 4306479")->at, utm->at);
    EXPECT_EQ(parseUtm("18s, 323483, 4306479")->at, utm->at);
    EXPECT_EQ(parseUtm("18N 323483 4306479")->at, utm->at) << "as a band N does not fit: the hemisphere";
    EXPECT_LT(parseUtm("18S 323483 6306479")->at.lat, -30) << "as a band S does not fit: the hemisphere";
}

TEST(GridText, RefusesWhatIsNone) {
    for (const char* text :
         {"", "37S", "37S BU 95 9001", "37S BU 957 29 001", "37I BU 95 90", "61S BU 95 90", "0S BU 95 90",
          "37S BU 9.5 9.0", "INV", "37S BU 123456 123456", "37SBU95729", "BU 95 90", "37S IO 95 90",
          "37 S BU X 95 90", "36.2 37.1", "Hama", "37S BU 95 90 x", "37S-BU-95-90"})
        EXPECT_FALSE(parseMgrs(text)) << text;
    for (const char* text :
         {"", "37S", "37S 295726", "37S 295726 3890015 7", "61S 295726 3890015", "0S 295726 3890015",
          "37I 295726 3890015", "37T 295726 3890015", "37S 5 3890015", "37S 295726 99999999999",
          "37S 2957.2.6 3890015", "S 295726 3890015", "37Z 295726 3890015", "36.2 N 37.1 E", "nan S nan nan",
          "37S . .", "37S -295726 3890015"})
        EXPECT_FALSE(parseUtm(text)) << text;
    EXPECT_FALSE(parseMgrs(std::string(100000, '3')));
    EXPECT_FALSE(parseUtm(std::string(100000, ' ')));
}

TEST(GridText, NoisePutsNothingAnywhere) {
    Random random;
    SCOPED_TRACE(random.seed());
    static constexpr std::string_view signs = "0123456789 0123456789.,ABCHJSNTUXYZsn-\xC2\xB0\t\"";
    for (int i = 0; i < many; ++i) {
        std::string text;
        for (std::size_t n = random.below(24); n > 0; --n) text += signs[random.below(signs.size())];
        for (const auto& read : {parseUtm(text), parseMgrs(text)}) {
            ASSERT_TRUE(!read || (std::abs(read->at.lat) <= 90 && std::abs(read->at.lon) <= 180)) << text;
        }
    }
}

}  // namespace retrace::geo
