#pragma once

#include "reconstruct/snaps.hpp"

namespace retrace::reconstruct {

/// When an event was, from where its start and its end may lie, with the steps that lead there.
class TimeExplainer {
public:
    TimeExplainer(const TimeDraft&, const SnappedTimes&);
    /// From the earliest of `from` to the latest of `to`.
    [[nodiscard]] model::When whenOf(const EventVariables&, timeline::Network::Variable from,
                                     timeline::Network::Variable to);

private:
    using Side = timeline::Network::Side;
    using Origins = unsigned;  // a bit each
    [[nodiscard]] Origins originsOf(std::size_t reason) const;
    [[nodiscard]] Origins originsOf(timeline::Network::Variable, Side);
    [[nodiscard]] std::vector<std::size_t> nearest(timeline::Network::Variable, Side, bool& all) const;
    void explain(model::When&, const char* what, timeline::Network::Variable, Side);

    const TimeDraft& draft_;
    const SnappedTimes& times_;
    std::vector<Origins> ofSnaps_;
    std::vector<Origins> known_[2];  // by variable, of its path; 0 where not yet worked out
};

}  // namespace retrace::reconstruct
