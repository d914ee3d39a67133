#pragma once

#include "render/ground_layer.hpp"
#include "scene/scene.hpp"

#include <memory>
#include <span>
#include <vector>

namespace retrace::render {

/// Tinted and hatched areas of the scene. Their coverage is kept as textures while view and rings stay.
class AreaLayer {
public:
    void draw(std::span<const scene::Area>, const geo::Camera&, const geo::ScreenSize&, const PixelToClip&);

private:
    struct Mask {
        std::vector<std::vector<geo::LonLat>> rings;
        geo::Camera camera;
        geo::ScreenSize size;
        int left = 0, top = 0, width = 0, height = 0;  // pixels of the picture that the texture covers
        Texture texture;
        bool used = false;
    };
    Mask& maskOf(const scene::Area&, const geo::Camera&, const geo::ScreenSize&);

    std::vector<Mask> masks_;
    std::unique_ptr<PictureBatch> pictures_;
    std::unique_ptr<Program> program_;
};

}  // namespace retrace::render
