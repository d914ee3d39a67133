#pragma once

#include "model/reconstruction.hpp"

#include <vector>

namespace retrace::ui {

/// The timeline's axis: story time to 0..1, monotone, empty stretches pressed together so that no screen is
/// wasted on days in which nothing is told. By order of telling the events stand at even distances.
struct TimelineAxis {
    struct Knot {
        model::StoryTime t = 0;
        double x = 0;  // 0..1
    };
    std::vector<Knot> knots;  // strictly increasing in both
};

[[nodiscard]] TimelineAxis axisOf(const model::Reconstruction&);
[[nodiscard]] double position(const TimelineAxis&, model::StoryTime);       // clamped to 0..1
[[nodiscard]] model::StoryTime storyTimeAt(const TimelineAxis&, double x);  // clamped to the story

/// A tick with its label: "5 Dec" at local midnights; thinned out where they would crowd.
struct Tick {
    double x = 0;
    std::string label;
};
[[nodiscard]] std::vector<Tick> dayTicks(const TimelineAxis&, const model::Reconstruction&,
                                         double minimumDistance);

}  // namespace retrace::ui
