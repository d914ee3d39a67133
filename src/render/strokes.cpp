#include "render/strokes.hpp"

#include <algorithm>
#include <numeric>

namespace retrace::render {
namespace {

float cross(Pixel a, Pixel b, Pixel c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

}  // namespace

std::vector<std::array<std::uint32_t, 3>> triangles(std::span<const Pixel> ring) {
    std::vector<std::array<std::uint32_t, 3>> cut;
    std::vector<std::uint32_t> left(ring.size());
    std::iota(left.begin(), left.end(), 0U);
    float area = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) area += cross(ring[0], ring[i], ring[i + 1]);
    const float side = area < 0 ? -1.0F : 1.0F;
    while (left.size() >= 3) {
        bool found = false;
        for (std::size_t i = 0; i < left.size() && !found; ++i) {
            const std::size_t n = left.size();
            const std::array<std::uint32_t, 3> ear{left[(i + n - 1) % n], left[i], left[(i + 1) % n]};
            const Pixel a = ring[ear[0]], b = ring[ear[1]], c = ring[ear[2]];
            if (cross(a, b, c) * side < 0) continue;
            const bool empty = std::none_of(left.begin(), left.end(), [&](std::uint32_t k) {
                if (k == ear[0] || k == ear[1] || k == ear[2]) return false;
                const Pixel p = ring[k];
                return cross(a, b, p) * side > 0 && cross(b, c, p) * side > 0 && cross(c, a, p) * side > 0;
            });
            if (!empty) continue;
            if (cross(a, b, c) != 0) cut.push_back(ear);
            left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
            found = true;
        }
        if (!found) break;
    }
    return cut;
}

void StrokeLayer::draw(std::span<const scene::Stroke> strokes, const PixelToClip& toClip, Brushes& brushes) {
    for (const scene::Stroke& stroke : strokes) {
        path_.clear();
        for (const geo::ScreenPoint& p : stroke.path)
            path_.push_back({static_cast<float>(p.x), static_cast<float>(p.y)});
        if (stroke.filled && path_.size() >= 3)
            brushes.lines.fill(path_, triangles(path_), stroke.color);
        else
            brushes.lines.add(path_, {stroke.width, stroke.color, stroke.dash});
    }
    brushes.lines.flush(toClip, brushes.quads);
}

}  // namespace retrace::render
