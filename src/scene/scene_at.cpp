#include "scene/furniture.hpp"
#include "scene/itinerary_marks.hpp"
#include "scene/side_marks.hpp"
#include "scene/stop_labels.hpp"

#include <utility>

namespace retrace::scene {

Scene sceneAt(const model::Reconstruction& r, model::StoryTime t, const View& view, GroundView ground,
              const typeset::Fonts& fonts) {
    Scene scene;
    scene.ground = std::move(ground);
    Occupied taken(view.size);
    for (const Rect& furniture : furnitureRects(view, fonts)) taken.add(furniture);
    addPaths(scene, r, t, view);
    addStopLabels(scene, r, t, view, fonts, taken);
    addSideMarks(scene, r, t, view, fonts, taken);
    addMovers(scene, r, t, view, fonts);
    addAsides(scene, r, t, view, fonts, taken);
    addFurniture(scene, r, t, view, fonts);
    if (view.present) addPresentation(scene, r, t, view, fonts);
    return scene;
}

}  // namespace retrace::scene
