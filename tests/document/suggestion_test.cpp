#include "document/suggestion.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "document/verbs.hpp"
#include "fixture.hpp"

namespace retrace::document {
namespace {

const std::vector<std::string> known = {"places", "events", "route", "film", "play", "picture"};

std::string word(std::mt19937& random, std::size_t most) {
    std::string letters;
    for (std::size_t n = random() % (most + 1); n > 0; --n) letters += static_cast<char>('a' + random() % 4);
    return letters;
}

}  // namespace

TEST(Suggestion, FindsTheWordThatWasMeant) {
    EXPECT_EQ(suggestion("evnts", known), "; did you mean events?");
    EXPECT_EQ(suggestion("fiml", known), "; did you mean film?");
    EXPECT_EQ(suggestion("plays", known), "; did you mean play?") << "one edit before two";
    EXPECT_EQ(suggestion("Places", known), "; did you mean places?");
    for (const char* far : {"", "x", "fi", "help", "withdraw"}) EXPECT_EQ(suggestion(far, known), "") << far;
    EXPECT_EQ(suggestion(std::string(1'000'000, 'a'), known), "");
}

TEST(Suggestion, EditsAreADistance) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int i = 0; i < 5000; ++i) {
        const std::string a = word(random, 8), b = word(random, 8);
        const std::size_t edits = editDistance(a, b);
        ASSERT_EQ(edits, editDistance(b, a));
        ASSERT_EQ(edits == 0, a == b);
        ASSERT_LE(edits, std::max(a.size(), b.size()));
        ASSERT_GE(edits, std::max(a.size(), b.size()) - std::min(a.size(), b.size()));
        std::string once = a;
        if (const std::size_t at = once.empty() ? 0 : random() % once.size(); !once.empty()) {
            once[at] = 'z';
            ASSERT_EQ(editDistance(a, once), 1u);
            once.erase(at, 1);
            ASSERT_EQ(editDistance(a, once), 1u);
        }
    }
    EXPECT_EQ(editDistance("film", "fiml"), 1u);
}

TEST(Suggestion, AMisspeltVerbIsToldTheRightOne) {
    EXPECT_NE(
        messageOf([] { (void)parseRequest("chose-place 1-2 gn:1"); }).find("did you mean choose-place?"),
        std::string::npos);
    EXPECT_NE(messageOf([] { (void)parseRequest("set-time 1-2 2024 reson=x"); }).find("did you mean reason"),
              std::string::npos);
}

}  // namespace retrace::document
