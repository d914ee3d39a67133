#pragma once

#include "scene/furniture.hpp"

namespace retrace::scene {

/// Room for what addFrontKey() adds, pixels: the same at every time. Empty without a front, or where there is no
/// room.
[[nodiscard]] std::vector<Rect> frontKeyRects(const View&, const typeset::Fonts&);

/// The box that says whose front the map shows and what its marks mean; where two fronts share the map, the handle between them, with whose each side is.
void addFrontKey(Scene&, const View&, const typeset::Fonts&);

/// Whose front it is, in a few words: "as the narrator tells it".
[[nodiscard]] std::string frontWords(const std::string& whose);

}  // namespace retrace::scene
