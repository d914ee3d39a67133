#include "text/time_patterns.hpp"

#include <array>

namespace retrace::text {
namespace {

using timeline::Prayer;

std::optional<Prayer> prayerOf(const Cursor& c, std::size_t& i) {
    struct Name {
        std::string_view word;
        Prayer prayer;
        bool needsPrayer;
    };
    static constexpr std::array<Name, 13> names{{{"fajr", Prayer::fajr, false},
                                                 {"dawn", Prayer::fajr, true},
                                                 {"sunrise", Prayer::sunrise, true},
                                                 {"dhuhr", Prayer::dhuhr, false},
                                                 {"zuhr", Prayer::dhuhr, false},
                                                 {"noon", Prayer::dhuhr, true},
                                                 {"midday", Prayer::dhuhr, true},
                                                 {"asr", Prayer::asr, false},
                                                 {"afternoon", Prayer::asr, true},
                                                 {"maghrib", Prayer::maghrib, false},
                                                 {"sunset", Prayer::maghrib, true},
                                                 {"isha", Prayer::isha, false},
                                                 {"evening", Prayer::maghrib, true}}};
    for (const Name& n : names) {
        if (!c.is(i, n.word)) continue;
        const bool prayer = c.isAny(i + 1, {"prayer", "prayers"});
        if (n.needsPrayer && !prayer) return std::nullopt;
        i += prayer ? 2 : 1;
        return n.prayer;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Part> prayerAt(const Cursor& c, std::size_t i) {
    Part p{i, i, {}, false};
    std::size_t j = i;
    if (c.isAny(j, {"at", "around", "about", "by", "until", "till", "before", "after", "during", "for"})) {
        p.time.relation = c.isAny(j, {"until", "till"}) ? TimeRelation::until
                          : c.is(j, "before")           ? TimeRelation::before
                          : c.is(j, "after")            ? TimeRelation::after
                                                        : TimeRelation::at;
        p.time.approximate = c.isAny(j, {"around", "about"});
        ++j;
    }
    if (c.is(j, "the")) ++j;
    if (c.is(j, "time") && c.is(j + 1, "of")) j += 2;
    if (c.is(j, "the")) ++j;
    const auto prayer = prayerOf(c, j);
    if (!prayer) return std::nullopt;
    p.time.prayer = prayer;
    p.last = j;
    return p;
}

std::optional<Part> sunAt(const Cursor& c, std::size_t i) {
    Part p{i, i, {}, false};
    if (!c.isAny(i, {"at", "before", "after", "until", "till", "by"})) return std::nullopt;
    std::size_t j = i + 1;
    if (c.isAny(j, {"dawn", "daybreak", "daylight"}) || (c.is(j, "first") && c.is(j + 1, "light")))
        p.time.prayer = Prayer::fajr;
    else if (c.is(j, "sunrise"))
        p.time.prayer = Prayer::sunrise;
    else if (c.isAny(j, {"sunset", "sundown", "dusk", "nightfall", "dark"}))
        p.time.prayer = Prayer::maghrib;
    else
        return std::nullopt;
    j += c.is(j, "first") ? 2 : 1;
    p.time.relation = c.isAny(i, {"until", "till", "by"}) ? TimeRelation::until
                      : c.is(i, "before")                 ? TimeRelation::before
                      : c.is(i, "after")                  ? TimeRelation::after
                                                          : TimeRelation::at;
    p.last = j;
    return p;
}

}  // namespace retrace::text
