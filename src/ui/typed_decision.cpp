#include "ui/typed_decision.hpp"

#include "timeline/typed_time.hpp"

#include <algorithm>

namespace retrace::ui {

namespace {

std::optional<timeline::Instant> someInstant(const model::When& when) {
    if (when.best) return when.best;
    return when.span.earliest ? when.span.earliest : when.span.latest;
}

/// Spaces about a dash between two hours or dates say nothing.
std::string closedUp(const std::string& words) {
    std::string text = words;
    for (const char* dash : {" - ", " \xE2\x80\x93 ", "\xE2\x80\x93", " \xE2\x80\x94 "})
        for (std::size_t at = text.find(dash); at != std::string::npos; at = text.find(dash))
            text.replace(at, std::string(dash).size(), "-");
    return text;
}

}  // namespace

std::optional<TimeDecision> typedDecision(const std::string& words, const std::string& zone,
                                          const std::optional<timeline::Date>& frame) {
    auto typed = timeline::parseTypedTime(words, zone, frame);
    if (!typed) typed = timeline::parseTypedTime(closedUp(words), zone, frame);
    if (!typed) return std::nullopt;
    TimeDecision decision{.span = timeline::boundsOf(*typed), .time = {}, .certainty = {}};
    if (!decision.span.earliest && !decision.span.latest) return std::nullopt;
    if (decision.span.earliest && decision.span.latest && *decision.span.latest < *decision.span.earliest)
        return std::nullopt;
    decision.time = timeArgument(decision.span, zone);
    if (typed->approximate) decision.certainty = "probable";
    if (typed->uncertain) decision.certainty = "possible";
    return decision;
}

std::string timeArgument(const timeline::Span& span, const std::string& zone) {
    const auto bound = [&](const std::optional<timeline::Instant>& t) {
        return t ? timeline::isoText(*t, zone) : std::string("..");
    };
    return bound(span.earliest) + "/" + bound(span.latest);
}

std::string typedForm(const timeline::Span& span, const std::string& zone) {
    if (!span.earliest && !span.latest) return {};
    const std::string people = timeline::spanText(span, zone);
    const auto again = typedDecision(people, zone, std::nullopt);
    if (again && again->span.earliest == span.earliest && again->span.latest == span.latest) return people;
    const auto bound = [&](const std::optional<timeline::Instant>& t) {
        return t ? timeline::isoText(*t, zone).substr(0, 16) : std::string("..");
    };
    return bound(span.earliest) + "/" + bound(span.latest);
}

std::optional<timeline::Date> frameOf(const model::Reconstruction& r, std::size_t event) {
    for (std::size_t away = 0; away < r.events.size(); ++away)
        for (const bool later : {false, true}) {
            if (!later && away > event) continue;
            const std::size_t at = later ? event + away : event - away;
            if (at >= r.events.size()) continue;
            if (const auto t = someInstant(r.events[at].when)) return timeline::toLocal(*t, r.zone).date;
        }
    return std::nullopt;
}

}  // namespace retrace::ui
