#pragma once

#include "scene/scene.hpp"

#include <vector>

namespace retrace::scene {

/// A rectangle of the screen, pixels.
struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Rect&) const = default;
};
[[nodiscard]] constexpr bool intersects(const Rect& a, const Rect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
[[nodiscard]] constexpr bool inside(const Rect& a, const Rect& b) {
    return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
}
[[nodiscard]] constexpr Rect grown(const Rect& r, float by) {
    return {r.x - by, r.y - by, r.width + 2 * by, r.height + 2 * by};
}

/// The part of the picture that no panel covers.
[[nodiscard]] Rect freeRect(const View&);

/// The box of a placed label from its letters' ascent to their descent; needs Label::width.
[[nodiscard]] Rect boxOf(const Label&);

/// What is taken already: buckets of a coarse grid, so that a test looks at few boxes.
class Occupied {
public:
    explicit Occupied(geo::ScreenSize);
    void add(const Rect&);
    [[nodiscard]] bool free(const Rect&) const;

private:
    [[nodiscard]] std::vector<std::size_t> cellsOf(const Rect&) const;
    int columns_ = 1, rows_ = 1;
    std::vector<std::vector<Rect>> cells_;
};

}  // namespace retrace::scene
