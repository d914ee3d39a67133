#include "evaluate/judge.hpp"

#include "geo/geodesic.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace retrace::evaluate {

std::vector<Match> matched(const std::vector<Expected>& expected, const std::vector<Found>& found) {
    const auto begin = [&](std::size_t f) { return found[f].mention.mention.quote.begin; };
    const auto end = [&](std::size_t f) { return found[f].mention.mention.quote.end; };
    std::vector<std::size_t> byBegin(found.size());
    std::iota(byBegin.begin(), byBegin.end(), 0);
    std::ranges::stable_sort(byBegin, {}, begin);
    std::size_t longest = 0;
    for (const std::size_t f : byBegin) longest = std::max(longest, end(f) - begin(f));

    struct Pair {
        Match match;
        std::size_t overlap;
    };
    std::vector<Pair> pairs;
    for (std::size_t e = 0; e < expected.size(); ++e) {
        const std::size_t from = expected[e].begin > longest ? expected[e].begin - longest : 0;
        for (auto at = std::ranges::lower_bound(byBegin, from, {}, begin);
             at != byBegin.end() && begin(*at) < expected[e].end; ++at)
            if (end(*at) > expected[e].begin)
                pairs.push_back(
                    {{e, *at},
                     std::min(end(*at), expected[e].end) - std::max(begin(*at), expected[e].begin)});
    }
    std::ranges::stable_sort(pairs, [](const Pair& a, const Pair& b) { return a.overlap > b.overlap; });
    std::vector<bool> expectedTaken(expected.size()), foundTaken(found.size());
    std::vector<Match> matches;
    for (const Pair& pair : pairs) {
        if (expectedTaken[pair.match.expected] || foundTaken[pair.match.found]) continue;
        expectedTaken[pair.match.expected] = foundTaken[pair.match.found] = true;
        matches.push_back(pair.match);
    }
    std::ranges::sort(matches, {}, &Match::expected);
    return matches;
}

Judgement judge(const Testimony& testimony) {
    Judgement judgement;
    std::vector<bool> met(testimony.expected.size()), used(testimony.found.size());
    for (const Match& match : matched(testimony.expected, testimony.found)) {
        met[match.expected] = used[match.found] = true;
        if (!testimony.expected[match.expected].repeats) judgement.matches.push_back(match);
    }
    for (std::size_t e = 0; e < met.size(); ++e)
        if (!met[e] && !testimony.expected[e].repeats) judgement.missed.push_back(e);
    for (std::size_t f = 0; f < used.size(); ++f)
        if (!used[f] && !testimony.found[f].mention.mention.repeats) judgement.extra.push_back(f);
    for (std::size_t l = 0; l < testimony.lookalikes.size(); ++l) {
        const Lookalike& like = testimony.lookalikes[l];
        for (std::size_t f = 0; f < used.size(); ++f) {
            const text::Mention& m = testimony.found[f].mention.mention;
            if (used[f] || !m.literal || m.quote.begin >= like.end || m.quote.end <= like.begin) continue;
            judgement.taken.push_back(l);
            break;
        }
    }
    return judgement;
}

std::optional<double> error_km(const Expected& expected, const std::optional<geo::Place>& place) {
    if (!expected.at || !place) return std::nullopt;
    return geo::distance_m(*expected.at, place->where.at) / 1000;
}

std::size_t rankOfRight(const Expected& expected, const std::vector<geo::Candidate>& candidates) {
    const auto right = std::ranges::find_if(candidates, [&](const geo::Candidate& c) {
        const auto error = error_km(expected, c.place);
        return error && *error <= expected.tolerance_km;
    });
    return right == candidates.end() ? 0 : static_cast<std::size_t>(right - candidates.begin()) + 1;
}

}  // namespace retrace::evaluate
