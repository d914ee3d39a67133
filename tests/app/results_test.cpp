#include "app/results.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace retrace::app {
namespace {

using Json = nlohmann::json;

/// An account with letters of two, three and four bytes before everything that is named.
Case caseWithAllKinds() {
    Case c;
    c.opened = document::fromText("T",
                                  "\u201c\u0645\u062f\u064a\u0646\u0629\u201d \U0001F6A9 We left "
                                  "Saint-\u00c9loi, the \"old\" town, for Nowhere.");
    model::Reconstruction& r = c.reconstruction;
    r.zone = "Europe/Paris";
    r.sources = c.opened.texts;
    const std::u32string& letters = r.sources[0].letters;
    const auto quote = [&](const std::string& words) {
        const std::u32string wanted = text::utf32(words);
        const std::size_t at = letters.find(wanted);
        return text::Quote{r.sources[0].id, at, at + wanted.size()};
    };
    model::PlaceMention placed;
    placed.mention.quote = quote("Saint-\u00c9loi");
    placed.mention.surface = "Saint-\u00c9loi";
    placed.mention.role = text::Role::stop;
    placed.decided = model::Decided::automatic;
    placed.confidence = 0.5;
    geo::Place place;
    place.id = "gn:1";
    place.name = "Saint-\u00c9loi, the \"old\"";
    place.type = "town";
    place.where = {{2.5, 48.25}, 800};
    placed.place = place;
    placed.candidates = {{place, 0.75, {"its name, letter for letter", "near"}, "test"}};
    placed.why = "first line\nsecond line";
    model::PlaceMention open;
    open.mention.quote = quote("Nowhere");
    open.mention.surface = "Nowhere";
    open.mention.repeats = quote("We");
    r.mentions = {placed, open};

    model::Event event;
    event.id = "e@1";
    event.order = event.told = 1;
    event.kind = "withdraw";
    event.from = {{0}};
    event.to = {{1}};
    event.when.span.earliest = timeline::toInstant({{2023, 5, 3}, 360, 0}, r.zone);
    event.when.span.origins = {timeline::Origin::words};
    event.when.clock = timeline::ClockSpan{360, std::nullopt};
    event.evidence = {quote("We left Saint-\u00c9loi, the \"old\" town, for Nowhere.")};
    r.events = {event};
    model::Stop from{.order = 1, .event = 0, .mention = 0, .place = place};
    model::Stop to{.order = 2, .event = 0, .mention = 1};
    model::Leg leg{.fromStop = 0, .toStop = 1, .path = {{2.5, 48.25}, {2.6, 48.3}}, .distance_m = 9000};
    r.itineraries = {{"we", {from, to}, {leg}}};
    r.findings = {{"unresolved", "warning", "no gazetteer has Nowhere", {open.mention.quote}, {3}}};
    return c;
}

void expectKeys(const Json& value, const std::vector<std::string>& keys, const std::string& what) {
    for (const std::string& key : keys) EXPECT_TRUE(value.contains(key)) << what << " lacks " << key;
}

void expectSpan(const Json& value, const std::string& what) {
    expectKeys(value, {"source", "start", "end"}, what);
    EXPECT_TRUE(value["start"].is_number_unsigned() && value["end"].is_number_unsigned()) << what;
}

TEST(PlacesJson, HasEveryKeyOfTheContract) {
    const Json list = Json::parse(placesJson(caseWithAllKinds()));
    ASSERT_EQ(list.size(), 2U);
    for (const Json& mention : list) {
        expectKeys(mention,
                   {"source", "start", "end", "surface", "paragraph", "repeats", "role", "decided",
                    "confidence", "place", "candidates"},
                   "places");
        expectSpan(mention, "places");
        EXPECT_EQ(mention["paragraph"], 1);
    }
    expectKeys(list[0]["place"], {"id", "name", "name_ar", "type", "lon", "lat", "radius_m"}, "place");
    EXPECT_TRUE(list[0]["place"]["name_ar"].is_null());
    EXPECT_TRUE(list[0]["repeats"].is_null());
    expectKeys(list[0]["candidates"][0], {"id", "name", "lon", "lat", "score", "reasons"}, "candidate");
    EXPECT_EQ(list[0]["decided"], "auto");
    EXPECT_TRUE(list[1]["place"].is_null());
    EXPECT_EQ(list[1]["candidates"], Json::array());
    EXPECT_EQ(list[1]["decided"], "undecided");
    expectSpan(list[1]["repeats"], "repeats");
}

TEST(PlacesJson, CountsCodePoints) {
    const Case c = caseWithAllKinds();
    for (const Json& mention : Json::parse(placesJson(c))) {
        const std::size_t start = mention["start"], end = mention["end"];
        EXPECT_EQ(
            text::utf8(std::u32string_view(c.reconstruction.sources[0].letters).substr(start, end - start)),
            mention["surface"].get<std::string>());
    }
}

TEST(EventsJson, HasEveryKeyOfTheContract) {
    const Json list = Json::parse(eventsJson(caseWithAllKinds()));
    ASSERT_EQ(list.size(), 1U);
    const Json& event = list[0];
    expectKeys(event,
               {"id", "order", "kind", "status", "presence", "voice", "actor", "from", "to", "via", "when",
                "evidence"},
               "events");
    EXPECT_TRUE(event["actor"].is_null());
    EXPECT_EQ(event["via"], Json::array());
    expectKeys(event["to"][0], {"mention", "place", "candidates"}, "to");
    expectSpan(event["to"][0]["mention"], "to");
    EXPECT_TRUE(event["to"][0]["place"].is_null());
    EXPECT_EQ(event["from"][0]["candidates"], Json::array({"gn:1"}));
    expectKeys(event["when"], {"earliest", "latest", "best", "clock", "day", "origins"}, "when");
    EXPECT_EQ(event["when"]["earliest"], "2023-05-03T06:00:00+02:00");
    EXPECT_TRUE(event["when"]["latest"].is_null());
    EXPECT_TRUE(event["when"]["best"].is_null());
    EXPECT_EQ(event["when"]["clock"], (Json{{"from", "06:00"}, {"to", nullptr}}));
    EXPECT_EQ(event["when"]["day"], "open");
    EXPECT_EQ(event["when"]["origins"], Json::array({"words"}));
    expectSpan(event["evidence"][0], "evidence");
}

TEST(EventsJson, HasNoClockWhereTheWordsGiveNone) {
    Case c = caseWithAllKinds();
    c.reconstruction.events[0].when = {};
    const Json when = Json::parse(eventsJson(c))[0]["when"];
    EXPECT_TRUE(when.contains("clock") && when["clock"].is_null());
    EXPECT_EQ(when["origins"], Json::array());
}

TEST(RouteGeoJson, HasEveryKeyOfTheContract) {
    const Json route = Json::parse(routeGeoJson(caseWithAllKinds()));
    EXPECT_EQ(route["type"], "FeatureCollection");
    ASSERT_EQ(route["features"].size(), 3U);
    for (const Json& feature : route["features"]) {
        EXPECT_EQ(feature["type"], "Feature");
        const Json& p = feature["properties"];
        if (p["kind"] == "stop")
            expectKeys(p,
                       {"order", "event_id", "actor", "presence", "name", "place_id", "radius_m", "earliest",
                        "latest", "best", "evidence"},
                       "stop");
        else
            expectKeys(
                p, {"from_order", "to_order", "basis", "distance_m", "earliest", "latest", "speed_kmh_min"},
                "leg");
    }
    EXPECT_EQ(route["features"][0]["geometry"], (Json{{"type", "Point"}, {"coordinates", {2.5, 48.25}}}));
    const Json& undecided = route["features"][1];
    EXPECT_TRUE(undecided["geometry"].is_null());
    EXPECT_TRUE(undecided["properties"]["place_id"].is_null());
    EXPECT_EQ(undecided["properties"]["name"], "Nowhere");
    EXPECT_EQ(route["features"][2]["geometry"]["type"], "LineString");
    EXPECT_TRUE(route["features"][2]["properties"]["speed_kmh_min"].is_null());
}

TEST(CheckJson, HasEveryKeyOfTheContract) {
    const Json list = Json::parse(checkJson(caseWithAllKinds()));
    ASSERT_EQ(list.size(), 1U);
    expectKeys(list[0], {"kind", "severity", "message", "evidence", "rows"}, "check");
    EXPECT_EQ(list[0]["rows"], Json::array({3}));
}

TEST(CandidatesJson, HasEveryKeyAndOneLineWhereAsked) {
    const auto candidates = caseWithAllKinds().reconstruction.mentions[0].candidates;
    const std::string line = candidatesJson(candidates, true);
    EXPECT_EQ(line.find('\n'), line.size() - 1);
    EXPECT_EQ(Json::parse(line), Json::parse(candidatesJson(candidates, false)));
    expectKeys(Json::parse(line)[0], {"id", "name", "name_ar", "type", "lon", "lat", "score", "reasons"},
               "candidates");
    EXPECT_EQ(candidatesJson({}, true), "[]\n");
}

TEST(CandidatesJson, ADecimalIsWrittenAsItIsMeant) {
    auto candidates = caseWithAllKinds().reconstruction.mentions[0].candidates;
    for (int score = 0; score <= 10; ++score) {
        candidates[0].score = score * 0.1;
        const std::string line = candidatesJson(candidates, true);
        const auto at = line.find("\"score\":") + 8;
        EXPECT_LE(line.find(',', at) - at, 3U) << line;  // "0.3", not "0.30000000000000004"
    }
}

TEST(CandidatesJson, BytesThatAreNoUtf8DoNotStopIt) {
    geo::Candidate odd;
    odd.place.id = "user:1";
    odd.place.name = "Gr\xFCnau";
    odd.reasons = {"\xC3"};
    for (const bool oneLine : {true, false}) {
        const Json list = Json::parse(candidatesJson({odd}, oneLine));
        EXPECT_EQ(list[0]["name"], "Gr\uFFFDnau");
    }
}

TEST(Json, IsAnArrayForAnEmptyCase) {
    for (const auto& result : {placesJson({}), eventsJson({}), checkJson({})})
        EXPECT_EQ(Json::parse(result), Json::array());
    EXPECT_EQ(Json::parse(routeGeoJson({}))["features"], Json::array());
}

/// RFC 4180 by the letter: CRLF, quotes where needed and doubled, as many cells in every row.
std::vector<std::vector<std::string>> rowsOf(const std::string& csv) {
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        std::string& cell = rows.back().back();
        if (quoted) {
            if (csv[i] != '"')
                cell += csv[i];
            else if (i + 1 < csv.size() && csv[i + 1] == '"')
                cell += csv[++i];
            else
                quoted = false;
        } else if (csv[i] == '"') {
            EXPECT_TRUE(cell.empty()) << "a quote inside of a bare cell";
            quoted = true;
        } else if (csv[i] == ',') {
            rows.back().emplace_back();
        } else if (csv[i] == '\r') {
            EXPECT_EQ(csv.substr(i, 2), "\r\n");
            ++i;
            rows.emplace_back(1);
        } else {
            EXPECT_NE(csv[i], '\n') << "a bare line end";
            cell += csv[i];
        }
    }
    EXPECT_FALSE(quoted);
    EXPECT_EQ(rows.back(), std::vector<std::string>(1)) << "no line end at the end";
    rows.pop_back();
    for (const auto& row : rows) EXPECT_EQ(row.size(), rows.front().size());
    return rows;
}

TEST(Csv, QuotesByRfc4180) {
    const Case c = caseWithAllKinds();
    const auto places = rowsOf(placesCsv(c));
    ASSERT_EQ(places.size(), 3U);
    const auto cellOf = [](const auto& rows, std::size_t row, const std::string& column) {
        for (std::size_t i = 0; i < rows[0].size(); ++i)
            if (rows[0][i] == column) return rows[row].at(i);
        ADD_FAILURE() << "no column " << column;
        return std::string();
    };
    EXPECT_EQ(cellOf(places, 1, "name"), "Saint-\u00c9loi, the \"old\"");
    EXPECT_EQ(cellOf(places, 1, "why"), "first line\nsecond line");
    EXPECT_EQ(cellOf(places, 1, "lon"), "2.500000");
    EXPECT_EQ(cellOf(places, 2, "place_id"), "");
    const auto events = rowsOf(eventsCsv(c));
    EXPECT_EQ(cellOf(events, 1, "earliest"), "2023-05-03T06:00:00+02:00");
    EXPECT_EQ(cellOf(events, 1, "words"), "We left Saint-\u00c9loi, the \"old\" town, for Nowhere.");
    EXPECT_EQ(rowsOf(routeCsv(c)).size(), 3U);
    EXPECT_EQ(rowsOf(checkCsv(c)).size(), 2U);
    EXPECT_EQ(rowsOf(candidatesCsv("a, \"b\"", c.reconstruction.mentions[0].candidates))[0][0], "a, \"b\"");
}

TEST(Text, NamesTheUndecidedAndTheWords) {
    const Case c = caseWithAllKinds();
    EXPECT_NE(placesText(c).find("undecided"), std::string::npos);
    EXPECT_NE(eventsText(c).find("\u201cWe left Saint-\u00c9loi"), std::string::npos);
    EXPECT_NE(routeText(c).find("Nowhere (undecided)"), std::string::npos);
    EXPECT_NE(checkText(c).find("unresolved"), std::string::npos);
    EXPECT_EQ(checkText({}), "nothing found\n");
    EXPECT_NE(eventsText(c).find("withdraw (executed, seen)"), std::string::npos) << "nobody named: no slot";
}

}  // namespace
}  // namespace retrace::app
