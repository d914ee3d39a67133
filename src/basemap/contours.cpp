#include "basemap/contours.hpp"

#include "basemap/gdal.hpp"
#include "geo/camera.hpp"
#include "geo/error.hpp"

#include <gdal_alg.h>
#include <ogrsf_frmts.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>

namespace retrace::basemap {
namespace {

using Path = std::vector<geo::LonLat>;

constexpr double missing = -1e30;

Dataset rasterOf(const NumberGrid& grid) {
    auto* driver = GetGDALDriverManager()->GetDriverByName("MEM");
    Dataset raster(driver->Create("", grid.cols, grid.rows, 1, GDT_Float32, nullptr));
    // A sample is the middle of its cell; the numbers of the grid are columns and rows.
    std::array<double, 6> transform{-0.5, 1, 0, -0.5, 0, 1};
    raster->SetGeoTransform(transform.data());
    auto values = grid.values;
    for (float& value : values)
        if (std::isnan(value)) value = static_cast<float>(missing);
    auto* band = raster->GetRasterBand(1);
    band->SetNoDataValue(missing);
    if (band->RasterIO(GF_Write, 0, 0, grid.cols, grid.rows, values.data(), grid.cols, grid.rows, GDT_Float32,
                       0, 0) != CE_None)
        throw Error("contours: the grid cannot be kept in memory; draw a smaller part");
    return raster;
}

Dataset emptyLayer() {
    auto* driver = GetGDALDriverManager()->GetDriverByName("Memory");
    if (!driver) driver = GetGDALDriverManager()->GetDriverByName("MEM");
    return Dataset(driver->Create("", 0, 0, 0, GDT_Unknown, nullptr));
}

Path pathOf(const OGRLineString& line, const NumberGrid& grid) {
    Path path;
    for (const auto& p : line)
        path.push_back(geo::toLonLat(
            geo::WorldPoint{grid.west + p.getX() * grid.step, grid.north + p.getY() * grid.step}));
    return path;
}

// GDAL's contours of these levels, as features of a layer in memory.
template <typename Each>
void eachContour(const NumberGrid& grid, const std::string& levels, bool areas, Each each) {
    if (grid.cols < 2 || grid.rows < 2) return;
    registerDrivers();
    const Messages messages;
    const auto raster = rasterOf(grid);
    const auto store = emptyLayer();
    auto* layer = store->CreateLayer("contours", nullptr, areas ? wkbMultiPolygon : wkbLineString, nullptr);
    for (const char* name : {"low", "high"}) {
        OGRFieldDefn field(name, OFTReal);
        if (layer->CreateField(&field) != OGRERR_NONE) return;
    }
    const std::string fixed = "FIXED_LEVELS=" + levels, none = "NODATA=" + std::to_string(missing);
    std::string polygons = "POLYGONIZE=YES", low = "ELEV_FIELD_MIN=0", high = "ELEV_FIELD_MAX=1";
    std::vector<const char*> options{fixed.c_str(), none.c_str()};
    if (areas) options.insert(options.end(), {polygons.c_str(), low.c_str(), high.c_str()});
    options.push_back(nullptr);
    if (GDALContourGenerateEx(raster->GetRasterBand(1), OGRLayer::ToHandle(layer),
                              const_cast<char**>(options.data()), nullptr, nullptr) != CE_None)
        throw Error("contours: " + messages.first());
    for (const auto& feature : *layer) each(*feature);
}

std::string numberText(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.9g", value);
    return text.data();
}

}  // namespace

std::vector<Path> contourLines(const NumberGrid& grid, double level) {
    std::vector<Path> lines;
    eachContour(grid, numberText(level), false, [&](const OGRFeature& feature) {
        const auto* shape = feature.GetGeometryRef();
        if (shape && wkbFlatten(shape->getGeometryType()) == wkbLineString)
            lines.push_back(pathOf(*shape->toLineString(), grid));
    });
    return lines;
}

std::vector<std::vector<Path>> contourAreas(const NumberGrid& grid, double low, double high) {
    std::vector<std::vector<Path>> areas;
    const double middle = (low + high) / 2;
    eachContour(grid, numberText(low) + "," + numberText(high), true, [&](const OGRFeature& feature) {
        const auto* shape = feature.GetGeometryRef();
        if (!shape || wkbFlatten(shape->getGeometryType()) != wkbMultiPolygon) return;
        if (feature.GetFieldAsDouble(0) > middle || feature.GetFieldAsDouble(1) < middle) return;
        for (const auto* polygon : *shape->toMultiPolygon()) {
            std::vector<Path> rings;
            for (const auto* ring : *polygon) rings.push_back(pathOf(*ring, grid));
            areas.push_back(std::move(rings));
        }
    });
    return areas;
}

}  // namespace retrace::basemap
