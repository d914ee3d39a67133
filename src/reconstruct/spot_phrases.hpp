#pragma once

#include "reconstruct/words.hpp"

namespace retrace::reconstruct {

/// What the words around a name say of a spot that is not the place itself.
struct SpotPhrase {
    enum class Kind { between, distance, direction, outskirts };
    Kind kind = Kind::distance;
    std::size_t mention = 0;           // among all mentions
    std::optional<std::size_t> other;  // between: the second name
    bool road = false;                 // between: on the road
    std::optional<double> distance_m;
    std::optional<double> azimuth_deg;  // from north, clockwise
    std::string direction;              // "north", empty where none
};

/// The first such phrase among these mentions, inside the stretch of text; nothing where there is none.
/// `mentions` are numbers among all mentions of the source that begins with `first`.
[[nodiscard]] std::optional<SpotPhrase> spotPhraseIn(const Words&, const text::Reading&, std::size_t first,
                                                     const std::vector<std::size_t>& mentions,
                                                     const text::Quote& stretch);

/// The last of these mentions that a road leads to ("blocking the road to Hama"); nothing where none does.
[[nodiscard]] std::optional<std::size_t> roadTo(const Words&, const text::Reading&, std::size_t first,
                                                const std::vector<std::size_t>& mentions,
                                                const text::Quote& stretch);

}  // namespace retrace::reconstruct
