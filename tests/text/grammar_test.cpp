// Every example that stands beside a rule of the language.

#include "text/language.hpp"
#include "text/reading.hpp"

#include "geo/error.hpp"
#include "told.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace retrace::text {
namespace {

// The example's words without its braces; the names in them are the only known ones.
struct Posed {
    std::string words;
    std::vector<std::string> names;
};

Posed posed(const std::string& text) {
    Posed out;
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

Reading readExample(const Example& example) {
    const Posed p = posed(example.text);
    return readWords(p.words, [names = p.names](std::string_view name) {
        const bool known = std::ranges::find(names, name) != names.end();
        return NameHit{known, known, false, false, 1000, known ? 1.0 : 0.0};
    });
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

void expectExample(const Example& example, const std::string& rule) {
    const Reading r = readExample(example);
    std::string all;
    for (const auto& line : told(r)) all += "\n    " + line;
    for (const std::string& expected : example.expected) {
        const bool found =
            expected == "nothing"
                ? r.statements.empty()
                : std::ranges::any_of(r.statements, [&](const auto& s) { return fits(s, r, expected); });
        EXPECT_TRUE(found) << rule << ", line " << example.line << ": " << example.text << "\n  wanted "
                           << expected << "\n  read" << (all.empty() ? " nothing" : all);
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

TEST(Grammar, ExamplesBesidePlaces) {
    for (const auto& [group, rules] : english().placeRules)
        for (const PlaceRule& rule : rules)
            for (const Example& example : rule.examples) expectExample(example, rule.name);
}

}  // namespace
}  // namespace retrace::text
