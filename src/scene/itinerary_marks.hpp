#pragma once

#include "scene/metrics.hpp"

#include <vector>

namespace retrace::scene {

/// The paths as far as they are gone: solid where stated, dashed where inferred, thin grey where schematic;
/// what lies longer ago is paler. Orders, fears and denials never give a line.
void addPaths(Scene&, const model::Reconstruction&, model::StoryTime, const View&);

/// The ways of others whom the words tell of, thin, as far as told by then, where the view asks for them.
void addOtherWays(Scene&, const model::Reconstruction&, model::StoryTime, const View&);

/// Doubt, stops reached, and the one who moves.
void addMovers(Scene&, const model::Reconstruction&, model::StoryTime, const View&, const typeset::Fonts&);

/// Discs and names of a plan, order or denial where it is selected, or while it is told where the view asks for
/// them, of candidates and of the selected event.
void addAsides(Scene&, const model::Reconstruction&, model::StoryTime, const View&, const typeset::Fonts&,
               Occupied&);

}  // namespace retrace::scene
