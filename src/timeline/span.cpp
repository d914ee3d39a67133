#include "timeline/span.hpp"

#include "timeline/calendar_words.hpp"

#include <algorithm>

namespace retrace::timeline {

std::string nameOf(Origin origin) {
    switch (origin) {
        case Origin::words:
            return "words";
        case Origin::decision:
            return "decision";
        case Origin::record:
            return "record";
    }
    return "words";
}

std::string clockText(const ClockSpan& clock) {
    const auto text = [](const std::optional<int>& minutes) {
        return minutes ? hourText(*minutes) : std::string();
    };
    return text(clock.from) + '/' + text(clock.to);
}

Span withOrigin(Span span, Origin origin) {
    const auto at = std::lower_bound(span.origins.begin(), span.origins.end(), origin);
    if (at == span.origins.end() || *at != origin) span.origins.insert(at, origin);
    return span;
}

std::optional<Span> intersection(const Span& a, const Span& b) {
    Span both = a;
    if (!both.earliest || (b.earliest && *b.earliest > *both.earliest)) both.earliest = b.earliest;
    if (!both.latest || (b.latest && *b.latest < *both.latest)) both.latest = b.latest;
    if (both.earliest && both.latest && *both.latest < *both.earliest) return std::nullopt;
    for (const Origin origin : b.origins) both = withOrigin(std::move(both), origin);
    return both;
}

}  // namespace retrace::timeline
