#include "app/session.hpp"

#include "app/data_folder.hpp"
#include "app/drawing.hpp"
#include "geo/coordinates.hpp"
#include "geo/error.hpp"
#include "ui/requests.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>

namespace retrace::app {

namespace fs = std::filesystem;

namespace {

const std::string& argument(const document::Request& request, std::size_t index) {
    if (index >= request.positional.size())
        throw Error("the verb " + request.verb + " lacks an argument; see retrace's help (?)");
    return request.positional[index];
}

/// Keeps the time that is shown when the pace or the story has changed.
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

std::optional<geo::Place> placeOfEvent(const model::Reconstruction& r, const model::Event& event) {
    for (const auto* refs : {&event.to, &event.from, &event.via})
        for (const model::PlaceRef& ref : *refs)
            if (r.mentions[ref.mention].place) return r.mentions[ref.mention].place;
    return std::nullopt;
}

void flyToPlace(Session& s, const geo::Place& place, const scene::View& view) {
    const double metres = std::max(place.where.radius_m * 3, 4000.0);
    geo::Camera to = cameraNow(s, view);
    to.center = place.where.at;
    const double widest = std::log2(view.size.height * geo::metresPerPixel({place.where.at, 0}, place.where.at.lat) / metres);
    to.zoom = std::clamp(widest - 2.5, 6.5, 11.0);
    flyTo(s, to, view);
}

void selectEvent(Session& s, std::size_t event, const scene::View& view, bool fly) {
    const model::Reconstruction& r = s.shown.reconstruction;
    if (event >= r.events.size()) throw Error("there is no such event");
    s.selection.event = event;
    s.selection.mention.reset();
    seekTo(s, model::storyTimeOf(r, event));
    s.playing = false;
    if (!fly) return;
    if (const auto place = placeOfEvent(r, r.events[event])) flyToPlace(s, *place, view);
}

void selectMention(Session& s, std::size_t mention, const scene::View& view) {
    const model::Reconstruction& r = s.shown.reconstruction;
    if (mention >= r.mentions.size()) throw Error("there is no such mention");
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

/// The mention or else the event at the quoted words.
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

/// "[on|off]": without it, the other of what is.
bool switched(const document::Request& request, bool now) {
    if (request.positional.empty()) return !now;
    const std::string& word = request.positional.front();
    if (word != "on" && word != "off") throw Error(request.verb + " takes on or off, not " + word);
    return word == "on";
}

/// A time of the story as scripts and panels give it: "@SECONDS", an event's id, or as on the command line.
model::StoryTime timeArgument(const model::Reconstruction& r, const std::string& text) {
    for (std::size_t i = 0; i < r.events.size(); ++i)
        if (r.events[i].id == text) return model::storyTimeOf(r, i);
    if (text.size() > 1 && text.front() == '@') {
        const double seconds = std::atof(text.c_str() + 1);
        if (!std::isfinite(seconds)) throw Error("seek wants a time of the story, not " + text);
        return seconds;
    }
    return storyTime(r, text);
}

void setPlaying(Session& s, bool playing) {
    if (playing && s.seconds >= scene::duration(s.pace)) s.seconds = 0;
    s.playing = playing;
    if (playing) s.follow = true;
}

void step(Session& s, int direction) {
    const model::Reconstruction& r = s.shown.reconstruction;
    const model::StoryTime now = storyNow(s);
    std::optional<std::size_t> best;
    model::StoryTime bestTime = 0;
    for (std::size_t i = 0; i < r.events.size(); ++i) {
        const model::StoryTime t = model::storyTimeOf(r, i);
        const bool beyond = direction > 0 ? t > now + 0.5 : t < now - 0.5;
        const bool nearer = !best || (direction > 0 ? t < bestTime : t > bestTime);
        if (beyond && nearer) {
            best = i;
            bestTime = t;
        }
    }
    s.playing = false;
    if (best) {
        seekTo(s, bestTime);
        s.selection.event = best;
        s.selection.mention.reset();
    } else {
        seekTo(s, direction > 0 ? r.end : r.begin);
    }
}

void changeSpeed(Session& s, double factor) {
    const model::StoryTime t = storyNow(s);
    s.speed = std::clamp(s.speed * factor, 60.0, 86400.0);
    repace(s, t);
}

void remember(Session& s, const fs::path& file) {
    auto& recent = s.panels.recent;
    std::erase(recent, file);
    recent.insert(recent.begin(), file);
    if (recent.size() > 8) recent.resize(8);
    std::error_code ignored;
    fs::create_directories(stateFolder(), ignored);
    std::ofstream out(stateFolder() / "recent.txt");
    for (const fs::path& each : recent) out << each.string() << "\n";
}

void replaceBy(Session& s, Session&& other) {
    other.panels.recent = s.panels.recent;
    other.panels.folder = s.panels.folder;
    other.theme = s.theme;
    other.scale = s.scale;
    other.motion = s.motion;
    other.present = s.present;
    other.graticule = s.graticule;
    s = std::move(other);
}

void saveTo(Session& s, const fs::path& file) {
    std::error_code ignored;
    if (fs::equivalent(file, bundledCase(), ignored))
        throw Error("the bundled example is never overwritten; save it under another name");
    // In its own folder only pasted words move; elsewhere the texts and records go along.
    const document::Document moved = document::saveAs(s.shown.opened, s.history.current(), file);
    fs::remove_all(draftOf(s).parent_path(), ignored);
    if (moved != s.history.current()) s.history.push(moved, "save as");
    s.shown.opened.path = file;
    s.shown.opened.folder = fs::absolute(file).parent_path();
    s.history.markSaved();
    s.file = file;
    s.bundled = false;
    s.status = "Saved to " + file.string();
    remember(s, file);
}

void requireNothingUnsaved(const Session& s, const document::Request& request) {
    if (s.history.changedSinceSave() && !request.named.contains("discard"))
        throw Error("there are unsaved decisions; save them first, or ask again with discard=yes");
}

Session fromOpened(document::Opened opened, const gazetteer::Gazetteer& gazetteer, const CaseOptions& options,
                   const scene::View& view) {
    Session s;
    s.options = options;
    s.shown = derive(std::move(opened), gazetteer, options);
    s.history = document::History(s.shown.opened.document);
    s.pace = scene::paceOf(s.shown.reconstruction, s.shown.cues, s.speed);
    s.camera = scene::overview(s.shown.reconstruction, view);
    if (s.shown.reconstruction.events.empty())
        s.status = "No event was found in this text. Retrace reads English accounts that name places and movements.";
    return s;
}

/// The same event and mention in another reconstruction, where they may have other indices.
ui::Selection sameSelection(const ui::Selection& selection, const model::Reconstruction& before, const model::Reconstruction& after) {
    ui::Selection same;
    if (selection.event && *selection.event < before.events.size())
        for (std::size_t i = 0; i < after.events.size(); ++i)
            if (after.events[i].id == before.events[*selection.event].id) same.event = i;
    if (selection.mention && *selection.mention < before.mentions.size())
        for (std::size_t i = 0; i < after.mentions.size(); ++i)
            if (after.mentions[i].mention.quote == before.mentions[*selection.mention].mention.quote) same.mention = i;
    return same;
}

/// A change that no draft can keep is carried out all the same, and said.
void keepDraft(Session& s) {
    try {
        writeDraft(s);
    } catch (const std::exception& e) {
        s.status = std::string("The autosave failed: ") + e.what();
    }
}

/// A key gives no words: it means the selected mention.
document::Request withSelectedWords(const Session& s, document::Request request) {
    if (request.verb != "ignore-mention" || !request.positional.empty()) return request;
    if (!s.selection.mention) throw Error("select a name in the testimony first, then say that it is no place");
    request.positional = {ui::quoteArgument(s.shown.reconstruction.mentions[*s.selection.mention].mention.quote)};
    return request;
}

bool changesDocument(const std::string& name) {
    for (const document::VerbDeclaration& verb : document::verbs())
        if (verb.name == name) return verb.changesDocument;
    return false;
}

}  // namespace

Session openSession(const fs::path& file, const gazetteer::Gazetteer& gazetteer, const CaseOptions& options,
                    const scene::View& view) {
    Session s = fromOpened(openDocument(file, options), gazetteer, options, view);
    const fs::path path = file.empty() ? bundledCase() : file;
    std::error_code ignored;
    s.bundled = fs::equivalent(path, bundledCase(), ignored);
    if (path.extension() == ".retrace") s.file = path;
    s.panels.folder = fs::absolute(path, ignored).parent_path();
    if (fs::exists(draftOf(s), ignored) && fs::last_write_time(draftOf(s), ignored) > fs::last_write_time(path, ignored))
        s.status = "Decisions that were not saved last time are kept in " + draftOf(s).string();
    return s;
}

model::StoryTime storyNow(const Session& s) {
    return scene::storyAt(s.pace, s.seconds);
}

geo::Camera cameraNow(const Session& s, const scene::View& view) {
    if (s.flight) return geo::flyTo(s.flight->from, s.flight->to, view.size, s.flight->elapsed / s.flight->seconds);
    if (s.follow && (s.playing || s.present))
        return scene::directedCamera(s.shown.reconstruction, s.shown.cues, s.pace, s.seconds, view);
    return s.camera;
}

void advance(Session& s, double seconds, const scene::View& view) {
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

fs::path draftOf(const Session& s) {
    std::string name = s.file.empty() ? s.shown.opened.document.title : fs::absolute(s.file).string();
    if (s.file.empty())   // two pasted texts may bear one title
        for (const document::SourceRef& source : s.shown.opened.document.sources) name += source.sha256;
    return stateFolder() / "drafts" / document::sha256(name).substr(0, 16) / "draft.retrace";
}

void writeDraft(const Session& s) {
    fs::create_directories(draftOf(s).parent_path());
    (void)document::saveAs(s.shown.opened, s.history.current(), draftOf(s));
}

void adopt(Session& s, Case derived) {
    const model::StoryTime t = storyNow(s);
    s.selection = sameSelection(s.selection, s.shown.reconstruction, derived.reconstruction);
    s.shown = std::move(derived);
    const model::Reconstruction& r = s.shown.reconstruction;
    repace(s, std::clamp(t, r.begin, r.end));
}

void refresh(Session& s, const gazetteer::Gazetteer& gazetteer) {
    document::Opened opened = s.shown.opened;
    opened.document = s.history.current();
    adopt(s, derive(std::move(opened), gazetteer, s.options));
    s.stale = false;
}

void carryOut(Session& s, const document::Request& request, const gazetteer::Gazetteer& gazetteer,
              const scene::View& view) {
    const std::string& verb = request.verb;
    const model::Reconstruction& r = s.shown.reconstruction;
    if (changesDocument(verb)) {
        const document::Request whole = withSelectedWords(s, request);
        s.history.push(document::apply(s.history.current(), whole, s.shown.opened.texts), document::textForm(whole));
        s.stale = true;
        keepDraft(s);
    } else if (verb == "undo" || verb == "redo") {
        if (!(verb == "undo" ? s.history.undo() : s.history.redo())) throw Error("There is nothing to " + verb);
        s.stale = true;
        keepDraft(s);
    } else if (verb == "play" || verb == "pause") {
        setPlaying(s, verb == "play");
    } else if (verb == "toggle-play") {
        setPlaying(s, !s.playing);
    } else if (verb == "seek") {
        seekTo(s, timeArgument(r, argument(request, 0)));
    } else if (verb == "step") {
        step(s, +1);
    } else if (verb == "step-back") {
        step(s, -1);
    } else if (verb == "home") {
        s.seconds = 0;
        s.follow = true;
    } else if (verb == "end") {
        s.seconds = scene::duration(s.pace);
    } else if (verb == "faster" || verb == "slower") {
        changeSpeed(s, verb == "faster" ? 1.5 : 1 / 1.5);
    } else if (verb == "select") {
        selectQuote(s, document::parseQuote(argument(request, 0), s.shown.opened.texts), view);
    } else if (verb == "select-event") {
        selectEventById(s, argument(request, 0), view);
    } else if (verb == "deselect") {
        s.selection = {};
    } else if (verb == "look") {
        const auto point = geo::parseLonLat(argument(request, 0) + "," + argument(request, 1));
        if (!point) throw Error("look wants LON LAT ZOOM in degrees, such as look 36.71 34.73 9");
        flyTo(s, {*point, std::clamp(std::atof(argument(request, 2).c_str()), geo::minimumZoom, geo::maximumZoom)}, view);
    } else if (verb == "follow") {
        s.follow = switched(request, s.follow);
    } else if (verb == "fit") {
        flyTo(s, scene::overview(r, view), view);
    } else if (verb == "zoom-in" || verb == "zoom-out") {
        flyTo(s, geo::zoomAbout(cameraNow(s, view), view.size, {view.size.width / 2.0, view.size.height / 2.0},
                                verb == "zoom-in" ? 1 : -1), view);
    } else if (verb == "present") {
        s.present = switched(request, s.present);
        s.follow = true;
    } else if (verb == "theme") {
        const bool dark = request.positional.empty() ? s.theme == scene::ThemeName::light : request.positional.front() == "dark";
        s.theme = dark ? scene::ThemeName::dark : scene::ThemeName::light;
    } else if (verb == "motion") {
        s.motion = switched(request, s.motion);
    } else if (verb == "graticule") {
        s.graticule = switched(request, s.graticule);
    } else if (verb == "search") {
        s.panels.searchOpen = true;
        if (!request.positional.empty()) s.panels.search = request.positional.front();
    } else if (verb == "help") {
        s.panels.helpOpen = !s.panels.helpOpen;
    } else if (verb == "open") {
        if (request.positional.empty()) {
            s.panels.fileOpen = true;
            s.panels.fileForSave = false;
        } else {
            requireNothingUnsaved(s, request);
            replaceBy(s, openSession(request.positional.front(), gazetteer, s.options, view));
            remember(s, fs::absolute(request.positional.front()));
        }
    } else if (verb == "new-text") {
        if (const auto text = request.named.find("text"); text != request.named.end()) {
            requireNothingUnsaved(s, request);
            replaceBy(s, fromOpened(document::fromText("Untitled", text->second), gazetteer, s.options, view));
        } else if (!request.positional.empty()) {
            requireNothingUnsaved(s, request);
            replaceBy(s, openSession(request.positional.front(), gazetteer, s.options, view));
        } else {
            s.panels.pasteOpen = true;
        }
    } else if (verb == "save" && !s.file.empty() && !s.bundled) {
        saveTo(s, s.file);
    } else if (verb == "save" || verb == "save-as") {
        if (request.positional.empty()) {
            s.panels.fileOpen = true;
            s.panels.fileForSave = true;
        } else {
            saveTo(s, request.positional.front());
        }
    } else if (verb == "export-picture" || verb == "export-film") {
        s.exportRequest = request;
    } else if (verb == "quit") {
        requireNothingUnsaved(s, request);
        s.quit = true;
    } else {
        throw Error("the verb " + verb + " is not one of the window's");
    }
}

}  // namespace retrace::app
