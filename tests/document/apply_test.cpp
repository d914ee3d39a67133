#include <gtest/gtest.h>

#include "document/verbs.hpp"
#include "fixture.hpp"

namespace retrace::document {
namespace {

// 0 We left Mora for Lund. 23 Lund was empty, and Mora burned.
std::vector<text::Source> towns() {
    return {text::readSource("a:b.txt", "We left Mora for Lund. Lund was empty, and Mora burned."),
            text::readSource("other.txt", "Nothing.")};
}

std::vector<model::RecordRow> record() {
    return {{.row = 2, .place = "Mora"}, {.row = 3, .place = "Lund"}};
}

Document done(const Document& document, const std::string& line) {
    return apply(document, parseRequest(line).value(), towns(), record());
}

std::string refusal(const std::string& line) {
    return messageOf([&] { (void)done({}, line); });
}

}  // namespace

TEST(Apply, ChoosesAPlaceForTheQuotedWords) {
    const Document document = done({}, "choose-place 8-12 gn:5 reason=\"the older one\"");
    ASSERT_EQ(document.decisions.size(), 1u);
    const model::Decision& decision = document.decisions[0];
    EXPECT_EQ(decision.anchor.words, "Mora");
    EXPECT_EQ(decision.anchor.quote.source, "a:b.txt");
    EXPECT_EQ(decision.certainty, "probable");
    EXPECT_EQ(decision.reason, "the older one");
    const auto& place = std::get<model::ChoosePlace>(decision.what);
    EXPECT_EQ(place.placeId, "gn:5");
    EXPECT_TRUE(place.allMentions);
    EXPECT_EQ(done({}, "choose-place a:b.txt:8-12 gn:5 reason=\"the older one\""), document);
}

TEST(Apply, ANewerDecisionTakesTheOldOnesPlace) {
    Document document = done({}, "choose-place 8-12 gn:5");
    document = done(document, "set-time 8-12 2024-12-05");
    document = done(document, "choose-point 8-12 14.5 61 radius=250 name=\"the old town\"");
    ASSERT_EQ(document.decisions.size(), 2u);
    const auto& place = std::get<model::ChoosePlace>(document.decisions[1].what);
    EXPECT_EQ(place.point, (geo::Whereabouts{{14.5, 61}, 250}));
    EXPECT_EQ(place.name, "the old town");
    // the same name elsewhere, for every mention of it
    document = done(document, "choose-place 43-47 gn:6");
    ASSERT_EQ(document.decisions.size(), 2u);
    EXPECT_EQ(std::get<model::ChoosePlace>(document.decisions[1].what).placeId, "gn:6");
    // only there: both stand
    document = done(document, "choose-place 8-12 gn:7 all=no");
    EXPECT_EQ(document.decisions.size(), 3u);
    document = done(document, "ignore-mention 8-12");
    ASSERT_EQ(document.decisions.size(), 3u);
    EXPECT_TRUE(std::holds_alternative<model::IgnoreMention>(document.decisions.back().what));
}

TEST(Apply, RejectsOneCandidateAfterAnotherAndForgetsOneOfThem) {
    Document document = done({}, "reject-candidate 8-12 gn:5 reason=\"on the other coast\"");
    document = done(document, "reject-candidate 8-12 gn:6");
    document = done(document, "reject-candidate 43-47 gn:6");  // the same name, the same place
    document = done(document, "choose-place 8-12 gn:7");
    ASSERT_EQ(document.decisions.size(), 3u);
    EXPECT_EQ(std::get<model::RejectCandidate>(document.decisions[0].what).placeId, "gn:5");
    EXPECT_EQ(document.decisions[0].reason, "on the other coast");
    EXPECT_EQ(std::get<model::RejectCandidate>(document.decisions[1].what).placeId, "gn:6");
    document = done(document, "forget-decision 8-12 kind=reject-candidate place=gn:5");
    ASSERT_EQ(document.decisions.size(), 2u);
    EXPECT_NE(refusal("reject-candidate 8-12"), "");
    EXPECT_NE(refusal("reject-candidate 8-12 \"\""), "");
}

TEST(Apply, SetsATimeAndSaysWhoDatedIt) {
    Document document;
    document.zone = "Asia/Damascus";
    document = done(document, "set-time 8-12 2024-12-05T06:00:00 certainty=certain");
    const auto byAnalyst = std::get<model::SetTime>(document.decisions[0].what);
    EXPECT_EQ(byAnalyst.span.earliest, timeline::toInstant({{2024, 12, 5}, 360, 0}, document.zone));
    EXPECT_EQ(byAnalyst.span.origins, std::vector<timeline::Origin>{timeline::Origin::decision});
    document = done(document, "set-time 8-12 2024-12-05 record=\"a paper\"");
    ASSERT_EQ(document.decisions.size(), 1u);
    const auto byRecord = std::get<model::SetTime>(document.decisions[0].what);
    EXPECT_EQ(byRecord.span.earliest, timeline::toInstant({{2024, 12, 5}, 0, 0}, document.zone));
    EXPECT_EQ(byRecord.span.origins, std::vector<timeline::Origin>{timeline::Origin::record});
    EXPECT_EQ(byRecord.recordRow, "a paper");
}

TEST(Apply, ForgetsADecision) {
    Document document = done(done({}, "choose-place 8-12 gn:5"), "set-time 8-12 2024-12-05");
    EXPECT_EQ(done(document, "forget-decision 9-10").decisions.size(), 0u);
    EXPECT_EQ(done(document, "forget-decision 8-12 kind=set-time").decisions.size(), 1u);
    EXPECT_EQ(done(document, "forget-decision 43-47 kind=choose-place").decisions.size(), 1u);  // all of Mora
    EXPECT_NE(messageOf([&] { (void)done(document, "forget-decision 17-21"); }).find("nothing was decided"),
              std::string::npos);
}

TEST(Apply, ChangesTheDocumentItself) {
    Document document = done({}, "set-title \"Two towns\"");
    document = done(document, "set-zone Europe/Stockholm");
    document = done(document, "set-reference-date 1999-12-31");
    document = done(document, "add-chapter 23-27 Empty caption=\"Nobody there.\"");
    document = done(document, "add-chapter 0-2 Leaving");
    EXPECT_EQ(document.title, "Two towns");
    EXPECT_EQ(document.zone, "Europe/Stockholm");
    EXPECT_EQ(document.referenceDate, (timeline::Date{1999, 12, 31}));
    ASSERT_EQ(document.chapters.size(), 2u);
    EXPECT_EQ(document.chapters[0].title, "Leaving");
    EXPECT_EQ(document.chapters[1].anchor.words, "Lund");
    EXPECT_EQ(done(document, "forget-chapter 23-24").chapters.size(), 1u);
    EXPECT_FALSE(done(document, "set-reference-date none").referenceDate);
}

TEST(Apply, SaysWhatIsWrong) {
    EXPECT_NE(refusal("choose-place 8-8 gn:5").find("the quote is '8-8'"), std::string::npos);
    EXPECT_NE(refusal("choose-place 8-4000 gn:5").find("only 55 letters"), std::string::npos);
    EXPECT_NE(refusal("choose-place none.txt:1-2 gn:5").find("name a source"), std::string::npos);
    EXPECT_NE(refusal("choose-place 99999999999999999999-3 gn:5").find("the quote"), std::string::npos);
    EXPECT_NE(refusal("choose-place 8-12 gn:5 all=maybe").find("yes or no"), std::string::npos);
    EXPECT_NE(refusal("choose-place 8-12 gn:5 certainty=sure").find("certain, probable"), std::string::npos);
    EXPECT_NE(refusal("choose-point 8-12 14.5 95").find("LAT is '95'"), std::string::npos);
    EXPECT_NE(refusal("choose-point 8-12 14.5 nan").find("LAT"), std::string::npos);
    EXPECT_NE(refusal("set-time 8-12 soon").find("the time is 'soon'"), std::string::npos);
    EXPECT_NE(refusal("set-reference-date 1999-13-01").find("the date"), std::string::npos);
    EXPECT_NE(refusal("play").find("does not change the document"), std::string::npos);
    EXPECT_FALSE(refusal("set-zone Nowhere/Town").empty());
}

TEST(Apply, SettlesWhoHeldAPlaceByTheWordsAndByARow) {
    Document document = done({}, "settle-control 8-12 place=gn:5 side=\"those they fought\" time=2024-12-05 reason=x");
    ASSERT_EQ(document.decisions.size(), 1u);
    const auto settled = std::get<model::SettleControl>(document.decisions[0].what);
    EXPECT_EQ(settled.place, "gn:5");
    EXPECT_EQ(settled.side, "those they fought");
    ASSERT_TRUE(settled.span);
    EXPECT_EQ(settled.span->earliest, timeline::toInstant({{2024, 12, 5}, 0, 0}, "UTC"));
    EXPECT_EQ(settled.span->origins, std::vector<timeline::Origin>{timeline::Origin::decision});
    document = done(document, "choose-place 8-12 gn:5");
    document = done(document, "settle-control 8-12 place=gn:6 ignore=yes");  // another place of the same words
    document = done(document, "settle-control record:3 side=\"those they fought\" certainty=possible");
    ASSERT_EQ(document.decisions.size(), 4u);
    EXPECT_EQ(document.decisions[3].anchor.words, "Lund");
    EXPECT_EQ(std::get<model::SettleControl>(document.decisions[3].what).row, 3u);
    document = done(document, "settle-control record:3 ignore=yes");  // takes the older one's place
    ASSERT_EQ(document.decisions.size(), 4u);
    EXPECT_TRUE(std::get<model::SettleControl>(document.decisions[3].what).ignored);
    document = done(document, "settle-control 8-12 ignore=yes");  // about every claim of the words
    ASSERT_EQ(document.decisions.size(), 3u);
    document = done(document, "forget-decision record:3");
    document = done(document, "forget-decision 8-12 kind=settle-control");
    ASSERT_EQ(document.decisions.size(), 1u);
    EXPECT_TRUE(std::holds_alternative<model::ChoosePlace>(document.decisions[0].what));

    EXPECT_NE(refusal("settle-control 8-12 side=Nobody").find("the sides are: the narrator's side"), std::string::npos);
    EXPECT_NE(refusal("settle-control record:9 ignore=yes").find("record:LINE"), std::string::npos);
    EXPECT_NE(refusal("settle-control record:x ignore=yes").find("record:LINE"), std::string::npos);
    EXPECT_NE(refusal("settle-control 8-12 time=soon").find("the time is 'soon'"), std::string::npos);
    EXPECT_NE(refusal("forget-decision record:2").find("nothing was decided"), std::string::npos);
    EXPECT_NE(refusal("choose-place record:2 gn:1"), "") << "a row names no place of the words";
}

TEST(Apply, NamesTheSides) {
    Document document = done({}, "set-side Locals called=local*,militia tint=#102030 hatch=3");
    ASSERT_EQ(document.sides.size(), 3u) << "beside the two that the words tell of";
    EXPECT_EQ(document.sides[2], (model::Side{"Locals", {"local*", "militia"}, "#102030", 3}));
    document = done(document, "settle-control 8-12 side=Locals");
    document = done(document, "set-side Locals name=\"The locals\"");
    EXPECT_EQ(document.sides[2].called.size(), 2u);
    EXPECT_EQ(std::get<model::SettleControl>(document.decisions[0].what).side, "The locals");
    document = done(document, "forget-side \"those they fought\"");
    EXPECT_EQ(document.sides.size(), 2u);
    EXPECT_NE(messageOf([&] { (void)done(document, "forget-side \"The locals\""); }).find("two sides"), std::string::npos);
    document.decisions.clear();  // their source is not in it
    EXPECT_EQ(fromJson(toJson(document), "again"), document);

    for (const char* wrong : {"set-side \"\"", "set-side A tint=red", "set-side A hatch=9", "set-side A called=x,,y",
                              "set-side A name=\"those they fought\"", "forget-side A"})
        EXPECT_NE(refusal(wrong), "") << wrong;
    for (const char* more : {"A", "B", "C", "D", "E", "F"}) document = done(document, std::string("set-side ") + more);
    EXPECT_NE(messageOf([&] { (void)done(document, "set-side G"); }).find("8 sides"), std::string::npos);
}

// Every verb that says it changes the document is carried out here, and no other.
TEST(Apply, KnowsTheVerbsThatChangeTheDocument) {
    for (const VerbDeclaration& verb : verbs()) {
        const std::string message = messageOf([&] { (void)apply({}, {verb.name, {}, {}}, towns()); });
        EXPECT_EQ(message.find("does not change the document") == std::string::npos, verb.changesDocument)
            << verb.name;
    }
}

}  // namespace retrace::document
