#include "text/language.hpp"

#include "geo/error.hpp"
#include "text/reading.hpp"
#include "told.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace retrace::text {
namespace {

std::string messageOf(const std::string& text) {
    try {
        (void)languageOf({{"x.txt", text}});
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

TEST(Language, FaultsAreToldWithFileAndLine) {
    const std::pair<const char*, const char*> cases[]{
        {"    words\n", "line 1"},
        {"\nclass empty\n", "line 2"},
        {"zebra crossing\n", "\"zebra\" begins nothing"},
        {"action fly-away\n    go\n", "no action is called"},
        {"action move\n    go/went/gone/going/goes/x\n", "line 2"},
        {"endings future\n    x > y\n", "no form is called"},
        {"endings past\n    e ed\n", "ENDING > FORM"},
        {"sense go\n    wander: after 1 x\n", "a sense begins with an action"},
        {"sense go\n    move: after 1 @nobody-knows\n", "no class is called"},
        {"sense go\n    \"We went.\" move\n", "wants ->"},
        {"clause a\n    if sky blue\n    then done\n", "nothing that a test can look at"},
        {"clause a\n    if is passive\n", "does nothing"},
        {"clause a\n    then vanish\n", "no effect is called"},
        {"clause a\n    then tell\n", "wants own, other"},
        {"clause a\n    then roles * hero\n", "wants a role"},
        {"clause a\n    if actor king\n    then done\n", "\"king\" is no actor"},
        {"clause a\n    maybe done\n", "begins with if, then or a quotation mark"},
        {"place own\n    then stop\n", "place GROUP NAME"},
        {"place own x\n    then hero\n", "gives one role"},
    };
    for (const auto& [text, wanted] : cases) {
        const std::string message = messageOf(text);
        EXPECT_NE(message.find(wanted), std::string::npos) << text << "\n  said: " << message;
        EXPECT_TRUE(message.starts_with("x.txt line ")) << message;
    }
}

TEST(Language, RegularFormsAreBuilt) {
    const Language l = languageOf({{"x.txt",
                                    "endings past\n    Cy > Cied\n    e > ed\n    > ed\n"
                                    "endings ing\n    e > ing\n    > ing\n"
                                    "action move\n    hurry move march go/went/gone/going/goes\n"}});
    EXPECT_TRUE(l.verbForm("hurried").past);
    EXPECT_TRUE(l.verbForm("moving").ing);
    EXPECT_TRUE(l.verbForm("marched").participle);
    EXPECT_TRUE(l.verbForm("goes").third);
    EXPECT_EQ(l.verbForm("went").action, Action::move);
    EXPECT_FALSE(l.verbForm("goed").verb());
}

TEST(Language, EndingsLeadBack) {
    const Language l = languageOf({{"x.txt",
                                    "endings singular\n    woods > woods\n    ies > y\n    s >\n"
                                    "endings possessive\n    's >\n    s' > s\n"
                                    "endings manner\n    ly\n"}});
    EXPECT_EQ(l.singular("villages"), "village");
    EXPECT_EQ(l.singular("cities"), "city");
    EXPECT_EQ(l.singular("woods"), "woods");
    EXPECT_EQ(l.singular("hill"), "hill");
    EXPECT_EQ(inflected("army's", l.possessives), "army");
    EXPECT_EQ(inflected("allies'", l.possessives), "allies");
    EXPECT_TRUE(l.is("slowly", Cue::adverb));
    EXPECT_FALSE(l.is("only", Cue::adverb));
}

TEST(Language, EnglishHasEveryClassThatTheReaderAsksFor) {
    const Language& e = english();
    CueSet cues;
    for (const auto& [word, set] : e.cues) cues |= set;
    for (std::size_t i = 0; i < cueCount; ++i) EXPECT_TRUE(cues.test(i)) << nameOf(static_cast<Cue>(i));
    std::uint64_t tags = 0;
    for (const auto& [word, set] : e.tags) tags |= set;
    for (std::size_t i = 0; i < tagCount; ++i)
        EXPECT_NE(tags & bit(static_cast<Tag>(i)), 0u) << nameOf(static_cast<Tag>(i));
}

// A language is its files: with other words the same program reads other sentences.
TEST(Language, AnotherSetOfFilesIsAnotherLanguage) {
    const Language toy =
        languageOf({{"toy.txt",
                     "class self-word\n    wi\n"
                     "class preposition\n    ad\n"
                     "class narrator-name\n    wi\n"
                     "actions goes\n    move\n"
                     "action move\n    marca/marcim/marcim\n"
                     "clause deed\n    if actor self\n    if action move\n    then tell own\n"
                     "    then done\n"
                     "own done\n    then executed\n"
                     "place own there\n    if action @goes\n    then stop\n"}});
    const Source source = readSource("t", "Wi marcim ad Brest.");
    const Reading r = read(
        source,
        [](std::string_view name) {
            return NameHit{name == "Brest", name == "Brest"};
        },
        toy);
    EXPECT_EQ(told(r), std::vector<std::string>{"move executed narrator seen | stop Brest"});
    EXPECT_EQ(r.statements.front().rules, (std::vector<std::string>{"deed", "done"}));
}

TEST(Language, EveryRuleOfEnglishHasAName) {
    const Language& e = english();
    EXPECT_GT(e.clauseRules.size(), 60u);
    for (const auto* rules : {&e.clauseRules, &e.ownRules, &e.otherRules})
        for (const ClauseRule& rule : *rules) EXPECT_FALSE(rule.name.empty()) << "line " << rule.line;
}

}  // namespace
}  // namespace retrace::text
