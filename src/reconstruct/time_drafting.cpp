#include "reconstruct/time_drafting.hpp"

#include <algorithm>

namespace retrace::reconstruct {

std::vector<const TimeExpression*> timesOf(const Drafting& d, std::size_t event) {
    std::vector<const TimeExpression*> list;
    const auto* reading = readingOf(d.words, d.events[event]);
    if (!reading) return list;
    const auto& statement = reading->statements[d.events[event].statement];
    for (const auto t : statement.times) {
        const auto& time = reading->times[t];
        const bool figure = std::ranges::any_of(statement.figures,
                                                [&](const auto& f) { return text::overlaps(f, time.quote); });
        if (!figure) list.push_back(&time);
    }
    return list;
}

bool isTold(const model::Event& event) {
    return event.status != text::Status::background && event.voice != text::Voice::editor &&
           event.voice != text::Voice::claimed;
}

std::string quoted(const Drafting& d, const TimeExpression& time) {
    return inQuotes(shortWords(d.words, time.quote, 50));
}

void bind(Drafting& d, std::size_t event, Network::Variable midnight, std::optional<std::int64_t> low,
          std::optional<std::int64_t> high, TimeRelation relation, const Support& support) {
    auto& v = d.draft.events[event];
    switch (relation) {
        case TimeRelation::at:
        case TimeRelation::during:
        case TimeRelation::from:
            d.addByClock(midnight, v.start, low, high, support);
            break;
        case TimeRelation::until:
            v.until = true;
            d.addByClock(midnight, v.end, low ? low : high, high, support);
            break;
        case TimeRelation::before:
            d.addByClock(midnight, v.start, std::nullopt, low ? low : high, support);
            break;
        case TimeRelation::after:
            d.addByClock(midnight, v.start, high ? high : low, std::nullopt, support);
            break;
    }
}

}  // namespace retrace::reconstruct
