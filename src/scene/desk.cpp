#include "scene/desk.hpp"

#include "scene/legend.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::scene {
namespace {

constexpr float edge = 24;    // from the picture's edge while presenting
constexpr float narrow = 12;  // in the window, where the map is one panel of several

float edgeOf(const View& view) {
    return (view.present ? edge : narrow) * view.scale;
}

}  // namespace

float widthOf(const std::string& text, const Type& type, const typeset::Fonts& fonts) {
    return text.empty() ? 0 : fonts.shape(text, type.size, type.weight).width;
}

Label setLine(const std::string& text, float x, float y, const Type& type, const typeset::Fonts& fonts,
              Anchor anchor) {
    const float width = widthOf(text, type, fonts);
    const float left = anchor == Anchor::left ? x : anchor == Anchor::right ? x - width : x - width / 2;
    return {.text = text,
            .x = std::round(left),
            .y = std::round(y),
            .size = type.size,
            .weight = type.weight,
            .color = type.color,
            .halo = type.halo,
            .haloWidth = type.haloWidth,
            .width = width};
}

Rect clockRect(const View& view) {
    if (!view.present) return {};
    const Rect free = freeRect(view);
    const float width = std::min(372 * view.scale, free.width * 0.45F);
    return {free.x + free.width - width - edgeOf(view), free.y + edgeOf(view), width, 88 * view.scale};
}

Rect titleRect(const View& view, const typeset::Fonts& fonts) {
    if (!view.present || (view.title.empty() && view.badge.empty())) return {};
    const Rect free = freeRect(view);
    const float s = view.scale;
    const float title = widthOf(view.title, {TypeScale::heading * s, {}, typeset::Weight::bold}, fonts);
    const float badge = widthOf(view.badge, {TypeScale::small * s, {}}, fonts) + 16 * s;
    const float width = std::min(std::max(title, badge) + 32 * s, free.width * 0.66F);
    const float height = (view.title.empty() || view.badge.empty() ? 40 : 66) * s;
    return {free.x + edgeOf(view), free.y + edgeOf(view), width, height};
}

Rect legendRect(const View& view, const typeset::Fonts& fonts) {
    if (!view.furniture) return {};
    const geo::ScreenPoint size = legendSize(view, fonts);
    const Rect free = freeRect(view);
    const auto width = static_cast<float>(size.x), height = static_cast<float>(size.y);
    if (free.width < width + 220 * view.scale || free.height < 2.9F * height) return {};
    const float bottom =
        creditsText(view).empty() ? edgeOf(view) : creditsRect(view, fonts).height + 10 * view.scale;
    return {free.x + edgeOf(view), free.y + free.height - height - bottom, width, height};
}

Rect scaleRect(const View& view) {
    if (!view.furniture) return {};
    const Rect free = freeRect(view);
    const float width = 150 * view.scale, height = 74 * view.scale;
    return {free.x + free.width - width - edgeOf(view), free.y + free.height - height - 8 * view.scale, width,
            height};
}

std::string creditsText(const View& view) {
    if (!view.furniture) return "";
    std::string text = view.present ? "" : view.badge;
    for (const std::string& credit : view.credits) text += (text.empty() ? "" : " · ") + credit;
    return text;
}

Rect creditsRect(const View& view, const typeset::Fonts& fonts) {
    const std::string text = creditsText(view);
    if (text.empty()) return {};
    const Rect free = freeRect(view);
    const float room = free.width - 2 * edgeOf(view) - scaleRect(view).width;
    const float width = std::min(widthOf(text, {TypeScale::small * view.scale, {}}, fonts), room);
    const std::size_t lines = fonts.wrap(text, TypeScale::small * view.scale, width + 1).size();
    const float height = (16 + 14 * static_cast<float>(lines - 1)) * view.scale;
    return {free.x + edgeOf(view), free.y + free.height - height - 6 * view.scale, width, height};
}

Rect stripRect(const View& view) {
    if (!view.present || view.bottomInset <= 0) return {};
    return {0, static_cast<float>(view.size.height) - view.bottomInset, static_cast<float>(view.size.width),
            view.bottomInset};
}

}  // namespace retrace::scene
