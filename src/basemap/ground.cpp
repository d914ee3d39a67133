#include "basemap/ground.hpp"

#include "basemap/features.hpp"
#include "basemap/gdal.hpp"
#include "basemap/rasters.hpp"
#include "geo/error.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

#include <future>

namespace retrace::basemap {

namespace fs = std::filesystem;

namespace {

std::string present(const fs::path& file) {
    if (!fs::exists(file))
        throw Error("the ground file " + file.string() +
                    " is missing; install Retrace's data folder again or set RETRACE_DATA");
    return file.string();
}

/// Layer, rank and name stand as attributes in the shipped files.
Sorter shippedSorter(const OGRFeatureDefn& definition) {
    const int layer = definition.GetFieldIndex("layer"), rank = definition.GetFieldIndex("rank"),
              name = definition.GetFieldIndex("name");
    return [=](const OGRFeature& feature) {
        const auto sort = layer < 0 ? std::nullopt : layerNamed(feature.GetFieldAsString(layer));
        return Sort{sort, sort, rank < 0 ? 0 : feature.GetFieldAsInteger(rank),
                    name < 0 ? "" : feature.GetFieldAsString(name)};
    };
}

/// Unpacked into memory first: the reader jumps, which a packed stream cannot.
std::vector<Feature> readPacked(const fs::path& file) {
    const std::string path = present(file);
    vsi_l_offset size = 0;
    GByte* bytes = nullptr;
    if (!VSIIngestFile(nullptr, ("/vsigzip/" + path).c_str(), &bytes, &size, 256 << 20))
        throw Error("the ground file " + path + " cannot be unpacked; install Retrace's data folder again");
    const std::string memory = "/vsimem/retrace/" + file.filename().string() + ".fgb";
    VSIFCloseL(VSIFileFromMemBuffer(memory.c_str(), bytes, size, TRUE));
    std::vector<Feature> features;
    {
        const Dataset dataset = openWith(memory, GDAL_OF_VECTOR, {"FlatGeobuf"});
        if (!dataset || dataset->GetLayerCount() == 0)
            throw Error("the ground file " + path + " is damaged; install Retrace's data folder again");
        (void)addFeatures(*dataset, path, shippedSorter, {}, features);
    }
    VSIUnlink(memory.c_str());
    return features;
}

std::vector<Feature> readRoads(const fs::path& file) {
    const Dataset dataset = openWith(present(file), GDAL_OF_VECTOR, {"GeoJSON"});
    if (!dataset || dataset->GetLayerCount() == 0)
        throw Error("the ground file " + file.string() + " is damaged; install Retrace's data folder again");
    std::vector<Feature> features;
    (void)addFeatures(*dataset, file.string(), shippedSorter, {}, features);
    return features;
}

Raster readRelief(const fs::path& file) {
    const Dataset dataset = openWith(present(file), GDAL_OF_RASTER, {"GTiff"});
    if (!dataset)
        throw Error("the ground file " + file.string() + " is damaged; install Retrace's data folder again");
    return readRaster(*dataset, file.string(), 4096);
}

void append(std::vector<Feature>& to, std::vector<Feature> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

Ground loadGround(const fs::path& folder) {
    registerDrivers();
    // Each thread opens and closes its own datasets; only values come back.
    auto lines = std::async(std::launch::async, [&] { return readPacked(folder / "lines.fgb.gz"); });
    auto world = std::async(std::launch::async, [&] { return readRelief(folder / "relief_world.tif"); });
    Ground ground;
    ground.features = readPacked(folder / "areas.fgb.gz");
    append(ground.features, readRoads(folder / "roads.geojson"));
    ground.relief = readRelief(folder / "relief_levant.tif");
    ground.reliefs.push_back(world.get());
    append(ground.features, lines.get());
    ground.credits = {"places: GeoNames (CC BY 4.0)", "coast, rivers: GSHHG", "borders: Natural Earth",
                      "relief: ETOPO5"};
    return ground;
}

}  // namespace retrace::basemap
