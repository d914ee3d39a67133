#include "document/json.hpp"

#include <nlohmann/json.hpp>

#include "fixture.hpp"

namespace retrace::document {
namespace {

using Json = nlohmann::json;

std::string refusal(const Json& json) {
    return messageOf([&] { (void)fromJson(json.dump(), "x.retrace"); });
}

}  // namespace

TEST(DocumentJson, ReadsWhatItWrites) {
    const Document document = sampleDocument();
    const std::string text = toJson(document);
    EXPECT_EQ(fromJson(text, "x"), document);
    EXPECT_EQ(toJson(fromJson(text, "x")), text);
    EXPECT_EQ(text.back(), '\n');
    EXPECT_EQ(text.substr(0, 49), "{\n  \"format\": \"retrace-document\",\n  \"version\": 1,");
}

TEST(DocumentJson, AnEmptyDocumentReads) {
    EXPECT_EQ(fromJson(toJson({}), "x"), Document{});
    EXPECT_EQ(fromJson(R"({"format":"retrace-document","version":1})", "x"), Document{});
}

TEST(DocumentJson, SaysWhereItIsWrong) {
    const Json good = Json::parse(toJson(sampleDocument()));
    Json bad = good;
    bad["decisions"][1]["point"]["lat"] = 97;
    EXPECT_NE(refusal(bad).find("x.retrace/decisions/1/point/lat: lies outside"), std::string::npos)
        << refusal(bad);
    bad = good;
    bad["decisions"][0]["quote"]["begin"] = -1;
    EXPECT_NE(refusal(bad).find("/decisions/0/quote/begin"), std::string::npos);
    bad = good;
    bad["decisions"][0]["quote"]["source"] = "other.txt";
    EXPECT_NE(refusal(bad).find("names none of the sources"), std::string::npos);
    bad = good;
    bad["decisions"][2]["earliest"] = "soon";
    EXPECT_NE(refusal(bad).find("/decisions/2/earliest: is no time"), std::string::npos);
    bad = good;
    bad["decisions"][0]["certainty"] = "very";
    EXPECT_NE(refusal(bad).find("/certainty"), std::string::npos);
    bad = good;
    bad["decisions"][0]["kind"] = "guess";
    EXPECT_NE(refusal(bad).find("/decisions/0/kind"), std::string::npos);
    bad = good;
    bad["sources"][0]["sha256"] = "12";
    EXPECT_NE(refusal(bad).find("SHA-256"), std::string::npos);
    bad = good;
    bad["sources"].push_back(bad["sources"][0]);
    EXPECT_NE(refusal(bad).find("stands twice"), std::string::npos);
    bad = good;
    bad["chapters"] = "none";
    EXPECT_NE(refusal(bad).find("/chapters: is no list"), std::string::npos);
    bad = good;
    bad["reference_date"] = "1941-02-30";
    EXPECT_NE(refusal(bad).find("/reference_date"), std::string::npos);
    bad = good;
    bad["zone"] = "Mars/Base";
    EXPECT_FALSE(refusal(bad).empty());
    bad = good;
    bad["sources"][0]["title"] = std::string(70000, 'x');
    EXPECT_NE(refusal(bad).find("longer than"), std::string::npos);
}

TEST(DocumentJson, RefusesANewerVersionAndNotesAnUnknownKey) {
    Json json = Json::parse(toJson(sampleDocument()));
    json["decisions"][0]["colour"] = "red";
    const ParsedDocument parsed = parseDocument(json.dump(), "x");
    ASSERT_EQ(parsed.notes.size(), 1u);
    EXPECT_NE(parsed.notes[0].find("/decisions/0: 'colour'"), std::string::npos);
    EXPECT_EQ(parsed.document, sampleDocument());
    json["version"] = 2;
    EXPECT_NE(refusal(json).find("newer"), std::string::npos);
}

TEST(DocumentJson, AKeyThatStandsTwiceIsNamed) {
    const std::string head = R"({"format":"retrace-document","version":1)";
    const auto refusal = [](const std::string& json) { return messageOf([&] { (void)fromJson(json, "a.retrace"); }); };
    EXPECT_NE(refusal(head + R"(,"title":"a","zone":"","title":"b"})").find("a.retrace: the key 'title' stands twice"),
              std::string::npos);
    EXPECT_NE(refusal(head + R"(,"sources":[{"id":"a","path":"b"},{"id":"c","path":"d","id":"e"}]})").find("'id'"),
              std::string::npos);
    EXPECT_NE(refusal(head + R"(,"x":{"y":[{"z":1},{"z":2,"\u007a":3}]}})").find("'z'"), std::string::npos);
    EXPECT_EQ(refusal(head + R"(,"a\nb":1,"a\nb":2})").find('\n'), std::string::npos);
    // the same key in different objects is no repetition
    EXPECT_EQ(fromJson(head + R"(,"title":"t","sources":[{"id":"a","path":"b","title":""},{"id":"c","path":"d","title":""}]})", "a").title, "t");
}

TEST(DocumentJson, RefusesWhatIsNoDocument) {
    for (const char* text : {"", "{", "[]", "3", "{}", R"({"format":"else","version":1})", "\xff\xfe",
                             R"({"format":"retrace-document"})"}) {
        EXPECT_FALSE(messageOf([&] { (void)fromJson(text, "x"); }).empty()) << text;
    }
    const std::string deep =
        R"({"format":"retrace-document","version":1,"title":)" + std::string(100000, '[');
    EXPECT_NE(messageOf([&] { (void)fromJson(deep, "x"); }).find("nested"), std::string::npos);
}

}  // namespace retrace::document
