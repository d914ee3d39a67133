#include "render/ground_lines.hpp"

#include "scene/graticule.hpp"
#include "scene/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace retrace::render {
namespace {

using basemap::Layer;

/// Projects a line and adds what of it lies in view, points closer than a pixel left out. `closed`: a ring.
class Clipper {
public:
    Clipper(LineBatch& lines, const Projector& project, const geo::ScreenSize& size)
        : lines_(lines),
          project_(project),
          right_(static_cast<float>(size.width) + margin),
          bottom_(static_cast<float>(size.height) + margin) {}

    void add(const std::vector<geo::WorldPoint>& points, bool closed, const LineStyle& style) {
        piece_.clear();
        Pixel last = project_(points.front());
        const Pixel first = last;
        for (std::size_t i = 1; i < points.size(); ++i) {
            const Pixel p = project_(points[i]);
            const bool end = i + 1 == points.size() && !closed;
            if (!end && std::abs(p.x - last.x) + std::abs(p.y - last.y) < 1.2F) continue;
            segment(last, p, style);
            last = p;
        }
        if (closed) segment(last, first, style);
        finish(style);
    }

private:
    static constexpr float margin = 8;

    void segment(Pixel a, Pixel b, const LineStyle& style) {
        const bool outside = (a.x < -margin && b.x < -margin) || (a.y < -margin && b.y < -margin) ||
                             (a.x > right_ && b.x > right_) || (a.y > bottom_ && b.y > bottom_);
        if (outside) return finish(style);
        if (piece_.empty()) piece_.push_back(a);
        piece_.push_back(b);
    }
    void finish(const LineStyle& style) {
        if (piece_.size() > 1) lines_.add(piece_, style);
        piece_.clear();
    }

    LineBatch& lines_;
    const Projector& project_;
    float right_, bottom_;
    std::vector<Pixel> piece_;
};

/// Whether a line of this rank is drawn at a zoom: each rank comes in one zoom step later.
bool shows(int rank, double zoom) {
    return rank <= zoom + 1;
}

void addGraticule(LineBatch& lines, const Projector& project, const geo::Box& view, double zoom,
                  const scene::Color& color) {
    const double step = scene::graticuleStep(zoom);
    const LineStyle style{0.8F, color, scene::Dash::solid};
    const double west = std::max(view.west, -180.0), east = std::min(view.east, 180.0);
    for (double lon = std::ceil(west / step) * step; lon <= east; lon += step) {
        const std::array<Pixel, 2> meridian{project(geo::LonLat{lon, view.north}),
                                            project(geo::LonLat{lon, view.south})};
        lines.add(meridian, style);
    }
    for (double lat = std::ceil(view.south / step) * step; lat <= view.north; lat += step) {
        const std::array<Pixel, 2> parallel{project(geo::LonLat{west, lat}), project(geo::LonLat{east, lat})};
        lines.add(parallel, style);
    }
}

}  // namespace

double riverStrength(double pixelsPerVertex) {
    // A line simplified until its vertices lie d apart errs by about d / 8: 12 pixels of error at 96.
    return std::clamp((96 - pixelsPerVertex) / 56, 0.0, 1.0);
}

scene::Color groundPaper(scene::ThemeName theme) {
    return scene::themeOf(theme).land;
}

void addGroundLines(LineBatch& lines, GroundIndex& index, const scene::GroundView& view) {
    const scene::Theme& palette = scene::themeOf(view.theme);
    const Projector project(view.camera, view.size);
    const geo::Box box = geo::viewBox(view.camera, view.size);
    // A picture of twice the scale is the same picture, its lines twice as wide.
    const double zoom = view.camera.zoom - std::log2(static_cast<double>(std::max(view.scale, 0.25F)));
    Clipper clipper(lines, project, view.size);
    // Lines grow a little from the continent to the village.
    const auto grown = static_cast<float>(std::clamp(0.55 + 0.06 * zoom, 0.6, 1.4)) * view.scale;
    const auto layer = [&](Layer which, float width, const scene::Color& color, scene::Dash dash,
                           bool closed = false) {
        index.each(which, box, [&](const GroundPart& part, int rank) {
            if (shows(rank, zoom)) clipper.add(part.points, closed, {width * grown, color, dash});
        });
    };
    if (view.graticule) addGraticule(lines, project, box, view.camera.zoom, palette.graticule);
    // Provinces would crowd a view of whole countries: they come in gently.
    const double nearness = std::clamp((zoom - 4.5) / 2, 0.0, 1.0);
    layer(Layer::province, 1.0F,
          scene::mixed(scene::withAlpha(palette.province, 0), palette.province, nearness),
          scene::Dash::dashed);
    index.each(Layer::river, box, [&](const GroundPart& part, int rank) {
        const float width = std::clamp(1.7F - 0.13F * static_cast<float>(rank), 0.8F, 1.7F);
        const double certain =
            riverStrength(static_cast<double>(part.grain) * project.scale / static_cast<double>(view.scale));
        if (!shows(rank, zoom) || certain <= 0) return;
        const auto alpha = static_cast<std::uint8_t>(std::lround(palette.river.a * certain));
        clipper.add(part.points, false,
                    {width * grown, scene::withAlpha(palette.river, alpha), scene::Dash::solid});
    });
    layer(Layer::lake, 0.9F, palette.coast, scene::Dash::solid, true);
    layer(Layer::coast, 1.2F, palette.coast, scene::Dash::solid);
    layer(Layer::road, 1.8F, palette.road, scene::Dash::dashed);
    layer(Layer::border, 1.5F, palette.border, scene::Dash::dashDot);
    layer(Layer::disputedBorder, 1.3F, palette.disputedBorder, scene::Dash::dotted);
    layer(Layer::userArea, 1.0F, palette.userLine, scene::Dash::solid, true);
    layer(Layer::userLine, 1.4F, palette.userLine, scene::Dash::solid);
}

}  // namespace retrace::render
