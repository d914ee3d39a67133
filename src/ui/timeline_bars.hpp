#pragma once

#include "ui/panels.hpp"
#include "ui/timeline_axis.hpp"

#include <functional>
#include <string>
#include <vector>

namespace retrace::ui {

/// One event's bar, in pixels of the panel; `at` is the moment that the replay shows.
struct Bar {
    std::size_t event = 0;
    float from = 0, to = 0, at = 0;
    bool openLeft = false, openRight = false;  // a bound that nothing states
    float lane = 0;                            // a whole number where nothing glides
    std::string label;
    float labelWidth = 0;
    bool labelInside = false;  // the bar is wide enough for it
    std::optional<timeline::Origin> settled{};  // decision or record: who has set this event's own time
};

/// What of the bars is the screen's.
struct BarRoom {
    Layout::Rect area;
    float scale = 1;
    std::function<std::string(const std::string&)> shown;  // a label cut and shaped for the screen
    std::function<float(const std::string&)> widthOf;
};

/// The events that stand on the timeline: all, or what the narrator did and what has a place or a time; the
/// selected one in any case.
[[nodiscard]] std::vector<std::size_t> eventsOnTimeline(const model::Reconstruction&, bool all,
                                                        std::optional<std::size_t> selected);

/// From earliest to latest on the axis, in lanes in which nothing overlaps.
[[nodiscard]] std::vector<Bar> barsByHappening(const model::Reconstruction&,
                                               const std::vector<std::size_t>& events, std::size_t guests,
                                               const TimelineAxis&, const BarRoom&);
/// At even steps, in the order in which they are told.
[[nodiscard]] std::vector<Bar> barsByTelling(const model::Reconstruction&,
                                             const std::vector<std::size_t>& events, std::size_t guests,
                                             const BarRoom&);
/// On the way from the one (share 0) to the other (1), bar by bar.
[[nodiscard]] std::vector<Bar> glided(const std::vector<Bar>&, const std::vector<Bar>&, float share);

/// The time that a drag from `grabbed` to `now` would set, to whole steps of `step_s` of the local day.
/// Nothing where story time means only an order there. Where the event has no bound, one step about `now`.
[[nodiscard]] std::optional<timeline::Span> draggedTime(const model::Reconstruction&, std::size_t event,
                                                        BarPart, model::StoryTime grabbed,
                                                        model::StoryTime now, std::int64_t step_s);
/// The step of a drag where a pixel is so many seconds: 5 minutes up to a day, no finer than two pixels.
[[nodiscard]] std::int64_t dragStep(double secondsAPixel);

}  // namespace retrace::ui
