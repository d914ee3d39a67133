#include "reconstruct/travel.hpp"

#include "geo/geodesic.hpp"
#include "model/prism.hpp"

#include <algorithm>
#include <cmath>

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

// The sentence's mention that the word stands before, by a word or two ("from the city of Homs").
const model::PlaceMention* mentionAfter(const Words& words, const std::vector<model::PlaceMention>& mentions,
                                        const text::Quote& sentence, std::string_view word) {
    for (const auto& m : mentions) {
        const auto& quote = m.mention.quote;
        if (!m.place || quote.source != sentence.source || quote.begin < sentence.begin ||
            quote.end > sentence.end)
            continue;
        constexpr std::size_t reach = 16;
        const auto begin = std::max(sentence.begin, quote.begin - std::min(quote.begin, reach));
        const auto before = ' ' + wordsOf(words, {quote.source, begin, quote.begin});
        if (before.find(' ' + std::string(word) + ' ') != std::string::npos) return &m;
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
    const auto* from = mentionAfter(words, mentions, sentence, "from");
    const auto* to = mentionAfter(words, mentions, sentence, "to");
    if (!from || !to || from == to || from->place->id == to->place->id) return std::nullopt;
    const double metres = leastApart_m(*from->place, *to->place);
    const double speed = kmh(metres, static_cast<double>(*time.highSeconds));
    if (speed <= fastest_m_s({}) * 3.6) return std::nullopt;
    return kilometres(metres) + " from " + from->place->name + " to " + to->place->name + " would need " +
           std::to_string(std::lround(speed)) + " km/h";
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
