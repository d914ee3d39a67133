// Every example that stands beside a rule of the language.

#include "text/language.hpp"
#include "text/reading.hpp"

#include "geo/error.hpp"
#include "told.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace retrace::text {
namespace {

// The example's words without its braces; the names in them are the only known ones.
struct Posed {
    std::string words;
    std::vector<std::string> names;
};

Posed posed(std::string text) {
    Posed out;
    for (std::size_t at = text.find(" / "); at != std::string::npos; at = text.find(" / "))
        text.replace(at, 3, "\n\n");
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{') out.names.emplace_back();
        bool inside = false;
        if (text[i] != '{' && text[i] != '}') {
            out.words += text[i];
            const std::size_t open = text.rfind('{', i), close = text.rfind('}', i);
            inside = open != std::string::npos && (close == std::string::npos || close < open);
        }
        if (inside) out.names.back() += text[i];
    }
    return out;
}

Reading readExample(const Example& example, const Language& language = english()) {
    const Posed p = posed(example.text);
    return read(
        readSource("t", p.words),
        [names = p.names](std::string_view name) {
            const bool known = std::ranges::find(names, name) != names.end();
            return NameHit{known, known, false, false, 1000, known ? 1.0 : 0.0};
        },
        language);
}

// "withdraw other-actor origin=Velden": each word must hold of the statement.
bool fits(const Statement& s, const Reading& r, const std::string& expected) {
    std::istringstream in(expected);
    for (std::string word; in >> word;) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos) {
            if (word != s.kind && word != nameOf(s.status) && word != nameOf(s.presence) &&
                word != nameOf(s.voice) && !(word == "parallel" && s.parallel) &&
                !(word == "earlier" && s.toldEarlier))
                return false;
            continue;
        }
        const std::string what = word.substr(0, equals), value = word.substr(equals + 1);
        if (what == "actor" || what == "means" || what == "quantity" || what == "modality") {
            std::string is = what == "actor"      ? s.actor
                             : what == "means"    ? s.means
                             : what == "quantity" ? s.quantity
                                                  : nameOf(s.modality);
            std::ranges::replace(is, ' ', '-');
            if (is != value) return false;
            continue;
        }
        const bool found = std::ranges::any_of(s.places, [&](const StatementPlace& p) {
            return nameOf(p.role) == what && r.mentions[p.mention].name == value;
        });
        if (!found) return false;
    }
    return true;
}

// "name=Frankfurt am Main": a place so called; "no name=Ohio".
std::optional<bool> namesAsked(const std::string& expected, const Reading& r) {
    const bool no = expected.starts_with("no name=");
    if (!no && !expected.starts_with("name=")) return std::nullopt;
    const std::string name = expected.substr(expected.find('=') + 1);
    return std::ranges::any_of(r.mentions, [&](const Mention& m) { return m.name == name; }) != no;
}

bool holds(const std::string& expected, const Reading& r) {
    if (const auto named = namesAsked(expected, r)) return *named;
    return expected == "nothing"
               ? r.statements.empty()
               : std::ranges::any_of(r.statements, [&](const auto& s) { return fits(s, r, expected); });
}

void expectExample(const Example& example, const std::string& rule) {
    const Reading r = readExample(example);
    std::string all;
    for (const auto& line : told(r)) all += "\n    " + line;
    for (const Mention& m : r.mentions) all += "\n    name " + m.name;
    for (const std::string& expected : example.expected) {
        EXPECT_TRUE(holds(expected, r))
            << rule << ", line " << example.line << ": " << example.text << "\n  wanted " << expected
            << "\n  read" << (all.empty() ? " nothing" : all);
    }
}

TEST(Grammar, ExamplesBesideSenses) {
    std::size_t count = 0;
    for (const VerbSenses& senses : english().senses)
        for (const Example& example : senses.examples) {
            expectExample(example, "sense");
            ++count;
        }
    EXPECT_GT(count, 20u);
}

// A rule's example must be read as it says, and by that rule.
TEST(Grammar, ExamplesBesideRules) {
    std::size_t count = 0;
    const auto& e = english();
    for (const auto* rules : {&e.clauseRules, &e.ownRules, &e.otherRules})
        for (const ClauseRule& rule : *rules)
            for (const Example& example : rule.examples) {
                expectExample(example, rule.name);
                ++count;
            }
    EXPECT_GT(count, 20u);
}

TEST(Grammar, ExamplesBesideClasses) {
    for (const auto& [name, example] : english().classExamples) expectExample(example, name);
    EXPECT_GT(english().classExamples.size(), 40u);
}

// The files with one class of words emptied, but for a word that nobody writes.
std::vector<LanguageFile> without(const std::string& name) {
    std::vector<LanguageFile> out;
    for (const LanguageFile& file : englishFiles()) {
        LanguageFile left{file.name, {}};
        bool inside = false;
        std::istringstream in(file.text);
        for (std::string line; std::getline(in, line);) {
            if (!line.empty() && line[0] != ' ' && line[0] != '#') {
                inside = line == "class " + name;
                if (inside) line += "\n    qqqq";
            } else if (inside) {
                continue;
            }
            left.text += line + '\n';
        }
        out.push_back(std::move(left));
    }
    return out;
}

// An example beside a class shows what its words do: without them it is read otherwise.
TEST(Grammar, ExamplesNeedTheirClass) {
    std::map<std::string, std::vector<const Example*>> examples;
    for (const auto& [name, example] : english().classExamples) examples[name].push_back(&example);
    for (const auto& [name, beside] : examples) {
        const Language less = languageOf(without(name));
        for (const Example* example : beside) {
            const Reading r = readExample(*example, less);
            EXPECT_FALSE(std::ranges::all_of(example->expected, [&](const auto& e) { return holds(e, r); }))
                << name << ", line " << example->line << ": " << example->text << " is read so without it";
        }
    }
}

TEST(Grammar, ExamplesBesidePlaces) {
    for (const auto& [group, rules] : english().placeRules)
        for (const PlaceRule& rule : rules)
            for (const Example& example : rule.examples) expectExample(example, rule.name);
}

}  // namespace
}  // namespace retrace::text
