// Every example that stands beside an expression of time in the files of the language; and the notation.

#include "text/structure.hpp"
#include "text/times.hpp"

#include "geo/error.hpp"
#include "told.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <sstream>

namespace retrace::text {
namespace {

std::string two(int n) {
    return (n < 10 ? "0" : "") + std::to_string(n);
}

std::string dateText(const timeline::Date& d) {
    std::string out = d.year > 0 ? std::to_string(d.year) : "";
    if (d.month > 0) out += (out.empty() ? "" : "-") + two(d.month) + '-' + two(d.day);
    if (d.month == 0 && d.day > 0) out = "?-" + two(d.day);
    return out;
}

// "3d", "90m", "none"
std::string secondsText(const std::optional<std::int64_t>& s) {
    if (!s) return "none";
    return *s > 0 && *s % timeline::day == 0 ? std::to_string(*s / timeline::day) + 'd'
                                             : std::to_string(*s / timeline::minute) + 'm';
}

// What an example may ask of an expression: "date", "clock" ... with their values, and bare words.
std::map<std::string, std::string> told(const FoundTime& f, const Source& source) {
    constexpr const char* relations[] = {"at", "from", "until", "before", "after", "during"};
    constexpr const char* suns[] = {"fajr", "sunrise", "dhuhr", "asr", "maghrib", "isha"};
    constexpr const char* lights[] = {"prayer", "dawn", "sunrise", "sunset", "dark"};
    const TimeExpression& t = f.time;
    std::map<std::string, std::string> out{{relations[static_cast<int>(t.relation)], ""}};
    std::string quote = words(source, t.quote);
    std::ranges::replace(quote, ' ', '-');
    out["words"] = quote;
    if (t.date) out["date"] = dateText(*t.date);
    if (t.days)
        out["days"] =
            dateText(t.days->first) + (t.days->first == t.days->last ? "" : '/' + dateText(t.days->last));
    if (t.weekday) out["weekday"] = std::to_string(*t.weekday + 1);
    if (t.clock) out["clock"] = timeline::clockText(*t.clock);
    if (t.dayOffset) out["day"] = std::to_string(*t.dayOffset);
    if (t.lowSeconds || t.highSeconds) {
        out["low"] = secondsText(t.lowSeconds);
        out["high"] = secondsText(t.highSeconds);
    }
    if (t.prayer) out["sun"] = suns[static_cast<int>(*t.prayer)];
    if (t.light != timeline::SunEvent::prayer) out["light"] = lights[static_cast<int>(t.light)];
    if (t.midnight) out["midnight"];
    if (t.approximate) out["about"];
    if (t.lasts) out["lasts"];
    if (f.figure) out["figure"];
    return out;
}

struct Found {
    std::vector<std::map<std::string, std::string>> told;
    std::vector<std::size_t> rules;
    std::string all;
};

Found foundIn(std::string text, const Language& language) {
    std::erase_if(text, [](char c) { return c == '{' || c == '}'; });
    for (std::size_t at = text.find(" / "); at != std::string::npos; at = text.find(" / "))
        text.replace(at, 3, "\n\n");
    const Source source = readSource("t", text);
    const Tokens tokens = tokensOf(source, language);
    Found out;
    for (const FoundTime& f : timesOf(source, tokens, structureOf(source, tokens))) {
        if (f.noSuchDay) continue;
        out.told.push_back(told(f, source));
        out.rules.push_back(f.rule);
        out.all += "\n   ";
        for (const auto& [key, value] : out.told.back())
            out.all += ' ' + key + (value.empty() ? "" : '=' + value);
    }
    return out;
}

bool fits(const std::map<std::string, std::string>& told, const std::string& expected) {
    std::istringstream in(expected);
    for (std::string word; in >> word;) {
        const std::size_t equals = word.find('=');
        const auto at = told.find(word.substr(0, equals));
        if (at == told.end() || (equals != std::string::npos && at->second != word.substr(equals + 1)))
            return false;
    }
    return true;
}

void expectExample(const Example& example, const std::string& name, std::optional<std::size_t> rule,
                   const Language& language) {
    const Found found = foundIn(example.text, language);
    for (const std::string& expected : example.expected) {
        const bool holds =
            expected == "nothing"
                ? found.told.empty()
                : std::ranges::any_of(found.told, [&](const auto& t) { return fits(t, expected); });
        EXPECT_TRUE(holds) << name << ", line " << example.line << ": " << example.text << "\n  wanted "
                           << expected << "\n  found" << (found.all.empty() ? " nothing" : found.all);
        if (!rule || expected == "nothing") continue;
        EXPECT_TRUE(std::ranges::find(found.rules, *rule) != found.rules.end())
            << name << ", line " << example.line << ": found by another rule";
    }
}

TEST(TimeGrammar, ExamplesBesideExpressions) {
    const TimeGrammar& time = english().time;
    std::size_t count = 0;
    for (std::size_t r = 0; r < time.rules.size(); ++r)
        for (const Example& example : time.rules[r].examples) {
            expectExample(example, time.rules[r].name, r, english());
            ++count;
        }
    for (const auto& [name, example] : time.examples) expectExample(example, name, std::nullopt, english());
    EXPECT_GT(count, 60u);
}

TEST(TimeGrammar, EveryExpressionHasAnExample) {
    for (const TimeRule& rule : english().time.rules) EXPECT_FALSE(rule.examples.empty()) << rule.name;
}

std::string messageOf(const std::string& text) {
    try {
        (void)timeGrammarOf({{"x.txt", text}});
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

TEST(TimeGrammar, FaultsAreToldWithFileAndLine) {
    const std::pair<const char*, const char*> cases[]{
        {"time tea at-five\n    five\n", "time KIND NAME"},
        {"time clock\n    five\n", "time KIND NAME"},
        {"time clock x\n", "has no words"},
        {"phrase a b\n    x\n", "a name of one word"},
        {"phrase a\n", "has no words"},
        {"phrase day\n    x\n", "what digits look like"},
        {"time clock x\n    -> hour 1\n", "no words stand before"},
        {"time clock x\n    at -> o'clock 1\n", "nothing about time is called"},
        {"time clock x\n    at -> hour six\n", "is no value of hour"},
        {"time clock x\n    at -> relation near\n", "is no value of relation"},
        {"time clock x\n    at -> unit 3 weeks\n", "is no value of unit"},
        {"time clock x\n    at -> clock 25:00\n", "is no value of clock"},
        {"time date x\n    mai -> month 13\n", "is no value of month"},
        {"time duration x\n    ever -> unit 99999 days\n", "is no value of unit"},
        {"time clock x\n    at <noon\n", "< wants its >"},
        {"time clock x\n    at <noon>\n", "no phrase is called"},
        {"time clock x\n    at <hour digits 1to2>\n", "LOW-HIGH"},
        {"time clock x\n    at [the\n", "wants its end"},
        {"time clock x\n    at (the | a\n", "wants its end"},
        {"time clock x\n    at the]\n", "too many"},
        {"time clock x\n    at + the\n", "right before"},
        {"time clock x\n    at the|\n", "stands between two words"},
        {"time clock x\n    at @nothing\n", "no class is called"},
        {"time clock x\n    @modal at\n", "begins with a word"},
        {"time clock x\n    <mark> at\n", "begins with a word"},
        {"time clock x\n    [at]\n", "begins with a word"},
        {"phrase p\n    a <p>\ntime clock x\n    at <p>\n", "names itself"},
        {"phrase p\n    a b\ntime clock x\n    mid-<p>\n", "joined to a phrase of single words"},
        {"time clock x\n    at\n    \"At six.\"\n", "wants ->"},
    };
    for (const auto& [text, wanted] : cases) {
        const std::string message = messageOf(text);
        EXPECT_NE(message.find(wanted), std::string::npos) << text << "\n  said: " << message;
        EXPECT_TRUE(message.starts_with("x.txt line ")) << text << message;
    }
}

// The longest counts, then the first rule; a capital in the file wants one in the text.
TEST(TimeGrammar, TheLongestThenTheFirst) {
    const Language l = languageOf({{"x.txt",
                                    "phrase month\n    Mai -> month 5\n"
                                    "time date short\n    <day> <month>\n"
                                    "time date long\n    <day> <month> <year>\n"
                                    "time year never\n    <day> <month> <year>\n"}});
    EXPECT_EQ(foundIn("3 Mai 1944", l).rules, (std::vector<std::size_t>{1}));
    EXPECT_EQ(foundIn("3 Mai", l).rules, (std::vector<std::size_t>{0}));
    EXPECT_TRUE(foundIn("3 mai", l).rules.empty());
}

// Phrases that name others twice, thirty deep.
TEST(TimeGrammar, PhrasesDoNotGrowWithoutEnd) {
    std::string text = "phrase p0\n    a b\n";
    for (int i = 1; i <= 30; ++i) {
        const std::string inner = " <p" + std::to_string(i - 1) + ">";
        text += "phrase p" + std::to_string(i) + "\n   " + inner + inner + "\n";
    }
    EXPECT_NE(messageOf(text + "time clock x\n    <p30>\n").find("too many ways"), std::string::npos);
}

// Every word may be left out, in every order: tried for a while only.
TEST(TimeGrammar, ManyWaysEnd) {
    std::string pattern = "    a";
    for (int i = 0; i < 40; ++i) pattern += " [<any>]";
    const Language l = languageOf({{"x.txt", "time year x\n" + pattern + " never <year>\n"}});
    std::string text;
    for (int i = 0; i < 200; ++i) text += "a ";
    EXPECT_TRUE(foundIn(text, l).rules.empty());
}

// A rule that forgets what its kind needs finds nothing; values stay where they belong.
TEST(TimeGrammar, WhatIsMissingOrTooLargeIsNotFound) {
    const Language l = languageOf({{"x.txt",
                                    "time date x\n    on <day>\n"
                                    "time month y\n    m <month digits>\n"
                                    "time clocks z\n    from <clock> to noon\n"}});
    for (const char* words : {"on 7", "m 13", "m 0", "from 6:30 to noon"})
        EXPECT_TRUE(foundIn(words, l).rules.empty()) << words;
    EXPECT_EQ(foundIn("m 12", l).rules.size(), 1u);
}

// Whatever is typed into the file: an Error, or a grammar that reads on.
TEST(TimeGrammar, BrokenFilesAreRefused) {
    std::string good;
    for (const LanguageFile& file : englishFiles())
        if (file.name == "times.txt") good = file.text;
    ASSERT_FALSE(good.empty());
    const std::string text =
        "On 7 May 1944 at half past six in the evening, two days later, in early June 1943, "
        "for more than a week, before dawn.";
    std::mt19937 random(5);
    std::size_t refused = 0;
    for (int i = 0; i < 300; ++i) {
        std::string bytes = good;
        for (int n = static_cast<int>(random() % 6); n >= 0; --n) {
            const std::size_t at = random() % bytes.size();
            const std::string signs = "[]()<>|!+@-;\n ->\"1a";
            switch (random() % 3) {
                case 0:
                    bytes[at] = signs[random() % signs.size()];
                    break;
                case 1:
                    bytes.erase(at, random() % 40);
                    break;
                default:
                    bytes.insert(at, 1, signs[random() % signs.size()]);
            }
        }
        try {
            std::vector<LanguageFile> files{{"x.txt", bytes}};
            for (const LanguageFile& file : englishFiles())
                if (file.name == "words.txt" || file.name == "function_words.txt") files.push_back(file);
            const Language l = languageOf(files);
            const Found found = foundIn(text, l);
            EXPECT_LE(found.rules.size(), 20u);
        } catch (const Error&) {
            ++refused;
        }
    }
    EXPECT_GT(refused, 30u);
    EXPECT_LT(refused, 300u);
}

// German puts its words otherwise; the program is the same.
TEST(TimeGrammar, AnotherLanguage) {
    const Language german =
        languageOf({{"x.txt",
                     "class month\n    märz dezember\nendings day\n    .\n"
                     "phrase monat\n    März -> month 3\n    Dezember -> month 12\n"
                     "phrase zahl\n    drei -> value 3\n    sechs -> value 6\n"
                     "phrase tageszeit\n    morgens -> half am\n    abends -> half pm\n"
                     "time date tag\n    [am] <day> [.] <monat> [<year>]\n"
                     "time clock halb\n    [um] halb <hour zahl> [<tageszeit>] -> lacking 30\n"
                     "time clock uhr\n    um <hour zahl> uhr [<tageszeit>]\n"
                     "time day spaeter\n    <count zahl> tage danach -> shift 1\n"
                     "time duration lang\n    <count zahl> stunden lang -> unit 1 hour; lasts\n"}});
    const auto told = foundIn(
                          "Am 7. Dezember 1944 gingen wir um halb sechs abends; drei Tage danach um sechs "
                          "Uhr, sechs Stunden lang.",
                          german)
                          .told;
    ASSERT_EQ(told.size(), 4u);
    EXPECT_EQ(told[0].at("date"), "1944-12-07");
    EXPECT_EQ(foundIn("Am 3 MÄRZ", german).told.at(0).at("date"), "03-03");
    EXPECT_EQ(told[1].at("clock"), "17:30/17:30");
    EXPECT_EQ(told[2].at("day"), "3");
    EXPECT_EQ(told[2].at("clock"), "06:00/06:00");
    EXPECT_EQ(told[3].at("low"), "360m");
    EXPECT_TRUE(told[3].contains("lasts"));
}

}  // namespace
}  // namespace retrace::text
