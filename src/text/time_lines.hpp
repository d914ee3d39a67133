#pragma once

#include "text/time_grammar.hpp"

namespace retrace::text {

/// A line of a phrase or an expression: words, and what they set. The file outlives it.
struct TimeLine {
    const LanguageFile* file = nullptr;
    std::size_t number = 0;
    std::string pattern;
    std::vector<TimeSetting> settings;
    [[noreturn]] void fail(const std::string& what) const { refuse(*file, number, what); }
};

/// "by|until -> relation until; about"
[[nodiscard]] TimeLine timeLineOf(const LanguageFile&, const BlockLine&);

/// No brackets, phrases or marks of the notation: single words, "by|until".
[[nodiscard]] bool isSingleWords(const std::string& pattern);
[[nodiscard]] std::vector<std::string> alternativesIn(std::string_view words);

/// What stands between < and >: "month", "to:month", "hour number 1-12".
struct TimeReference {
    std::string phrase;
    std::optional<TimeSlot> slot;
    int low = 0, high = 1 << 30;
    bool second = false;
};
[[nodiscard]] TimeReference timeReferenceOf(const TimeLine&, std::string_view words);

}  // namespace retrace::text
