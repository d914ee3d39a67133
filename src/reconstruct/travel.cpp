#include "reconstruct/travel.hpp"

#include "geo/geodesic.hpp"
#include "model/prism.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>
#include <string_view>

namespace retrace::reconstruct {

double fastest_m_s(const std::string& means) {
    constexpr double any = 120 / 3.6, ridden = 15 / 3.6;
    const double plausible = model::plausibleSpeed_m_s(means);
    return plausible <= ridden ? plausible : std::max(any, plausible);
}

WayToGo wayToGo(const model::Leg& leg, double straight_m) {
    if (leg.basis == model::Basis::schematic && !leg.roads.empty()) {
        std::string roads;
        for (const auto& road : leg.roads) roads += (roads.empty() ? "" : ", ") + road;
        return {leg.distance_m, kilometres(leg.distance_m) + " along " + roads};
    }
    const double metres = straight_m * detourFactor;
    return {metres, kilometres(straight_m) + " straight, " + kilometres(metres) + " as roads go (1.3 times)"};
}

namespace {

// The sentence's mention that the word stands before ("from the city of Homs").
const model::PlaceMention* mentionAfter(const Words& words, const std::vector<model::PlaceMention>& mentions,
                                        const text::Quote& sentence, std::string_view word) {
    for (const auto& m : mentions) {
        const auto& quote = m.mention.quote;
        if (!m.place || quote.source != sentence.source || quote.begin < sentence.begin ||
            quote.end > sentence.end)
            continue;
        constexpr std::size_t reach = 24;
        const auto begin = std::max(sentence.begin, quote.begin - std::min(quote.begin, reach));
        std::istringstream before(wordsOf(words, {quote.source, begin, quote.begin}));
        static constexpr std::array<std::string_view, 6> fillers{"the",     "city", "town",
                                                                 "village", "of",   "area"};
        std::string last;  // but for what goes with a name
        for (std::string each; before >> each;)
            if (std::ranges::find(fillers, each) == fillers.end()) last = each;
        if (last == word) return &m;
    }
    return nullptr;
}

text::Quote sentenceOf(const Words& words, const text::Quote& quote) {
    text::Quote sentence = quote;
    for (const auto& source : words.sources) {
        if (source.id != quote.source) continue;
        const auto ends = [&](std::size_t i) {
            const char32_t c = source.letters[i];
            return c == U'.' || c == U'!' || c == U'?' || c == U'\n';
        };
        sentence.end = std::min(sentence.end, source.letters.size());
        while (sentence.begin > 0 && !ends(sentence.begin - 1)) --sentence.begin;
        while (sentence.end < source.letters.size() && !ends(sentence.end)) ++sentence.end;
    }
    return sentence;
}

}  // namespace

std::optional<std::string> tooFarFor(const Words& words, const std::vector<model::PlaceMention>& mentions,
                                     const text::TimeExpression& time) {
    if (!time.highSeconds || *time.highSeconds <= 0) return std::nullopt;
    const auto sentence = sentenceOf(words, time.quote);
    const auto* to = mentionAfter(words, mentions, sentence, "to");
    if (!to) to = mentionAfter(words, mentions, {sentence.source, sentence.begin, time.quote.begin}, "in");
    if (!to) return std::nullopt;
    const auto apart = [&](const model::PlaceMention& m) {
        return geo::distance_m(m.place->where.at, to->place->where.at);
    };
    const auto* from = mentionAfter(words, mentions, sentence, "from");
    // "In Hama within an hour via Rastan and Talbisa": from the farther of them at least.
    const auto* via =
        from ? nullptr
             : mentionAfter(words, mentions, {sentence.source, time.quote.end, sentence.end}, "via");
    for (const auto& m : mentions)
        if (via && m.place && m.mention.quote.source == sentence.source &&
            m.mention.quote.begin >= via->mention.quote.begin && m.mention.quote.end <= sentence.end &&
            (!from || apart(m) > apart(*from)))
            from = &m;
    if (!from || from->place->id == to->place->id) return std::nullopt;
    const double metres = apart(*from) * detourFactor;
    const double speed = kmh(metres, static_cast<double>(*time.highSeconds));
    if (speed <= fastest_m_s({}) * 3.6) return std::nullopt;
    return "the " + kilometres(metres) + " as roads go from " + from->place->name + " to " + to->place->name +
           " would need " + std::to_string(std::lround(speed)) + " km/h";
}

double leastApart_m(const geo::Place& a, const geo::Place& b) {
    return std::max(0.0, geo::distance_m(a.where.at, b.where.at) - a.where.radius_m - b.where.radius_m);
}

double kmh(double metres, double seconds) {
    return metres / seconds * 3.6;
}

std::string kilometres(double metres) {
    return std::to_string(std::lround(metres / 1000)) + " km";
}

}  // namespace retrace::reconstruct
