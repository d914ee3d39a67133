#include "app/session.hpp"

#include "app/data_folder.hpp"
#include "app/drafts.hpp"
#include "app/moves.hpp"
#include "app/session_files.hpp"

#include <algorithm>

namespace retrace::app {

namespace fs = std::filesystem;

namespace {

/// The same event and mention in another reconstruction, where they may have other indices.
ui::Selection sameSelection(const ui::Selection& selection, const model::Reconstruction& before,
                            const model::Reconstruction& after) {
    ui::Selection same;
    if (selection.event && *selection.event < before.events.size())
        for (std::size_t i = 0; i < after.events.size(); ++i)
            if (after.events[i].id == before.events[*selection.event].id) same.event = i;
    if (selection.mention && *selection.mention < before.mentions.size())
        for (std::size_t i = 0; i < after.mentions.size(); ++i)
            if (after.mentions[i].mention.quote == before.mentions[*selection.mention].mention.quote)
                same.mention = i;
    return same;
}

/// The place of the mention that decisions are about.
std::optional<geo::Place> placeInHand(const Session& s) {
    const auto mention = mentionInHand(s);
    return mention ? s.shown.reconstruction.mentions[*mention].place : std::nullopt;
}

/// The shots of the story for a view; found once for a story and a size of the map.
const std::vector<geo::Camera>& shotsOf(const Session& s, const scene::View& view) {
    Shots& kept = s.shots;
    const bool same = !kept.cameras.empty() && kept.story == s.story && kept.size == view.size &&
                      kept.scale == view.scale && kept.present == view.present;
    if (!same)
        kept = {s.story, view.size, view.scale, view.present,
                scene::shots(s.shown.reconstruction, s.shown.cues, view)};
    return kept.cameras;
}

/// Begins and ends gently; a wheel's short flight answers the hand at once.
double eased(double share, double seconds) {
    constexpr double shortest_s = 0.3;
    const double u = std::clamp(share, 0.0, 1.0);
    return seconds < shortest_s ? u * (2 - u) : u * u * (3 - 2 * u);
}

}  // namespace

Session sessionOf(document::Opened opened, const gazetteer::Gazetteer& gazetteer, const CaseOptions& options,
                  const scene::View& view) {
    Session s;
    s.options = options;
    s.shown = derive(std::move(opened), gazetteer, options);
    s.history = document::History(s.shown.opened.document);
    s.pace = scene::paceOf(s.shown.reconstruction, s.shown.cues, s.speed);
    s.camera = scene::overview(s.shown.reconstruction, view);
    if (s.shown.reconstruction.events.empty())
        s.status =
            "No event was found in this text. Retrace reads English accounts that name places and movements.";
    return s;
}

Session openSession(const fs::path& file, const gazetteer::Gazetteer& gazetteer, const CaseOptions& options,
                    const scene::View& view) {
    Session s = sessionOf(openDocument(file, options), gazetteer, options, view);
    const fs::path path = file.empty() ? bundledCase() : file;
    std::error_code ignored;
    s.bundled = fs::equivalent(path, bundledCase(), ignored);
    s.file = s.shown.opened.path;
    s.onDisk = s.shown.opened.sha256;
    s.panels.folder = fs::absolute(path, ignored).parent_path();
    s.draft = draftPath(s.file, s.history.current());
    offerDrafts(s, false);
    return s;
}

fs::path draftOf(const Session& s) {
    return s.draft.empty() ? draftPath(s.file, s.history.current()) : s.draft;
}

model::StoryTime storyNow(const Session& s) {
    return scene::storyAt(s.pace, s.seconds);
}

scene::Look cameraNow(const Session& s, const scene::View& view) {
    if (s.flight) {
        const auto& [from, to, elapsed, seconds] = *s.flight;
        return {geo::flyTo(from, to, view.size, eased(elapsed / seconds, seconds)),
                {from, to, seconds, elapsed}};
    }
    if (s.follow && (s.playing || s.present))
        return scene::directedCamera(shotsOf(s, view), s.shown.cues, s.pace, s.seconds, view);
    return s.camera;
}

void advance(Session& s, double seconds, const scene::View& view) {
    if (s.goTo && !s.playing && !s.present) flyToPlace(s, *s.goTo, view);
    s.goTo.reset();
    if (s.flight) {
        s.flight->elapsed += seconds;
        if (s.flight->elapsed >= s.flight->seconds) s.flight.reset();
    }
    if (s.playing) {
        s.seconds += seconds;
        if (s.seconds >= scene::duration(s.pace)) {
            s.seconds = scene::duration(s.pace);
            s.playing = false;
        }
        s.selection.event = model::eventAt(s.shown.reconstruction, storyNow(s));
        s.selection.mention.reset();
    }
    if (!s.flight && s.follow && (s.playing || s.present)) s.camera = cameraNow(s, view);
}

void adopt(Session& s, Case derived) {
    const model::StoryTime t = storyNow(s);
    s.selection = sameSelection(s.selection, s.shown.reconstruction, derived.reconstruction);
    const auto before = placeInHand(s);
    s.shown = std::move(derived);
    ++s.story;
    if (const auto after = placeInHand(s); s.selection.mention || s.selection.event)
        if (after && (!before || before->id != after->id || before->where != after->where)) {
            s.goTo = after;
            s.panels.candidate.reset();  // the list has another order now
        }
    const model::Reconstruction& r = s.shown.reconstruction;
    repace(s, std::clamp(t, r.begin, r.end));
}

void refresh(Session& s, const gazetteer::Gazetteer& gazetteer) {
    document::Opened opened = s.shown.opened;
    opened.document = s.history.current();
    adopt(s, derive(std::move(opened), gazetteer, s.options));
    s.stale = false;
}

}  // namespace retrace::app
