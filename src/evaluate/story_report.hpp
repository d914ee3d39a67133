#pragma once

#include "evaluate/aims.hpp"
#include "evaluate/story_scores.hpp"

#include <string>
#include <vector>

namespace retrace::evaluate {

/// One figure of a report: "status" 0.97 of 36/37; or a bare number, or nothing to measure.
struct StoryFigure {
    std::string name;
    std::optional<double> value;
    std::optional<Share> share;
};
[[nodiscard]] std::vector<StoryFigure> figuresOf(const StoryScores&);

/// Figures that an aim can be set for; edits and false stops are counts, good when small.
[[nodiscard]] const std::vector<AimKind>& storyAimKinds();
[[nodiscard]] Aim storyAimOf(const std::string& name, double wanted, const StoryScores&);

struct StoryReport {
    std::vector<std::string> names;
    std::vector<StoryScores> texts;
    StoryScores sum;
    std::vector<Aim> aims;
    bool errors = false;
};
[[nodiscard]] std::string storyText(const StoryReport&);
/// {"texts": [{"text", "figures": {NAME: {"value","part","whole"}}, "errors"}], "all", "aims"}
[[nodiscard]] std::string storyJson(const StoryReport&);
/// text,figure,value,part,whole; with `errors` instead text,error.
[[nodiscard]] std::string storyCsv(const StoryReport&);

}  // namespace retrace::evaluate
