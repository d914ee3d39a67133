#include "evaluate/front_record.hpp"

#include "evaluate/front_random.hpp"
#include "front/place_index.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace retrace::evaluate {
namespace {

constexpr double samePlace_m = 1000, day = 86400;

std::size_t sideOf(const std::string& words) {
    if (words.starts_with("gov")) return 0;
    if (words.starts_with("opp") || words.starts_with("SNA")) return 1;
    return 2;
}

/// "Hama city (entry from east)" and "Hama city (full control announced)" begin alike.
std::string stemOf(const std::string& name) {
    std::string stem = name.substr(0, name.find(" ("));
    for (char& c : stem) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return stem;
}

double certaintyOf(const std::string& confidence) {
    return confidence == "high" ? 0.95 : confidence == "medium" ? 0.85 : confidence == "low" ? 0.6 : 0.8;
}

/// Who held a place at `t` by its own rows; nothing while it changed hands, or where rows contradict.
std::optional<std::size_t> holderOf(const std::vector<front::Observation>& rows, double t) {
    const front::Observation *before = nullptr, *after = nullptr;  // the last that is over, the first to come
    for (const front::Observation& o : rows) {
        if (o.contested || (t > o.earliest && t < o.latest)) {
            if (t > o.earliest && t < o.latest) return std::nullopt;
            continue;
        }
        if (o.latest <= t && (!before || o.latest > before->latest)) before = &o;
        if (o.earliest >= t && (!after || o.earliest < after->earliest)) after = &o;
    }
    if (before && after && before->side != after->before) return std::nullopt;
    if (before) return before->side;
    return after ? after->before : std::nullopt;
}

}  // namespace

RecordPlaces recordPlaces(const std::vector<model::RecordRow>& rows) {
    RecordPlaces out;
    std::vector<std::string> stems;
    for (const model::RecordRow& row : rows) {
        if (!row.when.earliest || !row.when.latest) continue;
        front::Observation o{.at = row.where.at,
                             .radius_m = row.where.radius_m,
                             .earliest = static_cast<double>(row.when.earliest->seconds),
                             .latest = static_cast<double>(row.when.latest->seconds),
                             .side = sideOf(row.toSide),
                             .before = sideOf(row.fromSide),
                             .certainty = certaintyOf(row.confidence),
                             .claim = row.row};
        if (row.toSide == "contested") {
            o.contested = true;
            o.side = 1;
        }
        const std::string stem = stemOf(row.place);
        std::size_t place = out.places;
        for (std::size_t k = 0; k < stems.size() && place == out.places; ++k)
            if (stems[k] == stem || front::chord_m(out.observations[k].at, o.at) < samePlace_m)
                place = out.place[k];
        if (place == out.places) ++out.places;
        out.observations.push_back(o);
        out.place.push_back(place);
        stems.push_back(stem);
    }
    double first = INFINITY, last = -INFINITY;
    for (const front::Observation& o : out.observations) {
        first = std::min(first, o.earliest);
        last = std::max(last, o.latest);
    }
    for (double t = first - day; t <= last + day / 4; t += day / 4) out.instants.push_back(t);
    return out;
}

FrontScores scoreSplit(const RecordPlaces& record, const Contender& contender, std::uint64_t seed) {
    Random random(seed);
    std::vector<std::size_t> order(record.places);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    std::vector<char> out(record.places, 0);
    for (std::size_t i = 0; i < record.places / 5; ++i) out[order[i]] = 1;
    std::vector<front::Observation> known;
    std::vector<std::vector<front::Observation>> asked(record.places);
    for (std::size_t i = 0; i < record.observations.size(); ++i)
        if (out[record.place[i]])
            asked[record.place[i]].push_back(record.observations[i]);
        else
            known.push_back(record.observations[i]);
    const ControlAnswer answer = contender.learn(known, recordSides);
    FrontScores scores;
    double first = INFINITY;
    for (const auto& o : record.observations) first = std::min(first, o.earliest);
    std::vector<geo::LonLat> points;
    std::vector<const std::vector<front::Observation>*> rowsAt;
    for (const auto& rows : asked)
        if (!rows.empty()) {
            points.push_back(rows.front().at);
            rowsAt.push_back(&rows);
        }
    for (const double t : record.instants) {
        const auto p = answer(t, points);
        for (std::size_t k = 0; k < points.size(); ++k)
            if (const auto truth = holderOf(*rowsAt[k], t))
                scoreAnswer(scores, &p[k * recordSides], recordSides, *truth, t < first);
    }
    return scores;
}

}  // namespace retrace::evaluate
