#include "render/area_layer.hpp"

#include "render/coverage.hpp"
#include "render/shaders.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::render {
namespace {

double turning(const std::vector<Pixel>& ring) {
    double sum = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        sum += static_cast<double>(ring[j].x) * ring[i].y - static_cast<double>(ring[i].x) * ring[j].y;
    return sum;
}

}  // namespace

AreaLayer::Mask& AreaLayer::maskOf(const scene::Area& area, const geo::Camera& camera,
                                   const geo::ScreenSize& size) {
    for (Mask& mask : masks_)
        if (mask.camera == camera && mask.size == size && mask.rings == area.rings) return mask;
    Mask& mask = masks_.emplace_back();
    mask.rings = area.rings;
    mask.camera = camera;
    mask.size = size;
    const Projector project(camera, size);
    std::vector<std::vector<Pixel>> rings;
    float left = static_cast<float>(size.width), top = static_cast<float>(size.height), right = 0, bottom = 0;
    for (const auto& ring : area.rings) {
        if (ring.size() < 3) continue;
        std::vector<Pixel>& pixels = rings.emplace_back();
        for (const geo::LonLat& p : ring) {
            const Pixel q = project(p);
            pixels.push_back(q);
            left = std::min(left, q.x), right = std::max(right, q.x);
            top = std::min(top, q.y), bottom = std::max(bottom, q.y);
        }
    }
    mask.left = static_cast<int>(std::floor(std::max(left, 0.0F)));
    mask.top = static_cast<int>(std::floor(std::max(top, 0.0F)));
    mask.width = static_cast<int>(std::ceil(std::min(right, static_cast<float>(size.width)))) - mask.left;
    mask.height = static_cast<int>(std::ceil(std::min(bottom, static_cast<float>(size.height)))) - mask.top;
    if (mask.width <= 0 || mask.height <= 0) {
        mask.width = mask.height = 0;
        return mask;
    }
    Coverage coverage(mask.width, mask.height);
    bool outer = true;
    for (const auto& ring : rings) {
        const float sign = (turning(ring) >= 0) == outer ? 1.0F : -1.0F;  // clockwise on the screen adds
        outer = false;
        const auto shift = [&](Pixel p) {
            return Pixel{p.x - static_cast<float>(mask.left), p.y - static_cast<float>(mask.top)};
        };
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            coverage.edge(shift(ring[j]), shift(ring[i]), sign);
    }
    const std::vector<std::uint8_t> bytes = coverage.bytes();
    glBindTexture(GL_TEXTURE_2D, mask.texture.id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, mask.width, mask.height, 0, GL_RED, GL_UNSIGNED_BYTE, bytes.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return mask;
}

void AreaLayer::draw(std::span<const scene::Area> areas, const geo::Camera& camera,
                     const geo::ScreenSize& size, const PixelToClip& toClip) {
    for (Mask& mask : masks_) mask.used = false;
    if (!areas.empty() && !program_) {
        program_ = std::make_unique<Program>("area", shaders::picture_vert, shaders::area_frag);
        pictures_ = std::make_unique<PictureBatch>();
    }
    const Projector project(camera, size);
    for (const scene::Area& area : areas) {
        Mask& mask = maskOf(area, camera, size);
        mask.used = true;
        if (mask.width == 0 || area.fill.a == 0) continue;
        program_->use();
        glUniform4f(program_->uniform("ink"), static_cast<float>(area.fill.r) / 255,
                    static_cast<float>(area.fill.g) / 255, static_cast<float>(area.fill.b) / 255,
                    static_cast<float>(area.fill.a) / 255);
        // The hatch is tied to the ground, its period 7 pixels across, so it moves with the map.
        const double period = 7 * std::sqrt(2.0);
        const double moved = std::fmod(mask.left - project.offsetX + mask.top - project.offsetY, period);
        glUniform3f(program_->uniform("hatch"), area.hatched ? 1.0F : 0.0F, static_cast<float>(moved), 0.0F);
        glActiveTexture(GL_TEXTURE0);
        glBindTexture(GL_TEXTURE_2D, mask.texture.id());
        const auto x0 = static_cast<float>(mask.left), y0 = static_cast<float>(mask.top);
        const auto x1 = x0 + static_cast<float>(mask.width), y1 = y0 + static_cast<float>(mask.height);
        pictures_->draw(*program_, {{x0, y0, 0, 0}, {x1, y0, 1, 0}, {x0, y1, 0, 1}, {x1, y1, 1, 1}}, toClip);
    }
    std::erase_if(masks_, [](const Mask& mask) { return !mask.used; });
}

}  // namespace retrace::render
