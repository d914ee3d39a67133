#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "document/json.hpp"
#include "geo/error.hpp"
#include "text/letter_case.hpp"

namespace retrace::document {
namespace {

using Json = nlohmann::json;

constexpr std::size_t bytesLimit = 16u << 20, wordsLimit = 1u << 16, listLimit = 20000;
constexpr int depthLimit = 16;
constexpr int newestVersion = 1;

/// A key of a foreign file within one line of a message.
std::string shownKey(const std::string& key) {
    std::string shown = key.substr(0, 60);
    for (char& c : shown) {
        if (static_cast<unsigned char>(c) < ' ' || c == 127) c = ' ';
    }
    return shown;
}

/// One JSON value and where it stands: every complaint can say where.
class Node {
public:
    Node(const Json& value, std::string where, std::vector<std::string>& notes)
        : value_(value), where_(std::move(where)), notes_(notes) {}

    [[nodiscard]] Error wrong(const std::string& what) const {
        return Error(where_ + ": " + what + "; correct it in the file, or open an older copy");
    }
    [[nodiscard]] bool isNull() const { return value_.is_null(); }

    /// A member; a missing one reads as null.
    [[nodiscard]] Node at(const char* key) const {
        static const Json nothing;
        const auto found = value_.find(key);
        return {found == value_.end() ? nothing : *found, where_ + "/" + key, notes_};
    }
    /// Demands an object; members that nobody knows are noted.
    void object(const std::set<std::string>& known) const {
        if (!value_.is_object()) throw wrong("is no object");
        for (const auto& item : value_.items()) {
            if (!known.contains(item.key())) {
                notes_.push_back(where_ + ": '" + shownKey(item.key()) +
                                 "' is unknown and is left out when the document is saved");
            }
        }
    }
    [[nodiscard]] std::string words(const char* otherwise = nullptr) const {
        if (isNull() && otherwise != nullptr) return otherwise;
        if (!value_.is_string()) throw wrong("is no text");
        auto text = value_.get<std::string>();
        if (text.size() > wordsLimit) throw wrong("is longer than 64 kB");
        return text;
    }
    [[nodiscard]] bool yes(bool otherwise) const {
        if (isNull()) return otherwise;
        if (!value_.is_boolean()) throw wrong("is neither true nor false");
        return value_.get<bool>();
    }
    [[nodiscard]] std::size_t count() const {
        if (!value_.is_number_unsigned()) throw wrong("is no whole number from 0");
        return value_.get<std::size_t>();
    }
    [[nodiscard]] double number(double least, double most) const {
        if (!value_.is_number()) throw wrong("is no number");
        const auto x = value_.get<double>();
        if (!(x >= least && x <= most)) {
            throw wrong("lies outside " + std::to_string(least) + " to " + std::to_string(most));
        }
        return x;
    }
    [[nodiscard]] std::vector<Node> list() const {
        std::vector<Node> nodes;
        if (isNull()) return nodes;
        if (!value_.is_array()) throw wrong("is no list");
        if (value_.size() > listLimit) throw wrong("has more than 20000 rows");
        nodes.reserve(value_.size());
        for (std::size_t i = 0; i < value_.size(); ++i) {
            nodes.push_back({value_[i], where_ + "/" + std::to_string(i), notes_});
        }
        return nodes;
    }

private:
    const Json& value_;
    std::string where_;
    std::vector<std::string>& notes_;
};

std::string hashOf(const Node& node) {
    std::string hash = node.words("");
    const bool hex = hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!hash.empty() && (hash.size() != 64 || !hex))
        throw node.wrong("is no SHA-256 (64 hexadecimal digits)");
    return hash;
}

std::string pathOf(const Node& node) {
    std::string path = node.words();
    if (path.empty() || path.find('\0') != std::string::npos) throw node.wrong("is no path");
    return path;
}

SourceRef sourceOf(const Node& node) {
    node.object({"id", "path", "sha256", "title", "author", "published", "note"});
    SourceRef source{node.at("id").words(),      pathOf(node.at("path")),     hashOf(node.at("sha256")),
                     node.at("title").words(""), node.at("author").words(""), node.at("published").words(""),
                     node.at("note").words("")};
    if (source.id.empty()) throw node.at("id").wrong("is empty");
    return source;
}

model::Anchor anchorOf(const Node& node, const std::set<std::string>& sources) {
    const Node quote = node.at("quote");
    quote.object({"source", "begin", "end"});
    model::Anchor anchor{{quote.at("source").words(), quote.at("begin").count(), quote.at("end").count()},
                         node.at("words").words()};
    if (!sources.contains(anchor.quote.source)) throw quote.at("source").wrong("names none of the sources");
    if (anchor.quote.begin >= anchor.quote.end) throw quote.wrong("ends before it begins");
    if (anchor.words.empty()) throw node.at("words").wrong("is empty");
    return anchor;
}

std::optional<geo::Whereabouts> pointOf(const Node& node) {
    if (node.isNull()) return std::nullopt;
    node.object({"lon", "lat", "radius_m"});
    return geo::Whereabouts{{node.at("lon").number(-180, 180), node.at("lat").number(-90, 90)},
                            node.at("radius_m").number(0, 20037508)};
}

std::optional<timeline::Instant> instantOf(const Node& node, const std::string& zone) {
    if (node.isNull()) return std::nullopt;
    const auto instant = timeline::parseIso(node.words(), zone);
    if (!instant) throw node.wrong("is no time; write ISO 8601 like 2024-12-05T06:00:00+03:00");
    return instant;
}

model::ChoosePlace choosePlaceOf(const Node& node) {
    model::ChoosePlace place{node.at("place").words(""), pointOf(node.at("point")), node.at("name").words(""),
                             node.at("all_mentions").yes(true)};
    if (place.placeId.empty() == !place.point) throw node.wrong("needs either 'place' (an id) or 'point'");
    return place;
}

timeline::Span spanOf(const Node& node, const std::string& zone, timeline::Origin origin) {
    const timeline::Span span{instantOf(node.at("earliest"), zone), instantOf(node.at("latest"), zone), {origin}};
    if (span.earliest && span.latest && *span.latest < *span.earliest) {
        throw node.at("latest").wrong("lies before 'earliest'");
    }
    return span;
}

model::SetTime setTimeOf(const Node& node, const std::string& zone) {
    const std::string row = node.at("record").words("");
    const model::SetTime time{
        spanOf(node, zone, row.empty() ? timeline::Origin::decision : timeline::Origin::record), row};
    if (!time.span.earliest && !time.span.latest) throw node.wrong("sets neither 'earliest' nor 'latest'");
    return time;
}

model::SettleControl settleControlOf(const Node& node, const std::string& zone) {
    model::SettleControl settled{.place = node.at("place").words(""),
                                 .side = node.at("side").words(""),
                                 .ignored = node.at("ignored").yes(false)};
    if (!node.at("row").isNull()) settled.row = node.at("row").count();
    const auto span = spanOf(node, zone, timeline::Origin::decision);
    if (span.earliest || span.latest) settled.span = span;
    return settled;
}

model::Decision decisionOf(const Node& node, const std::set<std::string>& sources, const std::string& zone) {
    model::Decision decision;
    const std::string kind = node.at("kind").words();
    std::set<std::string> known = {"kind", "quote", "words", "certainty", "reason"};
    if (kind == "choose-place") {
        known.insert({"place", "point", "name", "all_mentions"});
    } else if (kind == "set-time") {
        known.insert({"earliest", "latest", "record"});
    } else if (kind == "ignore-mention") {
        known.insert("all_mentions");
    } else if (kind == "reject-candidate") {
        known.insert("place");
    } else if (kind == "settle-control") {
        known.insert({"row", "place", "side", "earliest", "latest", "ignored"});
    } else {
        throw node.at("kind").wrong(
            "is none of choose-place, set-time, ignore-mention, reject-candidate, settle-control");
    }
    node.object(known);
    if (node.at("row").isNull()) {
        decision.anchor = anchorOf(node, sources);
    } else {
        decision.anchor.words = node.at("words").words();
    }
    if (kind == "choose-place") decision.what = choosePlaceOf(node);
    if (kind == "set-time") decision.what = setTimeOf(node, zone);
    if (kind == "ignore-mention") decision.what = model::IgnoreMention{node.at("all_mentions").yes(false)};
    if (kind == "reject-candidate") decision.what = model::RejectCandidate{node.at("place").words()};
    if (kind == "settle-control") decision.what = settleControlOf(node, zone);
    decision.certainty = node.at("certainty").words("probable");
    if (!std::set<std::string>{"certain", "probable", "possible"}.contains(decision.certainty)) {
        throw node.at("certainty").wrong("is none of certain, probable, possible");
    }
    decision.reason = node.at("reason").words("");
    return decision;
}

Chapter chapterOf(const Node& node, const std::set<std::string>& sources) {
    node.object({"title", "caption", "quote", "words", "camera"});
    Chapter chapter{node.at("title").words(""), node.at("caption").words(""), anchorOf(node, sources), {}};
    if (const Node camera = node.at("camera"); !camera.isNull()) {
        camera.object({"lon", "lat", "zoom"});
        chapter.camera = geo::Camera{{camera.at("lon").number(-180, 180), camera.at("lat").number(-90, 90)},
                                     camera.at("zoom").number(geo::minimumZoom, geo::maximumZoom)};
    }
    return chapter;
}

model::Side sideOf(const Node& node) {
    node.object({"name", "called", "tint", "hatch"});
    model::Side side{.name = node.at("name").words()};
    if (side.name.empty()) throw node.at("name").wrong("is empty; a side has a name");
    for (const Node& called : node.at("called").list()) {
        side.called.push_back(text::lowerCase(called.words()));
        if (side.called.back().empty() || side.called.back() == "*" || side.called.back() == "@")
            throw called.wrong("names nobody");
    }
    side.tint = node.at("tint").words("");
    if (!model::isTint(side.tint)) throw node.at("tint").wrong("is no colour such as #4A60A0");
    constexpr double hatches = 4;
    const double hatch = node.at("hatch").isNull() ? 0 : node.at("hatch").number(0, hatches);
    side.hatch = static_cast<int>(hatch);
    if (hatch != side.hatch) throw node.at("hatch").wrong("is no whole number");
    return side;
}

std::vector<model::Side> sidesOf(const Node& node) {
    constexpr std::size_t most = 8;
    std::vector<model::Side> sides;
    const auto nodes = node.list();
    if (nodes.size() > most) throw node.wrong("names more than 8 sides");
    for (const Node& each : nodes) {
        sides.push_back(sideOf(each));
        const auto same = [&](const model::Side& side) { return side.name == sides.back().name; };
        if (std::count_if(sides.begin(), sides.end(), same) > 1) throw each.at("name").wrong("stands twice");
    }
    if (sides.size() == 1) throw node.wrong("names one side; a front has two or more");
    return sides;
}

std::optional<timeline::Date> dateOf(const Node& node) {
    if (node.isNull()) return std::nullopt;
    const std::string text = node.words();
    const auto instant = timeline::parseIso(text, "+00:00");
    if (text.size() != 10 || !instant) throw node.wrong("is no date; write one like 2025-01-31");
    return timeline::toLocal(*instant, "+00:00").date;
}

Json parseJson(const std::string& text, const std::string& name) {
    if (text.size() > bytesLimit) throw Error(name + ": a document of more than 16 MB; split it");
    std::vector<std::set<std::string>> keys;  // of the objects that are open
    const auto guard = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (depth > depthLimit) throw Error(name + ": nested too deep for a document; open another file");
        if (event == Json::parse_event_t::object_start) keys.emplace_back();
        if (event == Json::parse_event_t::object_end) keys.pop_back();
        if (event == Json::parse_event_t::key && !keys.back().insert(parsed.get<std::string>()).second) {
            throw Error(name + ": the key '" + shownKey(parsed.get<std::string>()) +
                        "' stands twice in one object; keep the one that is meant");
        }
        return true;
    };
    try {
        return Json::parse(text, guard);
    } catch (const Json::exception& e) {
        throw Error(name + ": no JSON (" + e.what() + "); open another file or an older copy");
    }
}

}  // namespace

ParsedDocument parseDocument(const std::string& text, const std::filesystem::path& nameForErrors) {
    const std::string name = nameForErrors.string();
    const Json json = parseJson(text, name);
    ParsedDocument parsed;
    const Node root(json, name, parsed.notes);
    if (!json.is_object() || json.value("format", Json()) != "retrace-document") {
        throw Error(name + ": no Retrace document ('format' is missing); give a text or a .retrace file");
    }
    const std::size_t version = root.at("version").count();
    if (version > newestVersion) {
        throw Error(name + ": made by a newer Retrace (document version " + std::to_string(version) +
                    "); update the program");
    }
    root.object({"format", "version", "title", "zone", "reference_date", "sources", "records", "sides", "decisions",
                 "chapters"});
    Document& document = parsed.document;
    document.title = root.at("title").words("");
    document.zone = root.at("zone").words("");
    if (!document.zone.empty()) timeline::requireZone(document.zone);
    document.referenceDate = dateOf(root.at("reference_date"));
    std::set<std::string> ids;
    for (const Node& node : root.at("sources").list()) {
        document.sources.push_back(sourceOf(node));
        if (!ids.insert(document.sources.back().id).second) throw node.at("id").wrong("stands twice");
    }
    for (const Node& node : root.at("records").list()) {
        node.object({"path", "sha256"});
        document.records.push_back({pathOf(node.at("path")), hashOf(node.at("sha256"))});
    }
    document.sides = sidesOf(root.at("sides"));
    for (const Node& node : root.at("decisions").list()) {
        document.decisions.push_back(decisionOf(node, ids, document.zone.empty() ? "UTC" : document.zone));
    }
    for (const Node& node : root.at("chapters").list()) document.chapters.push_back(chapterOf(node, ids));
    return parsed;
}

Document fromJson(const std::string& text, const std::filesystem::path& nameForErrors) {
    return parseDocument(text, nameForErrors).document;
}

}  // namespace retrace::document
