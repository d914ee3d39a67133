#pragma once

#include "model/reconstruction.hpp"

#include <optional>
#include <string>

namespace retrace::ui {

/// A time as set-time takes it.
struct TimeDecision {
    timeline::Span span;
    std::string time;                      // two instants with their offset, ".." for an open bound
    std::optional<std::string> certainty;  // "possible" for "?" and "%", "probable" for "~"; else nothing said
};

/// What was typed, in the zone that is shown: "5 Dec 06:00", "~5 Dec", "2024-12-05?", "5 Dec 18:00 - 20:00".
/// What is missing of the date is the frame's. Nothing where it is no time.
[[nodiscard]] std::optional<TimeDecision> typedDecision(const std::string& words, const std::string& zone,
                                                        const std::optional<timeline::Date>& frame);
/// set-time's TIME for a span; ".." for an open bound.
[[nodiscard]] std::string timeArgument(const timeline::Span&, const std::string& zone);
/// The span as typedDecision() reads it again; empty where both bounds are open.
[[nodiscard]] std::string typedForm(const timeline::Span&, const std::string& zone);

/// The day that lends year, month and day to what is typed about an event: its own, else that of the event
/// dated next to it in the order; nothing where none is dated.
[[nodiscard]] std::optional<timeline::Date> frameOf(const model::Reconstruction&, std::size_t event);

}  // namespace retrace::ui
