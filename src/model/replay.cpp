#include "model/reconstruction.hpp"
#include "timeline/calendar_span.hpp"
#include "timeline/calendar_words.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::model {
namespace {

// The end of an IANA name, as people say it: "Asia/Damascus" -> "Damascus".
std::string cityOf(const std::string& zone) {
    std::string city = zone.substr(zone.rfind('/') == std::string::npos ? 0 : zone.rfind('/') + 1);
    std::ranges::replace(city, '_', ' ');
    return city;
}

std::string dateWords(const timeline::Date& date) {
    return timeline::weekdayName(date) + " " + std::to_string(date.day) + " " +
           timeline::monthName(date.month) + " " + std::to_string(date.year);
}

// "6-7 Dec 2024", "28 Nov - 8 Dec 2024", "June 1911", "1942".
std::string daysWords(const timeline::Days& days) {
    const auto& [first, last] = days;
    if (first == last) return dateWords(first);
    const std::string year = std::to_string(last.year);
    if (timeline::isWholeYear(days)) return year;
    const std::string month = std::string(timeline::monthName(last.month)) + " " + year;
    if (timeline::isWholeMonth(days)) return month;
    const std::string end = std::to_string(last.day) + " " + month;
    if (first.year == last.year && first.month == last.month) return std::to_string(first.day) + "-" + end;
    std::string begin = std::to_string(first.day) + " " + timeline::monthName(first.month);
    if (first.year != last.year) begin.append(" ").append(std::to_string(first.year));
    return begin + " - " + end;
}

// The days that an event without a stated day can have; empty where nothing bounds it.
std::string boundsWords(const timeline::Span& span, const std::string& zone) {
    const auto dateOf = [&](timeline::Instant t) { return timeline::toLocal(t, zone).date; };
    const auto plain = [&](timeline::Instant t) { return daysWords({dateOf(t), dateOf(t)}); };
    if (span.earliest && span.latest)
        return daysWords({dateOf(*span.earliest), dateOf(std::max(*span.earliest, *span.latest - 1))});
    if (span.earliest) return "from " + plain(*span.earliest) + " on";
    return span.latest ? "until " + plain(*span.latest - 1) : "";
}

bool hasOrigin(const Event& event, timeline::Origin origin) {
    return std::ranges::find(event.when.span.origins, origin) != event.when.span.origins.end();
}

constexpr const char* notStated = "Day not stated";

// A day without an hour is shown without one.
bool saysTheHour(const When& when) {
    constexpr std::int64_t widest_s = 12 * 3600;
    const bool bounded = when.span.earliest && when.span.latest;
    return when.clock || (bounded && *when.span.latest - *when.span.earliest <= widest_s);
}

}  // namespace

StoryTime storyTimeOf(const Reconstruction& r, std::size_t event) {
    if (event >= r.events.size()) return r.end;
    const Event& e = r.events[event];
    if (e.shown) return *e.shown;
    if (e.when.best) return static_cast<double>(e.when.best->seconds);
    for (std::size_t i = event; i-- > 0;)
        if (r.events[i].shown || r.events[i].when.best) return storyTimeOf(r, i);
    return r.begin;
}

std::optional<std::size_t> eventAt(const Reconstruction& r, StoryTime t) {
    std::optional<std::size_t> last;
    StoryTime lastTime = 0;
    for (std::size_t i = 0; i < r.events.size(); ++i) {
        if (r.events[i].status == Status::background) continue;
        const StoryTime begun = storyTimeOf(r, i);
        if (begun <= t && (!last || begun >= lastTime)) {
            last = i;
            lastTime = begun;
        }
    }
    return last;
}

bool isOrderOnly(const Reconstruction& r, StoryTime t) {
    return std::ranges::any_of(r.orderOnly, [t](const OrderOnly& o) { return o.from <= t && t < o.to; });
}

ClockFace clockFace(const Reconstruction& r, StoryTime t) {
    const auto event = eventAt(r, t);
    const When* when = event ? &r.events[*event].when : nullptr;
    ClockFace face{"", "", cityOf(r.zone)};
    bool open = false;  // several days are left
    if (isOrderOnly(r, t)) {
        const std::string bounds = when ? boundsWords(when->span, r.zone) : "";
        const bool oneDay = when && when->span.earliest && when->span.latest &&
                            timeline::toLocal(*when->span.earliest, r.zone).date ==
                                timeline::toLocal(*when->span.latest - 1, r.zone).date;
        open = !oneDay;
        face.date = bounds.empty() ? notStated : bounds;
        if (bounds.empty())
            face.note = "only the order is told";
        else if (open)
            face.note += ", day not stated";
        if (when && when->clock && when->clock->from)
            face.time = timeline::hourText(*when->clock->from);
        else if (when && when->clock && when->clock->to)
            face.time = "until " + timeline::hourText(*when->clock->to);
    } else {
        const auto local = timeline::toLocal({std::llround(t)}, r.zone);
        face.date = dateWords(local.date);
        if (!when || saysTheHour(*when)) face.time = timeline::hourText(local.minutes);
    }
    if (!event || face.date == notStated) return face;
    const std::string what = open ? ", limits " : ", day ";
    if (hasOrigin(r.events[*event], timeline::Origin::record))
        face.note += what + "from the record";
    else if (hasOrigin(r.events[*event], timeline::Origin::decision))
        face.note += what + "set by the analyst";
    return face;
}

}  // namespace retrace::model
