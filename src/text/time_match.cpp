#include "text/time_match.hpp"

#include <algorithm>
#include <cctype>

namespace retrace::text {
namespace {

using Op = TimeStep::Op;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digitsOf(const std::string& s) {
    std::size_t n = 0;
    while (n < s.size() && isDigit(s[n])) ++n;
    return n;
}

/// "7", "7th"
std::optional<int> dayOf(const Token& t, const std::vector<std::string>& dayEndings) {
    const std::size_t n = digitsOf(t.lower);
    if (n == 0 || n > 2) return std::nullopt;
    if (n < t.lower.size() &&
        std::ranges::find(dayEndings, std::string_view(t.lower).substr(n)) == dayEndings.end())
        return std::nullopt;
    const int day = std::stoi(t.lower.substr(0, n));
    return day >= 1 && day <= 31 ? std::optional<int>{day} : std::nullopt;
}

std::optional<int> digitsIn(const Token& t) {
    if (t.text.size() > 4 || digitsOf(t.text) != t.text.size()) return std::nullopt;
    return std::stoi(t.text);
}

std::optional<int> yearIn(const Token& t) {
    const auto year = t.text.size() == 4 ? digitsIn(t) : std::nullopt;
    return year && *year >= 1500 && *year <= 2200 ? year : std::nullopt;
}

}  // namespace

TimeMatcher::TimeMatcher(const Tokens& tokens) : tokens_(tokens), grammar_(tokens.language->time) {
    numbers_.reserve(tokens.all.size());
    for (const Token& t : tokens.all) numbers_.push_back(grammar_.numberOf(t.lower));
}

const std::vector<std::uint16_t>& TimeMatcher::rulesAt(std::size_t token) const {
    if (tokens_.all[token].kind == Token::Kind::number) return grammar_.rulesOfNumerals;
    const std::uint16_t number = numbers_[token];
    return number < grammar_.rulesOf.size() ? grammar_.rulesOf[number] : none_;
}

std::optional<TimeMatch> TimeMatcher::match(std::uint32_t start, std::size_t first,
                                            const Sentence& sentence) {
    Best best;
    said_.clear();
    tried_ = 0;
    run(start, first, sentence, best);
    if (!best.found) return std::nullopt;
    TimeMatch out{best.last, {}, {}};
    for (const Said& s : best.said) (s.second ? out.second : out.slots).set(s.setting.slot, s.setting.value);
    return out;
}

void TimeMatcher::run(std::uint32_t at, std::size_t i, const Sentence& sentence, Best& best) {
    while (++tried_ < mostSteps) {
        const TimeStep& step = grammar_.steps[at];
        const Token* t = i < sentence.last ? &tokens_.all[i] : nullptr;
        switch (step.op) {
            case Op::words:
                if (!t || !takes(step, *t, numbers_[i])) return;
                ++i;
                break;
            case Op::tag:
                if (!t || (t->tags & step.mask) == 0) return;
                ++i;
                break;
            case Op::cue:
                if (!t || !t->is(step.cue)) return;
                ++i;
                break;
            case Op::sign:
                if (!takesSign(step, i, t)) return;
                if (step.sign != TimeSign::end && step.sign != TimeSign::opening) ++i;
                break;
            case Op::split: {
                const std::size_t said = said_.size();
                if (++depth_ < mostDeep) run(at + 1, i, sentence, best);
                --depth_;
                said_.resize(said);
                at = step.to;
                continue;
            }
            case Op::jump:
                at = step.to;
                continue;
            case Op::set:
                if (step.setting.value < step.low || step.setting.value > step.high) return;
                said_.push_back({step.setting, step.second});
                break;
            case Op::follow:
            case Op::avoid: {
                Best ahead;
                const std::size_t said = said_.size();
                if (++depth_ < mostDeep) run(at + 1, i, sentence, ahead);
                --depth_;
                said_.resize(said);
                if (ahead.found != (step.op == Op::follow)) return;
                if (ahead.found) said_ = std::move(ahead.said);
                at = step.to;
                continue;
            }
            case Op::never:
                return;
            case Op::done:
                if (!best.found || i > best.last) best = {true, i, said_};
                return;
        }
        ++at;
    }
}

bool TimeMatcher::takes(const TimeStep& step, const Token& t, std::uint16_t number) {
    const TimeWords& list = grammar_.lists[step.list];
    const std::uint16_t entry = number < list.entryOf.size() ? list.entryOf[number] : 0;
    if (entry == 0) return false;
    const auto& found = list.entries[entry - 1u];
    if (found.capital && !t.capital) return false;
    for (const TimeSetting& s : found.settings) {
        const bool value = s.slot == TimeSlot::value;
        if (value && (s.value < step.low || s.value > step.high)) return false;
        said_.push_back({{value ? step.slot : s.slot, s.value}, step.second});
    }
    return true;
}

bool TimeMatcher::takesSign(const TimeStep& step, std::size_t i, const Token* t) {
    if (step.sign == TimeSign::end) return t == nullptr;
    if (!t) return false;
    if (step.sign == TimeSign::any) return true;
    if (step.sign == TimeSign::mark) return t->kind == Token::Kind::mark;
    if (step.sign == TimeSign::opening)
        return (t->capital || t->kind == Token::Kind::number) &&
               (i == 0 || tokens_.all[i - 1].paragraph != t->paragraph);
    if (t->kind != Token::Kind::number) return false;
    if (step.sign == TimeSign::numeral) return true;
    const auto value = numberIn(*t, step.sign);
    if (!value || *value < step.low || *value > step.high) return false;
    said_.push_back({{step.slot, *value}, step.second});
    return true;
}

std::optional<int> TimeMatcher::numberIn(const Token& t, TimeSign sign) const {
    switch (sign) {
        case TimeSign::day:
            return dayOf(t, grammar_.dayEndings);
        case TimeSign::nth:
            return isDigit(t.lower.back()) ? std::nullopt : dayOf(t, grammar_.dayEndings);
        case TimeSign::digits:
            return digitsIn(t);
        case TimeSign::year:
            return yearIn(t);
        default:
            return clockOf(t, sign);
    }
}

/// Minutes of the day: "9:30", "0600", "7am", "7.30pm" are clocks; "9" and "9.30" may be; "1430" wants a word
/// behind it.
std::optional<int> TimeMatcher::clockOf(const Token& t, TimeSign sign) const {
    const std::string& s = t.lower;
    const std::size_t n = digitsOf(s);
    if (n == 0 || n > 4) return std::nullopt;
    int hour = std::stoi(s.substr(0, n)), minute = 0;
    std::size_t i = n;
    const bool pointed =
        i + 2 < s.size() && (s[i] == ':' || s[i] == '.') && isDigit(s[i + 1]) && isDigit(s[i + 2]);
    const bool colon = pointed && s[i] == ':';
    if (pointed) {
        minute = std::stoi(s.substr(i + 1, 2));
        i += 3;
    }
    const std::string tail = s.substr(i);
    const bool four = n == 4 && tail.empty() && !pointed;
    if (four) {
        minute = hour % 100;
        hour /= 100;
    } else if (n > 2) {
        return std::nullopt;
    }
    const TimeSign is = four && s[0] != '0'              ? TimeSign::fourDigits
                        : four || colon || !tail.empty() ? TimeSign::clock
                                                         : TimeSign::hourDigits;
    if (is != sign) return std::nullopt;
    if (!tail.empty()) {
        const auto* tails = grammar_.clockTails ? &grammar_.lists[*grammar_.clockTails] : nullptr;
        const std::uint16_t number = grammar_.numberOf(tail);
        if (!tails || number >= tails->entryOf.size() || tails->entryOf[number] == 0) return std::nullopt;
        for (const TimeSetting& set : tails->entries[tails->entryOf[number] - 1u].settings) {
            if (set.slot != TimeSlot::half) continue;
            const auto half = static_cast<HalfDay>(set.value);
            if (half == HalfDay::pm && hour < 12) hour += 12;
            if (half == HalfDay::am && hour == 12) hour = 0;
        }
    }
    if (hour > 24 || minute > 59) return std::nullopt;
    return (hour % 24) * 60 + minute;
}

}  // namespace retrace::text
