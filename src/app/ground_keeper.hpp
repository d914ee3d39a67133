#pragma once

#include "basemap/ground.hpp"
#include "gazetteer/gazetteer.hpp"
#include "scene/scene.hpp"
#include "typeset/typeset.hpp"

#include <optional>

namespace retrace::app {

/// How the names of the ground go from one picture to the next.
enum class Names {
    anew,   // each picture for itself: the replay's own camera, pictures, films
    kept,   // they keep their places where they can: after the user has moved the map
    moving  // and are cut by the picture's edge: while he moves it
};

/// Keeps the ground that was made last and makes another only where the view wants it. References are kept.
class GroundKeeper {
public:
    GroundKeeper(const gazetteer::Gazetteer&, const basemap::Ground&, const typeset::Fonts&);

    [[nodiscard]] const scene::GroundView& at(const scene::View&, Names);
    /// The one that was made last.
    [[nodiscard]] const std::optional<scene::GroundView>& last() const { return ground_; }

private:
    [[nodiscard]] bool sameKind(const scene::View&) const;
    [[nodiscard]] scene::GroundView atRest(const scene::View&, const geo::Camera&, Names,
                                           const scene::GroundView* before) const;
    [[nodiscard]] scene::GroundView flying(const scene::View&, Names) const;

    const gazetteer::Gazetteer& gazetteer_;
    const basemap::Ground& data_;
    const typeset::Fonts& fonts_;
    std::optional<scene::GroundView> ground_;
    Names names_ = Names::anew;
    scene::View kind_;  // the view it was made for
};

}  // namespace retrace::app
