#pragma once

#include "render/ground_layer.hpp"
#include "scene/front_picture.hpp"

#include <memory>
#include <span>
#include <vector>

namespace retrace::render {

struct FrontBrush;

/// Fronts of the scene: areas, bands and lines from numbers on a grid. Numbers go to the graphics card again
/// only when they have changed.
class FrontLayer {
public:
    /// `scale`: of lines and hatch.
    void draw(std::span<const scene::FrontPicture>, const geo::Camera&, const geo::ScreenSize&, float scale,
              const PixelToClip&);

private:
    struct Kept {
        Texture numbers;
        std::vector<float> of;  // what the texture holds
        int cols = 0, rows = 0;
    };
    void upload(Kept&, const scene::FrontPicture&);
    void drawPicture(const scene::FrontPicture&, const FrontBrush&, const geo::ScreenSize&, const PixelToClip&);

    std::vector<Kept> kept_;
    std::vector<float> packed_;
    std::unique_ptr<PictureBatch> pictures_;
    std::unique_ptr<Program> whole_, plain_;
};

}  // namespace retrace::render
