#pragma once

#include "timeline/network.hpp"

#include <array>
#include <cstdint>
#include <limits>

namespace retrace::reconstruct {

/// What bounds rested on while they moved: each step points back to the step before it on the path as it then
/// was. Two numbers for each bound that moved, however long the paths are.
class BoundHistory {
public:
    using Network = timeline::Network;
    using Point = std::uint32_t;
    static constexpr Point none = std::numeric_limits<Point>::max();
    struct Step {
        std::size_t reason = 0;  // of the constraint that moved it
        Point before = none;     // of the variable that it moved from
    };

    /// A settled network, from scratch.
    explicit BoundHistory(const Network&);
    /// After the network was settled anew.
    void follow(const Network&);

    /// The last step to the bound as it is now; none where it has none, and at the epoch.
    [[nodiscard]] Point at(Network::Variable v, Network::Side side) const { return now_[index(side)][v]; }
    [[nodiscard]] const Step& step(Point point) const { return steps_[point]; }
    /// All steps, each behind the one before it.
    [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }

private:
    static std::size_t index(Network::Side side) { return side == Network::Side::latest ? 1 : 0; }
    void follow(const Network&, const std::vector<Network::Variable>& moved);

    std::vector<Step> steps_;
    std::array<std::vector<Point>, 2> now_;  // by side and variable
    std::array<std::vector<bool>, 2> due_;
};

}  // namespace retrace::reconstruct
