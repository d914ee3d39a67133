#include "scene/side_marks.hpp"

#include "scene/captions.hpp"
#include "scene/label_placement.hpp"
#include "scene/theme.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::scene {
namespace {

constexpr std::size_t mostNamed = 12;
constexpr double namedFor_s = 36 * 3600.0;  // story seconds during which a new mark bears its words

// The latest claim of each place and kind of source, oldest first.
std::vector<std::size_t> claimsShown(const model::Reconstruction& r, model::StoryTime t) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < r.claims.size(); ++i)
        if (r.claims[i].place && model::isChange(r.claims[i]) && r.claims[i].at <= t) shown.push_back(i);
    std::ranges::stable_sort(shown, {}, [&](std::size_t i) { return r.claims[i].at; });
    std::vector<std::size_t> latest;
    for (auto it = shown.rbegin(); it != shown.rend(); ++it) {
        const bool newer = std::ranges::any_of(latest, [&](std::size_t other) {
            return r.claims[other].place->where.at == r.claims[*it].place->where.at &&
                   r.claims[other].record.has_value() == r.claims[*it].record.has_value();
        });
        if (!newer) latest.push_back(*it);
    }
    std::ranges::reverse(latest);
    return latest;
}

// Records write sides short and with asides: "opp(A, B)" is read "opposition".
std::string withoutAside(const std::string& words) {
    std::string text = words.substr(0, words.find('('));
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text.empty() ? words : text;
}

// Tables shorten a few common words; whatever else a document calls a side stands as it is.
std::string sideWords(const std::string& side) {
    if (side.empty()) return "holder not stated";
    if (side == "we" || side == "us" || side == "We") return "the narrator's side";
    std::string text = withoutAside(side);
    if (const auto or_ = text.find("/none"); or_ != std::string::npos) text.resize(or_);
    if (text == "opp") return "opposition";
    return text == "gov" || text == "govt" ? "government" : text;
}

std::string words(const model::Reconstruction& r, const model::ControlClaim& claim) {
    std::string text = claim.givenUp   ? "given up"
                       : claim.negated ? "not taken: " + sideWords(claim.side)
                                       : sideWords(claim.side);
    if (claim.dated && (claim.when.earliest || claim.when.latest)) {
        if (!text.empty()) text += ", ";
        text += labelSpanWords(claim.when, r.zone);
    }
    return text;
}

// The ground or a stop names the place already.
bool namedNear(const Scene& scene, geo::ScreenPoint at, const std::string& name, float reach) {
    const auto near = [&](const Label& label) {
        const Rect around{static_cast<float>(at.x), static_cast<float>(at.y), 0, 0};
        return label.text == name && intersects(grown(around, reach), boxOf(label));
    };
    return std::ranges::any_of(scene.ground.labels, near) || std::ranges::any_of(scene.labels, near);
}

}  // namespace

void addSideMarks(Scene& scene, const model::Reconstruction& r, model::StoryTime t, const View& view,
                  const typeset::Fonts& fonts, Occupied& taken) {
    const Theme& theme = themeOf(view.theme);
    const float scale = view.scale;
    const Rect within = freeRect(view);
    const std::vector<std::size_t> shown = claimsShown(r, t);
    std::vector<std::size_t> named;
    for (const std::size_t i : shown) {
        const model::ControlClaim& claim = r.claims[i];
        const auto p = geo::toScreen(view.camera, view.size, claim.place->where.at);
        if (!inside({static_cast<float>(p.x), static_cast<float>(p.y), 0, 0}, within)) continue;
        const bool recorded = claim.record.has_value();
        const bool unknown = claim.side.empty() && !claim.negated;
        const Color color = unknown ? theme.plans : recorded ? theme.otherSources : theme.narrator;
        const bool hollow = claim.negated || !recorded;
        scene.discs.push_back({.at = claim.place->where.at,
                               .radius_px = (recorded ? 4.0F : 5.5F) * scale,
                               .fill = hollow ? withAlpha(theme.casing, 150) : color,
                               .stroke = claim.negated ? theme.plans
                                         : hollow      ? color
                                                       : theme.casing,
                               .strokeWidth = (hollow ? 1.8F : 1.2F) * scale,
                               .tag = {Tag::Kind::claim, i},
                               .meaning = claim.negated ? Meaning::notTaken
                                          : unknown     ? Meaning::sideUnknown
                                          : recorded    ? Meaning::recorded
                                                        : Meaning::narratorSide});
        const float reach = 6.5F * scale;
        taken.add({static_cast<float>(p.x) - reach, static_cast<float>(p.y) - reach, 2 * reach, 2 * reach});
        if (t - claim.at <= namedFor_s) named.push_back(i);
    }
    std::ranges::reverse(named);
    if (named.size() > mostNamed) named.resize(mostNamed);
    for (const std::size_t i : named) {
        const model::ControlClaim& claim = r.claims[i];
        const std::string text = words(r, claim);
        if (text.empty()) continue;
        LabelWish wish{.at = geo::toScreen(view.camera, view.size, claim.place->where.at),
                       .clear = 9 * scale,
                       .lines = {{withoutAside(claim.place->name), 11 * scale, typeset::Weight::regular,
                                  theme.labelSmall},
                                 {text, 11 * scale, typeset::Weight::regular,
                                  claim.negated || claim.side.empty() ? theme.plans
                                  : claim.record                      ? theme.otherSources
                                                                      : theme.narrator}},
                       .halo = theme.labelHalo,
                       .haloWidth = 2 * scale,
                       .tag = {Tag::Kind::claim, i},
                       .anchor = claim.place->where.at};
        if (namedNear(scene, wish.at, withoutAside(claim.place->name), 60 * scale))
            wish.lines.erase(wish.lines.begin());
        auto placed = place(wish, within, taken, fonts);
        if (!placed) continue;
        taken.add(placed->box);
        for (Label& label : placed->lines) scene.labels.push_back(std::move(label));
    }
}

}  // namespace retrace::scene
