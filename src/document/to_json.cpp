#include <nlohmann/json.hpp>

#include "document/document.hpp"

namespace retrace::document {
namespace {

using Json = nlohmann::ordered_json;

std::string digits(int number, std::size_t width) {
    std::string text = std::to_string(number);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

Json dateJson(const std::optional<timeline::Date>& date) {
    if (!date) return nullptr;
    return digits(date->year, 4) + '-' + digits(date->month, 2) + '-' + digits(date->day, 2);
}

Json instantJson(const std::optional<timeline::Instant>& instant, const std::string& zone) {
    if (!instant) return nullptr;
    return timeline::isoText(*instant, zone);
}

void addAnchor(Json& json, const model::Anchor& anchor) {
    json["quote"] = {
        {"source", anchor.quote.source}, {"begin", anchor.quote.begin}, {"end", anchor.quote.end}};
    json["words"] = anchor.words;
}

Json sourceJson(const SourceRef& source) {
    return {{"id", source.id},         {"path", source.path.generic_string()},
            {"sha256", source.sha256}, {"title", source.title},
            {"author", source.author}, {"published", source.published},
            {"note", source.note}};
}

struct AddWhat {
    Json& json;
    const std::string& zone;

    void operator()(const model::ChoosePlace& place) const {
        if (place.point) {
            json["point"] = {{"lon", place.point->at.lon},
                             {"lat", place.point->at.lat},
                             {"radius_m", place.point->radius_m}};
        } else {
            json["place"] = place.placeId;
        }
        if (!place.name.empty()) json["name"] = place.name;
        json["all_mentions"] = place.allMentions;
    }
    void operator()(const model::SetTime& time) const {
        json["earliest"] = instantJson(time.span.earliest, zone);
        json["latest"] = instantJson(time.span.latest, zone);
        if (!time.recordRow.empty()) json["record"] = time.recordRow;
    }
    void operator()(const model::IgnoreMention& ignore) const { json["all_mentions"] = ignore.allMentions; }
    void operator()(const model::RejectCandidate& reject) const { json["place"] = reject.placeId; }
    void operator()(const model::SettleControl& settled) const {
        if (settled.row) json["row"] = *settled.row;
        if (!settled.place.empty()) json["place"] = settled.place;
        if (!settled.side.empty()) json["side"] = settled.side;
        if (settled.span) {
            json["earliest"] = instantJson(settled.span->earliest, zone);
            json["latest"] = instantJson(settled.span->latest, zone);
        }
        if (settled.ignored) json["ignored"] = true;
    }
};

Json decisionJson(const model::Decision& decision, const std::string& zone) {
    Json json;
    json["kind"] = model::decisionKinds[decision.what.index()];
    if (model::rowOf(decision))
        json["words"] = decision.anchor.words;
    else
        addAnchor(json, decision.anchor);
    std::visit(AddWhat{json, zone}, decision.what);
    json["certainty"] = decision.certainty;
    json["reason"] = decision.reason;
    return json;
}

Json chapterJson(const Chapter& chapter) {
    Json json = {{"title", chapter.title}, {"caption", chapter.caption}};
    addAnchor(json, chapter.anchor);
    json["camera"] = nullptr;
    if (chapter.camera) {
        json["camera"] = {{"lon", chapter.camera->center.lon},
                          {"lat", chapter.camera->center.lat},
                          {"zoom", chapter.camera->zoom}};
    }
    return json;
}

Json sideJson(const model::Side& side) {
    Json json{{"name", side.name}, {"called", side.called}, {"tint", nullptr}, {"hatch", nullptr}};
    if (!side.tint.empty()) json["tint"] = side.tint;
    if (side.hatch > 0) json["hatch"] = side.hatch;
    return json;
}

}  // namespace

std::string toJson(const Document& document) {
    Json json = {{"format", "retrace-document"},
                 {"version", 1},
                 {"title", document.title},
                 {"zone", document.zone},
                 {"reference_date", dateJson(document.referenceDate)}};
    json["sources"] = Json::array();
    json["records"] = Json::array();
    // A document that names none is written as before there were any.
    for (const model::Side& side : document.sides) json["sides"].push_back(sideJson(side));
    json["decisions"] = Json::array();
    json["chapters"] = Json::array();
    for (const SourceRef& source : document.sources) json["sources"].push_back(sourceJson(source));
    for (const RecordRef& record : document.records) {
        json["records"].push_back({{"path", record.path.generic_string()}, {"sha256", record.sha256}});
    }
    for (const model::Decision& decision : document.decisions) {
        json["decisions"].push_back(decisionJson(decision, document.zone.empty() ? "UTC" : document.zone));
    }
    for (const Chapter& chapter : document.chapters) json["chapters"].push_back(chapterJson(chapter));
    std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
    text += '\n';
    return text;
}

}  // namespace retrace::document
