#include "basemap/ground.hpp"

#include "basemap/features.hpp"
#include "basemap/gdal.hpp"
#include "basemap/names.hpp"
#include "basemap/rasters.hpp"
#include "geo/error.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

#include <cstdint>
#include <future>
#include <memory>
#include <utility>

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

/// GDAL's buffer; freed where it was taken.
struct FreeBytes {
    void operator()(void* bytes) const { VSIFree(bytes); }
};
using Bytes = std::unique_ptr<void, FreeBytes>;

/// A file in GDAL's memory, gone with the object. Its name is the object's own: two loads may run at once.
class MemoryFile {
public:
    MemoryFile(Bytes bytes, std::size_t size)
        : name_("/vsimem/retrace/" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + ".fgb") {
        VSIFCloseL(VSIFileFromMemBuffer(name_.c_str(), static_cast<GByte*>(bytes.release()), size, TRUE));
    }
    ~MemoryFile() { VSIUnlink(name_.c_str()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    std::string name_;
};

/// Unpacks in one go into a buffer of the size that gzip notes in its last four bytes (RFC 1952, 2.3.1);
/// reading through /vsigzip would unpack twice, the first time for the size alone.
std::pair<Bytes, std::size_t> unpacked(const std::string& path) {
    constexpr std::size_t most = 256U << 20;
    vsi_l_offset packedSize = 0;
    GByte* packed = nullptr;
    const bool read = VSIIngestFile(nullptr, path.c_str(), &packed, &packedSize, most) != 0;
    const Bytes owner(packed);
    std::size_t size = 0;
    if (read && packedSize > 18)  // gzip's header and trailer
        for (int i = 1; i <= 4; ++i) size = size << 8 | packed[packedSize - static_cast<vsi_l_offset>(i)];
    Bytes bytes(size > 0 && size <= most ? VSIMalloc(size) : nullptr);
    std::size_t written = 0;
    if (!bytes || !CPLZLibInflate(packed, packedSize, bytes.get(), size, &written) || written != size)
        throw Error("the ground file " + path + " cannot be unpacked; install Retrace's data folder again");
    return {std::move(bytes), size};
}

/// Unpacked into memory first: the reader jumps, which a packed stream cannot.
std::vector<Feature> readPacked(const fs::path& file) {
    const std::string path = present(file);
    auto [bytes, size] = unpacked(path);
    const MemoryFile memory(std::move(bytes), size);
    const Messages messages;  // what GDAL would print is said by the errors below
    const Dataset dataset = openWith(memory.name(), GDAL_OF_VECTOR, {"FlatGeobuf"});
    if (!dataset || dataset->GetLayerCount() == 0)
        throw Error("the ground file " + path + " is damaged; install Retrace's data folder again");
    std::vector<Feature> features;
    (void)addFeatures(*dataset, path, shippedSorter, {}, features);
    return features;
}

std::vector<Feature> readRoads(const fs::path& file) {
    const Messages messages;  // what GDAL would print is said by the errors below
    const Dataset dataset = openWith(present(file), GDAL_OF_VECTOR, {"GeoJSON"});
    if (!dataset || dataset->GetLayerCount() == 0)
        throw Error("the ground file " + file.string() + " is damaged; install Retrace's data folder again");
    std::vector<Feature> features;
    (void)addFeatures(*dataset, file.string(), shippedSorter, {}, features);
    return features;
}

Raster readRelief(const fs::path& file) {
    const Messages messages;  // what GDAL would print is said by the errors below
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
    ground.names = readNames(folder / "water_names.tsv");
    for (GroundName& name : readNames(folder / "province_names.tsv")) ground.names.push_back(std::move(name));
    ground.relief = readRelief(folder / "relief_levant.tif");
    ground.reliefs.push_back(world.get());
    append(ground.features, lines.get());
    ground.credits = {"places: GeoNames (CC BY 4.0)", "coast, rivers: GSHHG", "borders: Natural Earth",
                      "relief: ETOPO5"};
    return ground;
}

}  // namespace retrace::basemap
