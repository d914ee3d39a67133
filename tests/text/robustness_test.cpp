// Whatever bytes come in: an Error or a reading whose offsets lie in the text, in a time that grows with the
// size.

#include "geo/error.hpp"
#include "told.hpp"

#include <gtest/gtest.h>

#include <ctime>
#include <random>

namespace retrace::text {
namespace {

void check(const std::string& bytes) {
    Source source;
    try {
        source = readSource("f", bytes);
    } catch (const Error&) {
        return;
    }
    const Reading r = read(source, [](std::string_view name) {
        return NameHit{name.size() % 3 == 0, true, name.size() % 7 == 0, false, 5, 1.0};
    });
    for (const Mention& m : r.mentions) {
        ASSERT_LT(m.quote.begin, m.quote.end);
        ASSERT_LE(m.quote.end, source.letters.size());
        ASSERT_TRUE(m.statement == Mention::npos || m.statement < r.statements.size());
    }
    for (const TimeExpression& t : r.times) {
        ASSERT_LT(t.quote.begin, t.quote.end);
        ASSERT_LE(t.quote.end, source.letters.size());
        ASSERT_TRUE(t.statement == Mention::npos || t.statement < r.statements.size());
    }
    for (const Statement& s : r.statements) {
        ASSERT_LT(s.evidence.begin, s.evidence.end);
        ASSERT_LE(s.evidence.end, source.letters.size());
        for (const auto& p : s.places) ASSERT_LT(p.mention, r.mentions.size());
        for (const auto t : s.times) ASSERT_LT(t, r.times.size());
    }
}

TEST(Robustness, RandomBytes) {
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        std::string bytes(random() % 400, '\0');
        for (char& c : bytes) c = static_cast<char>(random() % (i % 2 ? 256 : 96) + (i % 2 ? 0 : 32));
        check(bytes);
    }
}

TEST(Robustness, WordsInAnyOrder) {
    const std::vector<std::string> vocabulary{"We",
                                              "I",
                                              "they",
                                              "withdrew",
                                              "to",
                                              "from",
                                              "Brest",
                                              "al-Mina",
                                              "[",
                                              "]",
                                              "(",
                                              "at",
                                              "six",
                                              "9:30",
                                              "in",
                                              "the",
                                              "morning",
                                              "that",
                                              "who",
                                              "were",
                                              "was",
                                              "not",
                                              "could",
                                              "ordered",
                                              "us",
                                              "orders",
                                              "told",
                                              ",",
                                              ".",
                                              "\n\n",
                                              "Q:",
                                              "A:",
                                              "?",
                                              "and",
                                              "when",
                                              "after",
                                              "Before",
                                              "village",
                                              "of",
                                              "route",
                                              "Arbel-Kesh-Orsha",
                                              "7",
                                              "May",
                                              "next",
                                              "day",
                                              "army",
                                              "insurgents",
                                              "reached",
                                              "this",
                                              "happened",
                                              "decided",
                                              "go",
                                              "left",
                                              "myself",
                                              "leave",
                                              "on",
                                              "fell",
                                              "must",
                                              "'",
                                              "\u2018",
                                              "\u2019",
                                              "half",
                                              "past",
                                              "hour",
                                              "a",
                                              "quarter",
                                              "two",
                                              "weapons",
                                              "handed",
                                              "over",
                                              "began",
                                              "clearance",
                                              "withdrawal",
                                              "carried",
                                              "out",
                                              "2016",
                                              "region"};
    std::mt19937 random(11);
    for (int i = 0; i < 400; ++i) {
        std::string text;
        for (int n = static_cast<int>(random() % 160); n >= 0; --n)
            text += vocabulary[random() % vocabulary.size()] + (random() % 9 ? " " : "");
        check(text);
    }
}

TEST(Robustness, CutUtf8) {
    const std::string words = utf8(
        U"We went to al-Zahira\u2019 \u2014 \u2018all of us\u2019 \u2014 at six \U0001F30D in the morning.");
    for (std::size_t n = 0; n <= words.size(); ++n) check(words.substr(0, n));
}

/// Of this process, so that a busy machine does not count.
double secondsOfProcessor(const std::string& text) {
    const std::clock_t start = std::clock();
    check(text);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST(Robustness, LongTextsTakeLinearTime) {
    for (const std::string part : {"a", "A", "-", "Brest ", "\u2018we ",
                                   "We withdrew from Brest to Minsk at six in the morning.\n\n"}) {
        std::string text;
        while (text.size() < (1u << 17u)) text += part;
        const std::string longer = text + text + text + text;
        // Four times the text: a quadratic reader would take sixteen times as long.
        EXPECT_LT(secondsOfProcessor(longer), 8 * secondsOfProcessor(text) + 0.1) << part;
    }
}

}  // namespace
}  // namespace retrace::text
