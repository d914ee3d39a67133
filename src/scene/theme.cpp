#include "scene/theme.hpp"

#include <cmath>

namespace retrace::scene {
namespace {

constexpr Color rgb(unsigned hex, std::uint8_t alpha = 255) {
    return {static_cast<std::uint8_t>(hex >> 16 & 255u), static_cast<std::uint8_t>(hex >> 8 & 255u),
            static_cast<std::uint8_t>(hex & 255u), alpha};
}

constexpr Theme light{.paper = rgb(0xf3efe6),
                      .land = rgb(0xf3efe6),
                      .sea = rgb(0xcddae0),
                      .lake = rgb(0xc3d6df),
                      .river = rgb(0x7faec8),
                      .coast = rgb(0x6c93ab),
                      .border = rgb(0x6b6258),
                      .disputedBorder = rgb(0x8f8578),
                      .province = rgb(0x9a9082, 210),
                      .road = rgb(0xd9cdb6),
                      .graticule = rgb(0x7d868c, 80),
                      .userLine = rgb(0x7a633c),
                      .userArea = rgb(0x9a8050, 45),
                      .town = rgb(0x3d3832),
                      .label = rgb(0x26231f),
                      .labelSmall = rgb(0x3f3a34),
                      .labelArabic = rgb(0x6b6359),
                      .labelRegion = rgb(0x8a8174),
                      .labelWater = rgb(0x41738f),
                      .labelHalo = rgb(0xf7f4ed, 235),
                      .narrator = rgb(0xd55e00),
                      .narratorSoft = rgb(0xe0a57c),
                      .hours = rgb(0x0072b2),
                      .otherActors = rgb(0x2c8fc4),
                      .otherSources = rgb(0x009e73),
                      .plans = rgb(0x8a847a),
                      .schematic = rgb(0x6a635a),
                      .selection = rgb(0x26231f),
                      .casing = rgb(0xffffff),
                      .panel = rgb(0xfaf8f4),
                      .hairline = rgb(0xddd6c9),
                      .text = rgb(0x2a2723),
                      .textMuted = rgb(0x6f665a),
                      .strip = rgb(0x2c2824),
                      .stripText = rgb(0xfaf8f4),
                      .stripMuted = rgb(0xc2b8aa),
                      .badge = rgb(0xfdf0e2, 245),
                      .badgeText = rgb(0x8a4a14)};

constexpr Theme dark{.paper = rgb(0x1f2326),
                     .land = rgb(0x2b2f32),
                     .sea = rgb(0x1b2228),
                     .lake = rgb(0x1d2830),
                     .river = rgb(0x436278),
                     .coast = rgb(0x557082),
                     .border = rgb(0x9a9488),
                     .disputedBorder = rgb(0x7f7a70),
                     .province = rgb(0x6d6a63, 200),
                     .road = rgb(0x58544c),
                     .graticule = rgb(0x80888c, 70),
                     .userLine = rgb(0xa08c6a),
                     .userArea = rgb(0xa08c6a, 50),
                     .town = rgb(0xd8d3c8),
                     .label = rgb(0xf0ece3),
                     .labelSmall = rgb(0xcfcac0),
                     .labelArabic = rgb(0xa5a096),
                     .labelRegion = rgb(0x8b877e),
                     .labelWater = rgb(0x7ea9c2),
                     .labelHalo = rgb(0x1f2326, 235),
                     .narrator = rgb(0xf27a2a),
                     .narratorSoft = rgb(0x9a6644),
                     .hours = rgb(0x5ab0e6),
                     .otherActors = rgb(0x7cc7ef),
                     .otherSources = rgb(0x2fbf95),
                     .plans = rgb(0x909292),
                     .schematic = rgb(0xaaa69d),
                     .selection = rgb(0xf0ece3),
                     .casing = rgb(0x14171a),
                     .panel = rgb(0x1f2326),
                     .hairline = rgb(0x3c4247),
                     .text = rgb(0xece8e0),
                     .textMuted = rgb(0xa9a59c),
                     .strip = rgb(0x121517),
                     .stripText = rgb(0xf4f1ea),
                     .stripMuted = rgb(0xa9a59c),
                     .badge = rgb(0x3d3026, 245),
                     .badgeText = rgb(0xf0b98c)};

}  // namespace

const Theme& themeOf(ThemeName name) {
    return name == ThemeName::dark ? dark : light;
}

Color mixed(Color a, Color b, double share) {
    const auto mix = [share](std::uint8_t x, std::uint8_t y) {
        return static_cast<std::uint8_t>(std::lround(x + (y - x) * share));
    };
    return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), mix(a.a, b.a)};
}

}  // namespace retrace::scene
