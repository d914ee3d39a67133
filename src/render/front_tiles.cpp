#include "render/front_tiles.hpp"

#include <algorithm>
#include <array>
#include <numbers>

namespace retrace::render {
namespace {

constexpr std::size_t most = 4;  // sides
constexpr int tileCells = 8;

// What a tile is, from its samples. Between samples all numbers are weighted means of four of them, so a lead
// that all have is everywhere, and no slope is steeper than what the tile holds.
enum class Ink { none, plain, all };

struct Kind {
    Ink ink = Ink::none;
    std::size_t side = 0;
    bool operator==(const Kind&) const = default;
};

Kind kindOf(const scene::FrontPicture& picture, int left, int top, int right, int bottom, float reach) {
    const auto sample = [&](int col, int row) {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.cols) +
               static_cast<std::size_t>(col);
    };
    float support = 0;
    for (int row = top; row <= bottom; ++row)
        for (int col = left; col <= right; ++col)
            support = std::max(support, picture.support[sample(col, row)]);
    if (support <= 0.6F * picture.stated) return {Ink::none, 0};

    const float* corner = &picture.numbers[sample(left, top) * most];
    const auto side = static_cast<std::size_t>(std::max_element(corner, corner + most) - corner);
    std::array<float, most> least, greatest;
    least.fill(2);
    greatest.fill(-2);
    for (int row = top; row <= bottom; ++row)
        for (int col = left; col <= right; ++col) {
            const float* p = &picture.numbers[sample(col, row) * most];
            for (std::size_t s = 0; s < most; ++s) {
                least[s] = std::min(least[s], p[side] - p[s]);
                greatest[s] = std::max(greatest[s], p[side] - p[s]);
            }
        }
    for (std::size_t s = 0; s < most; ++s) {
        if (s == side) continue;
        const float steepest = std::numbers::sqrt2_v<float> * (greatest[s] - least[s]);  // a sample
        if (least[s] <= std::max(picture.doubtful, reach * steepest)) return {Ink::all, 0};
    }
    return {Ink::plain, side};
}

}  // namespace

std::vector<FrontTile> frontTiles(const scene::FrontPicture& picture, float reach) {
    std::vector<FrontTile> tiles;
    for (int top = 0; top < picture.rows - 1; top += tileCells) {
        const int bottom = std::min(top + tileCells, picture.rows - 1);
        Kind before;
        for (int left = 0; left < picture.cols - 1; left += tileCells) {
            const int right = std::min(left + tileCells, picture.cols - 1);
            const Kind kind = kindOf(picture, left, top, right, bottom, reach);
            if (kind.ink != Ink::none) {
                if (kind == before)
                    tiles.back().right = right;
                else
                    tiles.push_back({left, top, right, bottom,
                                     kind.ink == Ink::plain ? std::optional(kind.side) : std::nullopt});
            }
            before = kind;
        }
    }
    return tiles;
}

}  // namespace retrace::render
