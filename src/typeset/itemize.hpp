#pragma once

#include "typeset/faces.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace retrace::typeset {

/// A stretch of a line of one direction, one script and one face.
struct Item {
    std::size_t begin = 0, end = 0;  // of the line's code points
    std::uint32_t face = 0;
    std::uint32_t script = 0;  // ISO 15924 as HarfBuzz packs it
    bool rightToLeft = false;
};

/// The line's items in visual order, left to right. The base direction is that of the first strong letter.
[[nodiscard]] std::vector<Item> itemize(const std::vector<std::uint32_t>& line, Weight weight,
                                        FaceChain& faces);

/// The direction of the first letter that has one.
enum class Direction { leftToRight, rightToLeft, none };
[[nodiscard]] Direction baseDirection(const std::vector<std::uint32_t>& line);

}  // namespace retrace::typeset
