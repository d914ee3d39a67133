#include "app/moves.hpp"

#include "geo/error.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace retrace::app {

namespace {

/// Steps that begin within this of now count as now, in seconds of the story.
constexpr double sameMoment = 0.5;

std::optional<geo::Place> placeOfEvent(const model::Reconstruction& r, const model::Event& event) {
    for (const auto* refs : {&event.to, &event.from, &event.via})
        for (const model::PlaceRef& ref : *refs)
            if (r.mentions[ref.mention].place) return r.mentions[ref.mention].place;
    return std::nullopt;
}

void selectEvent(Session& s, std::size_t event, const scene::View& view, bool fly) {
    const model::Reconstruction& r = s.shown.reconstruction;
    if (event >= r.events.size()) throw Error("there is no such event");
    s.frontAsked.reset();
    s.selection.event = event;
    s.selection.mention.reset();
    seekTo(s, model::storyTimeOf(r, event));
    s.playing = false;
    if (!fly) return;
    if (const auto place = placeOfEvent(r, r.events[event])) flyToPlace(s, *place, view);
}

}  // namespace

void repace(Session& s, model::StoryTime t) {
    s.pace = scene::paceOf(s.shown.reconstruction, s.shown.cues, s.speed);
    s.seconds = std::clamp(scene::secondsAt(s.pace, t), 0.0, scene::duration(s.pace));
}

void seekTo(Session& s, model::StoryTime t) {
    s.seconds = std::clamp(scene::secondsAt(s.pace, t), 0.0, scene::duration(s.pace));
}

void flyTo(Session& s, const geo::Camera& to, const scene::View& view) {
    const geo::Camera from = cameraNow(s, view);
    s.follow = false;
    const double seconds = s.motion ? geo::flightSeconds(from, to, view.size) : 0;
    s.camera = to;
    s.flight = seconds > 0 ? std::optional(Flight{from, to, 0, seconds}) : std::nullopt;
}

void flyToPlace(Session& s, const geo::Place& place, const scene::View& view) {
    const double metres = std::max(place.where.radius_m * 3, 4000.0);
    geo::Camera to = cameraNow(s, view);
    to.center = place.where.at;
    const double widest = std::log2(view.size.height * geo::metresPerPixel({place.where.at, 0}, place.where.at.lat) / metres);
    to.zoom = std::clamp(widest - 2.5, 6.5, 11.0);
    flyTo(s, to, view);
}

void selectMention(Session& s, std::size_t mention, const scene::View& view) {
    const model::Reconstruction& r = s.shown.reconstruction;
    if (mention >= r.mentions.size()) throw Error("there is no such mention");
    s.frontAsked.reset();
    s.selection.mention = mention;
    s.selection.event.reset();
    for (std::size_t i = 0; i < r.events.size(); ++i)
        for (const auto* refs : {&r.events[i].to, &r.events[i].from, &r.events[i].via})
            for (const model::PlaceRef& ref : *refs)
                if (ref.mention == mention) s.selection.event = i;
    s.playing = false;
    if (s.selection.event) seekTo(s, model::storyTimeOf(r, *s.selection.event));
    const model::PlaceMention& chosen = r.mentions[mention];
    if (chosen.place) flyToPlace(s, *chosen.place, view);
    else if (!chosen.candidates.empty()) flyToPlace(s, chosen.candidates.front().place, view);
}

void selectQuote(Session& s, const text::Quote& quote, const scene::View& view) {
    const model::Reconstruction& r = s.shown.reconstruction;
    for (std::size_t i = 0; i < r.mentions.size(); ++i)
        if (text::overlaps(r.mentions[i].mention.quote, quote)) return selectMention(s, i, view);
    for (std::size_t i = 0; i < r.events.size(); ++i)
        for (const text::Quote& evidence : r.events[i].evidence)
            if (text::overlaps(evidence, quote)) return selectEvent(s, i, view, true);
    throw Error("nothing was read at these words");
}

void selectEventById(Session& s, const std::string& id, const scene::View& view) {
    const model::Reconstruction& r = s.shown.reconstruction;
    for (std::size_t i = 0; i < r.events.size(); ++i)
        if (r.events[i].id == id) return selectEvent(s, i, view, true);
    throw Error("there is no event " + id);
}

void stepEvent(Session& s, int direction) {
    const model::Reconstruction& r = s.shown.reconstruction;
    const model::StoryTime now = storyNow(s);
    // Events of one moment are gone through in their order, from the selected one where the clock stands at it.
    const auto& selected = s.selection.event;
    const bool onIt = selected && *selected < r.events.size() &&
                      std::abs(model::storyTimeOf(r, *selected) - now) <= sameMoment;
    const model::StoryTime here = onIt ? model::storyTimeOf(r, *selected) : now;
    std::optional<std::size_t> best;
    std::pair<model::StoryTime, std::size_t> bestAt;
    for (std::size_t i = 0; i < r.events.size(); ++i) {
        const std::pair at{model::storyTimeOf(r, i), i};
        const bool elsewhere = std::abs(at.first - here) > sameMoment;
        if (!elsewhere && (!onIt || i == *selected)) continue;
        const bool later = elsewhere ? at.first > here : i > *selected;
        if (later != (direction > 0)) continue;
        if (!best || (direction > 0 ? at < bestAt : bestAt < at)) {
            best = i;
            bestAt = at;
        }
    }
    const model::StoryTime bestTime = bestAt.first;
    s.playing = false;
    if (best) {
        seekTo(s, bestTime);
        s.selection.event = best;
        s.selection.mention.reset();
    } else {
        seekTo(s, direction > 0 ? r.end : r.begin);
    }
}

void stepChapter(Session& s, int direction) {
    const auto& chapters = s.shown.chapters;
    if (chapters.empty()) return stepEvent(s, direction);
    const model::StoryTime now = storyNow(s);
    std::optional<model::StoryTime> to;
    for (const scene::ChapterStart& chapter : chapters) {
        if (direction > 0 && !to && chapter.at > now + sameMoment) to = chapter.at;
        if (direction < 0 && chapter.at < now - sameMoment) to = chapter.at;
    }
    const model::Reconstruction& r = s.shown.reconstruction;
    seekTo(s, to.value_or(direction > 0 ? r.end : r.begin));
    s.playing = false;
    s.follow = true;
    s.selection.event = model::eventAt(r, storyNow(s));
    s.selection.mention.reset();
}

void stepMention(Session& s, int direction, const scene::View& view) {
    const auto& mentions = s.shown.reconstruction.mentions;
    const auto count = static_cast<std::ptrdiff_t>(mentions.size());
    std::ptrdiff_t at = direction > 0 ? -1 : count;
    if (s.selection.mention) at = static_cast<std::ptrdiff_t>(*s.selection.mention);
    else if (const auto inHand = mentionInHand(s)) at = static_cast<std::ptrdiff_t>(*inHand) - (direction > 0 ? 1 : -1);
    for (at += direction; at >= 0 && at < count; at += direction) {
        const model::PlaceMention& mention = mentions[static_cast<std::size_t>(at)];
        if (mention.mention.repeats || mention.ignored) continue;
        return selectMention(s, static_cast<std::size_t>(at), view);
    }
    throw Error(direction > 0 ? "this is the last name in the testimony" : "this is the first name in the testimony");
}

std::optional<std::size_t> mentionInHand(const Session& s) {
    const model::Reconstruction& r = s.shown.reconstruction;
    if (s.selection.mention) return s.selection.mention;
    if (!s.selection.event || *s.selection.event >= r.events.size()) return std::nullopt;
    const model::Event& event = r.events[*s.selection.event];
    std::optional<std::size_t> first;
    for (const auto* refs : {&event.to, &event.from, &event.via})
        for (const model::PlaceRef& ref : *refs) {
            if (!r.mentions[ref.mention].place) return ref.mention;
            if (!first) first = ref.mention;
        }
    return first;
}

void stepCandidate(Session& s, int direction) {
    const auto mention = mentionInHand(s);
    const std::size_t count = mention ? s.shown.reconstruction.mentions[*mention].candidates.size() : 0;
    if (count == 0) throw Error("select a name that has candidates first");
    auto& chosen = s.panels.candidate;
    if (!chosen || *chosen >= count) chosen = direction > 0 ? 0 : count - 1;
    else chosen = (*chosen + (direction > 0 ? 1 : count - 1)) % count;
}

}  // namespace retrace::app
