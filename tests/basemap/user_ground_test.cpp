#include "basemap/gdal.hpp"
#include "basemap/ground.hpp"
#include "geo/error.hpp"

#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace retrace::basemap {

namespace {

namespace fs = std::filesystem;

OGRSpatialReference reference(int epsg) {
    OGRSpatialReference result;
    EXPECT_EQ(result.importFromEPSG(epsg), OGRERR_NONE);
    result.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return result;
}

// As a person's environment may have it; before PROJ first looks.
const int asksForGrids = setenv("PROJ_NETWORK", "ON", 1);

constexpr int lonLat = 4326, utm37 = 32637;

/// Files are written by GDAL itself into a folder of the test's own.
class UserGround : public testing::Test {
protected:
    void SetUp() override {
        registerDrivers();
        folder = fs::path(testing::TempDir()) /
                 (std::string("retrace-") + testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }

    struct Row {
        std::string wkt, highway;
    };

    fs::path vector(const char* driver, const std::string& name, int epsg,
                    const std::vector<Row>& rows) const {
        const fs::path file = folder / name;
        const Dataset dataset(GetGDALDriverManager()->GetDriverByName(driver)->Create(file.c_str(), 0, 0, 0,
                                                                                      GDT_Unknown, nullptr));
        EXPECT_TRUE(dataset);
        OGRSpatialReference srs = reference(epsg);
        OGRLayer* layer = dataset->CreateLayer("rows", &srs, wkbUnknown, nullptr);
        EXPECT_TRUE(layer);
        OGRFieldDefn highway("highway", OFTString), title("name", OFTString);
        EXPECT_EQ(layer->CreateField(&highway), OGRERR_NONE);
        EXPECT_EQ(layer->CreateField(&title), OGRERR_NONE);
        for (const Row& row : rows) {
            OGRFeature feature(layer->GetLayerDefn());
            if (!row.highway.empty()) feature.SetField("highway", row.highway.c_str());
            feature.SetField("name", "of the test");
            OGRGeometry* geometry = nullptr;
            EXPECT_EQ(OGRGeometryFactory::createFromWkt(row.wkt.c_str(), &srs, &geometry), OGRERR_NONE);
            feature.SetGeometryDirectly(geometry);
            EXPECT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
        }
        return file;
    }

    /// A square raster of `size` samples of `step` around a centre; all samples `low`, the middle one `high`.
    fs::path raster(const std::string& name, int epsg, double x, double y, int size, double step, int bands,
                    double low, double high) const {
        const fs::path file = folder / name;
        const GDALDataType type = bands == 1 ? GDT_Float32 : GDT_Byte;
        const Dataset dataset(GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
            file.c_str(), size, size, bands, type, nullptr));
        EXPECT_TRUE(dataset);
        std::array<double, 6> transform{x - size * step / 2, step, 0, y + size * step / 2, 0, -step};
        EXPECT_EQ(dataset->SetGeoTransform(transform.data()), CE_None);
        const OGRSpatialReference srs = reference(epsg);
        EXPECT_EQ(dataset->SetSpatialRef(&srs), CE_None);
        std::vector<double> samples(static_cast<std::size_t>(size) * static_cast<std::size_t>(size), low);
        samples[samples.size() / 2] = high;
        for (int band = 1; band <= bands; ++band)
            EXPECT_EQ(dataset->GetRasterBand(band)->RasterIO(GF_Write, 0, 0, size, size, samples.data(), size,
                                                             size, GDT_Float64, 0, 0, nullptr),
                      CE_None);
        return file;
    }

    /// A PNG of 8 by 8 samples of value 90 (each further band: 128), without a georeference.
    fs::path scan(const std::string& name, int bands) const {
        const Dataset made(
            GetGDALDriverManager()->GetDriverByName("MEM")->Create("", 8, 8, bands, GDT_Byte, nullptr));
        EXPECT_TRUE(made);
        for (int band = 1; band <= bands; ++band)
            EXPECT_EQ(made->GetRasterBand(band)->Fill(band == 1 ? 90 : 128), CE_None);
        const Dataset written(GetGDALDriverManager()->GetDriverByName("PNG")->CreateCopy(
            (folder / name).c_str(), made.get(), FALSE, nullptr, nullptr, nullptr));
        EXPECT_TRUE(written);
        return folder / name;
    }

    fs::path text(const std::string& name, const std::string& content) const {
        std::ofstream(folder / name, std::ios::binary) << content;
        return folder / name;
    }

    /// The refusal's words; the ground must be as before.
    static std::string refusal(const fs::path& file, bool online = false) {
        Ground ground;
        ground.credits = {"before"};
        try {
            addUserGround(ground, file, online);
        } catch (const Error& error) {
            const std::string what = error.what();
            EXPECT_EQ(what.find('\n'), std::string::npos) << what;
            EXPECT_NE(what.find(file.filename().string()), std::string::npos) << what;
            EXPECT_TRUE(ground.features.empty() && ground.images.empty() && ground.reliefs.empty() &&
                        ground.notes.empty())
                << what;
            EXPECT_EQ(ground.credits.size(), 1u);
            return what;
        }
        ADD_FAILURE() << file << " was taken";
        return "";
    }

    fs::path folder;
};

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_F(UserGround, TakesLinesAndAreasOfAGeoJson) {
    Ground ground;
    addUserGround(
        ground, vector("GeoJSON", "ditches.geojson", lonLat,
                       {{"LINESTRING (36 34,37 35,38 35)", ""},
                        {"POLYGON ((36 34,37 34,37 35,36 34),(36.5 34.1,36.8 34.1,36.8 34.4,36.5 34.1))", ""},
                        {"MULTILINESTRING ((36 34,36 35),(37 34,37 35))", "trunk"}}));
    ASSERT_EQ(ground.features.size(), 4u);
    EXPECT_EQ(ground.features[0].layer, Layer::userLine);
    EXPECT_EQ(ground.features[0].name, "of the test");
    EXPECT_EQ(ground.features[0].parts.front(), (std::vector<geo::LonLat>{{36, 34}, {37, 35}, {38, 35}}));
    EXPECT_EQ(ground.features[1].layer, Layer::userArea);
    ASSERT_EQ(ground.features[1].parts.size(), 2u);
    EXPECT_EQ(ground.features[1].parts[1].size(), 3u);  // the closing point is not repeated
    EXPECT_EQ(ground.features[2].layer, Layer::road);
    EXPECT_EQ(ground.features[2].rank, 1);
    EXPECT_EQ(ground.credits, std::vector<std::string>{"map: ditches.geojson"});
}

TEST_F(UserGround, TurnsAGeoPackageFromUtm) {
    Ground ground;
    // Zone 37 has its middle meridian at 39 E.
    addUserGround(
        ground, vector("GPKG", "قرى utm.gpkg", utm37, {{"LINESTRING (500000 3873043,500000 3983948)", ""}}));
    ASSERT_EQ(ground.features.size(), 1u);
    EXPECT_NEAR(ground.features[0].parts[0][0].lon, 39.0, 1e-6);
    EXPECT_NEAR(ground.features[0].parts[0][0].lat, 35.0, 1e-4);
    EXPECT_NEAR(ground.features[0].parts[0][1].lat, 36.0, 1e-4);
}

TEST_F(UserGround, TurnsElevationFromUtm) {
    Ground ground;
    addUserGround(ground, raster("hill.tif", utm37, 500000, 3873043, 21, 1000, 1, 500, 1500));
    ASSERT_EQ(ground.reliefs.size(), 1u);
    const Raster& relief = ground.reliefs[0];
    EXPECT_EQ(relief.credit, "hill.tif");
    EXPECT_LT(relief.box.west, 38.9);
    EXPECT_GT(relief.box.east, 39.1);
    EXPECT_LT(relief.box.south, 34.91);
    EXPECT_GT(relief.box.north, 35.09);
    const auto column =
        static_cast<std::size_t>((39 - relief.box.west) / (relief.box.east - relief.box.west) * relief.width);
    const auto row = static_cast<std::size_t>((relief.box.north - 35) /
                                              (relief.box.north - relief.box.south) * relief.height);
    EXPECT_GT(relief.elevation.at(row * static_cast<std::size_t>(relief.width) + column), 1000.0f);
    EXPECT_NEAR(relief.elevation.at((row + 5) * static_cast<std::size_t>(relief.width) + column), 500.0f,
                1.0f);
}

TEST_F(UserGround, TakesThreeBandsAsAnImage) {
    Ground ground;
    addUserGround(ground, raster("photo.tif", lonLat, 36, 35, 9, 0.01, 3, 20, 200));
    ASSERT_EQ(ground.images.size(), 1u);
    EXPECT_TRUE(ground.reliefs.empty());
    EXPECT_EQ(ground.images[0].rgba.at(0), 0xFF141414u);
    EXPECT_EQ(ground.images[0].rgba.at(40), 0xFFC8C8C8u);
    EXPECT_NEAR(ground.images[0].box.west, 35.955, 1e-9);
}

TEST_F(UserGround, TakesAGreyScanWithAWorldFileAsAnImage) {
    Ground ground;
    // Steps and the middle of the first sample: longitude 36 to 36.8, latitude 34.2 to 35.
    const std::string world = "0.1\n0\n0\n-0.1\n36.05\n34.95\n";
    (void)text("one.pgw", world);
    (void)text("two.pgw", world);
    addUserGround(ground, scan("one.png", 1));
    addUserGround(ground, scan("two.png", 2));
    EXPECT_TRUE(ground.reliefs.empty());
    ASSERT_EQ(ground.images.size(), 2u);
    EXPECT_EQ(ground.images[0].rgba.at(9), 0xFF5A5A5Au);
    EXPECT_EQ(ground.images[1].rgba.at(9), 0x805A5A5Au);
    EXPECT_NEAR(ground.images[0].box.west, 36.0, 1e-9);
    EXPECT_NEAR(ground.images[0].box.south, 34.2, 1e-9);
}

TEST_F(UserGround, RefusesLinesOfALocalGrid) {
    OGRSpatialReference srs;
    srs.SetLocalCS("the digger's own grid");
    const fs::path file = folder / "trench.gpkg";
    {
        const Dataset dataset(GetGDALDriverManager()->GetDriverByName("GPKG")->Create(file.c_str(), 0, 0, 0,
                                                                                      GDT_Unknown, nullptr));
        OGRLayer* layer = dataset->CreateLayer("rows", &srs, wkbLineString, nullptr);
        ASSERT_TRUE(layer);
        OGRFeature feature(layer->GetLayerDefn());
        OGRLineString line;  // would pass for degrees
        line.addPoint(1, 2);
        line.addPoint(30, 40);
        feature.SetGeometry(&line);
        ASSERT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
    }
    EXPECT_TRUE(says(refusal(file), "cannot be turned to longitude and latitude"));
}

TEST_F(UserGround, NeverLetsProjFetchItsGrids) {
    ASSERT_EQ(asksForGrids, 0);
    EXPECT_FALSE(OSRGetPROJEnableNetwork());
    Ground ground;
    addUserGround(ground,
                  vector("GPKG", "plot.gpkg", utm37, {{"LINESTRING (500000 3873043,500000 3983948)", ""}}),
                  true);
    EXPECT_FALSE(OSRGetPROJEnableNetwork());
}

TEST_F(UserGround, AddsToWhatIsThere) {
    Ground ground;
    const fs::path file = vector("GeoJSON", "one.geojson", lonLat, {{"LINESTRING (36 34,37 35)", ""}});
    addUserGround(ground, file);
    addUserGround(ground, file);
    EXPECT_EQ(ground.features.size(), 2u);
    EXPECT_EQ(ground.credits.size(), 2u);
}

TEST_F(UserGround, NotesThePointsItLeavesOut) {
    Ground ground;
    addUserGround(
        ground,
        vector("GPKG", "mixed.gpkg", lonLat,
               {{"POINT (36 34)", ""}, {"LINESTRING (36 34,37 35)", ""}, {"MULTIPOINT (36 34,37 35)", ""}}));
    EXPECT_EQ(ground.features.size(), 1u);
    ASSERT_EQ(ground.notes.size(), 1u);
    EXPECT_TRUE(says(ground.notes[0], "left out: 2")) << ground.notes[0];
}

TEST_F(UserGround, RefusesNamesThatReachOut) {
    for (const char* name :
         {"/vsicurl/http://example.org/a.tif", "/VSICURL/https://example.org/a.tif", "/vsizip//vsicurl/a.zip",
          "http://example.org/a.tif", "https://example.org/a.geojson", "PG:dbname=maps",
          "WMS:https://example.org", "mysql:maps"}) {
        EXPECT_TRUE(says(refusal(name), "--online")) << name;
        EXPECT_TRUE(says(refusal(name, true), "cannot be fetched")) << name;
    }
}

TEST_F(UserGround, RefusesDescriptionsOfOtherFiles) {
    const std::string vrt = "<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"></VRTDataset>";
    EXPECT_TRUE(says(refusal(text("a.vrt", vrt)), "points to other files"));
    EXPECT_TRUE(says(refusal(text("disguised.tif", "\n " + vrt)), "points to other files"));
    EXPECT_TRUE(says(refusal(text("b.xml", "<GDAL_WMS><Service name=\"TMS\"/></GDAL_WMS>")),
                     "points to other files"));
}

TEST_F(UserGround, RefusesWhatIsNoMap) {
    EXPECT_TRUE(says(refusal(folder / "missing.tif"), "does not exist"));
    EXPECT_TRUE(says(refusal(folder), "no regular file"));
    EXPECT_TRUE(says(refusal(text("empty.gpkg", "")), "is empty"));
    EXPECT_TRUE(says(refusal(text("letter.txt", "The well is dry.\n")), "no format"));
}

TEST_F(UserGround, RefusesPointsAlone) {
    EXPECT_TRUE(says(refusal(vector("GeoJSON", "wells.geojson", lonLat, {{"POINT (36 34)", ""}})),
                     "holds no lines, areas or raster"));
    EXPECT_TRUE(says(refusal(vector("GPKG", "nothing.gpkg", lonLat, {})), "holds no lines, areas or raster"));
}

TEST_F(UserGround, RefusesAPictureWithoutAPlace) {
    const fs::path tif = raster("placed.tif", lonLat, 36, 35, 9, 0.01, 3, 20, 200);
    const fs::path png = folder / "picture.png";
    {
        const Dataset from = openWith(tif.string(), GDAL_OF_RASTER, {"GTiff"});
        const Dataset to(GetGDALDriverManager()->GetDriverByName("PNG")->CreateCopy(
            png.c_str(), from.get(), FALSE, nullptr, nullptr, nullptr));
        ASSERT_TRUE(to);
    }
    EXPECT_TRUE(says(refusal(png), "where on earth"));
}

TEST_F(UserGround, RefusesTruncatedFiles) {
    std::vector<Row> rows;
    for (int i = 0; i < 500; ++i)
        rows.push_back({"LINESTRING (36 34,37 35,38 " + std::to_string(30 + i % 9) + ")", ""});
    const std::vector<fs::path> files{vector("GeoJSON", "cut.geojson", lonLat, rows),
                                      vector("GPKG", "cut.gpkg", lonLat, rows),
                                      vector("FlatGeobuf", "cut.fgb", lonLat, rows),
                                      raster("cut.tif", lonLat, 36, 35, 200, 0.01, 1, 20, 200)};
    for (const fs::path& file : files) {
        Ground whole;
        addUserGround(whole, file);
        EXPECT_TRUE(whole.features.size() == 500 || whole.reliefs.size() == 1) << file;
        fs::resize_file(file, fs::file_size(file) * 3 / 5);
        (void)refusal(file);
    }
}

}  // namespace retrace::basemap
