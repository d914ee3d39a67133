#include "geo/error.hpp"
#include "require.hpp"
#include "target.hpp"
#include "text/reading.hpp"
#include "text/source.hpp"
#include "timeline/calendar_span.hpp"
#include "timeline/typed_time.hpp"
#include "ui/typed_decision.hpp"

#include <array>

using namespace retrace;

namespace {

using fuzz::require;

bool ordered(const timeline::Span& span) {
    return !span.earliest || !span.latest || *span.earliest <= *span.latest;
}

/// What is written comes back as it was, but for the last minute of a day, which is written as the day.
void comesBack(const timeline::Span& span, const std::string& zone) {
    require(ordered(span));
    const std::string text = timeline::edtfText(span, zone);
    const auto again = timeline::parseEdtf(text, zone);
    require(again.has_value());
    require(again->earliest == span.earliest && again->latest.has_value() == span.latest.has_value());
    if (span.latest) require(*again->latest >= *span.latest && *again->latest - *span.latest <= 60);
    require(timeline::edtfText(*again, zone) == text);
    for (const auto& bound : {span.earliest, span.latest})
        if (bound) require(timeline::parseIso(timeline::isoText(*bound, zone), zone) == bound);
    require(!timeline::spanText(span, zone).empty());
}

/// The words as somebody types them into the window.
void typed(const std::string& words, const std::string& zone) {
    for (const auto& frame : {std::optional<timeline::Date>{}, std::optional(timeline::Date{2024, 2, 29})}) {
        if (const auto time = timeline::parseTypedTime(words, zone, frame)) {
            comesBack(time->span, zone);
            require(ordered(timeline::boundsOf(*time)));
            const auto again = timeline::parseQualifiedEdtf(timeline::edtfText(*time, zone), zone);
            require(again && again->uncertain == time->uncertain && again->approximate == time->approximate);
        }
        const auto decided = ui::typedDecision(words, zone, frame);
        if (!decided) continue;
        require(ordered(decided->span));
        const auto span = ui::typedDecision(decided->time, zone, std::nullopt);
        require(span && span->span.earliest == decided->span.earliest &&
                span->span.latest == decided->span.latest);
        const auto form = ui::typedDecision(ui::typedForm(decided->span, zone), zone, std::nullopt);
        require(form.has_value());
    }
}

bool isDay(const timeline::Date& date) {
    // without its year, 29 February is one
    const timeline::Date day{date.year == 0 ? 2024 : date.year, date.month, date.day};
    return date.year >= 0 && date.year <= 9999 && timeline::isValid(day);
}

void read(std::string_view bytes, const std::string& zone) {
    const text::Source source = text::readSource("fuzz.txt", bytes);
    const text::Reading reading = text::read(source, [](std::string_view) { return text::NameHit{}; });
    for (const text::TimeExpression& time : reading.times) {
        require(time.quote.begin < time.quote.end && time.quote.end <= source.letters.size());
        if (time.date && time.date->month > 0 && time.date->day > 0) {
            require(isDay(*time.date));
            if (time.date->year > 0) comesBack(timeline::spanOf({*time.date, *time.date}, zone), zone);
        }
        if (time.days && time.days->first.year > 0 && time.days->first.month > 0) {
            require(isDay(time.days->first) && isDay(time.days->last));
            comesBack(timeline::spanOf({time.days->first, time.days->last}, zone), zone);
        }
        if (time.weekday) require(*time.weekday >= 0 && *time.weekday <= 6);
        if (time.clock)
            for (const auto& minutes : {time.clock->from, time.clock->to})
                if (minutes) require(*minutes > -1440 && *minutes < 2 * 1440);
        if (time.lowSeconds && time.highSeconds) require(*time.lowSeconds <= *time.highSeconds);
    }
}

}  // namespace

// The first letter chooses the zone. Each line is typed; the whole is read as a text.
void retrace::fuzz::run(std::string_view bytes) {
    // clocks that stand; that change; a zone that left out a day; one of local mean time with seconds
    static const std::array<std::string, 5> zones{"+03:00", "Asia/Damascus", "Europe/Berlin", "Pacific/Apia",
                                                  "Africa/Monrovia"};
    if (bytes.empty()) return;
    const std::string& zone = zones[static_cast<unsigned char>(bytes.front()) % zones.size()];
    bytes.remove_prefix(1);
    try {
        for (std::string_view rest = bytes; !rest.empty();) {
            const auto end = std::min(rest.find('\n'), rest.size());
            typed(std::string(rest.substr(0, end)), zone);
            rest = rest.substr(std::min(end + 1, rest.size()));
        }
        read(bytes, zone);
    } catch (const Error&) {
    }
}
