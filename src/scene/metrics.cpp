#include "scene/metrics.hpp"

#include <algorithm>

namespace retrace::scene {
namespace {

constexpr int cellSize = 96;  // pixels: about the length of a town's name

// Of the type size; a little more than the family needs, Arabic included.
constexpr float ascentShare = 0.95F, descentShare = 0.30F;

}  // namespace

Rect freeRect(const View& view) {
    const float width = static_cast<float>(view.size.width) - view.leftInset - view.rightInset;
    const float height = static_cast<float>(view.size.height) - view.topInset - view.bottomInset;
    return {view.leftInset, view.topInset, std::max(width, 1.0F), std::max(height, 1.0F)};
}

Rect boxOf(const Label& label) {
    return {label.x, label.y - ascentShare * label.size, label.width,
            (ascentShare + descentShare) * label.size};
}

Occupied::Occupied(geo::ScreenSize size)
    : columns_(std::max(1, size.width / cellSize + 1)),
      rows_(std::max(1, size.height / cellSize + 1)),
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

std::vector<std::size_t> Occupied::cellsOf(const Rect& r) const {
    const auto cell = [](float at, int last) {
        return static_cast<int>(std::clamp(at / cellSize, 0.0F, static_cast<float>(last)));
    };
    std::vector<std::size_t> cells;
    for (int row = cell(r.y, rows_ - 1); row <= cell(r.y + r.height, rows_ - 1); ++row)
        for (int column = cell(r.x, columns_ - 1); column <= cell(r.x + r.width, columns_ - 1); ++column)
            cells.push_back(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                            static_cast<std::size_t>(column));
    return cells;
}

void Occupied::add(const Rect& r) {
    for (const std::size_t cell : cellsOf(r)) cells_[cell].push_back(r);
}

bool Occupied::free(const Rect& r) const {
    for (const std::size_t cell : cellsOf(r))
        for (const Rect& taken : cells_[cell])
            if (intersects(r, taken)) return false;
    return true;
}

}  // namespace retrace::scene
