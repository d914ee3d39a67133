#pragma once

#include "geo/lon_lat.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace retrace::basemap {

enum class Layer { land, lake, river, coast, border, disputedBorder, province, road, userLine, userArea };

/// One line or one ring set. Areas: first ring outside, further rings holes.
struct Feature {
    Layer layer = Layer::land;
    std::string name;
    int rank = 0;  // 0 greatest; higher is drawn only closer in
    geo::Box box;
    std::vector<std::vector<geo::LonLat>> parts;  // lines, or rings for areas (first point not repeated)
};

/// A name of the ground itself, at the point it stands on or beside: seas, lakes, rivers, provinces.
struct GroundName {
    enum class Kind { sea, lake, river, province } kind = Kind::province;
    std::string name, name_ar;  // name_ar empty where unknown
    geo::LonLat at;
    double fromZoom = 0, toZoom = 0;  // where it is worth saying, zooms of a picture of scale 1
};

/// A raster already in longitude and latitude: elevation in metres or, for a user's image, colours.
struct Raster {
    geo::Box box;
    int width = 0, height = 0;
    double sampleDegrees = 0;
    std::vector<float> elevation;     // row-major from the north; empty for an image
    std::vector<std::uint32_t> rgba;  // for an image, R in the lowest byte
    std::string credit;
};

struct Ground {
    std::vector<Feature> features;
    std::optional<Raster> relief;      // the shipped elevation around the first case, the finer one
    std::vector<Raster> images;        // the user's rasters, in the order given
    std::vector<Raster> reliefs;       // coarser or further: the shipped world first, then the user's
    std::vector<std::string> credits;  // "GeoNames (CC BY 4.0)", "GSHHG", "Natural Earth", ...
    std::vector<GroundName> names;     // as shipped
    std::vector<std::string> notes;    // what of a user's file was left out and why
};

/// Reads the ground that ships in `data/ground`. Throws Error naming the missing file.
[[nodiscard]] Ground loadGround(const std::filesystem::path& dataFolder);
/// Adds a file of the user's: vector or raster of any driver on the allow-list. Network paths and database
/// names are refused, with `online` too (nothing is fetched yet, the message says so); VRT and WMS
/// descriptions always. Throws Error, also where the file holds nothing to draw; the ground then is as it
/// was.
void addUserGround(Ground&, const std::filesystem::path& file, bool online = false);

}  // namespace retrace::basemap
