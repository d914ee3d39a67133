#include "scene/itinerary_marks.hpp"
#include "scene/label_placement.hpp"
#include "scene/theme.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace retrace::scene {
namespace {

using model::Status;

struct Aside {
    geo::LonLat at;
    std::string name, note;
    Color color;
    float radius = 6;  // pixels before scaling
    Tag tag;
    Meaning meaning = Meaning::plan;
};

void addAside(Scene& scene, const Aside& aside, const View& view, const typeset::Fonts& fonts,
              Occupied& taken) {
    const Theme& theme = themeOf(view.theme);
    const float scale = view.scale;
    scene.discs.push_back({.at = aside.at,
                           .radius_px = aside.radius * scale,
                           .fill = withAlpha(theme.casing, 170),
                           .stroke = aside.color,
                           .strokeWidth = 1.8F * scale,
                           .tag = aside.tag,
                           .meaning = aside.meaning});
    LabelWish wish{.at = geo::toScreen(view.camera, view.size, aside.at),
                   .clear = (aside.radius + 4) * scale,
                   .halo = theme.labelHalo,
                   .haloWidth = 2 * scale,
                   .tag = aside.tag,
                   .anchor = aside.at};
    wish.lines.push_back({aside.name, 13 * scale, typeset::Weight::regular, aside.color});
    if (!aside.note.empty())
        wish.lines.push_back({aside.note, 11 * scale, typeset::Weight::regular, aside.color});
    if (auto placed = place(wish, freeRect(view), taken, fonts)) {
        taken.add(placed->box);
        for (Label& label : placed->lines) scene.labels.push_back(std::move(label));
    }
}

std::string planNote(Status status) {
    if (status == Status::ordered) return "ordered, not told as done";
    if (status == Status::hypothetical) return "feared or supposed";
    return "denied";
}

void addPlan(Scene& scene, const model::Reconstruction& r, std::size_t event, const View& view,
             const typeset::Fonts& fonts, Occupied& taken) {
    const model::Event& e = r.events[event];
    if (e.status != Status::ordered && e.status != Status::hypothetical && e.status != Status::negated)
        return;
    for (const auto* list : {&e.to, &e.via})
        for (const model::PlaceRef& ref : *list) {
            if (ref.mention >= r.mentions.size() || !r.mentions[ref.mention].place) continue;
            const model::PlaceMention& mention = r.mentions[ref.mention];
            addAside(scene,
                     {mention.place->where.at,
                      mention.mention.name,
                      planNote(e.status),
                      themeOf(view.theme).plans,
                      6,
                      {Tag::Kind::event, event}},
                     view, fonts, taken);
        }
}

void addSelection(Scene& scene, const model::Reconstruction& r, std::size_t event, const View& view) {
    if (event >= r.events.size()) return;
    const model::Event& e = r.events[event];
    for (const auto* list : {&e.from, &e.to, &e.via})
        for (const model::PlaceRef& ref : *list) {
            if (ref.mention >= r.mentions.size() || !r.mentions[ref.mention].place) continue;
            scene.discs.push_back({.at = r.mentions[ref.mention].place->where.at,
                                   .radius_px = 14 * view.scale,
                                   .fill = {0, 0, 0, 0},
                                   .stroke = themeOf(view.theme).selection,
                                   .strokeWidth = 1.6F * view.scale,
                                   .tag = {Tag::Kind::event, event}});
        }
}

std::string scoreWords(double score) {
    const auto hundredths = std::lround(std::clamp(score, 0.0, 1.0) * 100);
    const std::string digits = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (digits.size() < 2 ? "0" : "") + digits;
}

// How likely a candidate is once all names of the text have been weighed; else how well its name fits.
std::string likelihoodWords(const geo::Candidate& candidate) {
    if (candidate.belief <= 0) return "name fits " + scoreWords(candidate.score);
    const auto hundredths = std::lround(100 * candidate.belief);
    return hundredths < 1 ? "less than 1 % likely" : std::to_string(hundredths) + " % likely";
}

}  // namespace

void addAsides(Scene& scene, const model::Reconstruction& r, model::StoryTime t, const View& view,
               const typeset::Fonts& fonts, Occupied& taken) {
    const auto told = view.plans ? model::eventAt(r, t) : std::nullopt;
    if (told) addPlan(scene, r, *told, view, fonts, taken);
    if (view.selectedEvent && view.selectedEvent != told && *view.selectedEvent < r.events.size())
        addPlan(scene, r, *view.selectedEvent, view, fonts, taken);
    if (view.selectedEvent) addSelection(scene, r, *view.selectedEvent, view);
    const auto addGhost = [&](std::size_t index) {
        const geo::Candidate& ghost = view.ghosts[index];
        const bool emphasised = view.emphasisedGhost == index;
        addAside(scene,
                 {ghost.place.where.at,
                  std::to_string(index + 1) + "  " + ghost.place.name,  // numbered as in the inspector
                  likelihoodWords(ghost),
                  themeOf(view.theme).hours,
                  emphasised ? 13.0F : 8.0F,
                  {},
                  Meaning::candidate},
                 view, fonts, taken);
    };
    // The emphasised one first: where room is short its label stands, not another's.
    if (view.emphasisedGhost && *view.emphasisedGhost < view.ghosts.size()) addGhost(*view.emphasisedGhost);
    for (std::size_t i = 0; i < view.ghosts.size(); ++i)
        if (view.emphasisedGhost != i) addGhost(i);
}

}  // namespace retrace::scene
