#pragma once

#include "front/field.hpp"
#include "model/side.hpp"

#include <memory>
#include <string>
#include <vector>

namespace retrace::scene {

struct View;

/// How two fronts share a map: the first alone, the second's line over it, each on its side of a handle, or only
/// where they name different sides.
enum class Compare { alone, over, swipe, difference };

/// Which front a view shows. Fields are shared, never changed.
struct FrontView {
    std::shared_ptr<const front::Field> field;   // missing: no front
    std::shared_ptr<const front::Field> beside;  // what it is compared with
    std::vector<model::Side> sides;
    std::vector<std::size_t> hidden{};  // sides whose areas are not drawn
    std::string whose{}, besideWhose{};
    float opacity = 1;  // 0..1, of the areas
    Compare compare = Compare::alone;
    double swipe = 0.5;  // share of the picture's width at which the handle stands
};

/// One front's numbers for a picture. A sample lies on a lattice of the ground, so that nothing swims when the
/// camera moves.
struct FrontPicture {
    struct Look {
        std::uint8_t r = 0, g = 0, b = 0;
        int hatch = 0;  // 0 none, 1 rising, 2 falling, 3 level, 4 dots
        bool shown = true;
        bool operator==(const Look&) const = default;
    };
    front::Frame frame;
    int cols = 0, rows = 0;
    std::vector<float> numbers;  // rows * cols * 4: the probabilities of up to four sides, the rest 0
    std::vector<float> support;  // rows * cols
    std::vector<Look> sides;     // up to four
    Look line;
    float opacity = 1;  // of areas; 0: only the line
    bool dashed = false;
    float stated = 0, doubtful = 0;  // support from which on a spot is stated; lead that is doubtful
    float left = 0, right = 0;  // pixels of the picture in which it is drawn
    bool operator==(const FrontPicture&) const = default;
};

/// The fronts of a view at a time, the lower first; none without a field.
[[nodiscard]] std::vector<FrontPicture> frontPictures(const View&, double t);

/// Tints and hatch of the sides, by their own wish, else by their number.
[[nodiscard]] FrontPicture::Look lookOf(const model::Side&, std::size_t number, bool dark);

}  // namespace retrace::scene
