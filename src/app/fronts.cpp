#include "app/fronts.hpp"

#include "geo/error.hpp"

#include <algorithm>
#include <utility>

namespace retrace::app {
namespace {

using Field = std::shared_ptr<const front::Field>;

/// The fields that a look shows, with whose they are.
std::vector<std::pair<std::string, Field>> fieldsOf(const Case& shown, const std::string& which) {
    const Fronts& fronts = shown.front;
    if (which == "none") return {};
    if (which == "record") return {{"record", fronts.recorded}};
    if (which == "both") return {{"both", fronts.both}};
    if (which == "narrator") return {{"narrator", fronts.told}};
    return {{"narrator", fronts.told}, {"record", fronts.recorded}};
}

}  // namespace

void requireFront(const std::string& shown, const std::string& what) {
    if (std::ranges::find(ui::frontChoices, shown) == ui::frontChoices.end())
        throw Error(what + " \"" + shown + "\" is unknown; none, narrator, record, both, over, swipe or difference");
}

std::optional<scene::FrontView> frontViewOf(const Case& shown, const ui::FrontLook& look) {
    requireFront(look.shown, "--front");
    const auto fields = fieldsOf(shown, look.shown);
    const bool said = std::ranges::any_of(fields, [](const auto& f) { return f.second && !f.second->sites.empty(); });
    if (!said) return std::nullopt;
    scene::FrontView front{.field = fields.front().second,
                           .sides = shown.reconstruction.sides,
                           .whose = fields.front().first,
                           .opacity = static_cast<float>(look.opacity),
                           .swipe = look.swipe};
    for (std::size_t s = 0; s < front.sides.size(); ++s)
        if (std::ranges::find(look.hidden, front.sides[s].name) != look.hidden.end()) front.hidden.push_back(s);
    if (fields.size() == 1) return front;
    front.beside = fields.back().second;
    front.besideWhose = fields.back().first;
    front.compare = look.shown == "over"    ? scene::Compare::over
                    : look.shown == "swipe" ? scene::Compare::swipe
                                            : scene::Compare::difference;
    return front;
}

std::vector<ui::FrontAnswer> answersAt(const Case& shown, const ui::FrontLook& look, const geo::LonLat& at,
                                       model::StoryTime t) {
    std::vector<ui::FrontAnswer> answers;
    for (const auto& [whose, field] : fieldsOf(shown, look.shown)) {
        if (!field) continue;
        auto control = front::controlAt(*field, at, t);
        answers.push_back({at, whose, std::move(control.p), control.support, front::decidingAt(*field, at, t)});
    }
    return answers;
}

}  // namespace retrace::app
