#include "scene/control_signs.hpp"
#include "scene/flight_names.hpp"
#include "scene/furniture.hpp"
#include "scene/itinerary_marks.hpp"
#include "scene/side_marks.hpp"
#include "scene/stop_labels.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace retrace::scene {
namespace {

// The names where the camera rests.
Names namesAt(const model::Reconstruction& r, model::StoryTime t, const View& view, GroundView ground,
              const typeset::Fonts& fonts) {
    Scene scene;
    scene.ground = std::move(ground);
    Occupied taken(view.size);
    for (const Rect& furniture : furnitureRects(view, fonts)) taken.add(furniture);
    for (const Rect& sign : controlSignRects(r, t, view)) taken.add(sign);
    addStopLabels(scene, r, t, view, fonts, taken);
    addSideMarks(scene, r, t, view, fonts, taken);
    std::vector<Disc> marks = std::exchange(scene.discs, {});
    addAsides(scene, r, t, view, fonts, taken);
    return {std::move(scene.ground.labels), std::move(scene.ground.towns), std::move(scene.labels),
            std::move(marks), std::move(scene.discs)};
}

Names namesFlying(const model::Reconstruction& r, model::StoryTime t, const View& view, GroundView& ground,
                  const typeset::Fonts& fonts) {
    View from = view, to = view;
    from.camera = ground.ends[0].camera;
    to.camera = ground.ends[1].camera;
    Names names = namesInFlight(namesAt(r, t, from, std::move(ground.ends[0]), fonts),
                                namesAt(r, t, to, std::move(ground.ends[1]), fonts), view, fonts);
    std::ranges::move(ground.labels, std::back_inserter(names.ground));  // of the graticule
    return names;
}

}  // namespace

Scene sceneAt(const model::Reconstruction& r, model::StoryTime t, const View& view, GroundView ground,
              const typeset::Fonts& fonts) {
    Scene scene;
    const bool flies = view.camera.flight && ground.ends.size() == 2;
    Names names = flies ? namesFlying(r, t, view, ground, fonts) : namesAt(r, t, view, ground, fonts);
    scene.ground = std::move(ground);
    scene.ground.ends.clear();
    scene.ground.labels = std::move(names.ground);
    scene.ground.towns = std::move(names.towns);
    scene.labels = std::move(names.story);
    scene.discs = std::move(names.marks);
    scene.fronts = frontPictures(view, t);
    addOtherWays(scene, r, t, view);
    addPaths(scene, r, t, view);
    addMovers(scene, r, t, view, fonts);
    addControlSigns(scene, r, t, view, fonts);
    std::ranges::move(names.asides, std::back_inserter(scene.discs));
    addFurniture(scene, r, t, view, fonts);
    if (view.present) addPresentation(scene, r, t, view, fonts);
    return scene;
}

}  // namespace retrace::scene
