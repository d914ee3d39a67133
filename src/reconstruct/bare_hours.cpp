#include "reconstruct/bare_hours.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace retrace::reconstruct {
namespace {

using text::Cue;

constexpr int halfDay = 12 * 60, wholeDay = 24 * 60;  // minutes

// "5", "9:30", "7.45", not "05:00", "17:00", "1945".
bool isBareFigure(const std::string& word) {
    std::size_t digits = 0;
    while (digits < word.size() && std::isdigit(static_cast<unsigned char>(word[digits]))) ++digits;
    if (digits == 0 || digits > 2 || word.front() == '0') return false;
    const int hour = std::stoi(word.substr(0, digits));
    const auto rest = word.substr(digits);
    const bool minutes = rest.size() == 3 && (rest[0] == ':' || rest[0] == '.') &&
                         std::isdigit(static_cast<unsigned char>(rest[1])) &&
                         std::isdigit(static_cast<unsigned char>(rest[2]));
    return hour <= 12 && (rest.empty() || minutes);
}

// The hours that the half of the day has, from and to, in minutes of the day as it is told.
std::pair<int, int> hoursOf(HalfOfDay half) {
    switch (half) {
        case HalfOfDay::morning:
            return {0, halfDay};
        case HalfOfDay::afternoon:
            return {halfDay, 19 * 60};
        case HalfOfDay::evening:
            return {16 * 60, wholeDay};
        case HalfOfDay::night:
            return {19 * 60, wholeDay + 6 * 60};
        case HalfOfDay::smallHours:
            return {0, 6 * 60};
        case HalfOfDay::unsaid:
            break;
    }
    return {0, 2 * wholeDay};
}

bool fits(HalfOfDay half, int minutes) {
    const auto [from, to] = hoursOf(half);
    const int ofDay = minutes % wholeDay;
    return (ofDay >= from && ofDay <= to) || ofDay + wholeDay <= to;
}

}  // namespace

bool isBareHour(const Words& words, const text::Quote& quote) {
    bool hour = false;
    for (const auto& word : wordsIn(words, quote)) {
        if (word.is(Cue::saysHalf)) return false;
        hour = hour || word.is(Cue::hourNumber) ||
               isBareFigure(wordsOf(words, {quote.source, word.begin, word.end}));
    }
    return hour;
}

HalfOfDay halfOfDayIn(const Words& words, const text::Quote& quote) {
    static constexpr std::array<std::pair<Cue, HalfOfDay>, 5> halves{{{Cue::morning, HalfOfDay::morning},
                                                                      {Cue::afternoon, HalfOfDay::afternoon},
                                                                      {Cue::evening, HalfOfDay::evening},
                                                                      {Cue::night, HalfOfDay::night},
                                                                      {Cue::smallHours, HalfOfDay::smallHours}}};
    const auto all = spoken(wordsIn(words, quote));
    for (std::size_t i = 1; i < all.size(); ++i) {
        const auto half =
            std::ranges::find_if(halves, [&](const auto& each) { return all[i].is(each.first); });
        if (half == halves.end()) continue;
        if (half->first == Cue::smallHours && !all[i - 1].is(Cue::earlyLate)) continue;
        // "In the evening", "that night", "on Friday morning"; not "the whole night".
        const std::size_t before = all[i - 1].is(Cue::earlyLate) && i >= 2 ? i - 2 : i - 1;
        const bool within =
            all[before].is(Cue::definite) && before > 0 && all[before - 1].is(Cue::duringWord);
        if (all[before].is(Cue::thatDay) || all[before].weekday || within) return half->second;
    }
    return HalfOfDay::unsaid;
}

bool isOfNightAfter(const Words& words, const text::Quote& quote) {
    const auto all = spoken(wordsIn(words, quote));
    return std::ranges::adjacent_find(all, [](const auto& a, const auto& b) {
               return a.is(Cue::ofThatNight) && b.is(Cue::night);
           }) != all.end();
}

std::vector<BareHourWay> waysToTake(const timeline::ClockSpan& written, std::optional<int> last, bool ownDay,
                                    HalfOfDay half) {
    constexpr double dear = 1, nearlyAsLikely = 0.25, unlikelyHalf = 2;
    constexpr int five = 5 * 60, six = 6 * 60;  // by the clock's hand
    std::vector<BareHourWay> ways;
    const int hand = written.from ? *written.from : written.to.value_or(0);
    for (int days = 0; days <= (last && !ownDay ? 1 : 0); ++days)
        for (const int later : {0, halfDay}) {
            const int t = hand + later;
            const int after = days * wholeDay + t;
            BareHourWay way{days, written, 0};
            if (way.clock.from) *way.clock.from += later;
            if (way.clock.to) *way.clock.to += later;
            if (last && after < *last) continue;
            if (last)
                way.cost = after - *last <= halfDay ? 0 : after - *last <= wholeDay ? dear : 2 * dear;
            else if (half == HalfOfDay::unsaid && hand < five)
                way.cost = later > 0 ? 0 : dear;
            else if (half == HalfOfDay::unsaid && later > 0)
                way.cost = hand < six ? nearlyAsLikely : dear;
            if (!fits(half, t)) way.cost += unlikelyHalf;
            ways.push_back(way);
        }
    std::ranges::stable_sort(ways, {}, &BareHourWay::cost);
    if (ways.size() > 3) ways.resize(3);
    return ways;
}

}  // namespace retrace::reconstruct
