#include "app/settling.hpp"

#include "app/case.hpp"
#include "app/results.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

namespace retrace::app {
namespace {

model::Finding finding(const std::string& kind, const std::string& severity,
                       const std::string& message = "m") {
    return {kind, severity, message, {}, {}};
}

std::vector<std::string> kindsOf(const std::vector<model::Finding>& findings) {
    std::vector<std::string> kinds;
    for (const model::Finding& each : findings) kinds.push_back(each.kind);
    return kinds;
}

TEST(Settling, NamesComeFirstThenUndatedStopsThenTheRest) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    model::Reconstruction r;
    model::Event event;
    r.events = {event};
    r.itineraries.resize(1);
    r.itineraries[0].stops.push_back({.order = 1, .event = 0});
    r.findings = {finding("impossible-speed", "warning"), finding("figure-of-speech", "note"),
                  finding("ambiguous", "note"),           finding("alarm", "warning"),
                  finding("gazetteer-missing", "error"),  finding("unresolved", "note")};
    for (int i = 0; i < 50; ++i) {
        std::ranges::shuffle(r.findings, random);
        auto kinds = kindsOf(toBeSettled(r));
        ASSERT_EQ(kinds.size(), 7U);
        EXPECT_EQ(kinds[0], "gazetteer-missing");
        EXPECT_EQ(kinds[1], "alarm");
        EXPECT_EQ(kinds[4], "undated-stop");
        EXPECT_EQ(kinds[5], "impossible-speed");
        EXPECT_EQ(kinds[6], "figure-of-speech");
    }
}

TEST(Settling, ANameThatIsOnlySimilarIsToldOnceAPlace) {
    ::setenv("RETRACE_DATA", RETRACE_DATA, 1);
    const CaseOptions options;
    const Case c = derive(document::fromText("T", "We left Homz for Hama at six. Then we came back to Homz."),
                          openGazetteer(options), options);
    const auto similar = std::ranges::find(c.reconstruction.findings, "similar-only", &model::Finding::kind);
    const bool told = std::ranges::any_of(c.reconstruction.findings, [](const model::Finding& f) {
        return f.message.find("Homz") != std::string::npos;
    });
    EXPECT_TRUE(told);
    if (similar != c.reconstruction.findings.end()) {
        EXPECT_NE(similar->message.find("similar name"), std::string::npos);
    }
    EXPECT_LE(std::ranges::count(c.reconstruction.findings, "similar-only", &model::Finding::kind), 1);
    EXPECT_GE(std::ranges::count(c.reconstruction.findings, "undated-stop", &model::Finding::kind), 1);
}

TEST(Settling, ALostDecisionIsToldOnceAndDecidesNothing) {
    ::setenv("RETRACE_DATA", RETRACE_DATA, 1);
    const CaseOptions options;
    document::Opened opened = document::fromText("T", "They left Homs for Hama at six.");
    model::Decision decision;
    decision.anchor.quote.source = opened.texts[0].id;
    decision.anchor.quote.begin = 10;  // now "Homs"
    decision.anchor.quote.end = 14;
    decision.anchor.words = "Rasa";
    decision.what = model::IgnoreMention{};
    decision.certainty = "certain";
    opened.document.decisions = {decision};
    const Case c = derive(opened, openGazetteer(options), options);
    EXPECT_EQ(std::ranges::count(c.reconstruction.findings, "not-reanchored", &model::Finding::kind), 1);
    for (const model::PlaceMention& m : c.reconstruction.mentions)
        EXPECT_FALSE(m.ignored) << m.mention.surface;
    const std::string text = checkText(c);
    EXPECT_EQ(text.find("Rasa"), text.rfind("Rasa")) << text;
}

TEST(Settling, TheTextSaysARepeatedReasonOnce) {
    Case c;
    c.opened = document::fromText("T", "Mora here, Mora there and Sala.");
    c.reconstruction.sources = c.opened.texts;
    const std::string id = c.opened.texts[0].id;
    model::Finding first = finding("ambiguous", "note", "two places bear the name"), second = first,
                   third = first;
    first.evidence = {{id, 0, 4}, {id, 11, 15}};
    second.evidence = {{id, 26, 30}};
    third.severity = "warning";
    c.reconstruction.findings = {first, second, third};
    const std::string text = checkText(c);
    EXPECT_EQ(
        text,
        "note: ambiguous: two places bear the name\n    \u201cMora\u201d (2 times)\n    \u201cSala\u201d\n"
        "warning: ambiguous: two places bear the name\n");
}

}  // namespace
}  // namespace retrace::app
