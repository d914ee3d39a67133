#include "app/results.hpp"

#include "app/ledger_results.hpp"

#include "text/source.hpp"
#include "timeline/calendar_words.hpp"

#include <filesystem>
#include <cmath>
#include <nlohmann/json.hpp>

namespace retrace::app {

namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// To a decimal step such as 0.001. A quotient of whole numbers is written as short as it is meant; a product
/// with the step brings false digits back (0.30000000000000004).
double rounded(double value, double step) {
    const double per = std::round(1 / step);
    return std::round(value * per) / per;
}

Json spanOf(const text::Quote& quote) {
    return {{"source", quote.source}, {"start", quote.begin}, {"end", quote.end}};
}

Json spansOf(const std::vector<text::Quote>& quotes) {
    Json list = Json::array();
    for (const text::Quote& quote : quotes) list.push_back(spanOf(quote));
    return list;
}

Json stringOrNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json placeOf(const std::optional<geo::Place>& place) {
    if (!place) return nullptr;
    return {{"id", place->id},
            {"name", place->name},
            {"name_ar", stringOrNull(place->name_ar)},
            {"type", stringOrNull(place->type)},
            {"lon", place->where.at.lon},
            {"lat", place->where.at.lat},
            {"radius_m", place->where.radius_m}};
}

Json candidatesOf(const std::vector<geo::Candidate>& candidates) {
    Json list = Json::array();
    for (const geo::Candidate& c : candidates)
        list.push_back({{"id", c.place.id},
                        {"name", c.place.name},
                        {"name_ar", stringOrNull(c.place.name_ar)},
                        {"type", stringOrNull(c.place.type)},
                        {"lon", c.place.where.at.lon},
                        {"lat", c.place.where.at.lat},
                        {"country", stringOrNull(c.place.country)},
                        {"region", stringOrNull(c.place.region)},
                        {"gazetteer", stringOrNull(std::filesystem::path(c.gazetteer).filename().string())},
                        {"score", rounded(c.score, 0.0001)},
                        {"belief", c.belief > 0 ? Json(rounded(c.belief, 0.0001)) : Json(nullptr)},
                        {"reasons", c.reasons}});
    return list;
}

Json instantOf(const std::optional<timeline::Instant>& instant, const std::string& zone) {
    return instant ? Json(timeline::isoText(*instant, zone)) : Json(nullptr);
}

Json clockSpanOf(const std::optional<timeline::ClockSpan>& clock) {
    if (!clock) return nullptr;
    return {{"from", clock->from ? Json(timeline::hourText(*clock->from)) : Json(nullptr)},
            {"to", clock->to ? Json(timeline::hourText(*clock->to)) : Json(nullptr)}};
}

Json originsOf(const timeline::Span& span) {
    Json list = Json::array();
    for (const timeline::Origin origin : span.origins) list.push_back(timeline::nameOf(origin));
    return list;
}

Json whenOf(const model::When& when, const std::string& zone) {
    return {{"earliest", instantOf(when.span.earliest, zone)},
            {"latest", instantOf(when.span.latest, zone)},
            {"best", instantOf(when.best, zone)},
            {"clock", clockSpanOf(when.clock)},
            {"day", model::nameOf(when.day)},
            {"origins", originsOf(when.span)},
            {"derivation", when.derivation}};
}

Json refsOf(const model::Reconstruction& r, const std::vector<model::PlaceRef>& refs) {
    Json list = Json::array();
    for (const model::PlaceRef& ref : refs) {
        const model::PlaceMention& mention = r.mentions[ref.mention];
        Json ids = Json::array();
        for (const geo::Candidate& c : mention.candidates) ids.push_back(c.place.id);
        list.push_back({{"mention", spanOf(mention.mention.quote)},
                        {"place", placeOf(mention.place)},
                        {"candidates", ids}});
    }
    return list;
}

const text::Source* sourceOf(const model::Reconstruction& r, const std::string& id) {
    for (const text::Source& source : r.sources)
        if (source.id == id) return &source;
    return nullptr;
}

Json point(const geo::LonLat& p) {
    return {{"type", "Point"}, {"coordinates", {rounded(p.lon, 1e-6), rounded(p.lat, 1e-6)}}};
}

Json feature(Json geometry, Json properties) {
    return {{"type", "Feature"}, {"geometry", std::move(geometry)}, {"properties", std::move(properties)}};
}

std::string collection(Json features) {
    return dump({{"type", "FeatureCollection"}, {"features", std::move(features)}});
}

Json mentionOf(const model::Reconstruction& r, const model::PlaceMention& m) {
    const text::Source* source = sourceOf(r, m.mention.quote.source);
    const auto& repeats = m.mention.repeats;
    return {{"source", m.mention.quote.source},
            {"start", m.mention.quote.begin},
            {"end", m.mention.quote.end},
            {"surface", m.mention.surface},
            {"paragraph", source ? text::paragraphAt(*source, m.mention.quote.begin) : 0},
            {"repeats", repeats ? spanOf(*repeats) : Json(nullptr)},
            {"role", text::nameOf(m.mention.role)},
            {"decided", model::nameOf(m.decided)},
            {"confidence", rounded(m.confidence, 0.001)},
            {"place", placeOf(m.place)},
            {"candidates", candidatesOf(m.candidates)},
            {"why", stringOrNull(m.why)}};
}

Json eventOf(const model::Reconstruction& r, const model::Event& e) {
    return {{"id", e.id},
            {"order", e.order},
            {"told", e.told},
            {"kind", e.kind},
            {"status", text::nameOf(e.status)},
            {"presence", text::nameOf(e.presence)},
            {"voice", text::nameOf(e.voice)},
            {"actor", stringOrNull(e.actor)},
            {"speaker", stringOrNull(e.speaker)},
            {"polarity", e.negated ? "negative" : "positive"},
            {"modality", text::nameOf(e.modality)},
            {"means", stringOrNull(e.means)},
            {"quantity", stringOrNull(e.quantity)},
            {"motion", stringOrNull(text::motionClass(e.kind))},
            {"class", text::eventClass(e.kind)},
            {"rules", e.rules},
            {"from", refsOf(r, e.from)},
            {"to", refsOf(r, e.to)},
            {"via", refsOf(r, e.via)},
            {"estimate", e.estimate ? Json{{"place", placeOf(e.estimate->place)}, {"why", e.estimate->why}}
                                    : Json(nullptr)},
            {"when", whenOf(e.when, r.zone)},
            {"evidence", spansOf(e.evidence)}};
}

using RecordSide = std::optional<compare::RecordSide>;

Json stopFeature(const model::Reconstruction& r, const model::Itinerary& itinerary, const model::Stop& stop,
                 const RecordSide& recorded) {
    const model::Event& event = r.events[stop.event];
    std::string name = stop.place ? stop.place->name : std::string();
    if (name.empty() && stop.mention) name = r.mentions[*stop.mention].mention.surface;
    return feature(stop.place ? point(stop.place->where.at) : Json(nullptr),
                   {{"kind", "stop"},
                    {"order", stop.order},
                    {"event_id", event.id},
                    {"actor", stringOrNull(itinerary.actor)},
                    {"presence", text::nameOf(stop.presence)},
                    {"name", name},
                    {"place_id", stop.place ? Json(stop.place->id) : Json(nullptr)},
                    {"radius_m", stop.place ? Json(stop.place->where.radius_m) : Json(nullptr)},
                    {"why", stringOrNull(stop.why)},
                    {"earliest", instantOf(stop.when.span.earliest, r.zone)},
                    {"latest", instantOf(stop.when.span.latest, r.zone)},
                    {"best", instantOf(stop.when.best, r.zone)},
                    {"clock", clockSpanOf(stop.when.clock)},
                    {"day", model::nameOf(stop.when.day)},
                    {"origins", originsOf(stop.when.span)},
                    {"record_side", recorded ? Json(r.sides[recorded->side].name) : Json(nullptr)},
                    {"record_p", recorded ? Json(rounded(recorded->p, 1e-4)) : Json(nullptr)},
                    {"record_own", recorded && recorded->own ? Json(*recorded->own) : Json(nullptr)},
                    {"evidence", spansOf(event.evidence)}});
}

Json legFeature(const model::Reconstruction& r, const model::Itinerary& itinerary, const model::Leg& leg) {
    Json line = Json::array();
    for (const geo::LonLat& p : leg.path) line.push_back({rounded(p.lon, 1e-6), rounded(p.lat, 1e-6)});
    std::vector<model::PlaceRef> via;
    for (const std::size_t mention : leg.via) via.push_back({mention});
    return feature(
        {{"type", "LineString"}, {"coordinates", line}},
        {{"kind", "leg"},
         {"actor", stringOrNull(itinerary.actor)},
         {"from_order", itinerary.stops[leg.fromStop].order},
         {"to_order", itinerary.stops[leg.toStop].order},
         {"basis", model::nameOf(leg.basis)},
         {"why", stringOrNull(leg.why)},
         {"roads", leg.roads},
         {"via", refsOf(r, via)},
         {"event_id", leg.event ? Json(r.events[*leg.event].id) : Json(nullptr)},
         {"distance_m", std::round(leg.distance_m)},
         {"earliest", instantOf(leg.when.earliest, r.zone)},
         {"latest", instantOf(leg.when.latest, r.zone)},
         {"speed_kmh_min", leg.speed_kmh_min ? Json(rounded(*leg.speed_kmh_min, 0.1)) : Json(nullptr)}});
}

}  // namespace

std::string placesJson(const Case& c) {
    Json list = Json::array();
    for (const model::PlaceMention& m : c.reconstruction.mentions)
        list.push_back(mentionOf(c.reconstruction, m));
    return dump(list);
}

std::string placesGeoJson(const Case& c) {
    Json features = Json::array();
    for (const model::PlaceMention& m : c.reconstruction.mentions)
        features.push_back(
            feature(m.place ? point(m.place->where.at) : Json(nullptr), mentionOf(c.reconstruction, m)));
    return collection(features);
}

std::string eventsJson(const Case& c) {
    Json list = Json::array();
    for (const model::Event& e : c.reconstruction.events) list.push_back(eventOf(c.reconstruction, e));
    return dump(list);
}

std::string eventsGeoJson(const Case& c) {
    const model::Reconstruction& r = c.reconstruction;
    Json features = Json::array();
    for (const model::Event& e : r.events) {
        Json geometry = nullptr;
        for (const auto* refs : {&e.from, &e.to})
            for (const model::PlaceRef& ref : *refs)
                if (const auto& place = r.mentions[ref.mention].place) geometry = point(place->where.at);
        features.push_back(feature(geometry, eventOf(r, e)));
    }
    return collection(features);
}

std::string routeGeoJson(const Case& c, bool others) {
    Json features = Json::array();
    const auto add = [&](const model::Itinerary& itinerary, const std::vector<RecordSide>& recorded) {
        for (std::size_t i = 0; i < itinerary.stops.size(); ++i)
            features.push_back(stopFeature(c.reconstruction, itinerary, itinerary.stops[i],
                                           i < recorded.size() ? recorded[i] : std::nullopt));
        for (const model::Leg& leg : itinerary.legs)
            features.push_back(legFeature(c.reconstruction, itinerary, leg));
    };
    const auto& told = c.reconstruction.itineraries;
    for (std::size_t i = 0; i < told.size(); ++i)
        add(told[i], i < c.recordSides.size() ? c.recordSides[i] : std::vector<RecordSide>{});
    for (const model::Itinerary& itinerary : c.reconstruction.others)
        if (others) add(itinerary, {});
    return collection(features);
}

std::string checkJson(const Case& c) {
    Json list = Json::array();
    for (const model::Finding& f : checked(c))
        list.push_back({{"kind", f.kind},
                        {"severity", f.severity},
                        {"message", f.message},
                        {"evidence", spansOf(f.evidence)},
                        {"rows", f.rows}});
    return dump(list);
}

std::string candidatesJson(const std::vector<geo::Candidate>& candidates, bool oneLine) {
    const Json list = candidatesOf(candidates);
    return oneLine ? list.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n" : dump(list);
}

}  // namespace retrace::app
