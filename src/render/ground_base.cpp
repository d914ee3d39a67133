#include "render/ground_base.hpp"

#include "scene/theme.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace retrace::render {
namespace {

using basemap::Layer;

/// Fills `coverage` with every area of a layer; false, and nothing done, when none lies in view.
bool cover(Coverage& coverage, GroundIndex& index, Layer layer, const scene::GroundView& view) {
    const Projector project(view.camera, view.size);
    bool any = false;
    index.each(layer, geo::viewBox(view.camera, view.size), [&](const GroundPart& part, int) {
        if (!any) coverage.clear(view.size.width, view.size.height);
        any = true;
        const Pixel first = project(part.points.front());
        Pixel last = first;
        for (const geo::WorldPoint& point : part.points) {
            const Pixel p = project(point);
            // A fifth of a pixel is less than the eye sees and saves most edges from afar.
            if (std::abs(p.x - last.x) + std::abs(p.y - last.y) < 0.2F) continue;
            coverage.edge(last, p, part.sign);
            last = p;
        }
        coverage.edge(last, first, part.sign);
    });
    return any;
}

struct Ink {
    float r, g, b;
};

Ink inkOf(const scene::Color& c) {
    return {static_cast<float>(c.r), static_cast<float>(c.g), static_cast<float>(c.b)};
}

}  // namespace

std::uint32_t* GroundBase::row(const geo::ScreenSize& size, int y) {
    const int at = southFirst_ ? size.height - 1 - y : y;
    return &picture_[static_cast<std::size_t>(at) * static_cast<std::size_t>(size.width)];
}

/// Land under its relief, and the sea, by the coverage of the land.
void GroundBase::paper(const scene::GroundView& view) {
    const scene::Theme& theme = scene::themeOf(view.theme);
    const Ink land = inkOf(theme.land), sea = inkOf(theme.sea);
    // A multiplication cannot light dark paper: there the sunny side gets light added.
    const float light = view.theme == scene::ThemeName::dark ? 240 : 0;
    const auto width = static_cast<std::size_t>(view.size.width);
    for (int y = 0; y < view.size.height; ++y) {
        coverage_.row(y, cover_.data());
        const float* shades = &shade_[static_cast<std::size_t>(y) * width];
        const float* covers = cover_.data();
        std::uint32_t* to = row(view.size, y);
        for (std::size_t x = 0; x < width; ++x) {
            const float s = shades[x], c = covers[x];
            const float added = light * std::max(s - 1, 0.0F);
            // Shadows on paper are a little warmer than grey: red keeps more of its light than blue.
            const auto channel = [&](float onLand, float onWater, float depth) {
                const float lit = std::min(onLand * (1 + (s - 1) * depth) + added, 255.0F);
                return static_cast<std::int32_t>(onWater + (lit - onWater) * c + 0.5F);
            };
            const std::int32_t word = channel(land.r, sea.r, 0.92F) | channel(land.g, sea.g, 1) << 8 |
                                      channel(land.b, sea.b, 1.12F) << 16 |
                                      static_cast<std::int32_t>(0xff000000U);
            to[x] = static_cast<std::uint32_t>(word);
        }
    }
}

/// Lays a colour over what is there, as far as the layer covers it.
void GroundBase::tint(GroundIndex& index, Layer layer, const scene::GroundView& view,
                      const scene::Color& color) {
    if (!cover(coverage_, index, layer, view)) return;
    const Ink ink = inkOf(color);
    const float alpha = static_cast<float>(color.a) / 255;
    for (int y = 0; y < view.size.height; ++y) {
        coverage_.row(y, cover_.data());
        std::uint32_t* to = row(view.size, y);
        for (std::size_t x = 0; x < cover_.size(); ++x) {
            const float a = cover_[x] * alpha;
            if (a <= 0) continue;
            const auto mix = [&](unsigned shift, float colour) {
                const auto below = static_cast<float>(to[x] >> shift & 0xffU);
                return static_cast<std::uint32_t>(below + (colour - below) * a + 0.5F) << shift;
            };
            to[x] = mix(0, ink.r) | mix(8, ink.g) | mix(16, ink.b) | 0xff000000U;
        }
    }
}

const std::vector<std::uint32_t>& GroundBase::paint(GroundIndex& index, std::vector<Relief>& reliefs,
                                                    const scene::GroundView& view, bool southFirst) {
    static_assert(std::endian::native == std::endian::little, "R must be the lowest byte of a word");
    const scene::Theme& theme = scene::themeOf(view.theme);
    const auto width = static_cast<std::size_t>(view.size.width);
    const std::size_t pixels = width * static_cast<std::size_t>(view.size.height);
    southFirst_ = southFirst;
    cover_.resize(width);
    picture_.resize(pixels);
    shade_.assign(pixels, 1.0F);
    if (view.relief)
        for (Relief& relief : reliefs) relief.shadeInto(shade_, Projector(view.camera, view.size), view.size);
    if (!cover(coverage_, index, Layer::land, view)) coverage_.clear(view.size.width, view.size.height);
    paper(view);
    tint(index, Layer::lake, view, theme.lake);
    tint(index, Layer::userArea, view, theme.userArea);
    return picture_;
}

}  // namespace retrace::render
