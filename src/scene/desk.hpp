#pragma once

#include "scene/metrics.hpp"
#include "scene/theme.hpp"

#include <string>

namespace retrace::scene {

/// How a line of furniture is set.
struct Type {
    float size = 13;  // pixels, already scaled
    Color color;
    typeset::Weight weight = typeset::Weight::regular;
    Color halo{};
    float haloWidth = 0;
};

enum class Anchor { left, middle, right };

/// A line whose left end, middle or right end is at `x`, its baseline at `y`.
[[nodiscard]] Label setLine(const std::string&, float x, float y, const Type&, const typeset::Fonts&,
                            Anchor = Anchor::left);
[[nodiscard]] float widthOf(const std::string&, const Type&, const typeset::Fonts&);

/// The sizes of type, before scaling.
struct TypeScale {
    static constexpr float small = 11, body = 13, heading = 15, caption = 22, clock = 28;
};

/// Where the furniture stands; all follow from the view alone.
[[nodiscard]] Rect clockRect(const View&);
[[nodiscard]] Rect titleRect(const View&, const typeset::Fonts&);  // empty where there is nothing to say
[[nodiscard]] Rect legendRect(const View&, const typeset::Fonts&);
[[nodiscard]] Rect scaleRect(const View&);  // scale bar and north arrow
[[nodiscard]] Rect creditsRect(const View&, const typeset::Fonts&);
[[nodiscard]] Rect stripRect(const View&);

/// What the credits line says: on a view without a title box the badge stands in it.
[[nodiscard]] std::string creditsText(const View&);

}  // namespace retrace::scene
