#include "basemap/features.hpp"
#include "basemap/gdal.hpp"
#include "basemap/ground.hpp"
#include "basemap/rasters.hpp"
#include "geo/error.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>

namespace retrace::basemap {

namespace fs = std::filesystem;

namespace {

constexpr std::array rasterDrivers{"GTiff", "GPKG", "MBTiles", "PNG", "JPEG"};
constexpr std::array vectorDrivers{"GPKG", "FlatGeobuf", "GeoJSON", "ESRI Shapefile", "OSM", "KML", "GPX"};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Names that are no file of this machine: network file systems, addresses, databases.
bool reachesOut(const std::string& name) {
    const std::string text = lower(name);
    static constexpr std::array starts{
        "/vsi", "http:", "https:", "ftp:", "pg:",     "postgresql:", "mysql:",    "wms:", "wmts:",
        "wfs:", "wcs:",  "oapif:", "mvt:", "mongodb", "es:",         "plmosaic:", "vrt:"};
    return std::ranges::any_of(starts, [&](const char* start) { return text.starts_with(start); }) ||
           text.find("://") != std::string::npos;
}

void requirePlainFile(const fs::path& file) {
    std::error_code failed;
    const fs::file_status status = fs::status(file, failed);
    if (!fs::exists(status))
        throw Error("the map " + file.string() + " does not exist; check the name after --ground");
    if (!fs::is_regular_file(status))
        throw Error("the map " + file.string() +
                    " is no regular file; name a GeoTIFF, GeoPackage, GeoJSON or OpenStreetMap extract");
    if (fs::file_size(file, failed) == 0) throw Error("the map " + file.string() + " is empty");
    // A driver's own description of a remote source, whatever the file's name says.
    std::ifstream in(file, std::ios::binary);
    std::string head(512, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head = lower(head.substr(0, static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0))));
    for (const char* remote : {"<vrtdataset", "<gdal_wms", "<ogrvrtdatasource", "<wms_", "<gdal_wmts",
                               "<ogrwfsdatasource", "<wcs_gdal"})
        if (head.find(remote) != std::string::npos)
            throw Error(
                "the map " + file.string() +
                " points to other files or servers, which a map of your own may not; open the data itself");
}

std::string attribute(const OGRFeature& feature, int index) {
    return index >= 0 && feature.IsFieldSetAndNotNull(index) ? feature.GetFieldAsString(index) : "";
}

/// OpenStreetMap's classes; everything else is a line or an area of the user's.
Sorter userSorter(const OGRFeatureDefn& definition) {
    const int nameField = definition.GetFieldIndex("name"),
              highwayField = definition.GetFieldIndex("highway"),
              waterwayField = definition.GetFieldIndex("waterway"),
              naturalField = definition.GetFieldIndex("natural");
    return [=](const OGRFeature& feature) {
        Sort sort{Layer::userLine, Layer::userArea, 0, attribute(feature, nameField)};
        if (const std::string highway = attribute(feature, highwayField); !highway.empty()) {
            sort.line = Layer::road;
            sort.area = std::nullopt;
            static constexpr std::array classes{"motorway", "trunk", "primary", "secondary", "tertiary"};
            const auto found =
                std::ranges::find_if(classes, [&](const char* each) { return highway.starts_with(each); });
            sort.rank = static_cast<int>(found - classes.begin());
        } else if (const std::string waterway = attribute(feature, waterwayField); !waterway.empty()) {
            sort.line = Layer::river;
            sort.rank = waterway == "river" ? 1 : 3;
        }
        if (attribute(feature, naturalField) == "water") sort.area = Layer::lake;
        return sort;
    };
}

}  // namespace

void addUserGround(Ground& ground, const fs::path& file, bool online) {
    registerDrivers();
    const std::string name = file.string();
    if (reachesOut(name)) {
        if (!online)
            throw Error(
                "the map " + name +
                " lies on the network or in a database; add --online if you want Retrace to fetch it");
        throw Error("the map " + name + " cannot be fetched by this version; save it as a file first");
    }
    requirePlainFile(file);
    const Messages messages;
    // Read whole before anything is added: a file that fails leaves the ground as it was.
    std::optional<Raster> read;
    std::vector<Feature> features;
    std::vector<std::string> notes;
    const Dataset raster = openWith(name, GDAL_OF_RASTER, {rasterDrivers.begin(), rasterDrivers.end()});
    if (raster && raster->GetRasterCount() > 0) {
        read = readRaster(*raster, name, 4096);
        read->credit = file.filename().string();
    }
    const Dataset vector = openWith(name, GDAL_OF_VECTOR, {vectorDrivers.begin(), vectorDrivers.end()});
    if (vector) notes = addFeatures(*vector, name, userSorter, {}, features);
    if (!raster && !vector)
        throw Error("the map " + name +
                    " is in no format that Retrace opens (GeoTIFF, GeoPackage, MBTiles, FlatGeobuf, GeoJSON, "
                    "Shapefile, OpenStreetMap, KML, GPX)" +
                    (messages.first().empty() ? "" : ": " + messages.first()));
    if (!read && features.empty()) {
        std::string why;
        for (const std::string& note : notes) why += "; " + note;
        throw Error("the map " + name + " holds no lines, areas or raster that can be drawn" + why);
    }
    if (read) (read->elevation.empty() ? ground.images : ground.reliefs).push_back(std::move(*read));
    ground.features.insert(ground.features.end(), std::make_move_iterator(features.begin()),
                           std::make_move_iterator(features.end()));
    ground.notes.insert(ground.notes.end(), notes.begin(), notes.end());
    ground.credits.push_back("map: " + file.filename().string());
}

}  // namespace retrace::basemap
