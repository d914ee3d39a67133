#pragma once

#include "render/renderer.hpp"
#include "scene/theme.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

namespace retrace::render::testing {

/// A square island between 10 and 20 degrees east, 0 and 10 north, with a lake in its middle; ten elevation
/// samples a degree, rising to a ridge along 15 east.
inline basemap::Ground island() {
    basemap::Ground ground;
    basemap::Feature land{.layer = basemap::Layer::land, .name = "island", .box = {10, 0, 20, 10}};
    land.parts = {{{10, 0}, {20, 0}, {20, 10}, {10, 10}}};
    basemap::Feature lake{.layer = basemap::Layer::lake, .name = "lake", .box = {14, 4, 16, 6}};
    lake.parts = {{{14, 4}, {14, 6}, {16, 6}, {16, 4}}};
    ground.features = {land, lake};
    return ground;
}

inline basemap::Raster ridge() {
    basemap::Raster raster{.box = {10, 0, 20, 10}, .width = 100, .height = 100, .sampleDegrees = 0.1};
    for (int y = 0; y < raster.height; ++y)
        for (int x = 0; x < raster.width; ++x)
            raster.elevation.push_back(static_cast<float>(std::max(0, 8000 - 300 * std::abs(x - 50))));
    return raster;
}

/// 320 x 240 pixels about the island's middle, some 11 pixels a degree.
inline scene::Scene islandScene() {
    scene::Scene scene;
    scene.ground.size = {320, 240};
    scene.ground.camera = {{15, 5}, 4};
    return scene;
}

inline scene::Color colorAt(const Image& image, double x, double y) {
    const auto column = static_cast<std::size_t>(x), row = static_cast<std::size_t>(y);
    const std::uint8_t* p = &image.rgba[(row * static_cast<std::size_t>(image.width) + column) * 4];
    return {p[0], p[1], p[2], p[3]};
}

inline scene::Color colorAt(const Image& image, const scene::Scene& scene, const geo::LonLat& at) {
    const geo::ScreenPoint p = geo::toScreen(scene.ground.camera, scene.ground.size, at);
    return colorAt(image, p.x, p.y);
}

/// Greatest difference of a channel.
inline int difference(const scene::Color& a, const scene::Color& b) {
    return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
}

/// How many pixels of two pictures differ.
inline std::size_t differing(const Image& a, const Image& b) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4)
        if (a.rgba[i] != b.rgba[i] || a.rgba[i + 1] != b.rgba[i + 1] || a.rgba[i + 2] != b.rgba[i + 2])
            ++count;
    return count;
}

inline std::string bytesOf(const std::filesystem::path& file) {
    std::string bytes(std::filesystem::file_size(file), '\0');
    std::ifstream(file, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

/// A folder of its own for a test, gone afterwards.
class Folder {
public:
    explicit Folder(const std::string& name)
        : path_(std::filesystem::temp_directory_path() /
                ("retrace-" + name + "-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace retrace::render::testing
