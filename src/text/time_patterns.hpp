#pragma once

#include "text/reading.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace retrace::text {

/// The tokens of one sentence; nothing beyond its ends.
struct Cursor {
    const Tokens& tokens;
    std::size_t sentence = 0;
    const Token* at(std::size_t i) const {
        return i < tokens.all.size() && tokens.all[i].sentence == sentence ? &tokens.all[i] : nullptr;
    }
    bool is(std::size_t i, std::string_view w) const {
        const Token* t = at(i);
        return t && t->lower == w;
    }
    bool isAny(std::size_t i, std::initializer_list<std::string_view> ws) const {
        return std::any_of(ws.begin(), ws.end(), [&](std::string_view w) { return is(i, w); });
    }
};

/// The parts that several patterns may add to one expression.
struct Part {
    std::size_t first = 0, last = 0;
    TimeExpression time;
    bool figure = false;
    bool noSuchDay = false;  // "31 November"
};

/// A number in words up to twenty, thirty, forty, fifty, or in up to four digits.
[[nodiscard]] std::optional<int> smallNumber(const Token*);
/// A clock that begins at the token: "at six in the morning", "around 9:30", "until 11 at night".
[[nodiscard]] std::optional<Part> clockAt(const Cursor&, std::size_t);
/// "between four and five in the morning"
[[nodiscard]] std::optional<Part> clockRangeAt(const Cursor&, std::size_t);

}  // namespace retrace::text
