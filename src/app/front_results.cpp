#include "app/front_results.hpp"

#include "app/front_shapes.hpp"
#include "app/results.hpp"
#include "front/stated.hpp"
#include "text/source.hpp"
#include "timeline/calendar_words.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace retrace::app {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double per) {
    return std::round(value * per) / per;
}
double share(double p) {
    return rounded(p, 1e4);
}

Json pointOf(const geo::LonLat& p) {
    return Json::array({rounded(p.lon, 1e6), rounded(p.lat, 1e6)});
}

std::string sideName(const model::Reconstruction& r, std::size_t side) {
    return side < r.sides.size() ? r.sides[side].name : std::string();
}

Json sideOrNull(const model::Reconstruction& r, const std::optional<std::size_t>& side) {
    return side ? Json(sideName(r, *side)) : Json(nullptr);
}

const front::Field& fieldOf(const Case& c, model::Whose whose) {
    return whose == model::Whose::narrator ? *c.front.told
           : whose == model::Whose::record ? *c.front.recorded
                                           : *c.front.both;
}

Json feature(const char* type, Json coordinates, Json properties) {
    return {{"type", "Feature"},
            {"geometry", {{"type", type}, {"coordinates", std::move(coordinates)}}},
            {"properties", std::move(properties)}};
}

Json pathJson(const std::vector<geo::LonLat>& path) {
    Json list = Json::array();
    for (const auto& p : path) list.push_back(pointOf(p));
    return list;
}

// As RFC 7946 (3.1.6) wants them: the outer ring counterclockwise, holes clockwise.
Json ringsJson(std::vector<std::vector<geo::LonLat>> rings) {
    Json list = Json::array();
    for (auto& ring : rings) {
        double twice = 0;  // the area, positive counterclockwise
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            twice += ring[j].lon * ring[i].lat - ring[i].lon * ring[j].lat;
        if ((twice < 0) == list.empty()) std::ranges::reverse(ring);
        list.push_back(pathJson(ring));
    }
    return list;
}

Json shapeFeature(const Case& c, const FrontShape& shape, model::Whose whose) {
    Json properties{{"kind", nameOf(shape.kind)}, {"of", nameOf(whose)}};
    const auto& r = c.reconstruction;
    if (shape.kind == FrontShape::Kind::area)
        properties.update({{"side", sideName(r, shape.side)}, {"p_min", shape.low}, {"p_max", shape.high}});
    if (shape.kind == FrontShape::Kind::line || shape.kind == FrontShape::Kind::band)
        properties["sides"] = {sideName(r, shape.side), sideName(r, shape.other)};
    if (shape.kind == FrontShape::Kind::line)
        return feature("LineString", pathJson(shape.paths.front()), std::move(properties));
    return feature("Polygon", ringsJson(shape.paths), std::move(properties));
}

Json instantOf(const std::optional<timeline::Instant>& t, const std::string& zone) {
    return t ? Json(timeline::isoText(*t, zone)) : Json(nullptr);
}

Json claimJson(const model::Reconstruction& r, std::size_t number) {
    const auto& claim = r.claims[number];
    Json json{{"claim", number},
              {"what", nameOf(claim.kind)},
              {"place", claim.place ? Json(claim.place->name) : Json(nullptr)},
              {"side", sideOrNull(r, claim.party)},
              {"before", sideOrNull(r, claim.before)},
              {"certainty", claim.certainty},
              {"weight", share(claim.weight)},
              {"earliest", instantOf(claim.when.earliest, r.zone)},
              {"latest", instantOf(claim.when.latest, r.zone)},
              {"evidence", nullptr},
              {"row", nullptr}};
    if (claim.quote)
        json["evidence"] = {
            {"source", claim.quote->source}, {"start", claim.quote->begin}, {"end", claim.quote->end}};
    if (claim.record) json["row"] = r.record[*claim.record].row;
    return json;
}

bool isOf(const model::ControlClaim& claim, model::Whose whose) {
    return whose == model::Whose::both || claim.record.has_value() == (whose == model::Whose::record);
}

Json pointJson(const Case& c, const FrontAsked& asked, const geo::LonLat& at) {
    const auto& field = fieldOf(c, asked.whose);
    const auto& r = c.reconstruction;
    const auto control = front::controlAt(field, at, asked.at);
    Json p = Json::object();
    for (std::size_t s = 0; s < r.sides.size(); ++s) p[r.sides[s].name] = share(control.p[s]);
    Json claims = Json::array();
    for (const auto& part : front::decidingAt(field, at, asked.at)) {
        auto claim = claimJson(r, part.claim);
        claim["share"] = share(part.weight);
        claims.push_back(std::move(claim));
    }
    return {{"lon", at.lon}, {"lat", at.lat}, {"p", std::move(p)},
            {"support", share(control.support)}, {"stated", control.support >= front::statedSupport},
            {"claims", std::move(claims)}};
}

// A place that is claimed, with what the front says of it.
struct Held {
    std::string place;
    geo::LonLat at;
    front::Control control;
    std::size_t likeliest = 0;
};

std::vector<Held> heldPlaces(const Case& c, const FrontAsked& asked) {
    const auto& r = c.reconstruction;
    const auto& field = fieldOf(c, asked.whose);
    std::vector<Held> out;
    for (const auto& claim : r.claims) {
        if (!claim.place || !isOf(claim, asked.whose)) continue;
        const auto& at = claim.place->where.at;
        if (std::ranges::any_of(out, [&](const auto& held) { return held.at == at; })) continue;
        Held held{claim.place->name, at, front::controlAt(field, at, asked.at), 0};
        held.likeliest = static_cast<std::size_t>(std::ranges::max_element(held.control.p) -
                                                  held.control.p.begin());
        out.push_back(std::move(held));
    }
    std::ranges::stable_sort(out, std::greater{}, [](const auto& held) { return held.at.lat; });
    return out;
}

std::string percent(double p) {
    return std::to_string(std::lround(p * 100)) + " %";
}

}  // namespace

std::string frontGeoJson(const Case& c, const FrontAsked& asked) {
    const auto& r = c.reconstruction;
    Json features = Json::array();
    for (const auto& shape : shapesOf(fieldOf(c, asked.whose), asked.at))
        features.push_back(shapeFeature(c, shape, asked.whose));
    for (std::size_t i = 0; i < r.claims.size(); ++i) {
        const auto& claim = r.claims[i];
        if (!claim.place || !isOf(claim, asked.whose) || claim.at > asked.at) continue;
        Json properties{{"kind", "claim"}};
        properties.update(claimJson(r, i));
        features.push_back(feature("Point", pointOf(claim.place->where.at), std::move(properties)));
    }
    const Json collection{{"type", "FeatureCollection"}, {"features", std::move(features)}};
    return collection.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string frontText(const Case& c, const FrontAsked& asked) {
    const auto& r = c.reconstruction;
    std::string out = asked.whose == model::Whose::narrator ? "by the narrator's words"
                      : asked.whose == model::Whose::record ? "by other sources' records"
                                                            : "by the narrator's words and other sources' records";
    const auto clock = model::clockFace(r, asked.at);
    out.append(", ").append(clock.date).append(clock.time.empty() ? "" : " ").append(clock.time).append("\n");
    const auto places = heldPlaces(c, asked);
    if (places.empty()) return out + "nobody is told to hold a place on the map\n";
    std::size_t widest = 0;
    for (const auto& held : places) widest = std::max(widest, text::utf32(held.place).size());
    for (const auto& held : places) {
        out += "  " + held.place + std::string(widest - text::utf32(held.place).size() + 2, ' ');
        if (held.control.support < front::statedSupport)
            out += "not stated\n";
        else
            out += sideName(r, held.likeliest) + ", " + percent(held.control.p[held.likeliest]) + "; support " +
                   percent(held.control.support) + "\n";
    }
    return out;
}

std::string frontCsv(const Case& c, const FrontAsked& asked) {
    const auto& r = c.reconstruction;
    std::string out = "place,lon,lat,stated,side,p,support\n";
    for (const auto& held : heldPlaces(c, asked)) {
        const bool stated = held.control.support >= front::statedSupport;
        out += csvCell(held.place) + ',' + Json(held.at.lon).dump() + ',' + Json(held.at.lat).dump() + ',' +
               (stated ? "yes" : "no") + ',' + (stated ? csvCell(sideName(r, held.likeliest)) : "") + ',' +
               Json(share(held.control.p[held.likeliest])).dump() + ',' +
               Json(share(held.control.support)).dump() + '\n';
    }
    return out;
}

std::string frontPointsJson(const Case& c, const FrontAsked& asked, const std::vector<geo::LonLat>& points) {
    Json list = Json::array();
    for (const auto& point : points) list.push_back(pointJson(c, asked, point));
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string frontPointsCsv(const Case& c, const FrontAsked& asked, const std::vector<geo::LonLat>& points) {
    const auto& r = c.reconstruction;
    std::string out = "lon,lat,support";
    for (const auto& side : r.sides) out += ',' + csvCell(side.name);
    out += '\n';
    for (const auto& point : points) {
        const auto control = front::controlAt(fieldOf(c, asked.whose), point, asked.at);
        out += Json(point.lon).dump() + ',' + Json(point.lat).dump() + ',' + Json(share(control.support)).dump();
        for (const double p : control.p) out += ',' + Json(share(p)).dump();
        out += '\n';
    }
    return out;
}

}  // namespace retrace::app
