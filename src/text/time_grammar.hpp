#pragma once

#include "text/blocks.hpp"
#include "text/grammar.hpp"
#include "text/lexicon.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// How a language tells time, parsed; data/language/README.md tells how it is written.

namespace retrace::text {

/// What the words of an expression say. In the files "from-day" and so on.
enum class TimeSlot : unsigned {
    relation,  // a TimeRelation
    about,     // "around"
    value,     // a number, for the place that names the phrase
    day,       // of a month
    month,     // 1..12
    year,
    weekday,  // 1 Monday .. 7 Sunday
    third,    // 1 early, 2 middle, 3 late in a month or year
    fromDay,  // of a month; from its end where negative
    toDay,
    fromMonth,  // of a year; 13 is January of the next
    toMonth,
    shift,  // days from the day told before
    count,  // of units
    unit,   // seconds
    share,  // its half: 2, its quarter: 4
    several,
    compare,  // a Comparison
    lasts,
    figure,  // "each day": how often, not when
    sun,     // a timeline::Prayer
    light,   // a timeline::SunEvent: by the light itself, not by a prayer
    clock,   // minutes of the day
    hour,
    past,     // minutes past the hour
    lacking,  // minutes before it
    half,     // a HalfDay
    sure,     // a clock even without a preposition
    midnight,
};
constexpr std::size_t timeSlotCount = static_cast<std::size_t>(TimeSlot::midnight) + 1;

enum class Comparison { none, more, less, within };
/// What moves an hour: "a.m.", "p.m.", "in the evening", "at night".
enum class HalfDay { none, am, pm, evening, night };

/// What an expression gives, by the name in the files.
enum class TimeKind {
    date,
    dayOfMonth,
    month,
    months,
    season,
    year,
    weekday,
    day,
    entryDay,  // "yesterday": from the day of a diary's entry
    sun,
    duration,
    clock,
    clocks
};

struct TimeSetting {
    TimeSlot slot = TimeSlot::value;
    int value = 1;
};

/// What the words of an expression have said.
struct TimeSlots {
    std::array<int, timeSlotCount> values{};
    std::uint32_t known = 0;
    [[nodiscard]] bool has(TimeSlot s) const { return (known >> static_cast<unsigned>(s) & 1u) != 0; }
    [[nodiscard]] int get(TimeSlot s, int otherwise = 0) const {
        return has(s) ? values[static_cast<std::size_t>(s)] : otherwise;
    }
    void set(TimeSlot s, int value) {
        values[static_cast<std::size_t>(s)] = value;
        known |= 1u << static_cast<unsigned>(s);
    }
};

/// What is told by the look of a token, in any language.
enum class TimeSign {
    digits,      // up to four, as a value
    day,         // 1..31, "7" or "7th"
    nth,         // "7th"
    year,        // four digits, 1500..2200
    clock,       // "9:30", "0600", "7am"
    hourDigits,  // "9", "9.30"
    fourDigits,  // "1430"
    numeral,     // anything that begins with a digit
    mark,
    end,      // of the sentence
    opening,  // the first word of a paragraph, with a capital
    any,
};

/// A step of a pattern. Patterns are small programs over tokens: every way through is tried.
struct TimeStep {
    enum class Op { words, tag, cue, sign, split, jump, set, follow, avoid, never, done } op = Op::done;
    std::uint32_t to = 0;    // split, jump; the step behind what follow and avoid look at
    std::uint32_t list = 0;  // words: index of TimeGrammar::lists
    std::uint64_t mask = 0;  // tag
    Cue cue{};
    TimeSign sign = TimeSign::any;
    TimeSetting setting;              // set
    TimeSlot slot = TimeSlot::value;  // where the value of a word or sign goes
    int low = 0, high = 1 << 30;      // that it may have
    bool second = false;              // into the second set, of "between ... and ..."
};

/// Words with what each sets.
struct TimeWords {
    struct Entry {
        bool capital = false;  // wants one in the text
        std::vector<TimeSetting> settings;
    };
    std::vector<Entry> entries;
    std::vector<std::uint16_t> entryOf;  // by the number of a word: index + 1, 0 none
};

struct TimeRule {
    std::string name;
    TimeKind kind = TimeKind::date;
    std::uint32_t start = 0;  // step
    std::vector<Example> examples;
    std::size_t line = 0;
};

/// Immutable once read.
struct TimeGrammar {
    std::unordered_map<std::string, std::uint16_t> words;  // lower-case word -> number, from 1
    std::vector<TimeWords> lists;
    std::vector<TimeStep> steps;
    std::vector<TimeRule> rules;                             // in order
    std::vector<std::vector<std::uint16_t>> rulesOf;         // by the number of the first word
    std::vector<std::uint16_t> rulesOfNumerals;              // that may begin with one
    std::vector<std::string> dayEndings;                     // "th"
    std::vector<std::pair<std::string, Example>> examples;   // beside a phrase
    std::optional<std::uint32_t> clockTails;                 // list of "am", "pm" behind digits
    std::optional<std::uint32_t> dayLead, nearness;          // step: "the night of", "shortly"
    std::vector<std::string> months, shortMonths, weekdays;  // lower-case words
    [[nodiscard]] std::uint16_t numberOf(const std::string& lower) const {
        const auto found = words.find(lower);
        return found == words.end() ? 0 : found->second;
    }
};

/// Reads the blocks "phrase" and "time" of all files. Throws Error where one cannot be read.
[[nodiscard]] TimeGrammar timeGrammarOf(const std::vector<LanguageFile>&);

}  // namespace retrace::text
