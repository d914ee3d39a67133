#include "model/reconstruction.hpp"
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

bool hasOrigin(const Event& event, timeline::Origin origin) {
    return std::ranges::find(event.when.span.origins, origin) != event.when.span.origins.end();
}

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
    if (isOrderOnly(r, t)) {
        ClockFace face{"order only", "", "day not stated"};
        if (!event) return face;
        const auto& clock = r.events[*event].when.clock;
        if (clock && clock->from)
            face.time = timeline::hourText(*clock->from);
        else if (clock && clock->to)
            face.time = "until " + timeline::hourText(*clock->to);
        return face;
    }
    const auto local = timeline::toLocal({std::llround(t)}, r.zone);
    ClockFace face{dateWords(local.date), timeline::hourText(local.minutes), cityOf(r.zone)};
    if (!event) return face;
    if (!saysTheHour(r.events[*event].when)) face.time.clear();
    if (hasOrigin(r.events[*event], timeline::Origin::record))
        face.note += ", day from the record";
    else if (hasOrigin(r.events[*event], timeline::Origin::decision))
        face.note += ", day set by the analyst";
    return face;
}

}  // namespace retrace::model
