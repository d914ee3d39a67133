#include "render/ground_base.hpp"

#include "render/coverage.hpp"
#include "scene/theme.hpp"

#include <algorithm>
#include <bit>

namespace retrace::render {
namespace {

using basemap::Layer;

/// Adds (or with `sign` -1 takes away) every area of a layer; false when none lies in view.
bool addAreas(Coverage& coverage, GroundIndex& index, Layer layer, const geo::Box& view,
              const Projector& project, float sign) {
    bool any = false;
    index.each(layer, view, [&](const GroundPart& part, int) {
        any = true;
        const Pixel first = project(part.points.front());
        Pixel last = first;
        for (const geo::WorldPoint& point : part.points) {
            const Pixel p = project(point);
            // A fifth of a pixel is less than the eye sees and saves most edges from afar.
            if (std::abs(p.x - last.x) + std::abs(p.y - last.y) < 0.2F) continue;
            coverage.edge(last, p, sign * part.sign);
            last = p;
        }
        coverage.edge(last, first, sign * part.sign);
    });
    return any;
}

struct Ink {
    float r, g, b;
};

Ink inkOf(const scene::Color& c) {
    return {static_cast<float>(c.r), static_cast<float>(c.g), static_cast<float>(c.b)};
}

/// Lays a colour over what is there, as far as it is covered.
void tint(std::vector<std::uint32_t>& picture, const Coverage& coverage, const scene::Color& color,
          const geo::ScreenSize& size) {
    const Ink ink = inkOf(color);
    const float alpha = static_cast<float>(color.a) / 255;
    const auto width = static_cast<std::size_t>(size.width);
    std::vector<float> cover(width);
    for (int y = 0; y < size.height; ++y) {
        coverage.row(y, cover.data());
        std::uint32_t* to = &picture[static_cast<std::size_t>(y) * width];
        for (std::size_t x = 0; x < width; ++x) {
            const float a = cover[x] * alpha;
            if (a <= 0) continue;
            const auto mix = [&](unsigned shift, float colour) {
                const auto below = static_cast<float>(to[x] >> shift & 0xffU);
                return static_cast<std::uint32_t>(below + (colour - below) * a + 0.5F) << shift;
            };
            to[x] = mix(0, ink.r) | mix(8, ink.g) | mix(16, ink.b) | 0xff000000U;
        }
    }
}

}  // namespace

std::vector<std::uint32_t> groundBase(GroundIndex& index, std::vector<Relief>& reliefs,
                                      const scene::GroundView& view) {
    static_assert(std::endian::native == std::endian::little);
    const scene::Theme& palette = scene::themeOf(view.theme);
    const Projector project(view.camera, view.size);
    const geo::Box box = geo::viewBox(view.camera, view.size);
    const auto width = static_cast<std::size_t>(view.size.width);
    const std::size_t pixels = width * static_cast<std::size_t>(view.size.height);

    Coverage land(view.size.width, view.size.height);
    addAreas(land, index, Layer::land, box, project, 1);
    std::vector<float> shade(pixels, 1.0F);
    if (view.relief)
        for (Relief& relief : reliefs) relief.shadeInto(shade, project, view.size);

    std::vector<std::uint32_t> out(pixels);
    std::vector<float> cover(width);
    const Ink paper = inkOf(palette.land), water = inkOf(palette.sea);
    for (int y = 0; y < view.size.height; ++y) {
        land.row(y, cover.data());
        const float* shades = &shade[static_cast<std::size_t>(y) * width];
        std::uint32_t* to = &out[static_cast<std::size_t>(y) * width];
        for (std::size_t x = 0; x < width; ++x) {
            const float s = shades[x], c = cover[x];
            const auto channel = [&](float onLand, float onWater) {
                const float lit = std::min(onLand * s, 255.0F);
                return static_cast<std::int32_t>(onWater + (lit - onWater) * c + 0.5F);
            };
            const std::int32_t word = channel(paper.r, water.r) | channel(paper.g, water.g) << 8 |
                                      channel(paper.b, water.b) << 16 |
                                      static_cast<std::int32_t>(0xff000000U);
            to[x] = static_cast<std::uint32_t>(word);
        }
    }

    Coverage lake(view.size.width, view.size.height);
    if (addAreas(lake, index, Layer::lake, box, project, 1)) tint(out, lake, palette.lake, view.size);
    Coverage own(view.size.width, view.size.height);
    if (addAreas(own, index, Layer::userArea, box, project, 1)) tint(out, own, palette.userArea, view.size);
    return out;
}

}  // namespace retrace::render
