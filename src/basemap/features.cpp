#include "basemap/features.hpp"

#include "geo/error.hpp"
#include "geo/geodesic.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace retrace::basemap {

namespace {

constexpr std::array<std::pair<const char*, Layer>, 10> layerNames{{{"land", Layer::land},
                                                                    {"lake", Layer::lake},
                                                                    {"river", Layer::river},
                                                                    {"coast", Layer::coast},
                                                                    {"border", Layer::border},
                                                                    {"disputedBorder", Layer::disputedBorder},
                                                                    {"province", Layer::province},
                                                                    {"road", Layer::road},
                                                                    {"userLine", Layer::userLine},
                                                                    {"userArea", Layer::userArea}}};

std::vector<geo::LonLat> pointsOf(const OGRSimpleCurve& curve) {
    std::vector<geo::LonLat> points(static_cast<std::size_t>(curve.getNumPoints()));
    if (!points.empty())
        curve.getPoints(&points[0].lon, sizeof(geo::LonLat), &points[0].lat, sizeof(geo::LonLat));
    return points;
}

bool usable(const std::vector<geo::LonLat>& points) {
    return std::ranges::all_of(points, [](const geo::LonLat& p) {
        return std::isfinite(p.lon) && std::isfinite(p.lat) && std::abs(p.lon) <= 360 &&
               std::abs(p.lat) <= 90.001;
    });
}

/// Adds what one geometry holds, collections taken apart.
void addGeometry(const OGRGeometry& geometry, const Sort& sort, std::vector<Feature>& features) {
    const auto add = [&](Layer layer, std::vector<std::vector<geo::LonLat>> parts) {
        if (parts.empty() || parts.front().size() < 2 || !std::ranges::all_of(parts, usable)) return;
        const geo::Box box = geo::boundsOf(parts.front());
        features.push_back({layer, sort.name, sort.rank, box, std::move(parts)});
    };
    switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbLineString:
            if (sort.line) add(*sort.line, {pointsOf(*geometry.toLineString())});
            break;
        case wkbPolygon: {
            if (!sort.area) break;
            std::vector<std::vector<geo::LonLat>> rings;
            for (const OGRLinearRing* ring : *geometry.toPolygon()) {
                rings.push_back(pointsOf(*ring));
                if (rings.back().size() > 1 && rings.back().front() == rings.back().back())
                    rings.back().pop_back();
            }
            std::erase_if(rings, [](const auto& ring) { return ring.size() < 3; });
            add(*sort.area, std::move(rings));
            break;
        }
        case wkbMultiLineString:
        case wkbMultiPolygon:
        case wkbGeometryCollection:
            for (const OGRGeometry* part : *geometry.toGeometryCollection())
                addGeometry(*part, sort, features);
            break;
        default:
            break;
    }
}

/// To longitude and latitude; nothing where the layer already is there (or says nothing of itself). Throws
/// Error for a system without a way there, a building site's own grid for instance.
std::unique_ptr<OGRCoordinateTransformation> toLonLat(OGRSpatialReference* from, const std::string& file) {
    if (!from) return nullptr;
    OGRSpatialReference lonLat;
    lonLat.SetWellKnownGeogCS("WGS84");
    lonLat.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    from->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (from->IsSame(&lonLat)) return nullptr;
    std::unique_ptr<OGRCoordinateTransformation> turn(OGRCreateCoordinateTransformation(from, &lonLat));
    if (!turn)
        throw Error(file + " lies in a coordinate system that cannot be turned to longitude and latitude (" +
                    (from->GetName() ? from->GetName() : "unnamed") + "); save it in WGS 84 first");
    return turn;
}

}  // namespace

std::optional<Layer> layerNamed(std::string_view name) {
    for (const auto& [each, layer] : layerNames)
        if (name == each) return layer;
    return std::nullopt;
}

std::vector<std::string> addFeatures(GDALDataset& dataset, const std::string& file, const SorterOf& sorterOf,
                                     const ReadLimits& limits, std::vector<Feature>& features) {
    std::size_t vertices = 0, unturned = 0, points = 0;
    const Messages messages;
    for (OGRLayer* layer : dataset.GetLayers()) {
        const auto transformation = toLonLat(layer->GetSpatialRef(), file);
        const Sorter sorter = sorterOf(*layer->GetLayerDefn());
        if (const GIntBig count =
                layer->TestCapability(OLCFastFeatureCount) ? layer->GetFeatureCount(FALSE) : -1;
            count > 0)
            features.reserve(features.size() + static_cast<std::size_t>(std::min<GIntBig>(count, 1 << 16)));
        layer->ResetReading();
        while (const OGRFeatureUniquePtr feature{layer->GetNextFeature()}) {
            OGRGeometry* geometry = feature->GetGeometryRef();
            if (!geometry) continue;
            if (geometry->getDimension() == 0) {
                ++points;
                continue;
            }
            if (transformation && geometry->transform(transformation.get()) != OGRERR_NONE) {
                ++unturned;
                continue;
            }
            const std::size_t first = features.size();
            addGeometry(*geometry, sorter(*feature), features);
            for (std::size_t i = first; i < features.size(); ++i)
                for (const auto& part : features[i].parts) vertices += part.size();
            if (vertices > limits.vertices)
                throw Error(file + " holds more than " + std::to_string(limits.vertices) +
                            " vertices; cut out the region you need first");
        }
    }
    // A truncated file reads as if it ended early; only GDAL's own message tells.
    if (!messages.first().empty() && unturned == 0)
        throw Error(file + " cannot be read to its end: " + messages.first());
    std::vector<std::string> notes;
    if (unturned > 0)
        notes.push_back(file + ": " + std::to_string(unturned) +
                        " features could not be turned to longitude and latitude and are left out");
    if (points > 0) notes.push_back(file + ": points are not drawn; left out: " + std::to_string(points));
    return notes;
}

}  // namespace retrace::basemap
