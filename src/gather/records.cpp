#include "gather/records.hpp"

#include "gather/gdal.hpp"
#include "gather/geometry.hpp"
#include "geo/error.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <initializer_list>
#include <optional>
#include <vector>

namespace retrace::gather {
namespace {

constexpr std::size_t mostRows = 100'000;

struct DropTransformation {
    void operator()(OGRCoordinateTransformation* each) const { OGRCoordinateTransformation::DestroyCT(each); }
};
using Transformation = std::unique_ptr<OGRCoordinateTransformation, DropTransformation>;

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

/// The number of the first field so named; -1 where there is none.
int fieldOf(const OGRFeatureDefn& definition, std::initializer_list<const char*> names) {
    for (const char* name : names)
        for (int i = 0; i < definition.GetFieldCount(); ++i)
            if (lower(definition.GetFieldDefn(i)->GetNameRef()) == name) return i;
    return -1;
}

struct Fields {
    int place, from, to, earliest, latest, source, confidence, note;
};

Fields fieldsOf(const OGRFeatureDefn& d) {
    return {fieldOf(d, {"place", "name", "title", "settlement", "location"}),
            fieldOf(d, {"from_side", "from", "before", "loser"}),
            fieldOf(d, {"to_side", "side", "to", "control", "controller", "holder", "held_by", "faction", "party", "actor"}),
            fieldOf(d, {"earliest_utc", "earliest", "start", "begin", "from_date", "date", "event_date", "datetime",
                        "timestamp", "time"}),
            fieldOf(d, {"latest_utc", "latest", "end", "until", "to_date"}),
            fieldOf(d, {"source", "url", "link"}),
            fieldOf(d, {"confidence", "certainty", "reliability"}),
            fieldOf(d, {"note", "notes", "comment", "description"})};
}

std::string textOf(const OGRFeature& feature, int field) {
    return field >= 0 && feature.IsFieldSetAndNotNull(field) ? feature.GetFieldAsString(field) : "";
}

bool areDigits(const std::string& text) {
    return std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// ISO 8601 of a field of any type; "20241205" is a date. `endOfDay`: a bare date means its last second.
std::string timeOf(const OGRFeature& feature, int field, bool endOfDay) {
    std::string text = textOf(feature, field);
    if (text.empty()) return text;
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0;
    const auto type = feature.GetFieldDefnRef(field)->GetType();
    std::array<char, 40> iso{};
    if ((type == OFTDate || type == OFTDateTime) &&
        feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone)) {
        constexpr int utc = 100, quarter = 15;
        if (type == OFTDate) {
            (void)std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02d", year, month, day);
        } else {
            const int offset = zone > 1 ? (zone - utc) * quarter : 0;
            (void)std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", year, month, day,
                                hour, minute, second, offset < 0 ? '-' : '+', std::abs(offset) / 60,
                                std::abs(offset) % 60);
        }
        text = iso.data();
    } else if (text.size() == 8 && areDigits(text)) {
        text = text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6);
    }
    std::ranges::replace(text, '/', '-');
    if (text.size() == 10) text += endOfDay ? "T23:59:59Z" : "T00:00:00Z";
    return text;
}

/// "2024-12-05" of a file called 20241205.geojson, or front-2024-12-05.gpkg.
std::string dayInName(const std::string& stem) {
    std::string digits;
    for (const char c : stem)
        if (std::isdigit(static_cast<unsigned char>(c)) != 0) digits += c;
    if (digits.size() != 8) return {};
    return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
}

std::string csvCell(const std::string& cell) {
    std::string out = "\"";
    for (const char c : cell) {
        if (c == '\r' || c == '\n') {
            out += ' ';
            continue;
        }
        out += c;
        if (c == '"') out += '"';
    }
    return out + "\"";
}

std::string number(double value) {
    std::array<char, 32> text{};
    (void)std::snprintf(text.data(), text.size(), "%.6f", value);
    return text.data();
}

/// Points of a square grid inside an area, or a point of it where it is smaller than the grid.
std::vector<geo::LonLat> insideOf(const OGRGeometry& area) {
    constexpr double most = 60;
    OGREnvelope box;
    area.getEnvelope(&box);
    const double width = box.MaxX - box.MinX, height = box.MaxY - box.MinY;
    std::vector<geo::LonLat> points;
    const double step = std::sqrt(width * height / most);
    if (std::isfinite(step) && step > 0)
        for (double y = box.MinY + step / 2; y < box.MaxY; y += step)
            for (double x = box.MinX + step / 2; x < box.MaxX; x += step) {
                OGRPoint point(x, y);
                if (area.Contains(&point)) points.push_back({x, y});
            }
    if (!points.empty()) return points;
    if (const auto where = whereaboutsOf(area)) points.push_back(where->at);
    return points;
}

class Reader {
public:
    explicit Reader(const std::filesystem::path& path) : shown_(path.string()), day_(dayInName(path.stem().string())) {}

    void read(OGRLayer& layer) {
        const Fields fields = fieldsOf(*layer.GetLayerDefn());
        if (fields.to < 0 && fields.from < 0)
            throw Error(shown_ + ", layer " + layer.GetName() +
                        ": no field tells the side; name one side, to_side, control or holder");
        if (fields.earliest < 0 && fields.latest < 0 && day_.empty())
            throw Error(shown_ + ", layer " + layer.GetName() +
                        ": no field tells the time; name one date, earliest or latest, or put the day into the "
                        "file's name (20241205)");
        const Transformation toWgs84 = transformationOf(layer);
        layer.ResetReading();
        while (OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
            OGRGeometry* geometry = feature->GetGeometryRef();
            if (geometry == nullptr || geometry->IsEmpty()) continue;
            if (toWgs84 && geometry->transform(toWgs84.get()) != OGRERR_NONE) continue;
            take(*feature, *geometry, fields, layer.GetName());
        }
    }
    [[nodiscard]] std::string csv() const {
        if (rows_ == 0) throw Error(shown_ + ": no feature with a place, a side and a time; look at its fields");
        return "place,lat,lon,from_side,to_side,earliest_utc,latest_utc,source,confidence,note\n" + out_;
    }

private:
    [[nodiscard]] Transformation transformationOf(OGRLayer& layer) const {
        const OGRSpatialReference* own = layer.GetSpatialRef();
        if (own == nullptr) return nullptr;
        OGRSpatialReference wgs84, from(*own);
        wgs84.importFromEPSG(4326);
        for (auto* each : {&wgs84, &from}) each->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (from.IsSame(&wgs84)) return nullptr;
        Transformation made(OGRCreateCoordinateTransformation(&from, &wgs84));
        if (!made)
            throw Error(shown_ + ": its coordinate system cannot be turned into longitude and latitude; export it as "
                                 "WGS 84");
        return made;
    }
    void take(const OGRFeature& feature, const OGRGeometry& geometry, const Fields& f, const std::string& layer) {
        const bool area = wkbFlatten(geometry.getGeometryType()) == wkbPolygon ||
                          wkbFlatten(geometry.getGeometryType()) == wkbMultiPolygon;
        std::string from = textOf(feature, f.from), to = textOf(feature, f.to);
        if (area && to.empty()) std::swap(from, to);
        if (area) from = to;  // a state: who held it then
        std::string earliest = timeOf(feature, f.earliest, false);
        std::string latest = timeOf(feature, f.latest >= 0 ? f.latest : f.earliest, true);
        if (earliest.empty() && latest.empty() && !day_.empty()) {
            earliest = day_ + "T00:00:00Z";
            latest = day_ + "T23:59:59Z";
        }
        if ((from.empty() && to.empty()) || (earliest.empty() && latest.empty())) return;
        std::string place = textOf(feature, f.place);
        if (place.empty()) place = area ? "area of " + to + ", feature " + std::to_string(feature.GetFID())
                                        : layer + " " + std::to_string(feature.GetFID());
        const auto where = whereaboutsOf(geometry);
        const auto points = area      ? insideOf(geometry)
                            : where ? std::vector{where->at}
                                    : std::vector<geo::LonLat>{};
        for (const geo::LonLat& at : points) {
            if (!(std::abs(at.lon) <= 180 && std::abs(at.lat) <= 90)) continue;
            if (++rows_ > mostRows) throw Error(shown_ + ": more than 100000 rows; cut it to the region and the days");
            const std::string cells[] = {csvCell(place),
                                         number(at.lat),
                                         number(at.lon),
                                         csvCell(from),
                                         csvCell(to),
                                         csvCell(earliest),
                                         csvCell(latest),
                                         csvCell(textOf(feature, f.source)),
                                         csvCell(textOf(feature, f.confidence)),
                                         csvCell(textOf(feature, f.note))};
            for (std::size_t i = 0; i < std::size(cells); ++i) out_ += (i > 0 ? "," : "") + cells[i];
            out_ += '\n';
        }
    }

    std::string shown_, day_, out_;
    std::size_t rows_ = 0;
};

}  // namespace

std::string recordCsvOf(const std::filesystem::path& path) {
    const Messages messages;
    const Dataset dataset = openVectors(path.string());
    if (!dataset)
        throw Error(path.string() + ": no record that can be read (a CSV, or a map layer: GeoPackage, GeoJSON, "
                                    "FlatGeobuf, Shapefile, KML)" +
                    (messages.first().empty() ? "" : ": " + messages.first()));
    Reader reader(path);
    for (int i = 0; i < dataset->GetLayerCount(); ++i) reader.read(*dataset->GetLayer(i));
    return reader.csv();
}

}  // namespace retrace::gather
