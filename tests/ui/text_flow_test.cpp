#include "ui/text_flow.hpp"
#include "small_case.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

namespace retrace::ui {
namespace {

/// Seven pixels a letter, eight in the strong weight.
float measured(const std::string& words, bool strong) {
    return static_cast<float>(text::utf32(words).size()) * (strong ? 8.0f : 7.0f);
}

bool isSpace(char32_t letter) {
    return letter == U' ' || letter == U'\n' || letter == U'\r' || letter == U'\t' || letter == U'\u00a0';
}

void expectWellSet(const TextFlow& set, const text::Source& source, const std::string& note) {
    std::vector<int> seen(source.letters.size(), 0);
    std::size_t last = 0;
    float lastY = 0;
    std::map<float, std::vector<const Token*>> lines;
    for (const Token& token : set.tokens) {
        ASSERT_LT(token.begin, token.end) << note;
        ASSERT_LE(token.end, source.letters.size()) << note;
        EXPECT_GE(token.begin, last) << note;
        EXPECT_GE(token.y, lastY) << note;
        last = token.end;
        lastY = token.y;
        for (std::size_t i = token.begin; i < token.end; ++i) ++seen[i];
        lines[token.y].push_back(&token);
    }
    for (std::size_t i = 0; i < seen.size(); ++i)
        EXPECT_EQ(seen[i], isSpace(source.letters[i]) ? 0 : 1) << note << ", letter " << i;
    for (const auto& [y, line] : lines) {
        EXPECT_EQ(line.front()->x, 0) << note;
        for (std::size_t i = 1; i < line.size(); ++i)
            EXPECT_GE(line[i]->x, line[i - 1]->x + line[i - 1]->width - 0.01f) << note;
        const Token& end = *line.back();
        bool oneWord = true;
        for (std::size_t i = 1; i < line.size(); ++i) oneWord = oneWord && line[i]->begin == line[i - 1]->end;
        if (!oneWord) {
            EXPECT_LE(end.x + end.width, set.columnWidth + 0.01f) << note << ", line at " << y;
        }
        EXPECT_LE(y + set.lineHeight, set.height + 0.01f) << note;
    }
}

TEST(TextFlow, SetsTheSmallCaseAtAnyWidth) {
    const SmallCase c = smallCase();
    for (const float width : {40.0f, 90.0f, 200.0f, 400.0f, 5000.0f})
        expectWellSet(flow(c.reconstruction, 0, width, 20, measured), c.reconstruction.sources[0],
                      "width " + std::to_string(width));
}

TEST(TextFlow, MarksMentionsTimesEventsAndQuietWords) {
    const SmallCase c = smallCase();
    const model::Reconstruction& r = c.reconstruction;
    const TextFlow set = flow(r, 0, 400, 20, measured);
    const auto tokenAt = [&](const std::string& words) {
        const std::size_t at = quoteFor(r.sources[0], words).begin;
        for (const Token& token : set.tokens)
            if (token.begin <= at && at < token.end) return token;
        return Token{};
    };
    for (std::size_t i = 0; i < r.mentions.size(); ++i) {
        EXPECT_EQ(tokenAt(r.mentions[i].mention.surface).marks.mention, i);
        EXPECT_EQ(tokenAt(r.mentions[i].mention.surface).words, r.mentions[i].mention.surface);
    }
    EXPECT_EQ(tokenAt("six").marks.time, 0U);
    EXPECT_EQ(tokenAt("six").marks.event, 0U);
    EXPECT_EQ(tokenAt("mayor").marks.event, 1U);
    EXPECT_EQ(tokenAt("Lakeside.").marks.event, 3U);
    EXPECT_TRUE(tokenAt("driver's").marks.quiet);
    EXPECT_FALSE(tokenAt("mayor").marks.quiet);
    EXPECT_EQ(tokenAt("over").marks, Marks{});
}

TEST(TextFlow, MeasuresMentionsInTheStrongWeight) {
    const SmallCase c = smallCase();
    for (const Token& token : flow(c.reconstruction, 0, 400, 20, measured).tokens)
        EXPECT_EQ(token.width, measured(token.words, token.marks.mention.has_value())) << token.words;
}

TEST(TextFlow, LeavesIgnoredMentionsUnmarked) {
    SmallCase c = smallCase();
    const std::size_t before = signatureOf(c.reconstruction, 0);
    c.reconstruction.mentions[2].ignored = true;
    for (const Token& token : flow(c.reconstruction, 0, 400, 20, measured).tokens)
        EXPECT_NE(token.marks.mention, 2U);
    EXPECT_NE(signatureOf(c.reconstruction, 0), before);
}

TEST(TextFlow, GivesTheShorterEvidenceTheWord) {
    SmallCase c = smallCase();
    model::Reconstruction& r = c.reconstruction;
    r.events[0].evidence = {quoteFor(r.sources[0], "The mayor fled to Hightown the next day.")};
    r.events[1].evidence = {quoteFor(r.sources[0], "fled to Hightown")};
    for (const Token& token : flow(r, 0, 400, 20, measured).tokens) {
        if (token.words == "fled" || token.words == "mayor") {
            EXPECT_EQ(token.marks.event, token.words == "fled" ? 1U : 0U);
        }
    }
}

TEST(TextFlow, KnowsThatEventsInAnotherOrderNeedNewMarks) {
    SmallCase c = smallCase();
    const std::size_t before = signatureOf(c.reconstruction, 0);
    std::swap(c.reconstruction.events[0], c.reconstruction.events[3]);
    EXPECT_NE(signatureOf(c.reconstruction, 0), before);
}

TEST(TextFlow, FindsTheLineOfAnEvent) {
    const SmallCase c = smallCase();
    const TextFlow set = flow(c.reconstruction, 0, 160, 20, measured);
    const auto first = topOfEvent(set, c.reconstruction, 0), last = topOfEvent(set, c.reconstruction, 3);
    ASSERT_TRUE(first && last);
    EXPECT_LT(*first, *last);
    EXPECT_LT(*last, set.height);
    EXPECT_FALSE(topOfEvent(set, c.reconstruction, 99));
    TextFlow other = set;
    other.source = "another.txt";
    EXPECT_FALSE(topOfEvent(other, c.reconstruction, 0));
}

TEST(TextFlow, JoinsAndTurnsArabicWords) {
    const SmallCase c = smallCase();
    bool found = false;
    for (const Token& token : flow(c.reconstruction, 0, 400, 20, measured).tokens)
        for (const char32_t letter : text::utf32(token.words)) {
            found = found || letter >= U'\ufe70';
            EXPECT_FALSE(letter >= U'\u0600' && letter <= U'\u06ff')
                << "an isolated Arabic letter would be drawn";
        }
    EXPECT_TRUE(found);
}

/// Any words with any marks over them are set without loss.
TEST(TextFlow, KeepsEveryLetterOfRandomTexts) {
    const unsigned seed = 77001;
    std::mt19937 random(seed);
    const std::u32string alphabet = U"abcde  \n\t.,\u00e9\u0645\u0644\u05d0\U0001F6A9()";
    for (int round = 0; round < 400; ++round) {
        const std::string note = "seed " + std::to_string(seed) + ", round " + std::to_string(round);
        std::u32string letters = U"x";
        const std::size_t length = 1 + random() % 300;
        while (letters.size() < length) {
            letters += alphabet[random() % alphabet.size()];
            if (random() % 40 == 0) letters += U"\n\n";
        }
        model::Reconstruction r;
        r.sources = {text::readSource("t", text::utf8(letters))};
        const std::size_t size = r.sources[0].letters.size();
        const auto anywhere = [&] {
            const std::size_t begin = random() % size;
            return text::Quote{"t", begin, begin + 1 + random() % 30};  // some reach beyond the end
        };
        r.readings.resize(1);
        for (unsigned i = random() % 6; i > 0; --i) {
            model::PlaceMention mention;
            mention.mention.quote = anywhere();
            r.mentions.push_back(mention);
            model::Event event;
            event.evidence = {anywhere(), anywhere()};
            r.events.push_back(event);
            text::TimeExpression time;
            time.quote = anywhere();
            r.readings[0].times.push_back(time);
            r.readings[0].notNarrator.push_back(anywhere());
        }
        const float width = 20.0f + static_cast<float>(random() % 400);
        const TextFlow set = flow(r, 0, width, 20, measured);
        expectWellSet(set, r.sources[0], note);
        for (const Token& token : set.tokens)
            for (std::size_t i = token.begin; i < token.end && token.marks.mention; ++i) {
                const text::Quote& quote = r.mentions[*token.marks.mention].mention.quote;
                EXPECT_TRUE(i >= quote.begin && i < quote.end) << note;
            }
        if (testing::Test::HasFailure()) return;
    }
}

}  // namespace
}  // namespace retrace::ui
