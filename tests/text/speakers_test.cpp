#include "text/reading.hpp"
#include "told.hpp"

#include <gtest/gtest.h>

namespace retrace::text {
namespace {

using Lines = std::vector<std::string>;

Reading readReport(const std::string& words) {
    return readWords(words, [](std::string_view name) {
        const bool known = name == "Velden" || name == "Aster" || name == "Corrin" || name == "Nesle";
        return NameHit{known, known, false, false, 1000, known ? 1.0 : 0.0};
    });
}

// "Ada: stop Velden", in the order of telling.
Lines waysOf(const Reading& r) {
    Lines out;
    for (const Statement& s : r.statements)
        for (const auto& p : s.places)
            if (p.role == Role::stop) out.push_back(s.speaker + ": " + r.mentions[p.mention].name);
    return out;
}

TEST(Speakers, InAReportThoseWhoAreQuotedTellForThemselves) {
    const Reading r = readReport(
        "Two people told this newspaper how they left the town. Ada, 34, a nurse, was in the cellar that week. Boris, "
        "50, a driver, was not.\n\n"
        "\u201CWe went to Velden on foot,\u201D says Ada. \u201CThen we reached Aster.\u201D\n\n"
        "\u201CI drove to Corrin,\u201D Boris says. \u201CWe never saw Aster.\u201D He stayed in Nesle.");
    EXPECT_EQ(waysOf(r), (Lines{"Ada: Velden", "Ada: Aster", "Boris: Corrin", "Boris: Nesle"}));
}

TEST(Speakers, AQuotationInSomebodysOwnStoryMakesNoNarrator) {
    const Reading r = readReport(
        "I was with my company. \u201CWe go to Velden,\u201D said the captain, and we went to Aster. I told him that. "
        "We reached Corrin.");
    for (const Statement& s : r.statements) EXPECT_EQ(s.speaker, "");
}

TEST(Speakers, SeveralWhoAnswerAreKeptApart) {
    const Reading r = readReport(
        "Q: Where did you go?\n\nAda: We went to Velden.\n\nBoris: I reached Corrin alone.\n\nQ: And then?\n\n"
        "Ada: We reached Aster.\n\nBoris: I stayed in Nesle.\n\nQ: Did you meet?\n\nAda: No.\n\nBoris: Never.");
    EXPECT_EQ(waysOf(r), (Lines{"Ada: Velden", "Boris: Corrin", "Ada: Aster", "Boris: Nesle"}));
}

}  // namespace
}  // namespace retrace::text
