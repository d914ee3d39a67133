#include "app/ground_keeper.hpp"

#include "app/drawing.hpp"

#include <utility>
#include <vector>

namespace retrace::app {

GroundKeeper::GroundKeeper(const gazetteer::Gazetteer& gazetteer, const basemap::Ground& data,
                           const typeset::Fonts& fonts)
    : gazetteer_(gazetteer), data_(data), fonts_(fonts) {}

/// Whether `view` differs from the last one in its camera only, as far as the ground goes.
bool GroundKeeper::sameKind(const scene::View& view) const {
    return ground_ && kind_.size == view.size && kind_.scale == view.scale && kind_.theme == view.theme &&
           kind_.graticule == view.graticule && kind_.present == view.present &&
           kind_.bottomInset == view.bottomInset && kind_.furniture == view.furniture;
}

scene::GroundView GroundKeeper::atRest(const scene::View& view, const geo::Camera& camera, Names names,
                                       const scene::GroundView* before) const {
    scene::View there = view;
    there.camera = camera;
    const scene::Towns towns = townsIn(gazetteer_, camera, view.size);
    if (names == Names::anew || !before) return scene::groundView(there, towns, data_, fonts_);
    return scene::groundAfter(*before, names == Names::moving, there, towns, data_, fonts_);
}

scene::GroundView GroundKeeper::flying(const scene::View& view, Names names) const {
    const scene::Flight& flight = *view.camera.flight;
    const bool known = sameKind(view) && (names != Names::anew || names_ == Names::anew);
    std::vector<scene::GroundView> ends;
    if (known && ground_->ends.size() == 2 && ground_->ends[0].camera == flight.from &&
        ground_->ends[1].camera == flight.to) {
        ends = ground_->ends;
    } else {
        const scene::GroundView* before = known ? &*ground_ : nullptr;
        if (before && before->ends.size() == 2) before = &before->ends[1];
        const bool stands = before && before->camera == flight.from;
        ends.push_back(stands ? *before : atRest(view, flight.from, names, before));
        ends.push_back(atRest(view, flight.to, names, &ends.front()));
    }
    return scene::groundInFlight(view, std::move(ends), data_, fonts_);
}

const scene::GroundView& GroundKeeper::at(const scene::View& view, Names names) {
    const bool same = sameKind(view) && ground_->camera == view.camera &&
                      ground_->ends.empty() == !view.camera.flight && names_ == names;
    if (same) return *ground_;
    if (view.camera.flight) {
        ground_ = flying(view, names);
    } else {
        const scene::GroundView* before = sameKind(view) ? &*ground_ : nullptr;
        if (before && before->ends.size() == 2) before = &before->ends[1];
        const bool landed =
            before && before->camera == view.camera && !ground_->ends.empty() && names_ == names;
        ground_ = landed ? scene::GroundView(*before) : atRest(view, view.camera, names, before);
    }
    kind_ = view;
    names_ = names;
    return *ground_;
}

}  // namespace retrace::app
