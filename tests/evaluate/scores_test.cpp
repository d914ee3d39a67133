#include "evaluate/scores.hpp"

#include "evaluate/aims.hpp"
#include "evaluate/faults.hpp"
#include "evaluate/held.hpp"
#include "fixture.hpp"
#include "geo/error.hpp"

#include <random>

namespace retrace::evaluate {
namespace {

const geo::Candidate right = candidate("right", 10, 50), wrong = candidate("wrong", 10, 51, 5000);

/// Four literal rows (one missed, one open, one that no gazetteer has), one that is not literal, one extra.
Testimony small() {
    Testimony t{.name = "small.txt"};
    t.expected = {expected(0, 5), expected(10, 15), expected(20, 25), expected(30, 35, std::nullopt),
                  expected(40, 45)};
    t.expected[4].literal = false;
    t.found = {found(0, 5, {wrong, right}, 2, 0.8), found(10, 15, {wrong}), found(30, 35, {wrong}, 1, 0.4),
               found(40, 45, {right}, 1, 1.0, false), found(60, 65, {wrong}, 1, 0.7)};
    t.lookalikes = {{60, 66, "X Corps", "unit"}, {70, 75, "X Bank", "organisation"}};
    return t;
}

TEST(Scores, ByHand) {
    const Scores s = scoresOf({small()});
    EXPECT_EQ(s.literal.recognition, (Recognition{.expected = 4, .found = 4, .right = 3}));
    EXPECT_EQ(s.all.recognition, (Recognition{.expected = 5, .found = 5, .right = 4}));
    EXPECT_EQ(s.literal.chosen.within5, (Share{1, 2})) << "of the recognised whose place is known";
    EXPECT_EQ(s.all.chosen.within5, (Share{2, 3}));
    EXPECT_EQ(s.literal.chosen.decided, 1U);
    EXPECT_EQ(s.literal.rightAmong[0], (Share{0, 2}));
    EXPECT_EQ(s.literal.rightAmong[1], (Share{1, 2}));
    EXPECT_EQ(s.literal.rightOfHeld, (Share{1, 1}));
    EXPECT_EQ(s.literal.endToEnd, (Share{1, 3})) << "the missed row counts, the unlisted does not";
    EXPECT_EQ(s.literal.first.within5, (Share{0, 2}));
    EXPECT_EQ(s.literal.populous.within5, (Share{0, 2}));
    EXPECT_EQ(s.unlisted, (Unlisted{.rows = 1, .wrong = 1}));
    EXPECT_EQ(s.lookalikesTaken, (Share{1, 2}));
    EXPECT_NEAR(*s.literal.calibration.brier, 0.04, 1e-12);
}

TEST(Scores, ARowTakenLiterallyIsWrongUnlessSetAside) {
    Testimony t{.expected = {expected(0, 5)}, .found = {found(0, 5, {right}, 1)}};
    t.expected[0].literal = false;
    const Scores s = scoresOf({t});
    EXPECT_EQ(s.literal.recognition, (Recognition{.expected = 0, .found = 1, .right = 0}));
    EXPECT_EQ(s.literalAside, (Recognition{}));
    EXPECT_EQ(s.all.recognition, (Recognition{1, 1, 1}));
}

TEST(Scores, NamesThatNoGazetteerHas) {
    Testimony t;
    for (std::size_t i = 0; i < 4; ++i) {
        t.expected.push_back(expected(10 * i, 10 * i + 5));
        t.expected.back().listed = false;
    }
    t.found = {found(0, 5), found(10, 15, {right}, 1), found(20, 25, {wrong}, 1)};
    const Scores s = scoresOf({t});
    EXPECT_EQ(s.unlisted, (Unlisted{.rows = 4, .missed = 1, .open = 1, .right = 1, .wrong = 1}));
    EXPECT_EQ(s.literal.chosen.answers, 0U);
    EXPECT_EQ(s.literal.endToEnd.whole, 0U);
}

TEST(Scores, ByWhatTheGazetteersHave) {
    Testimony t{
        .expected = {expected(0, 5), expected(10, 15), expected(20, 25), expected(30, 35), expected(40, 45)}};
    t.expected[2].held = t.expected[3].held = false;
    t.expected[4].literal = false;
    t.found = {found(0, 5, {right}, 1), found(20, 25, {wrong}), found(30, 35, {wrong}, 1)};
    const HeldScores held = scoresOf({t}).held;
    EXPECT_EQ(held.held, (Share{2, 4}));
    EXPECT_EQ(held.within5, (Share{1, 2})) << "one of the two was not found";
    EXPECT_EQ(held.withinTolerance, (Share{1, 2}));
    EXPECT_EQ(held.others, (Unlisted{.rows = 2, .open = 1, .wrong = 1}));
}

TEST(Scores, AWrongNameIsToBeLeftOpen) {
    Testimony t{.expected = {expected(0, 5), expected(10, 15), expected(20, 25, std::nullopt)}};
    for (Expected& e : t.expected) e.alarm = true;
    t.found = {found(0, 5, {wrong}), found(10, 15, {right}, 1), found(20, 25, {wrong}, 1)};
    const Scores s = scoresOf({t});
    EXPECT_EQ(s.alarms, (Unlisted{.rows = 3, .open = 1, .right = 1, .wrong = 1}));
    EXPECT_EQ(s.unlisted, Unlisted{});
    EXPECT_EQ(s.literal.chosen.answers + s.literal.endToEnd.whole + s.held.held.whole, 0U);
    EXPECT_EQ(s.literal.recognition, (Recognition{3, 3, 3}));
    const auto faults = faultsOf({t});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].kind, FaultKind::namesake);
}

TEST(Held, UnderTheWordsOrTheReferencesName) {
    Expected e = expected(0, 5);
    e.surface = "Ober Mur [Mur]";
    e.name = "Obermur (by the lake), old";
    std::vector<std::string> asked;
    const auto knows = [&](const std::string& known) {
        return [&asked, known](std::string_view name) {
            asked.emplace_back(name);
            return name == known ? std::vector{wrong, right} : std::vector{wrong};
        };
    };
    EXPECT_TRUE(isHeld(e, knows("Ober Mur")));
    EXPECT_TRUE(isHeld(e, knows("Obermur")));
    EXPECT_FALSE(isHeld(e, knows("Mur")));
    EXPECT_EQ(asked, (std::vector<std::string>{"Ober Mur", "Ober Mur", "Obermur", "Ober Mur", "Obermur"}));
    EXPECT_FALSE(isHeld(expected(0, 5, std::nullopt), knows("Ober Mur")));
}

TEST(Scores, TextsAddUp) {
    const Scores s = scoresOf({small(), small()});
    EXPECT_EQ(s.texts, 2U);
    EXPECT_EQ(s.all.recognition, (Recognition{10, 10, 8}));
    EXPECT_EQ(s.literal.endToEnd, (Share{2, 6}));
}

TEST(Faults, EachWithItsKind) {
    std::vector<std::string> kinds;
    for (const Fault& f : faultsOf({small()}))
        kinds.push_back(std::to_string(f.begin) + " " + nameOf(f.kind));
    EXPECT_EQ(kinds, (std::vector<std::string>{"10 open", "20 missed", "30 invented", "60 look-alike"}));
}

TEST(Faults, LiteralnessAndWrongPlaces) {
    Testimony t{.name = "t.txt", .expected = {expected(0, 5), expected(10, 15), expected(20, 25)}};
    t.expected[1].literal = false;
    t.found = {found(0, 5, {right}, 1, 0.9, false), found(10, 15, {right}, 1),
               found(20, 25, {wrong, right}, 1), found(30, 35)};
    const auto faults = faultsOf({t});
    ASSERT_EQ(faults.size(), 4U);
    EXPECT_EQ(faults[0].kind, FaultKind::notLiteral);
    EXPECT_EQ(faults[1].kind, FaultKind::takenLiterally);
    EXPECT_FALSE(faults[1].literal);
    EXPECT_EQ(faults[2].kind, FaultKind::elsewhere);
    EXPECT_NEAR(*faults[2].error_km, 111.2, 0.3);
    EXPECT_EQ(faults[2].rank, 2U);
    EXPECT_EQ(faults[3].kind, FaultKind::extra);
}

TEST(Aims, ReachedOrNot) {
    const Scores s = scoresOf({small()});
    EXPECT_TRUE(aimOf("f1", 0.75, s).met);  // 3 of 4 and 3 of 4
    EXPECT_FALSE(aimOf("f1", 0.76, s).met);
    EXPECT_TRUE(aimOf("brier", 0.05, s).met);
    EXPECT_FALSE(aimOf("brier", 0.03, s).met) << "at most";
    EXPECT_FALSE(aimOf("lookalikes", 0.4, s).met);
    EXPECT_FALSE(aimOf("within5", 0, scoresOf({})).met) << "nothing measured is nothing reached";
    EXPECT_THROW((void)aimOf("charm", 1, s), Error);
    for (const AimKind& kind : aimKinds()) EXPECT_EQ(aimOf(kind.name, 0.5, s).name, kind.name);
}

/// Any text with any answers: rows and mentions at random, some of them together.
Testimony anything(std::mt19937& random) {
    const auto chance = [&](int of) { return random() % static_cast<unsigned>(of) == 0; };
    Testimony t;
    for (std::size_t at = 0; at < 400; at += 4 + random() % 12) {
        const geo::LonLat truth{static_cast<double>(random() % 360) - 180,
                                static_cast<double>(random() % 170) - 85};
        if (!chance(4)) {
            t.expected.push_back(
                expected(at, at + 1 + random() % 9, chance(6) ? std::nullopt : std::optional(truth)));
            t.expected.back().literal = !chance(4);
            t.expected.back().repeats = chance(8);
        }
        if (!chance(4)) {
            std::vector<geo::Candidate> list{candidate("truth", truth.lon, truth.lat)};
            for (unsigned i = random() % 4; i > 0; --i)
                list.push_back(candidate("n", static_cast<double>(random() % 360) - 180, 5,
                                         static_cast<long>(random() % 99)));
            std::shuffle(list.begin(), list.end(), random);
            const std::size_t chosen = random() % (list.size() + 1);
            t.found.push_back(found(at + random() % 3, at + 3 + random() % 9, list, chosen,
                                    static_cast<double>(random() % 101) / 100, !chance(5)));
        }
        if (chance(9)) t.lookalikes.push_back({at, at + 5, "x", "unit"});
    }
    return t;
}

void expectInRange(const Share& s) {
    EXPECT_LE(s.part, s.whole);
}

void expectInRange(const Accuracy& a) {
    for (const Share& s : {a.within1, a.within5, a.within20, a.within161, a.withinTolerance,
                           a.within5OfDecided, a.withinToleranceOfDecided})
        expectInRange(s);
    EXPECT_LE(a.within1.part, a.within5.part);
    EXPECT_LE(a.within5.part, a.within20.part);
    EXPECT_LE(a.within20.part, a.within161.part);
    EXPECT_LE(a.decided, a.answers);
    EXPECT_LE(a.mean_km.value_or(0), greatestError_km);
    EXPECT_GE(a.logErrorAuc.value_or(0), 0);
    EXPECT_LE(a.logErrorAuc.value_or(0), 1);
}

void expectInRange(const ClassScores& s) {
    expectInRange(s.recognition.precision());
    expectInRange(s.recognition.recall());
    EXPECT_LE(s.recognition.f1().value_or(0), 1);
    for (const Accuracy& a : {s.chosen, s.populous, s.central, s.first}) expectInRange(a);
    EXPECT_LE(s.rightAmong[0].part, s.rightAmong[1].part);
    EXPECT_LE(s.rightAmong[1].part, s.rightAmong[2].part);
    EXPECT_LE(s.rightAmong[2].part, s.held.part);
    expectInRange(s.rightOfHeld);
    expectInRange(s.endToEnd);
    EXPECT_LE(s.calibration.brier.value_or(0), 1);
    EXPECT_LE(s.calibration.expectedError.value_or(0), 1);
    for (std::size_t i = 1; i < s.abstention.size(); ++i) {
        EXPECT_LT(s.abstention[i].confidence, s.abstention[i - 1].confidence);
        EXPECT_GT(s.abstention[i].answered.part, s.abstention[i - 1].answered.part);
    }
}

TEST(ScoresProperty, AlwaysInRange) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < 300; ++round) {
        const Testimony t = anything(random);
        const Scores s = scoresOf({t});
        expectInRange(s.literal);
        expectInRange(s.all);
        expectInRange(s.lookalikesTaken);
        EXPECT_LE(s.literalAside.found, s.literal.recognition.found);
        EXPECT_EQ(s.literalAside.right, s.literal.recognition.right);
        const Unlisted& u = s.unlisted;
        EXPECT_EQ(u.rows, u.missed + u.open + u.right + u.wrong);
        if (HasFailure()) return;
    }
}

TEST(ScoresProperty, APerfectAnswerHasPerfectScores) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < 100; ++round) {
        Testimony t;
        for (std::size_t i = 0; i < 1 + random() % 40; ++i) {
            const geo::LonLat at{static_cast<double>(random() % 360) - 180,
                                 static_cast<double>(random() % 170) - 85};
            t.expected.push_back(expected(10 * i, 10 * i + 5, at));
            t.expected.back().literal = i == 0 || random() % 3 != 0;
            t.found.push_back(found(10 * i, 10 * i + 5, {candidate("it", at.lon, at.lat)}, 1, 1,
                                    t.expected.back().literal));
        }
        std::shuffle(t.found.begin(), t.found.end(), random);
        const Scores s = scoresOf({t});
        for (const ClassScores* c : {&s.literal, &s.all}) {
            EXPECT_EQ(c->recognition.f1(), 1.0);
            EXPECT_EQ(c->chosen.within1.value(), 1.0);
            EXPECT_EQ(c->endToEnd.value(), 1.0);
            EXPECT_EQ(c->rightAmong[0].value(), 1.0);
            EXPECT_EQ(c->chosen.logErrorAuc, 0.0);
            EXPECT_EQ(c->calibration.brier, 0.0);
            EXPECT_EQ(c->calibration.expectedError, 0.0);
        }
        EXPECT_TRUE(faultsOf({t}).empty());
    }
}

}  // namespace
}  // namespace retrace::evaluate
