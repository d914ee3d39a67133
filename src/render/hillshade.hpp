#pragma once

#include "basemap/ground.hpp"
#include "render/projector.hpp"

#include <cstdint>
#include <vector>

namespace retrace::render {

/// An elevation raster with coarser copies for views from afar.
class Relief {
public:
    explicit Relief(const basemap::Raster&);

    /// Blends this relief's shade into `shade` (one value a pixel, rows from the north; 1 is flat ground,
    /// less lies in shadow). It fades out where samples grow coarser than about 12 pixels and towards
    /// the raster's edges.
    void shadeInto(std::vector<float>& shade, const Projector&, const geo::ScreenSize&);

private:
    struct Level {
        int width = 0, height = 0;
        std::vector<std::int16_t> halfMetres;
    };
    const Level& level(std::size_t);

    geo::Box box_;
    std::vector<Level> levels_;  // each half as fine as the one before; made when needed
};

/// Full while samples are at most 12 pixels wide, half at 34, nothing from 96 on.
[[nodiscard]] float reliefStrength(double pixelsPerSample);

}  // namespace retrace::render
