#include "gather/linked_places.hpp"

#include <algorithm>

#include "built.hpp"
#include "gather/features.hpp"
#include "gather/json_values.hpp"
#include "geo/error.hpp"

namespace retrace::gather {
namespace {

const std::string head =
    R"({"type":"FeatureCollection","@context":"https://raw.example.org/linkedplaces-context-v1.1.jsonld","features":[)";
const std::string marqab = R"({"@id":"https://example.org/places/m 1","type":"Feature",
 "properties":{"title":"Marqab","ccodes":["SY"]},
 "names":[{"toponym":"Margat"},{"toponym":"المرقب","lang":"ar"}],
 "types":[{"identifier":"aat:300006891","label":"castle"}],
 "geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[35.95,35.15]}]},
 "links":[{"type":"closeMatch","identifier":"gn:55"},{"type":"exactMatch","identifier":"http://www.wikidata.org/entity/Q5"},
          {"type":"primaryTopicOf","identifier":"wd:Q6"}]})";
const std::string plain =
    R"({"type":"Feature","properties":{"title":"Tall } Marj"},"names":[],"geometry":{"type":"Point","coordinates":[36.7,34.6]}})";

class LinkedPlaces : public Built {};

TEST_F(LinkedPlaces, aCollectionBecomesPlaces) {
    write("lp.json", head + marqab + ",\n" + plain + R"(],"name":"after"})");
    EXPECT_EQ(build({path("lp.json")}).taken, 2U);
    const geo::Place castle = place("user:lp:m-1");
    EXPECT_EQ(castle.name, "Marqab");
    EXPECT_EQ(castle.name_ar, "المرقب");
    EXPECT_EQ(castle.type, "building");
    EXPECT_EQ(castle.country, "SY");
    EXPECT_EQ(castle.sameAs, (std::vector<std::string>{"gn:55", "wd:Q5"}));
    EXPECT_NEAR(castle.where.at.lon, 35.95, 1e-6);
    EXPECT_EQ(best("Margat"), "user:lp:m-1");
    EXPECT_EQ(best("Tall Marj"), "user:tall-marj@34.6000,36.7000");
}

TEST_F(LinkedPlaces, oneFeatureALineIsReadToo) {
    std::string line = marqab;
    std::erase(line, '\n');
    write("lp.jsonl", line + "\n" + plain + "\n");
    EXPECT_EQ(build({path("lp.jsonl")}, Format::linkedPlaces).taken, 2U);
}

TEST_F(LinkedPlaces, thatAreCutKeepWhatIsWhole) {
    const std::string whole = head + plain + ",\n" + marqab + "]}";
    for (std::size_t length = head.size() + plain.size(); length + 2 < whole.size(); length += 7) {
        write("lp.json", whole.substr(0, length));
        const Report report = build({path("lp.json")});
        EXPECT_GE(report.taken, 1U) << length;
        ASSERT_EQ(report.refused.size(), 1U) << length;
        EXPECT_NE(report.refused[0].why.find("file ends"), std::string::npos) << length;
    }
}

TEST_F(LinkedPlaces, badFeaturesCostThemselvesOnly) {
    write(
        "lp.json",
        head + R"({"type":},)" + std::string(200, '[') + R"({"a":1})" + std::string(200, ']') + "," +
            R"({"properties":{"title":"No place"},"geometry":null},)" +
            R"({"properties":{"title":"Far"},"geometry":{"type":"Point","coordinates":[36,134]}},)" +
            R"({"properties":{"title":"Odd"},"names":7,"types":"x","links":{"a":1},"geometry":{"type":"Point","coordinates":["a",null]}},)" +
            plain + "]}");
    const Report report = build({path("lp.json")});
    EXPECT_EQ(report.taken, 1U);
    EXPECT_EQ(best("Tall Marj"), "user:tall-marj@34.6000,36.7000");
}

TEST_F(LinkedPlaces, featuresAreReadOneByOne) {
    const auto textsOf = [&](const std::string& bytes) {
        FeatureReader reader(write("f.json", bytes));
        std::vector<std::string> texts;
        while (reader.next()) texts.push_back(reader.text());
        return texts;
    };
    using Texts = std::vector<std::string>;
    EXPECT_EQ(textsOf(R"({"features":[{"a":"}]"},{"b":[{}]}],"c":{"d":1}})"),
              (Texts{R"({"a":"}]"})", R"({"b":[{}]})"}));
    EXPECT_EQ(textsOf(R"([{"a":1},{"b":"\"}"}])"), (Texts{R"({"a":1})", R"({"b":"\"}"})"}));
    EXPECT_EQ(textsOf(R"({"a":{"features":[1]}})"), Texts{R"({"a":{"features":[1]}})"});
    EXPECT_TRUE(textsOf("").empty());
    EXPECT_TRUE(textsOf("]]]}}}").empty());
}

TEST(JsonValues, deepTextsAreNoObjects) {
    EXPECT_FALSE(parseObject(std::string(100'000, '[')));
    EXPECT_FALSE(parseObject(R"({"a":)" + std::string(70, '[') + std::string(70, ']') + "}"));
    EXPECT_TRUE(
        parseObject(R"({"a":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["})"));
    EXPECT_FALSE(parseObject("[1]"));
}

}  // namespace
}  // namespace retrace::gather
