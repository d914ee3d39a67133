#include "geo/geodesic.hpp"
#include "reconstruct/choose_places.hpp"
#include "reconstruct/estimate_spots.hpp"

#include <algorithm>
#include <array>

namespace retrace::reconstruct {
namespace {

bool standsOnRoute(const text::Mention& mention, const text::Reading& reading) {
    if (mention.repeats || mention.statement == text::Mention::npos ||
        mention.statement >= reading.statements.size())
        return false;
    const auto& statement = reading.statements[mention.statement];
    if (statement.status != text::Status::executed || statement.presence == text::Presence::none)
        return false;
    return mention.role == text::Role::stop || mention.role == text::Role::destination;
}

// Gives an estimate to every mention of a name that no analyst decided.
void take(ChosenPlaces& places, std::size_t group, geo::Candidate estimate) {
    auto& candidates = places.groups[group].candidates;
    candidates.insert(candidates.begin(), std::move(estimate));
    for (const auto m : places.groups[group].mentions) {
        auto& mention = places.mentions[m];
        if (mention.decided == model::Decided::analyst) continue;
        mention.decided = model::Decided::automatic;
        mention.place = candidates.front().place;
        mention.confidence = candidates.front().score;
        mention.why = candidates.front().reasons.front();
        mention.candidates = candidates;
    }
}

// Whether the words right after a name begin to say where it lies: ", 3 km", "between", "on the road".
bool beginsSpot(std::string words) {
    static constexpr std::array beginnings{
        "between", "on the road", "on the way", "on the highway", "halfway",     "midway",      "north",
        "south",   "east",        "west",       "just",           "about",       "some",        "around",
        "roughly", "nearly",      "a few",      "half a",         "a kilometre", "a kilometer", "a mile",
        "one",     "two",         "three",      "four",           "five",        "six",         "seven",
        "eight",   "ten",         "several",    "which lies",     "that lies",   "which is",    "lying"};
    words.erase(0, std::min(words.find_first_not_of(" ,("), words.size()));
    if (words.empty()) return false;
    return (words[0] >= '0' && words[0] <= '9') ||
           std::ranges::any_of(beginnings, [&](const char* each) { return words.starts_with(each); });
}

// The spot told right after the mention, in the same sentence.
std::optional<model::Estimate> toldBehind(const Words& words, const ChosenPlaces& places, std::size_t source,
                                          std::size_t mention) {
    constexpr std::size_t reach = 60;  // letters to the first name of the phrase
    const auto& reading = words.readings[source];
    const auto first = firstMention(words, source);
    const auto& own = reading.mentions[mention - first].quote;
    std::vector<std::size_t> behind;
    text::Quote stretch{own.source, own.end, own.end};
    for (std::size_t m = mention + 1; m < first + reading.mentions.size() && behind.size() < 2; ++m) {
        const auto& next = reading.mentions[m - first].quote;
        const auto between = wordsOf(words, {own.source, stretch.end, next.begin});
        if (next.begin < stretch.end || next.begin - stretch.end > reach ||
            between.find_first_of(".;!?\n") != std::string::npos)
            break;
        if (behind.empty() && !beginsSpot(between)) return std::nullopt;
        behind.push_back(m);
        stretch.end = next.end;
    }
    if (behind.empty()) return std::nullopt;
    const auto phrase = spotPhraseIn(words, reading, first, behind, stretch);
    return phrase ? estimateFor(*phrase, places.mentions) : std::nullopt;
}

}  // namespace

void estimateNamedSpots(const Words& words, ChosenPlaces& places) {
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        const auto first = firstMention(words, s);
        for (std::size_t m = first; m < first + words.readings[s].mentions.size(); ++m) {
            const auto& mention = places.mentions[m];
            if (mention.place || mention.ignored || mention.decided == model::Decided::analyst) continue;
            const auto told = toldBehind(words, places, s, m);
            if (!told) continue;
            const auto group = places.groupOf[m];
            geo::Candidate estimate{
                .place = told->place,
                .score = 0.5,
                .reasons = {told->why + "; no gazetteer has a " + places.groups[group].name + " there"},
                .gazetteer = "estimate"};
            estimate.place.id = "est:" + places.groups[group].name;
            estimate.place.name = places.groups[group].name;
            take(places, group, std::move(estimate));
        }
    }
}

void estimateUnknownStops(const Words& words, ChosenPlaces& places) {
    constexpr double between_m = 30000;
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        const auto& reading = words.readings[s];
        const auto first = firstMention(words, s);
        std::vector<std::size_t> route;
        for (std::size_t i = 0; i < reading.mentions.size(); ++i)
            if (standsOnRoute(reading.mentions[i], reading) && !places.mentions[first + i].ignored)
                route.push_back(first + i);
        for (std::size_t i = 1; i + 1 < route.size(); ++i) {
            const auto group = places.groupOf[route[i]];
            const auto& before = places.mentions[route[i - 1]].place;
            const auto& after = places.mentions[route[i + 1]].place;
            if (places.mentions[route[i]].place || !before || !after) continue;
            // A namesake, or a like name within a few days' march, is a candidate to weigh: not a name that
            // nobody knows.
            if (std::ranges::any_of(places.groups[group].candidates, [&](const geo::Candidate& c) {
                    return c.score >= likeName ||
                           (c.score >= 0.7 &&
                            geo::distance_m(c.place.where.at, before->where.at) < 5 * between_m);
                }))
                continue;
            const double apart = geo::distance_m(before->where.at, after->where.at);
            // Out and back again says nothing of how far out.
            if (apart > between_m || before->id == after->id) continue;
            const auto& name = places.groups[group].name;
            geo::Candidate estimate{
                .place = {.id = "est:" + name,
                          .name = name,
                          .type = "area",
                          .where = estimatedAt({geo::between(before->where.at, after->where.at, 0.5),
                                                std::max(2000.0, 0.6 * apart)}),
                          .country = before->country},
                .score = 0.3,
                .reasons = {"estimated: no gazetteer has the name; the march goes from " + before->name +
                            " by it to " + after->name},
                .gazetteer = "estimate"};
            take(places, group, std::move(estimate));
        }
    }
}

}  // namespace retrace::reconstruct
