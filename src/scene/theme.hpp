#pragma once

#include "scene/scene.hpp"

namespace retrace::scene {

/// All colours of a picture. Meaning has the hues of Okabe and Ito (2008), told apart by every kind of eye;
/// everything else is paper and ink.
struct Theme {
    // ground
    Color paper, land, sea, lake, river, coast, border, disputedBorder, province, road, graticule;
    Color userLine, userArea;
    // names on the ground
    Color town, label, labelSmall, labelArabic, labelRegion, labelWater, labelHalo;
    // meaning
    Color narrator, narratorSoft;  // soft: the narrator's unit while the narrator is not with it
    Color hours, otherActors, otherSources, plans, schematic, selection;
    Color casing;  // below lines and around marks
    // desk
    Color panel, hairline, text, textMuted, strip, stripText, stripMuted, badge, badgeText;
};

/// Two calm palettes with the same order of emphasis.
[[nodiscard]] const Theme& themeOf(ThemeName);

[[nodiscard]] constexpr Color withAlpha(Color c, std::uint8_t alpha) {
    c.a = alpha;
    return c;
}
/// `share` 0: `a`; 1: `b`.
[[nodiscard]] Color mixed(Color a, Color b, double share);

}  // namespace retrace::scene
