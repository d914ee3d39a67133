#include "evaluate/scores.hpp"

#include "evaluate/baselines.hpp"

namespace retrace::evaluate {
namespace {

/// What is gathered over the texts before the figures are made.
struct Gathered {
    std::vector<Answer> chosen, populous, central, first;
};

Answer answerFor(const Expected& expected, const std::optional<geo::Place>& place, double confidence = 0) {
    return {error_km(expected, place), expected.tolerance_km, confidence};
}

void count(Recognition& r, const Testimony& t, const Judgement& j, bool literalOnly, bool aside) {
    const auto foundCounts = [&](std::size_t f) {
        return !literalOnly || t.found[f].mention.mention.literal;
    };
    const auto rowCounts = [&](std::size_t e) { return !literalOnly || t.expected[e].literal; };
    for (const Match& m : j.matches) {
        const bool row = rowCounts(m.expected), found = foundCounts(m.found);
        r.expected += row;
        r.found += found && (row || !aside);
        r.right += row && found;
    }
    for (const std::size_t e : j.missed) r.expected += rowCounts(e);
    for (const std::size_t f : j.extra) r.found += foundCounts(f);
}

void add(ClassScores& scores, Gathered& gathered, const Testimony& t, const Judgement& j, bool literalOnly) {
    count(scores.recognition, t, j, literalOnly, false);
    const auto centroid = centroidOf(t.found);
    const auto known = [&](const Expected& e) {
        return e.at && e.listed && !e.alarm && (e.literal || !literalOnly);
    };
    for (const Match& m : j.matches) {
        const Expected& expected = t.expected[m.expected];
        const Found& found = t.found[m.found];
        if (!known(expected)) continue;
        ++scores.endToEnd.whole;
        ++scores.endToEndTolerance.whole;
        if (literalOnly && !found.mention.mention.literal) continue;
        const Answer answer = answerFor(expected, found.mention.place, found.mention.confidence);
        gathered.chosen.push_back(answer);
        gathered.populous.push_back(answerFor(expected, answerOf(Baseline::populous, found, centroid)));
        gathered.central.push_back(answerFor(expected, answerOf(Baseline::central, found, centroid)));
        gathered.first.push_back(answerFor(expected, answerOf(Baseline::first, found, centroid)));
        scores.endToEnd.part += answer.within(5);
        scores.endToEndTolerance.part += answer.right();
        const std::size_t rank = rankOfRight(expected, found.mention.candidates);
        constexpr std::array<std::size_t, 3> depths{1, 5, 20};
        for (std::size_t d = 0; d < depths.size(); ++d) {
            ++scores.rightAmong[d].whole;
            scores.rightAmong[d].part += rank != 0 && rank <= depths[d];
        }
        ++scores.held.whole;
        scores.held.part += rank != 0;
        scores.rightOfHeld.whole += rank != 0;
        scores.rightOfHeld.part += rank != 0 && answer.right();
    }
    for (const std::size_t e : j.missed) {
        scores.endToEnd.whole += known(t.expected[e]);
        scores.endToEndTolerance.whole += known(t.expected[e]);
    }
}

/// Where a row has no match, nothing was recognised.
void add(Unlisted& unlisted, const Expected& expected, const Found* found) {
    ++unlisted.rows;
    if (!found)
        ++unlisted.missed;
    else if (!found->mention.place)
        ++unlisted.open;
    else if (answerFor(expected, found->mention.place).right())
        ++unlisted.right;
    else
        ++unlisted.wrong;
}

void add(HeldScores& scores, const Expected& expected, const Found* found) {
    ++scores.held.whole;
    scores.held.part += expected.held;
    if (!expected.held) return add(scores.others, expected, found);
    const Answer answer = answerFor(expected, found ? found->mention.place : std::nullopt);
    ++scores.within5.whole;
    ++scores.withinTolerance.whole;
    scores.within5.part += answer.within(5);
    scores.withinTolerance.part += answer.right();
}

void addLiteralRow(Scores& scores, const Expected& expected, const Found* found) {
    if (!expected.literal) return;
    if (expected.alarm) return add(scores.alarms, expected, found);
    if (!expected.listed || !expected.at) add(scores.unlisted, expected, found);
    if (expected.at) add(scores.held, expected, found);
}

void finish(ClassScores& scores, const Gathered& gathered) {
    scores.chosen = accuracyOf(gathered.chosen);
    scores.populous = accuracyOf(gathered.populous);
    scores.central = accuracyOf(gathered.central);
    scores.first = accuracyOf(gathered.first);
    scores.abstention = abstentionCurve(gathered.chosen);
    scores.calibration = calibrationOf(gathered.chosen);
}

}  // namespace

Scores scoresOf(const std::vector<Testimony>& testimonies) {
    Scores scores{.texts = testimonies.size()};
    Gathered literal, all;
    for (const Testimony& t : testimonies) {
        const Judgement j = judge(t);
        add(scores.literal, literal, t, j, true);
        add(scores.all, all, t, j, false);
        count(scores.literalAside, t, j, true, true);
        for (const Match& m : j.matches) addLiteralRow(scores, t.expected[m.expected], &t.found[m.found]);
        for (const std::size_t e : j.missed) addLiteralRow(scores, t.expected[e], nullptr);
        scores.lookalikesTaken.whole += t.lookalikes.size();
        scores.lookalikesTaken.part += j.taken.size();
    }
    finish(scores.literal, literal);
    finish(scores.all, all);
    return scores;
}

}  // namespace retrace::evaluate
