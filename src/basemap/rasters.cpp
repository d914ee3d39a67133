#include "basemap/rasters.hpp"

#include "geo/error.hpp"

#include <gdalwarper.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>

namespace retrace::basemap {

namespace {

/// The dataset seen in longitude and latitude; the same one where it is there already.
Dataset inLonLat(GDALDataset& dataset, const std::string& file) {
    double transform[6] = {};
    if (dataset.GetGeoTransform(transform) != CE_None && dataset.GetGCPCount() == 0)
        throw Error(file +
                    " does not say where on earth it lies; give it a georeference (a GeoTIFF, or a world "
                    "file beside it)");
    const OGRSpatialReference* own = dataset.GetSpatialRef();
    OGRSpatialReference lonLat;
    lonLat.SetWellKnownGeogCS("WGS84");
    lonLat.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const bool northUp = transform[2] == 0 && transform[4] == 0 && transform[5] < 0;
    if (northUp && (!own || own->IsSame(&lonLat))) return nullptr;
    char* text = nullptr;
    lonLat.exportToWkt(&text);
    const std::string wkt = text ? text : "";
    CPLFree(text);
    Dataset warped(static_cast<GDALDataset*>(
        GDALAutoCreateWarpedVRT(&dataset, nullptr, wkt.c_str(), GRA_Bilinear, 0, nullptr)));
    if (!warped)
        throw Error(file +
                    " cannot be turned to longitude and latitude; its projection is missing or unknown");
    return warped;
}

std::vector<float> elevationOf(GDALDataset& dataset, const std::string& file, int width, int height) {
    std::vector<float> values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    GDALRasterBand* band = dataset.GetRasterBand(1);
    GDALRasterIOExtraArg how;
    INIT_RASTERIO_EXTRA_ARG(how);
    how.eResampleAlg = GRIORA_Average;
    if (band->RasterIO(GF_Read, 0, 0, dataset.GetRasterXSize(), dataset.GetRasterYSize(), values.data(),
                       width, height, GDT_Float32, 0, 0, &how) != CE_None)
        throw Error(file + " cannot be read to its end; the file may be truncated");
    int has = 0;
    const double nodata = band->GetNoDataValue(&has);
    for (float& value : values)
        if (!std::isfinite(value) || (has && value == static_cast<float>(nodata))) value = 0;
    return values;
}

std::vector<std::uint32_t> colorsOf(GDALDataset& dataset, const std::string& file, int width, int height) {
    const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    const int bands = dataset.GetRasterCount();
    const GDALColorTable* palette = bands <= 2 ? dataset.GetRasterBand(1)->GetColorTable() : nullptr;
    std::vector<std::uint32_t> rgba(count, 0xFF000000u);
    std::vector<std::uint8_t> channel(count);
    const bool grey = bands <= 2 && !palette;  // a second band is its opacity
    for (int b = 0; b < std::min(bands, 4); ++b) {
        if (dataset.GetRasterBand(b + 1)->RasterIO(GF_Read, 0, 0, dataset.GetRasterXSize(),
                                                   dataset.GetRasterYSize(), channel.data(), width, height,
                                                   GDT_Byte, 0, 0, nullptr) != CE_None)
            throw Error(file + " cannot be read to its end; the file may be truncated");
        for (std::size_t i = 0; i < count; ++i) {
            if (palette) {
                const GDALColorEntry* c = palette->GetColorEntry(channel[i]);
                if (c && b == 0)
                    rgba[i] = static_cast<std::uint32_t>(c->c1 & 255) |
                              static_cast<std::uint32_t>(c->c2 & 255) << 8 |
                              static_cast<std::uint32_t>(c->c3 & 255) << 16 |
                              static_cast<std::uint32_t>(c->c4 & 255) << 24;
            } else if (grey) {
                const std::uint32_t value = channel[i];
                rgba[i] = b == 0 ? 0xFF000000u | value << 16 | value << 8 | value
                                 : (rgba[i] & 0xFFFFFFu) | value << 24;
            } else {
                rgba[i] = (rgba[i] & ~(0xFFu << (8 * b))) | static_cast<std::uint32_t>(channel[i]) << (8 * b);
            }
        }
    }
    return rgba;
}

}  // namespace

Raster readRaster(GDALDataset& dataset, const std::string& file, int most) {
    const Messages messages;
    if (dataset.GetRasterCount() == 0) throw Error(file + " holds no picture");
    const Dataset turned = inLonLat(dataset, file);
    GDALDataset& seen = turned ? *turned : dataset;
    double transform[6] = {};
    seen.GetGeoTransform(transform);
    const double columns = seen.GetRasterXSize(), rows = seen.GetRasterYSize();
    const double shrink = std::min(1.0, most / std::max(columns, rows));

    Raster raster;
    raster.width = std::max(1, static_cast<int>(columns * shrink));
    raster.height = std::max(1, static_cast<int>(rows * shrink));
    raster.box = {transform[0], transform[3] + rows * transform[5], transform[0] + columns * transform[1],
                  transform[3]};
    raster.sampleDegrees = (raster.box.east - raster.box.west) / raster.width;
    if (!(raster.box.west < raster.box.east && raster.box.south < raster.box.north) ||
        raster.box.west < -361 || raster.box.east > 361 || raster.box.south < -91 || raster.box.north > 91)
        throw Error(file + " claims to lie outside the earth; its georeference is wrong");
    GDALRasterBand* first = seen.GetRasterBand(1);
    const bool image =  // bytes are a scan in grey: too coarse for metres above the sea
        seen.GetRasterCount() >= 3 || first->GetColorTable() || first->GetRasterDataType() == GDT_Byte;
    if (image)
        raster.rgba = colorsOf(seen, file, raster.width, raster.height);
    else
        raster.elevation = elevationOf(seen, file, raster.width, raster.height);
    return raster;
}

}  // namespace retrace::basemap
