#include "ui/typed_decision.hpp"

#include "small_case.hpp"

#include <gtest/gtest.h>

namespace retrace::ui {
namespace {

const std::string zone = "Asia/Damascus";
constexpr timeline::Date frame{2024, 12, 7};

std::string read(const std::string& words) {
    const auto decision = typedDecision(words, zone, frame);
    if (!decision) return "nothing";
    return decision->time + (decision->certainty ? " " + *decision->certainty : "");
}

TEST(TypedDecision, IsWhatSetTimeTakes) {
    EXPECT_EQ(read("5 Dec 06:00"), "2024-12-05T06:00:00+03:00/2024-12-05T06:00:00+03:00");
    EXPECT_EQ(read("5 Dec 18:00-20:00"), "2024-12-05T18:00:00+03:00/2024-12-05T20:00:00+03:00");
    for (const char* dash : {" - ", " \xE2\x80\x93 ", "\xE2\x80\x93"})
        EXPECT_EQ(read(std::string("5 Dec 18:00") + dash + "20:00"), read("5 Dec 18:00-20:00")) << dash;
    EXPECT_EQ(read("before 7 Dec"), "../2024-12-07T00:00:00+03:00");
}

TEST(TypedDecision, TakesEdtfsQualifiersForCertainty) {
    EXPECT_TRUE(read("2024-12-05?").ends_with(" possible")) << read("2024-12-05?");
    EXPECT_TRUE(read("2024-12-05%").ends_with(" possible"));
    EXPECT_TRUE(read("~5 Dec").ends_with(" probable")) << read("~5 Dec");
    EXPECT_FALSE(typedDecision("5 Dec", zone, frame)->certainty);
}

TEST(TypedDecision, RefusesWhatIsNoTime) {
    for (const char* words : {"", "yesterday evening or so", "5 Foo", "..", "../..", "2024-12-06/2024-12-04"})
        EXPECT_EQ(read(words), "nothing") << words;
}

TEST(TypedDecision, ReadsItsOwnFormAgain) {
    const auto at = [](int day, int minutes) { return timeline::toInstant({{2024, 12, day}, minutes, 0}, zone); };
    const std::vector<timeline::Span> spans{{at(5, 360), at(5, 360), {}},  {at(5, 360), at(5, 660), {}},
                                            {at(5, 0), at(6, 0), {}},      {at(4, 1380), at(5, 75), {}},
                                            {std::nullopt, at(7, 0), {}},  {at(7, 123), std::nullopt, {}},
                                            {at(4, 0), at(6, 0), {}}};
    for (const timeline::Span& span : spans) {
        const std::string form = typedForm(span, zone);
        const auto again = typedDecision(form, zone, std::nullopt);
        ASSERT_TRUE(again) << form;
        EXPECT_EQ(again->span.earliest, span.earliest) << form;
        EXPECT_EQ(again->span.latest, span.latest) << form;
    }
    EXPECT_EQ(typedForm({}, zone), "");
}

TEST(FrameOf, IsTheEventsOwnDayOrTheNearestDatedOnes) {
    const SmallCase given = smallCase();
    EXPECT_EQ(frameOf(given.reconstruction, 0), (timeline::Date{2023, 5, 3}));
    EXPECT_EQ(frameOf(given.reconstruction, 3), (timeline::Date{2023, 5, 4}));
    EXPECT_EQ(frameOf({}, 0), std::nullopt);
}

}  // namespace
}  // namespace retrace::ui
