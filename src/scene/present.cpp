#include "scene/desk.hpp"
#include "scene/furniture.hpp"

#include <algorithm>

namespace retrace::scene {
namespace {

// The hour ends at a fixed right edge and has digits of one width: it does not jump while the clock runs.
void addClock(Scene& scene, const model::Reconstruction& r, model::StoryTime t, const View& view,
              const typeset::Fonts& fonts) {
    const Theme& theme = themeOf(view.theme);
    const Rect room = clockRect(view);
    const float s = view.scale, right = room.x + room.width - 16 * s;
    scene.panels.push_back({.x = room.x,
                            .y = room.y,
                            .width = room.width,
                            .height = room.height,
                            .rounding = 6 * s,
                            .fill = theme.panel,
                            .stroke = theme.hairline});
    const model::ClockFace face = model::clockFace(r, t);
    const float inner = room.width - 32 * s;
    Type large{TypeScale::clock * s, theme.text, typeset::Weight::bold};
    const std::string both = face.date + "  " + face.time;
    if (const float width = widthOf(both, large, fonts); width > inner) large.size *= inner / width;
    const float baseline = room.y + 40 * s;
    Label time = setLine(face.time, right, baseline, large, fonts, Anchor::right);
    if (!face.time.empty()) {
        const float widest = face.time.size() == 5 ? widthOf("00:00", large, fonts) : time.width;
        const float gap = widthOf("  ", large, fonts) + 4 * s;
        scene.texts.push_back(setLine(face.date, right - std::max(widest, time.width) - gap, baseline, large,
                                      fonts, Anchor::right));
        scene.texts.push_back(std::move(time));
    } else {
        scene.texts.push_back(setLine(face.date, right, baseline, large, fonts, Anchor::right));
    }
    const Type small{TypeScale::body * s, theme.textMuted};
    const std::string chapter = view.caption ? view.caption->chapter : "";
    const bool two = !chapter.empty() && !face.note.empty();
    const float y = room.y + (two ? 60 : 66) * s;
    if (!face.note.empty()) scene.texts.push_back(setLine(face.note, right, y, small, fonts, Anchor::right));
    if (chapter.empty()) return;
    const auto lines = fonts.wrap(chapter, small.size, inner);
    scene.texts.push_back(setLine(lines.front() + (lines.size() > 1 ? " …" : ""), right, two ? y + 18 * s : y,
                                  small, fonts, Anchor::right));
}

struct SetCaption {
    float size = 0;
    std::vector<std::string> lines;
};

// Lines of at most 60 characters or so; smaller type before a fourth line, and no words lost.
SetCaption setCaption(const std::string& text, const View& view, const Rect& strip,
                      const typeset::Fonts& fonts) {
    SetCaption set;
    for (const float size : {TypeScale::caption, 19.0F, 16.0F, TypeScale::body}) {
        set.size = size * view.scale;
        const float width = std::min(strip.width - 80 * view.scale, (size < 19 ? 60 : 36) * set.size);
        set.lines = fonts.wrap(text, set.size, width);
        if (static_cast<float>(set.lines.size()) * set.size * 1.36F <= strip.height - 28 * view.scale) break;
    }
    return set;
}

void addStrip(Scene& scene, const View& view, const typeset::Fonts& fonts) {
    const Rect strip = stripRect(view);
    if (strip.width <= 0) return;
    const Theme& theme = themeOf(view.theme);
    const float s = view.scale;
    scene.panels.push_back({.x = strip.x,
                            .y = strip.y,
                            .width = strip.width,
                            .height = strip.height,
                            .fill = theme.strip,
                            .stroke = {0, 0, 0, 0}});
    // While words are read nothing else may move: this line shows that the replay runs.
    if (view.progress > 0)
        scene.panels.push_back({.x = strip.x,
                                .y = strip.y,
                                .width = strip.width * static_cast<float>(std::min(view.progress, 1.0)),
                                .height = 2 * s,
                                .fill = theme.stripMuted,
                                .stroke = {0, 0, 0, 0}});
    if (!view.caption || view.caption->text.empty()) return;
    const SetCaption set = setCaption(view.caption->text, view, strip, fonts);
    const Type type{set.size, theme.stripText};
    const Type small{TypeScale::body * s, theme.stripMuted};
    const float left = strip.x + 40 * s, pitch = set.size * 1.36F;
    const float lastWidth = widthOf(set.lines.back(), type, fonts),
                smallWidth = widthOf(view.caption->small, small, fonts);
    const bool beside = left + lastWidth + 16 * s + smallWidth < strip.x + strip.width - 24 * s;
    const float height =
        static_cast<float>(set.lines.size()) * pitch + (beside || view.caption->small.empty() ? 0 : 18 * s);
    float y = strip.y + (strip.height - height) / 2 + set.size;
    for (const std::string& line : set.lines) {
        scene.texts.push_back(setLine(line, left, y, type, fonts));
        y += pitch;
    }
    if (view.caption->small.empty()) return;
    if (beside)
        scene.texts.push_back(
            setLine(view.caption->small, left + lastWidth + 16 * s, y - pitch, small, fonts));
    else
        scene.texts.push_back(setLine(view.caption->small, left, y - pitch + 20 * s, small, fonts));
}

}  // namespace

void addPresentation(Scene& scene, const model::Reconstruction& r, model::StoryTime t, const View& view,
                     const typeset::Fonts& fonts) {
    addClock(scene, r, t, view, fonts);
    addStrip(scene, view, fonts);
}

}  // namespace retrace::scene
