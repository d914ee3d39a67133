#include "render/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace retrace::render {

void Coverage::clear(int width, int height) {
    width_ = width;
    height_ = height;
    stride_ = width + 2;
    sums_.assign(static_cast<std::size_t>(stride_) * static_cast<std::size_t>(height), 0);
}

void Coverage::edge(Pixel a, Pixel b, float sign) {
    float direction = -sign;
    if (a.y > b.y) {
        std::swap(a, b);
        direction = sign;
    }
    const auto h = static_cast<float>(height_), w = static_cast<float>(width_);
    if (b.y <= 0 || a.y >= h || a.y == b.y || (a.x >= w && b.x >= w)) return;
    const float slope = (b.x - a.x) / (b.y - a.y);
    if (a.y < 0) a = {a.x - a.y * slope, 0};
    if (b.y > h) b = {b.x + (h - b.y) * slope, h};
    // Left of the grid an edge still covers whole rows; right of it, nothing: cut at both sides.
    float cuts[4] = {a.y, a.y, b.y, b.y};
    if (slope != 0) {
        float first = a.y + (0 - a.x) / slope, second = a.y + (w - a.x) / slope;
        if (first > second) std::swap(first, second);
        cuts[1] = std::clamp(first, a.y, b.y);
        cuts[2] = std::clamp(second, a.y, b.y);
    }
    for (int i = 0; i < 3; ++i) {
        const float y0 = cuts[i], y1 = cuts[i + 1];
        if (y1 <= y0) continue;
        const float x0 = std::clamp(a.x + (y0 - a.y) * slope, 0.0F, w);
        const float x1 = std::clamp(a.x + (y1 - a.y) * slope, 0.0F, w);
        inside(x0, y0, x1, y1, direction);
    }
}

void Coverage::inside(float x0, float y0, float x1, float y1, float direction) {
    const float slope = (x1 - x0) / (y1 - y0);
    float x = x0;
    const int last = std::min(height_, static_cast<int>(std::ceil(y1)));
    for (int y = static_cast<int>(y0); y < last; ++y) {
        const float dy = std::min(static_cast<float>(y + 1), y1) - std::max(static_cast<float>(y), y0);
        const float next = std::clamp(x + slope * dy, 0.0F, static_cast<float>(width_));
        const float d = dy * direction;
        const auto [left, right] = std::minmax(x, next);
        const int first = static_cast<int>(left);
        const int end = static_cast<int>(std::ceil(right));
        float* sums = &sums_[static_cast<std::size_t>(y) * static_cast<std::size_t>(stride_) +
                             static_cast<std::size_t>(first)];
        const float inFirst = left - static_cast<float>(first);
        if (end <= first + 1) {
            const float middle = 0.5F * (left + right) - static_cast<float>(first);
            sums[0] += d - d * middle;
            sums[1] += d * middle;
        } else {
            const int n = end - first;
            const float s = 1 / (right - left);
            const float inLast = right - static_cast<float>(end) + 1;
            const float a0 = 0.5F * s * (1 - inFirst) * (1 - inFirst);
            const float am = 0.5F * s * inLast * inLast;
            sums[0] += d * a0;
            if (n == 2) {
                sums[1] += d * (1 - a0 - am);
            } else {
                const float a1 = s * (1.5F - inFirst);
                sums[1] += d * (a1 - a0);
                for (int i = 2; i < n - 1; ++i) sums[i] += d * s;
                const float a2 = a1 + static_cast<float>(n - 3) * s;
                sums[n - 1] += d * (1 - a2 - am);
            }
            sums[n] += d * am;
        }
        x = next;
    }
}

void Coverage::row(int y, float* row) const {
    const float* sums = &sums_[static_cast<std::size_t>(y) * static_cast<std::size_t>(stride_)];
    float sum = 0;
    for (int x = 0; x < width_; ++x) {
        sum += sums[x];
        row[x] = std::clamp(sum, 0.0F, 1.0F);
    }
}

std::vector<std::uint8_t> Coverage::bytes() const {
    std::vector<std::uint8_t> out;
    out.reserve(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
    std::vector<float> line(static_cast<std::size_t>(width_));
    for (int y = 0; y < height_; ++y) {
        row(y, line.data());
        for (const float c : line) out.push_back(static_cast<std::uint8_t>(c * 255 + 0.5F));
    }
    return out;
}

}  // namespace retrace::render
