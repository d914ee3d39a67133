#include "gather/geometry.hpp"

#include <ogr_geometry.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <cstdio>
#include <memory>
#include <numbers>

#include "gather/gdal.hpp"

namespace retrace::gather {

namespace {

constexpr double degree_m = 111'195;  // of a great circle on a sphere of 6371 km

double narrowing(double lat) {
    return std::cos(lat * std::numbers::pi / 180);
}

double areaOf_deg2(const OGRGeometry& geometry) {
    if (wkbFlatten(geometry.getGeometryType()) == wkbPolygon) return geometry.toPolygon()->get_Area();
    if (!OGR_GT_IsSubClassOf(wkbFlatten(geometry.getGeometryType()), wkbGeometryCollection)) return 0;
    double sum = 0;
    for (const OGRGeometry* part : geometry.toGeometryCollection()) sum += areaOf_deg2(*part);
    return sum;
}

std::optional<geo::LonLat> pointOn(const OGRGeometry& geometry, const OGREnvelope& box) {
    if (wkbFlatten(geometry.getGeometryType()) == wkbPoint)
        return geo::LonLat{geometry.toPoint()->getX(), geometry.toPoint()->getY()};
    const std::unique_ptr<OGRGeometry> line(geometry.getDimension() == 1 ? geometry.clone() : nullptr);
    if (line && wkbFlatten(line->getGeometryType()) == wkbLineString) {
        OGRPoint middle;
        line->toLineString()->Value(line->toLineString()->get_Length() / 2, &middle);
        return geo::LonLat{middle.getX(), middle.getY()};
    }
    const std::unique_ptr<OGRGeometry> inside(OGRGeometry::FromHandle(
        OGR_G_PointOnSurface(OGRGeometry::ToHandle(const_cast<OGRGeometry*>(&geometry)))));
    if (inside && !inside->IsEmpty() && wkbFlatten(inside->getGeometryType()) == wkbPoint)
        return geo::LonLat{inside->toPoint()->getX(), inside->toPoint()->getY()};
    return geo::LonLat{(box.MinX + box.MaxX) / 2, (box.MinY + box.MaxY) / 2};
}

}  // namespace

std::optional<geo::Whereabouts> whereaboutsOf(const OGRGeometry& geometry) {
    if (geometry.IsEmpty()) return std::nullopt;
    OGREnvelope box;
    geometry.getEnvelope(&box);
    for (const double each : {box.MinX, box.MaxX, box.MinY, box.MaxY})
        if (!std::isfinite(each)) return std::nullopt;
    const auto at = pointOn(geometry, box);
    if (!at) return std::nullopt;
    const double narrow = narrowing((box.MinY + box.MaxY) / 2);
    double radius_m = 0;
    if (geometry.getDimension() == 2)
        radius_m = degree_m * std::sqrt(areaOf_deg2(geometry) * std::abs(narrow) / std::numbers::pi);
    else
        radius_m = degree_m * std::hypot((box.MaxX - box.MinX) * narrow, box.MaxY - box.MinY) / 2;
    return geo::Whereabouts{*at, std::round(radius_m)};
}

std::optional<geo::Whereabouts> whereaboutsOfText(const std::string& text) {
    double lon = 0, lat = 0;
    char rest = 0;
    if (std::sscanf(text.c_str(), " %*[Pp]%*[Oo]%*[Ii]%*[Nn]%*[Tt] ( %lf %lf %c", &lon, &lat, &rest) == 3 &&
        rest == ')')
        return std::isfinite(lon) && std::isfinite(lat) ? std::optional(geo::Whereabouts{{lon, lat}, 0})
                                                        : std::nullopt;
    const Messages quiet;
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return std::nullopt;
    std::unique_ptr<OGRGeometry> geometry;
    if (text[first] == '{') {
        geometry.reset(OGRGeometryFactory::createFromGeoJson(text.c_str()));
    } else {
        OGRGeometry* read = nullptr;
        if (OGRGeometryFactory::createFromWkt(text.c_str(), nullptr, &read) != OGRERR_NONE)
            return std::nullopt;
        geometry.reset(read);
    }
    return geometry ? whereaboutsOf(*geometry) : std::nullopt;
}

}  // namespace retrace::gather
