#include "timeline/sun_clock.hpp"

#include "timeline/calendar_words.hpp"

#include <algorithm>

namespace retrace::timeline {

namespace {

std::string clockOf(Instant t, const std::string& zone) {
    return hourText(toLocal(t, zone).minutes);
}

std::optional<SunTime> between(std::optional<Instant> from, std::optional<Instant> latest,
                               std::optional<Instant> to, const std::string& why) {
    if (!from || !latest || !to || *latest < *from || *to < *from) return std::nullopt;
    return SunTime{*from, *latest, *to, why};
}

std::string prayerName(Prayer prayer) {
    static constexpr const char* names[] = {"fajr", "sunrise", "dhuhr", "asr", "maghrib", "isha"};
    return names[static_cast<std::size_t>(prayer)];
}

}  // namespace

std::vector<PrayerBeginning> prayerBeginnings(Prayer prayer, const Date& date, const geo::LonLat& at,
                                              const std::string& zone) {
    std::vector<PrayerBeginning> all;
    const auto add = [&](std::optional<Instant> t, const char* by) {
        if (t) all.push_back({*t, by});
    };
    switch (prayer) {
        case Prayer::fajr:
            add(sunCrossing(date, at, zone, -19.5, true), "the sun 19.5 deg below the horizon (Egypt)");
            add(sunCrossing(date, at, zone, -18, true), "18 deg (Muslim World League)");
            add(sunCrossing(date, at, zone, -16, true), "16 deg (Ja'fari)");
            add(sunCrossing(date, at, zone, -15, true), "15 deg (North America)");
            break;
        case Prayer::sunrise:
            add(sunrise(date, at, zone), "sunrise");
            break;
        case Prayer::dhuhr:
            add(solarNoon(date, at, zone), "the sun's highest stand");
            break;
        case Prayer::asr:
            add(whenShadowHasGrown(1, date, at, zone), "a shadow grown by its object's length");
            add(whenShadowHasGrown(2, date, at, zone), "by twice its length (Hanafi)");
            break;
        case Prayer::maghrib:
            add(sunset(date, at, zone), "sunset");
            add(sunCrossing(date, at, zone, -4.5, false), "the sun 4.5 deg below the horizon (Ja'fari)");
            break;
        case Prayer::isha:
            add(sunCrossing(date, at, zone, -14, false), "the sun 14 deg below the horizon (Ja'fari)");
            add(sunCrossing(date, at, zone, -15, false), "15 deg (North America)");
            add(sunCrossing(date, at, zone, -17, false), "17 deg (Muslim World League)");
            add(sunCrossing(date, at, zone, -18, false), "18 deg (Karachi)");
            break;
    }
    return all;
}

std::optional<SunTime> sunTime(SunEvent event, Prayer prayer, const Date& date, const geo::LonLat& at,
                               const std::string& zone) {
    constexpr std::int64_t before = 15 * minute, after = 25 * minute;
    const auto told = [&](std::optional<Instant> t, const std::string& name) -> std::optional<SunTime> {
        if (!t) return std::nullopt;
        return SunTime{*t - before, *t + after, *t + after, name + " at " + clockOf(*t, zone)};
    };
    const auto depth = [&](double degrees, bool rising) {
        return sunCrossing(date, at, zone, -degrees, rising);
    };
    switch (event) {
        case SunEvent::sunset:
            return told(sunset(date, at, zone), "sunset");
        case SunEvent::sunrise:
            return told(sunrise(date, at, zone), "sunrise");
        case SunEvent::dawn:
            return between(depth(18, true), depth(6, true), sunrise(date, at, zone),
                           "first light from the sun 18 deg below the horizon on, day at sunrise");
        case SunEvent::dark:
            return between(sunset(date, at, zone), depth(12, false), depth(12, false),
                           "dark between sunset and the sun 12 deg below the horizon");
        case SunEvent::prayer:
            break;
    }
    const auto whole = prayerSpan(prayer, date, at, zone);
    const auto beginnings = prayerBeginnings(prayer, date, at, zone);
    if (!whole || beginnings.empty()) return std::nullopt;
    std::string why = prayerName(prayer) + " from ";
    for (const auto& each : beginnings)
        why += (&each == &beginnings.front() ? "" : ", or ") + clockOf(each.at, zone) + " by " + each.by;
    return SunTime{*whole->earliest, std::max(*whole->earliest, beginnings.back().at), *whole->latest,
                   why + ", until the next at " + clockOf(*whole->latest, zone)};
}

}  // namespace retrace::timeline
