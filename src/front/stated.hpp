#pragma once

namespace retrace::front {

/// From this support on a spot counts as spoken of: less than half the weight of one fresh and certain claim
/// on the spot. Below it nothing is said of who holds it, and no line is drawn.
inline constexpr double statedSupport = 0.4;
/// A side is ahead by less than this (difference of probabilities): the band of doubt along the line.
inline constexpr double doubtfulLead = 0.3;

}  // namespace retrace::front
