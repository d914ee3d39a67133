#pragma once

#include "scene/front_picture.hpp"

#include <optional>
#include <vector>

namespace retrace::render {

/// A rectangle of the grid, from its first sample to that one past its last cell, in which a front has ink.
struct FrontTile {
    int left = 0, top = 0, right = 0, bottom = 0;  // samples
    std::optional<std::size_t> plain;  // the one side that is ahead everywhere, with neither band nor line
    bool operator==(const FrontTile&) const = default;
};

/// All of the picture but what is nowhere stated. `reach`: how far from a line its ink goes, in samples. Most
/// of a picture is plain, and drawn at a third of the price.
[[nodiscard]] std::vector<FrontTile> frontTiles(const scene::FrontPicture&, float reach);

}  // namespace retrace::render
