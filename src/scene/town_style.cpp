#include "scene/town_style.hpp"

#include "text/letter_case.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace retrace::scene {
namespace {

// The smallest town named from a zoom on.
long leastPopulation(double zoom) {
    struct Step {
        double zoom;
        long population;
    };
    static constexpr std::array steps{Step{4, 2000000}, Step{5, 800000}, Step{6, 250000}, Step{7, 80000},
                                      Step{8, 25000},   Step{9, 6000},   Step{10, 800}};
    for (const Step& step : steps)
        if (zoom < step.zoom) return step.population;
    return 0;
}

bool isOneOf(const std::string& type, std::initializer_list<const char*> types) {
    return std::ranges::any_of(types, [&](const char* t) { return type == t; });
}

}  // namespace

std::optional<TownStyle> townStyle(const geo::Place& place, double zoom, const Theme& theme) {
    using typeset::Weight;
    if (place.type == "country") {
        if (zoom < 3 || zoom > 7.6) return std::nullopt;
        return TownStyle{13, Weight::regular, theme.labelRegion, 0, true};
    }
    if (isOneOf(place.type, {"region", "governorate", "province", "district"})) return std::nullopt;
    const bool settled = place.population > 0 || isOneOf(place.type, {"capital", "city", "town", "village"});
    if (!settled) {
        if (zoom < 11.5) return std::nullopt;
        return TownStyle{11, Weight::regular, theme.labelRegion, 1.5F, false};
    }
    const bool capital = place.type == "capital";
    if (!capital && place.population < leastPopulation(zoom)) return std::nullopt;
    if (capital || place.population >= 1000000) return TownStyle{15, Weight::bold, theme.label, 3.4F, false};
    if (place.population >= 250000) return TownStyle{13, Weight::bold, theme.label, 3.0F, false};
    if (place.population >= 50000) return TownStyle{13, Weight::regular, theme.label, 2.6F, false};
    return TownStyle{11, Weight::regular, theme.labelSmall, 2.0F, false};
}

std::string secondName(const geo::Place& place) {
    static constexpr std::array<std::string_view, 26> arabic{
        "AE", "AF", "BH", "DJ", "DZ", "EG", "EH", "IL", "IQ", "IR", "JO", "KM", "KW",
        "LB", "LY", "MA", "MR", "OM", "PK", "PS", "QA", "SA", "SD", "SY", "TN", "YE"};
    const bool written = place.country.empty() || std::ranges::find(arabic, place.country) != arabic.end();
    return written ? place.name_ar : std::string();
}

std::string upperCase(const std::string& name) {
    return text::upperCase(name);
}

}  // namespace retrace::scene
