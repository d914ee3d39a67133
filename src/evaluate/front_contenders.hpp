#pragma once

#include "front/field.hpp"

#include <functional>
#include <string>
#include <vector>

namespace retrace::evaluate {

/// Who holds each point at `t` (Unix seconds): one row a point, a probability a side.
using ControlAnswer = std::function<std::vector<double>(double t, const std::vector<geo::LonLat>&)>;

/// A method that learns from observations and answers; what it learns from must outlive nothing.
struct Contender {
    std::string name;
    std::function<ControlAnswer(const std::vector<front::Observation>&, std::size_t sides)> learn;
};

/// Retrace's own field.
[[nodiscard]] Contender fieldContender(const front::Settings& = {}, std::string name = "field");
/// What it must beat, on the same observations. Persistence: the first known state of the nearest place goes
/// on. Nearest claim: the state that the nearest place's last claim before gives it (before all claims, what
/// the first says). Inverse distance: those states of all places, weighed by 1 / distance^2 (Shepard 1968).
[[nodiscard]] std::vector<Contender> frontBaselines();

}  // namespace retrace::evaluate
