#include "gather/map.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "gather/bytes.hpp"
#include "gather/gdal.hpp"
#include "gather/geometry.hpp"
#include "gather/kinds.hpp"
#include "gather/lines.hpp"
#include "gather/osm_tags.hpp"
#include "geo/error.hpp"

namespace retrace::gather {

namespace {

struct DropTransformation {
    void operator()(OGRCoordinateTransformation* each) const { OGRCoordinateTransformation::DestroyCT(each); }
};
using Transformation = std::unique_ptr<OGRCoordinateTransformation, DropTransformation>;

/// One layer: which of its fields are what, and the way to WGS 84.
struct Layer {
    Columns columns;
    Transformation toWgs84;  // none where it is WGS 84, or tells nothing
    std::vector<std::string> headers;
};

using RegionNames = std::map<std::string, std::string>;

std::vector<std::string> headersOf(const OGRFeatureDefn& definition) {
    std::vector<std::string> headers;
    for (int i = 0; i < definition.GetFieldCount(); ++i)
        headers.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    return headers;
}

Layer layerOf(OGRLayer& layer, const ColumnChoice& choice, const std::string& stem,
              const std::string& shown) {
    Layer result;
    result.headers = headersOf(*layer.GetLayerDefn());
    ColumnChoice held;  // of several layers each needs but its own
    for (const auto& [what, header] : choice)
        if (std::ranges::find(result.headers, header) != result.headers.end()) held[what] = header;
    result.columns = columnsOf(result.headers, held, stem);
    const OGRSpatialReference* own = layer.GetSpatialRef();
    if (own == nullptr) return result;
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference from(*own);
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (from.IsSame(&wgs84)) return result;
    result.toWgs84.reset(OGRCreateCoordinateTransformation(&from, &wgs84));
    if (!result.toWgs84)
        throw Error(
            shown +
            ": its coordinate system cannot be turned into longitude and latitude; export it as WGS 84");
    return result;
}

std::vector<std::string> cellsOf(const OGRFeature& feature) {
    std::vector<std::string> cells(static_cast<std::size_t>(feature.GetFieldCount()));
    for (int i = 0; i < feature.GetFieldCount(); ++i)
        if (feature.IsFieldSetAndNotNull(i)) cells[static_cast<std::size_t>(i)] = feature.GetFieldAsString(i);
    return cells;
}

/// From the geometry; nothing where it is missing or cannot be reprojected.
std::optional<geo::Whereabouts> whereaboutsOf(OGRFeature& feature, const Layer& layer) {
    OGRGeometry* geometry = feature.GetGeometryRef();
    if (geometry == nullptr) return std::nullopt;
    if (layer.toWgs84 && geometry->transform(layer.toWgs84.get()) != OGRERR_NONE) return std::nullopt;
    return gather::whereaboutsOf(*geometry);
}

/// "Hasaka (Al Haksa)" is two names.
void cutBracket(gazetteer::PlaceRow& row) {
    std::string& name = row.place.name;
    const std::size_t bracket = name.find(" (");
    if (bracket == std::string::npos || bracket == 0 || name.back() != ')') return;
    row.names.push_back({name});
    row.names.push_back({name.substr(bracket + 2, name.size() - bracket - 3)});
    name.resize(bracket);
}

/// "Hamah Governorate" or "محافظة حماة" among its names tells what a division is called.
void tellGovernorate(gazetteer::PlaceRow& row) {
    if (row.place.type != "region") return;
    for (const gazetteer::NameRow& each : row.names)
        if (each.name.ends_with(" Governorate") || each.name.starts_with("محافظة"))
            row.place.type = "governorate";
}

/// A region told by its number among Who's On First's rows.
void nameRegion(geo::Place& place, const RegionNames& names, const std::string& prefix) {
    if (place.region.empty() ||
        !std::ranges::all_of(place.region, [](unsigned char c) { return std::isdigit(c); }))
        return;
    const auto found = names.find(prefix + place.region);
    place.region = found == names.end() ? std::string() : found->second;
    if (isSettled(place.type) || place.type != "governorate") return;
    place.region.clear();
}

class MapReader {
public:
    MapReader(const Source& source, const ColumnChoice& choice, Intake& intake)
        : source_(source),
          shown_(shownName(source.file)),
          choice_(choice),
          intake_(intake),
          data_(openVectors(source.file)) {
        if (!data_)
            throw Error(
                shown_ + " is in no format that Retrace opens" +
                (messages_.first().empty() ? "; export its places as CSV" : ": " + messages_.first()));
        if (!source.layer.empty() && data_->GetLayerByName(source.layer.c_str()) == nullptr)
            throw Error(shown_ + " has no layer \"" + source.layer + "\"; it has " + layerNames());
        osm_ = std::string(data_->GetDriverName()) == "OSM";
    }

    void read() {
        prepareLayers();
        if (osm_) return readOsm();
        for (auto& [layer, about] : layers_) findRegions(*layer, about);
        for (auto& [layer, about] : layers_) {
            layer->ResetReading();
            while (const OGRFeatureUniquePtr feature{layer->GetNextFeature()}) take(*feature, about);
        }
        requireWhole();
    }

private:
    [[nodiscard]] std::string layerNames() const {
        std::string names;
        for (OGRLayer* layer : data_->GetLayers())
            if (names.size() < 200) names += (names.empty() ? "" : ", ") + std::string(layer->GetName());
        return names;
    }

    void prepareLayers() {
        std::string fields;
        for (OGRLayer* layer : data_->GetLayers()) {
            if (!source_.layer.empty() && source_.layer != layer->GetName()) continue;
            Layer about = layerOf(*layer, choice_, stemOf(source_.file), shown_);
            for (const std::string& header : about.headers)
                if (fields.size() < 200) fields += (fields.empty() ? "" : ", ") + header;
            if (about.columns.name) layers_.emplace_back(layer, std::move(about));
        }
        if (layers_.empty())
            throw Error(shown_ + " has no field that is a name (" + fields +
                        "); say which with --columns name=..");
    }

    /// Ids and names of the divisions, where rows tell theirs by number.
    void findRegions(OGRLayer& layer, const Layer& about) {
        if (!about.columns.id || !about.columns.type || !about.columns.idPrefix.starts_with("wof")) return;
        layer.ResetReading();
        while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
            const std::string type = feature->GetFieldAsString(static_cast<int>(*about.columns.type));
            if (type != "region") continue;
            gazetteer::PlaceRow row = rowOf(about.columns, cellsOf(*feature));
            cutBracket(row);
            regions_[row.place.id] = row.place.name;
        }
    }

    void take(OGRFeature& feature, const Layer& about) {
        const RowAt at{source_.file, static_cast<std::size_t>(std::max<GIntBig>(0, feature.GetFID()))};
        const std::vector<std::string> cells = cellsOf(feature);
        for (const std::string& cell : cells)
            if (!isUtf8(cell)) return intake_.refuse("is not UTF-8; export it as UTF-8", at);
        gazetteer::PlaceRow row = rowOf(about.columns, cells);
        if (const auto where = whereaboutsOf(feature, about)) {
            // A point told beside an area is the better one: centres of towns, not of their land.
            if (std::isfinite(row.place.where.at.lon))
                row.place.where.radius_m = where->radius_m;
            else
                row.place.where = *where;
        }
        if (row.place.id.empty() && std::isfinite(row.place.where.at.lat))
            row.place.id = idByPosition(row.place);
        cutBracket(row);
        tellGovernorate(row);
        nameRegion(row.place, regions_, about.columns.idPrefix);
        intake_.take(std::move(row), at);
    }

    /// Layers of an extract are read together: what one needs of the file is read for all.
    void readOsm() {
        data_->ResetReading();
        OGRLayer* from = nullptr;
        while (const OGRFeatureUniquePtr feature{data_->GetNextFeature(&from, nullptr, nullptr, nullptr)}) {
            const std::string layer = from->GetName();
            const RowAt at{source_.file, static_cast<std::size_t>(std::max<GIntBig>(0, feature->GetFID()))};
            if (layer != "points" && layer != "multipolygons") continue;
            auto row = rowOfOsm(layer, headersOf(*feature->GetDefnRef()), cellsOf(*feature));
            if (!row) {
                intake_.leaveOut();
                continue;
            }
            OGRGeometry* geometry = feature->GetGeometryRef();
            const auto where = geometry == nullptr ? std::nullopt : gather::whereaboutsOf(*geometry);
            if (where) row->place.where = *where;
            intake_.take(std::move(*row), at);
        }
        requireWhole();
    }

    void requireWhole() const {
        if (!messages_.first().empty())
            intake_.refuse("could not be read, nor what follows: " + messages_.first(), {source_.file, 0});
    }

    const Source& source_;
    std::string shown_;
    const ColumnChoice& choice_;
    Intake& intake_;
    Messages messages_;
    Dataset data_;
    bool osm_ = false;
    std::vector<std::pair<OGRLayer*, Layer>> layers_;
    RegionNames regions_;
};

}  // namespace

void readMap(const Source& source, const ColumnChoice& choice, Intake& intake) {
    MapReader(source, choice, intake).read();
}

}  // namespace retrace::gather
