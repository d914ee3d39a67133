#include "document/anchoring.hpp"

#include "fixture.hpp"

namespace retrace::document {
namespace {

struct Moved {
    Document document;
    std::vector<std::string> notes, lost;
};

/// The document's anchors in a text that is now `words`.
Moved inText(Document document, const std::string& words) {
    Moved moved{std::move(document), {}, {}};
    reanchor(moved.document, {text::readSource("day.txt", words)}, {}, moved.notes, moved.lost);
    return moved;
}

Document deciding(const std::vector<model::Anchor>& anchors) {
    Document document;
    for (const model::Anchor& anchor : anchors) {
        document.decisions.push_back(decisionAt(anchor, model::IgnoreMention{}, "certain", ""));
    }
    return document;
}

std::vector<std::size_t> places(const Document& document) {
    std::vector<std::size_t> begins;
    for (const model::Decision& decision : document.decisions) begins.push_back(decision.anchor.quote.begin);
    return begins;
}

}  // namespace

TEST(Anchoring, AnUnchangedTextMovesNothing) {
    const Document document = deciding({anchorAt(8, 12, "Mora"), anchorAt(22, 26, "Mora")});
    const Moved moved = inText(document, "We left Mora and left Mora.");
    EXPECT_EQ(moved.document, document);
    EXPECT_TRUE(moved.notes.empty());
    EXPECT_TRUE(moved.lost.empty());
}

TEST(Anchoring, GoesToTheNearestOccurrenceOfTheWords) {
    // one letter more before both
    const Moved moved =
        inText(deciding({anchorAt(8, 12, "Mora"), anchorAt(22, 26, "Mora")}), "We  left Mora and left Mora.");
    EXPECT_EQ(places(moved.document), (std::vector<std::size_t>{9, 23}));
    EXPECT_EQ(moved.notes.size(), 2u);
}

TEST(Anchoring, WordsThatStandOnceShowHowFarTheOthersMoved) {
    // a new first sentence, in which Mora stands too: by position alone it would be taken
    const std::string before = "Mora, a town. ";
    const Moved moved = inText(deciding({anchorAt(8, 12, "Mora"), anchorAt(17, 21, "Lund")}),
                               before + "We left Mora for Lund.");
    EXPECT_EQ(places(moved.document), (std::vector<std::size_t>{22, 31}));
}

TEST(Anchoring, FoldsBlanksAndQuotationMarksWhereNothingIsExact) {
    const Moved moved =
        inText(deciding({anchorAt(3, 20, "the  king's mill x")}), "At the\r\nking\u2019s mill x.");
    ASSERT_TRUE(moved.lost.empty());
    EXPECT_EQ(moved.document.decisions[0].anchor.words, "the\r\nking\u2019s mill x");
    EXPECT_EQ(moved.document.decisions[0].anchor.quote, (text::Quote{"day.txt", 3, 21}));
}

TEST(Anchoring, WhatIsGoneStaysAndIsTold) {
    Document document = deciding({anchorAt(8, 12, "Mora")});
    document.chapters.push_back(chapterAt(anchorAt(8, 12, "Mora"), "First", ""));
    const Moved moved = inText(document, "We left nothing.");
    EXPECT_EQ(moved.document, document);
    ASSERT_EQ(moved.lost.size(), 2u);
    EXPECT_NE(moved.lost[0].find("'Mora'"), std::string::npos);
    EXPECT_NE(moved.lost[1].find("chapter 'First'"), std::string::npos);
    Document nowhere = document;
    nowhere.decisions[0].anchor.quote.source = "gone.txt";
    EXPECT_EQ(inText(nowhere, "We left Mora.").lost.size(), 1u);
}

TEST(Anchoring, KnowsWhatStandsThere) {
    const std::vector<text::Source> texts{text::readSource("day.txt", "We left  Mora\nat six.")};
    EXPECT_TRUE(isAnchored({anchorAt(9, 13, "Mora"), model::IgnoreMention{}, "", ""}, texts, {}));
    EXPECT_TRUE(isAnchored({anchorAt(3, 13, "left Mora"), model::IgnoreMention{}, "", ""}, texts, {})) << "blanks do not count";
    EXPECT_FALSE(isAnchored({anchorAt(9, 13, "Sala"), model::IgnoreMention{}, "", ""}, texts, {}));
    EXPECT_FALSE(isAnchored({anchorAt(9, 12, "Mora"), model::IgnoreMention{}, "", ""}, texts, {}));
    EXPECT_FALSE(isAnchored({anchorAt(9, 99, "Mora"), model::IgnoreMention{}, "", ""}, texts, {}));
    const Document document = deciding({anchorAt(9, 13, "Mora"), anchorAt(0, 4, "Sala")});
    const auto lost = lostAnchors(document, texts, {});
    ASSERT_EQ(lost.size(), 1u);
    EXPECT_EQ(lost, inText(document, "We left  Mora\nat six.").lost);
}

TEST(Anchoring, ADecisionOnARowGoesWithIt) {
    const auto decided = [](std::size_t row, const std::string& place) {
        model::Decision decision{.what = model::SettleControl{.row = row, .ignored = true}};
        decision.anchor.words = place;
        return decision;
    };
    const std::vector<model::RecordRow> record{
        {.row = 2, .place = "Lund"}, {.row = 3, .place = "Mora"}, {.row = 4, .place = "Sala"}, {.row = 5, .place = "Sala"}};
    Document document;
    document.decisions = {decided(2, "Lund"), decided(2, "Mora"), decided(9, "Sala"), decided(4, "Sala")};
    std::vector<std::string> notes, lost;
    reanchor(document, {}, record, notes, lost);
    EXPECT_EQ(model::rowOf(document.decisions[0]), 2u);
    EXPECT_EQ(model::rowOf(document.decisions[1]), 3u);
    EXPECT_EQ(model::rowOf(document.decisions[2]), 9u) << "two rows name the place";
    EXPECT_EQ(model::rowOf(document.decisions[3]), 4u);
    ASSERT_EQ(notes.size(), 1u);
    EXPECT_NE(notes[0].find("from line 2 to 3"), std::string::npos);
    ASSERT_EQ(lost.size(), 1u);
    EXPECT_EQ(lostAnchors(document, {}, record), lost);
    EXPECT_TRUE(isAnchored(document.decisions[3], {}, record));
    EXPECT_FALSE(isAnchored(document.decisions[2], {}, record));
}

}  // namespace retrace::document
