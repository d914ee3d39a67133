#include "render/front_ink.hpp"

#include "render/projector.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::render {
namespace {

constexpr std::size_t most = 4;                    // sides
constexpr float hatchPeriod = 9, dashPeriod = 14;  // units of length, as in the shader
constexpr double diagonal = 0.70710678;

float smoothstep(float low, float high, float x) {
    const float t = std::clamp((x - low) / (high - low), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

Ink over(const Ink& below, const float* rgb, float a) {
    const float all = a + below[3] * (1 - a);
    if (all <= 0) return {};
    Ink out{0, 0, 0, all};
    for (std::size_t c = 0; c < 3; ++c) out[c] = (rgb[c] * a + below[c] * below[3] * (1 - a)) / all;
    return out;
}

float within(float t, float period) {
    return t - period * std::floor(t / period) - period / 2;
}

float stroke(float t, float unit) {
    return std::clamp(0.7F * unit + 0.5F - std::abs(within(t, hatchPeriod * unit)), 0.0F, 1.0F);
}

float hatched(const FrontBrush& brush, int kind, float x, float y) {
    const float unit = brush.strokes[0], slant = static_cast<float>(diagonal);
    if (kind == 1) return stroke((x + y) * slant + brush.moved[2], unit);
    if (kind == 2) return stroke((x - y) * slant + brush.moved[3], unit);
    if (kind == 3) return stroke(y + brush.moved[1], unit);
    if (kind != 4) return 0;
    const float period = hatchPeriod * unit;
    const float away = std::hypot(within(x + brush.moved[0], period), within(y + brush.moved[1], period));
    return std::clamp(1.4F * unit + 0.5F - away, 0.0F, 1.0F);
}

// A number at a spot between four samples, and its change a sample to the right and down.
struct Between {
    float value = 0, across = 0, down = 0;
};
Between between(float p00, float p10, float p01, float p11, float x, float y) {
    const float north = p00 + (p10 - p00) * x, south = p01 + (p11 - p01) * x;
    return {north + (south - north) * y, (p10 - p00) + ((p11 - p01) - (p10 - p00)) * y, south - north};
}

// Where one period has passed nothing shows: floats stay small.
float phase(double pixels, double period) {
    return static_cast<float>(std::fmod(pixels, period));
}

}  // namespace

FrontBrush frontBrush(const scene::FrontPicture& picture, const geo::Camera& camera,
                      const geo::ScreenSize& size, float scale) {
    FrontBrush brush;
    for (std::size_t s = 0; s < std::min(most, picture.sides.size()); ++s) {
        const auto& look = picture.sides[s];
        brush.tints[4 * s] = static_cast<float>(look.r) / 255;
        brush.tints[4 * s + 1] = static_cast<float>(look.g) / 255;
        brush.tints[4 * s + 2] = static_cast<float>(look.b) / 255;
        brush.tints[4 * s + 3] = look.shown ? 1 : 0;
        brush.hatches[s] = look.hatch;
    }
    brush.fourth = picture.sides.size() < most ? 0 : 1;
    const auto& ink = picture.line;
    brush.line = {static_cast<float>(ink.r) / 255, static_cast<float>(ink.g) / 255,
                  static_cast<float>(ink.b) / 255, picture.dashed ? 1.0F : 0.0F};
    brush.strokes = {scale, ink.r + ink.g + ink.b > 384 ? 0.12F : 1.0F};

    const Projector project(camera, size);
    const double x = picture.frame.west * project.scale, y = picture.frame.north * project.scale;
    brush.pixels = picture.frame.step * project.scale;
    brush.left = x + project.offsetX;
    brush.top = y + project.offsetY;
    brush.levels = {picture.stated, picture.doubtful, picture.opacity, static_cast<float>(brush.pixels)};
    const double hatch = static_cast<double>(hatchPeriod * scale);
    brush.moved = {phase(x, hatch), phase(y, hatch), phase((x + y) * diagonal, hatch),
                   phase((x - y) * diagonal, hatch)};
    const auto dash = static_cast<double>(dashPeriod * scale);
    brush.dashMoved = {phase(x + y, dash), phase(x - y, dash)};
    return brush;
}

Ink frontInk(const FrontBrush& brush, const scene::FrontPicture& picture, int column, int row) {
    const float middle = static_cast<float>(column) + 0.5F;
    if (picture.cols < 2 || picture.rows < 2 || middle < picture.left || middle >= picture.right) return {};
    const auto u = static_cast<float>((column + 0.5 - brush.left) / brush.pixels),
               v = static_cast<float>((row + 0.5 - brush.top) / brush.pixels);
    const float inX = std::clamp(u, 0.0F, static_cast<float>(picture.cols - 1)),
                inY = std::clamp(v, 0.0F, static_cast<float>(picture.rows - 1));
    const int cellX = std::min(static_cast<int>(inX), picture.cols - 2),
              cellY = std::min(static_cast<int>(inY), picture.rows - 2);
    const auto corner = static_cast<std::size_t>(cellY) * static_cast<std::size_t>(picture.cols) +
                        static_cast<std::size_t>(cellX);
    const std::size_t below = corner + static_cast<std::size_t>(picture.cols);
    const auto at = [&](const std::vector<float>& values, std::size_t stride, std::size_t s) {
        return between(values[corner * stride + s], values[(corner + 1) * stride + s],
                       values[below * stride + s], values[(below + 1) * stride + s],
                       inX - static_cast<float>(cellX), inY - static_cast<float>(cellY));
    };
    const auto [levelStated, levelDoubtful, opacity, pixels] = brush.levels;
    const float stated = at(picture.support, 1, 0).value;
    if (stated <= 0.6F * levelStated) return {};

    std::array<Between, most> p;
    for (std::size_t s = 0; s < most - 1; ++s) p[s] = at(picture.numbers, most, s);
    if (brush.fourth > 0)
        p[3] = {1 - p[0].value - p[1].value - p[2].value, -(p[0].across + p[1].across + p[2].across),
                -(p[0].down + p[1].down + p[2].down)};
    std::size_t first = 0;
    for (std::size_t s = 1; s < most; ++s)
        if (p[s].value > p[first].value) first = s;
    std::size_t second = first == 0 ? 1 : 0;
    for (std::size_t s = 0; s < most; ++s)
        if (s != first && p[s].value > p[second].value) second = s;
    const float lead = p[first].value - p[second].value;

    const float x = u * pixels, y = v * pixels;
    const float fade = smoothstep(0.6F * levelStated, 1.4F * levelStated, stated);
    const float sure = smoothstep(0, 0.8F, lead);
    const float strength =
        opacity * fade * (0.08F + 0.10F * sure + 0.14F * sure * hatched(brush, brush.hatches[first], x, y));
    const float steepX = p[first].across - p[second].across, steepY = p[first].down - p[second].down;
    const float slope = std::hypot(steepX, steepY) / pixels;
    const float away = slope > 1e-7F ? lead / slope : 1e6F;
    const float *tint = &brush.tints[4 * first], *next = &brush.tints[4 * second];
    const float own = std::clamp(0.5F + away, 0.0F, 1.0F) * tint[3],
                others = std::clamp(0.5F - away, 0.0F, 1.0F) * next[3];
    Ink ink{};
    if (own + others > 0) {
        for (std::size_t c = 0; c < 3; ++c) ink[c] = (tint[c] * own + next[c] * others) / (own + others);
        ink[3] = strength * (own + others);
    }

    const float enough = smoothstep(levelStated, levelStated + 0.15F, stated);
    const float doubt = 1 - smoothstep(0.5F * levelDoubtful, levelDoubtful, lead);
    ink = over(ink, brush.line.data(), 0.11F * doubt * enough * std::max(opacity, 0.5F));
    const float unit = brush.strokes[0];
    float drawn = 1;
    if (brush.line[3] > 0) {
        const float passed = steepX * steepY <= 0 ? x + y + brush.dashMoved[0] : x - y + brush.dashMoved[1];
        const float t = passed / (dashPeriod * unit);
        drawn = smoothstep(0.28F, 0.34F, std::abs(t - std::floor(t) - 0.5F));
    }
    const std::array<float, 3> casing{brush.strokes[1], brush.strokes[1], brush.strokes[1]};
    ink = over(ink, casing.data(), 0.7F * enough * drawn * std::clamp(2.4F * unit + 0.5F - away, 0.0F, 1.0F));
    return over(ink, brush.line.data(), enough * drawn * std::clamp(1.1F * unit + 0.5F - away, 0.0F, 1.0F));
}

}  // namespace retrace::render
