#include "timeline/span.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

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
    const auto text = [](const std::optional<int>& minutes) -> std::string {
        if (!minutes) return {};
        std::array<char, 32> buffer{};
        (void)std::snprintf(buffer.data(), buffer.size(), "%02d:%02d", *minutes / 60, *minutes % 60);
        return buffer.data();
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
