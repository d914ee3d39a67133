#include "document/json.hpp"

#include <nlohmann/json.hpp>

#include "fixture.hpp"

namespace retrace::document {
namespace {

using Json = nlohmann::json;

std::vector<model::Side> threeSides() {
    return {{.name = "Garrison", .called = {"we", "gov*"}, .tint = "#4a60A0", .hatch = 2},
            {.name = "Islanders \u00e9", .called = {"@enemy", "opp*"}},
            {.name = "Others", .called = {}, .tint = "", .hatch = 4}};
}

Json withSides() {
    Document document;
    document.sides = threeSides();
    return Json::parse(toJson(document));
}

/// The one line that refuses the document after `spoil`.
template <class Spoil>
std::string refusal(Spoil spoil) {
    Json json = withSides();
    spoil(json["sides"]);
    return messageOf([&] { (void)fromJson(json.dump(), "x.retrace"); });
}

void expectLine(const std::string& message, const std::string& part) {
    EXPECT_NE(message.find(part), std::string::npos) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
    EXPECT_LT(message.size(), 300U);
}

TEST(SidesJson, ReadWhatIsWritten) {
    Document document = sampleDocument();
    document.sides = threeSides();
    const std::string text = toJson(document);
    EXPECT_EQ(fromJson(text, "x"), document);
    EXPECT_EQ(fromJson(text, "x").sides, threeSides());
    EXPECT_EQ(toJson(fromJson(text, "x")), text);
}

TEST(SidesJson, WithoutThemNothingIsWrittenOfThem) {
    const std::string text = toJson(sampleDocument());
    EXPECT_EQ(text.find("\"sides\""), std::string::npos);
    EXPECT_EQ(toJson(fromJson(text, "x")), text);
    Json empty = Json::parse(text);
    empty["sides"] = Json::array();
    EXPECT_EQ(toJson(fromJson(empty.dump(), "x")), text) << "an empty list is none";
    empty["sides"] = nullptr;
    EXPECT_EQ(toJson(fromJson(empty.dump(), "x")), text);
}

TEST(SidesJson, TintHatchAndNamesByOmission) {
    Json json = withSides();
    for (Json& side : json["sides"]) {
        side.erase("tint");
        side.erase("hatch");
        side.erase("called");
    }
    const auto sides = fromJson(json.dump(), "x").sides;
    ASSERT_EQ(sides.size(), 3U);
    for (const auto& side : sides) {
        EXPECT_EQ(side.tint, "");
        EXPECT_EQ(side.hatch, 0);
        EXPECT_TRUE(side.called.empty());
    }
}

TEST(SidesJson, BadTints) {
    for (const char* tint :
         {"4A60A0", "#4A60A", "#4A60A00", "#4A60G0", "#", "red", "#+12345", "#-12345", "# 12345"})
        expectLine(refusal([&](Json& sides) { sides[0]["tint"] = tint; }),
                   "x.retrace/sides/0/tint: is no colour");
    expectLine(refusal([](Json& sides) { sides[0]["tint"] = 7; }), "/sides/0/tint: is no text");
}

TEST(SidesJson, BadHatches) {
    for (const double hatch : {-1.0, 5.0, 1e300})
        expectLine(refusal([&](Json& sides) { sides[1]["hatch"] = hatch; }), "/sides/1/hatch: lies outside");
    expectLine(refusal([](Json& sides) { sides[1]["hatch"] = "2"; }), "/sides/1/hatch: is no number");
}

TEST(SidesJson, BadNames) {
    expectLine(refusal([](Json& sides) { sides[1]["name"] = ""; }), "/sides/1/name: is empty");
    expectLine(refusal([](Json& sides) { sides[1].erase("name"); }), "/sides/1/name: is no text");
    expectLine(refusal([](Json& sides) { sides[1]["name"] = "Garrison"; }), "/sides/1/name: stands twice");
    for (const char* nobody : {"", "*", "@"})
        expectLine(refusal([&](Json& sides) {
                       sides[0]["called"] = Json::array({"we", nobody});
                   }),
                   "/sides/0/called/1: names nobody");
    expectLine(refusal([](Json& sides) { sides[0]["called"] = Json::array({1}); }),
               "/sides/0/called/0: is no text");
    expectLine(refusal([](Json& sides) { sides[0]["called"] = "we"; }), "/sides/0/called: is no list");
}

TEST(SidesJson, TooFewAndTooMany) {
    expectLine(refusal([](Json& sides) { sides.erase(1), sides.erase(1); }), "/sides: names one side");
    const auto grow = [](Json& sides, std::size_t to) {
        while (sides.size() < to) sides.push_back({{"name", "side " + std::to_string(sides.size())}});
    };
    expectLine(refusal([&](Json& sides) { grow(sides, 9); }), "/sides: names more than 8 sides");
    Json eight = withSides();
    grow(eight["sides"], 8);
    EXPECT_EQ(fromJson(eight.dump(), "x").sides.size(), 8U);
}

TEST(SidesJson, WrongTypes) {
    expectLine(refusal([](Json& sides) { sides = "two"; }), "/sides: is no list");
    expectLine(refusal([](Json& sides) { sides = Json::object({{"name", "A"}}); }), "/sides: is no list");
    expectLine(refusal([](Json& sides) { sides[2] = "Others"; }), "/sides/2");
    expectLine(refusal([](Json& sides) { sides[2] = nullptr; }), "/sides/2");
}

TEST(SidesJson, AStrangeKeyIsNotedNotRefused) {
    Json json = withSides();
    json["sides"][0]["flag"] = "blue";
    const auto parsed = parseDocument(json.dump(), "x.retrace");
    EXPECT_EQ(parsed.document.sides, threeSides());
    ASSERT_EQ(parsed.notes.size(), 1U);
    EXPECT_NE(parsed.notes.front().find("flag"), std::string::npos);
}

TEST(SidesJson, WhomASideIsCalledIsReadInSmallLettersAndAHatchIsWhole) {
    const std::string text =
        R"({"format":"retrace-document","version":1,"sides":[{"name":"A","called":["Army","@Enemy"],"hatch":HATCH},{"name":"B"}]})";
    const auto with = [&](const std::string& hatch) { return std::string(text).replace(text.find("HATCH"), 5, hatch); };
    const auto document = fromJson(with("2"), "a.retrace");
    EXPECT_EQ(document.sides[0].called, (std::vector<std::string>{"army", "@enemy"}));
    EXPECT_EQ(document.sides[0].hatch, 2);
    EXPECT_NE(messageOf([&] { (void)fromJson(with("2.7"), "a.retrace"); }).find("no whole number"), std::string::npos);
}

}  // namespace
}  // namespace retrace::document
