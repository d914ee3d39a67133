#include "reconstruct/bare_hours.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>

namespace retrace::reconstruct {
namespace {

constexpr int halfDay = 12 * 60, wholeDay = 24 * 60;  // minutes

std::vector<std::string> lowerWords(const std::string& text) {
    std::vector<std::string> words;
    std::istringstream in(text);
    for (std::string word; in >> word;) {
        std::ranges::transform(word, word.begin(), [](unsigned char c) {
            return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
        });
        while (!word.empty() && std::string(",.;:!?\"'()").find(word.back()) != std::string::npos)
            word.pop_back();
        words.push_back(word);
    }
    return words;
}

bool isOneOf(const std::string& word, std::initializer_list<const char*> list) {
    return std::ranges::find(list, word) != list.end();
}

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

bool isBareHour(const std::string& words) {
    bool hour = false;
    for (const auto& word : lowerWords(words)) {
        if (isOneOf(word,
                    {"am",    "a.m",    "pm",       "p.m",    "morning",   "afternoon", "evening", "night",
                     "noon",  "midday", "midnight", "dawn",   "dusk",      "sunrise",   "sunset",  "dark",
                     "light", "hours",  "hrs",      "prayer", "breakfast", "lunch",     "dinner",  "supper"}))
            return false;
        hour = hour || isBareFigure(word) ||
               isOneOf(word, {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                              "eleven", "twelve"});
    }
    return hour;
}

HalfOfDay halfOfDayIn(const std::string& text) {
    const auto words = lowerWords(text);
    const auto at = [&](std::size_t i, std::size_t back) {
        return i >= back ? words[i - back] : std::string();
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        // "In the evening", "that night", "on Friday morning"; not "the whole night".
        const std::size_t early = isOneOf(at(i, 1), {"early", "late"}) ? 1 : 0;
        const auto before = at(i, 1 + early);
        const bool named = isOneOf(before, {"that", "this", "same", "next", "following", "monday", "tuesday",
                                            "wednesday", "thursday", "friday", "saturday", "sunday"}) ||
                           (before == "the" && isOneOf(at(i, 2 + early), {"in", "during"}));
        if (!named) continue;
        if (words[i] == "morning") return HalfOfDay::morning;
        if (words[i] == "afternoon") return HalfOfDay::afternoon;
        if (words[i] == "evening") return HalfOfDay::evening;
        if (words[i] == "night") return HalfOfDay::night;
    }
    return HalfOfDay::unsaid;
}

bool isOfNightAfter(const std::string& text) {
    const auto words = lowerWords(text);
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (words[i + 1] == "night" && isOneOf(words[i], {"that", "same", "the"})) return true;
    return false;
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
