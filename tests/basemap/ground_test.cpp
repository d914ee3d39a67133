#include "basemap/ground.hpp"
#include "basemap/names.hpp"

#include "geo/error.hpp"
#include "geo/geodesic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>

namespace retrace::basemap {

namespace {

const Ground& shipped() {
    static const Ground ground = loadGround(std::filesystem::path(RETRACE_DATA) / "ground");
    return ground;
}

/// Even-odd rule over all rings, so that holes count.
bool covers(const Feature& area, geo::LonLat p) {
    bool inside = false;
    for (const auto& ring : area.parts)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            if ((ring[i].lat > p.lat) != (ring[j].lat > p.lat) &&
                p.lon < (ring[j].lon - ring[i].lon) * (p.lat - ring[i].lat) / (ring[j].lat - ring[i].lat) +
                            ring[i].lon)
                inside = !inside;
    return inside;
}

bool covered(Layer layer, geo::LonLat p) {
    return std::ranges::any_of(shipped().features,
                               [&](const Feature& f) { return f.layer == layer && covers(f, p); });
}

/// From p to the nearest line of a layer, in degrees with longitude shrunk to the latitude.
double degreesTo(Layer layer, geo::LonLat p) {
    const double shrink = std::cos(p.lat * 3.14159265358979 / 180);
    double nearest = std::numeric_limits<double>::infinity();
    for (const Feature& feature : shipped().features) {
        if (feature.layer != layer) continue;
        for (const auto& line : feature.parts)
            for (std::size_t i = 1; i < line.size(); ++i) {
                const double ax = (line[i - 1].lon - p.lon) * shrink, ay = line[i - 1].lat - p.lat;
                const double dx = (line[i].lon - line[i - 1].lon) * shrink,
                             dy = line[i].lat - line[i - 1].lat;
                const double length2 = dx * dx + dy * dy;
                const double t = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
                nearest = std::min(nearest, std::hypot(ax + t * dx, ay + t * dy));
            }
    }
    return nearest;
}

float metresAt(const Raster& relief, geo::LonLat p) {
    const auto column =
        static_cast<int>((p.lon - relief.box.west) / (relief.box.east - relief.box.west) * relief.width);
    const auto row =
        static_cast<int>((relief.box.north - p.lat) / (relief.box.north - relief.box.south) * relief.height);
    return relief.elevation.at(static_cast<std::size_t>(row) * static_cast<std::size_t>(relief.width) +
                               static_cast<std::size_t>(column));
}

std::size_t countOf(Layer layer) {
    return static_cast<std::size_t>(std::ranges::count(shipped().features, layer, &Feature::layer));
}

}  // namespace

TEST(Ground, HoldsEveryLayerThatShips) {
    for (const Layer layer : {Layer::land, Layer::lake, Layer::river, Layer::coast, Layer::border,
                              Layer::disputedBorder, Layer::province, Layer::road})
        EXPECT_GT(countOf(layer), 0u) << static_cast<int>(layer);
    EXPECT_EQ(countOf(Layer::userLine) + countOf(Layer::userArea), 0u);
    EXPECT_TRUE(shipped().images.empty());
    EXPECT_TRUE(shipped().notes.empty());
}

TEST(Ground, LandLiesUnderHomsAndNotWestOfTartus) {
    EXPECT_TRUE(covered(Layer::land, {36.71, 34.73}));
    EXPECT_FALSE(covered(Layer::land, {35.0, 34.89}));
    EXPECT_TRUE(covered(Layer::land, {2.35, 48.85}));
    EXPECT_FALSE(covered(Layer::land, {-30, 40}));
}

TEST(Ground, LakeLiesOverTheDeadSea) {
    EXPECT_TRUE(covered(Layer::lake, {35.5, 31.6}) || covered(Layer::lake, {35.59, 32.82}));  // or Tiberias
}

TEST(Ground, BorderPassesNorthOfLebanon) {
    EXPECT_LT(degreesTo(Layer::border, {36.4, 34.5}), 0.01);
    EXPECT_GT(degreesTo(Layer::border, {38.5, 35.0}), 0.5);
}

TEST(Ground, CoastPassesTartus) {
    EXPECT_LT(degreesTo(Layer::coast, {35.87, 34.89}), 0.03);
}

TEST(Ground, OrontesPassesHama) {
    EXPECT_LT(degreesTo(Layer::river, {36.758, 35.132}) * 111.2, 3.0);
}

TEST(Ground, RoadsSayThatTheyAreSchematic) {
    for (const Feature& feature : shipped().features) {
        if (feature.layer != Layer::road) continue;
        EXPECT_NE(feature.name.find("schematic"), std::string::npos) << feature.name;
    }
    EXPECT_LT(degreesTo(Layer::road, {36.71348, 34.73242}), 1e-6);  // the M5 and M1 meet at Homs
}

TEST(Ground, NamesOfWaterStandOnTheirWater) {
    std::size_t rivers = 0, provinces = 0;
    for (const GroundName& name : shipped().names) {
        EXPECT_FALSE(name.name.empty());
        EXPECT_LT(name.fromZoom, name.toZoom) << name.name;
        EXPECT_TRUE(geo::contains({-180, -90, 180, 90}, name.at)) << name.name;
        if (name.kind == GroundName::Kind::river) {
            ++rivers;
            EXPECT_LT(degreesTo(Layer::river, name.at), 0.005) << name.name;
        }
        if (name.kind == GroundName::Kind::sea) {
            EXPECT_FALSE(covered(Layer::land, name.at)) << name.name;
        }
        if (name.kind == GroundName::Kind::province) ++provinces;
    }
    EXPECT_GT(rivers, 25u);
    EXPECT_GT(provinces, 4000u);
}

TEST(Names, ADamagedLineIsNamed) {
    const auto file = std::filesystem::path(testing::TempDir()) / "retrace-names.tsv";
    for (const char* line : {"river\t1\t2\t3\t4\tAsh Brook", "pond\t1\t2\t3\t4\tAsh Brook\t",
                             "river\t1\tx\t3\t4\tAsh Brook\t", "river\t1\t2\t3\t4\t\t"}) {
        std::ofstream(file) << "layer\nriver\t7\t9\t1.5\t2.5\tElm Water\t\n" << line << "\n";
        try {
            (void)readNames(file);
            ADD_FAILURE() << line << " was taken";
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find("line 3"), std::string::npos) << error.what();
        }
    }
    std::ofstream(file) << "layer\nlake\t7\t9.5\t1.5\t-2.5\tElm Water\t\u0628\n";
    const auto names = readNames(file);
    ASSERT_EQ(names.size(), 1u);
    EXPECT_EQ(names[0].kind, GroundName::Kind::lake);
    EXPECT_EQ(names[0].at, (geo::LonLat{1.5, -2.5}));
    EXPECT_EQ(names[0].toZoom, 9.5);
    EXPECT_EQ(names[0].name_ar, "\u0628");
    std::filesystem::remove(file);
}

TEST(Ground, BoxesHoldTheirPoints) {
    for (const Feature& feature : shipped().features) {
        ASSERT_FALSE(feature.parts.empty());
        for (const geo::LonLat& p : feature.parts.front()) {
            ASSERT_GE(p.lon, feature.box.west);
            ASSERT_LE(p.lon, feature.box.east);
            ASSERT_GE(p.lat, feature.box.south);
            ASSERT_LE(p.lat, feature.box.north);
        }
    }
}

TEST(Ground, ReliefKnowsMountHermonAndTheSea) {
    ASSERT_TRUE(shipped().relief);
    const Raster& levant = *shipped().relief;
    EXPECT_EQ(levant.elevation.size(),
              static_cast<std::size_t>(levant.width) * static_cast<std::size_t>(levant.height));
    EXPECT_GT(metresAt(levant, {35.857, 33.416}), 1500.0f);
    EXPECT_GT(metresAt(levant, {36.117, 34.300}), 2500.0f);  // Qurnat as-Sawda, not a sample beside it
    EXPECT_GT(metresAt(levant, {35.45, 38.53}), 2500.0f);    // Erciyes
    EXPECT_LT(metresAt(levant, {35.5, 31.5}), -300.0f);      // the Dead Sea's shore is land below the sea
    for (const geo::LonLat sea : {geo::LonLat{35.0, 34.89}, {34.0, 34.5}, {30.0, 33.0}, {36.0, 43.0}})
        EXPECT_EQ(metresAt(levant, sea), 0.0f) << sea.lon << ' ' << sea.lat;
    ASSERT_EQ(shipped().reliefs.size(), 1u);
    const Raster& world = shipped().reliefs.front();
    EXPECT_GT(world.sampleDegrees, levant.sampleDegrees);
    EXPECT_GT(metresAt(world, {88, 32}), 4000.0f);  // Tibet
    EXPECT_EQ(metresAt(world, {-30, 40}), 0.0f);
}

TEST(Ground, CreditsNameTheSources) {
    std::string all;
    for (const std::string& credit : shipped().credits) all += credit + "\n";
    for (const char* name : {"GeoNames", "GSHHG", "Natural Earth", "ETOPO5"})
        EXPECT_NE(all.find(name), std::string::npos) << name;
}

TEST(Ground, MissingFolderIsNamed) {
    try {
        (void)loadGround("/nowhere/ground");
        FAIL() << "loaded";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("/nowhere/ground"), std::string::npos) << error.what();
    }
}

TEST(Ground, DamagedFileIsNamed) {
    namespace fs = std::filesystem;
    const fs::path folder = fs::path(testing::TempDir()) / "retrace-damaged-ground";
    for (const char* name : {"areas.fgb.gz", "lines.fgb.gz", "relief_levant.tif", "relief_world.tif",
                             "roads.geojson", "water_names.tsv", "province_names.tsv"}) {
        fs::remove_all(folder);
        fs::copy(fs::path(RETRACE_DATA) / "ground", folder);
        fs::resize_file(folder / name, fs::file_size(folder / name) / 2);
        try {
            (void)loadGround(folder);
            ADD_FAILURE() << name << " was taken";
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(name), std::string::npos) << error.what();
        }
    }
    fs::remove_all(folder);
}

}  // namespace retrace::basemap
