#include "app/drawing.hpp"
#include "app/exports.hpp"
#include "app/fronts.hpp"
#include "app/moves.hpp"
#include "app/own_places.hpp"
#include "app/session.hpp"
#include "app/session_files.hpp"
#include "geo/coordinates.hpp"
#include "geo/error.hpp"
#include "ui/requests.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace retrace::app {

namespace {

const std::string& argument(const document::Request& request, std::size_t index) {
    if (index >= request.positional.size())
        throw Error("the verb " + request.verb + " lacks an argument; see retrace's help (?)");
    return request.positional[index];
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

/// "[none|narrator|...]": without it, the next of them.
std::string frontAsked(const document::Request& request, const std::string& now) {
    if (!request.positional.empty()) {
        requireFront(request.positional.front(), "front");
        return request.positional.front();
    }
    const auto& choices = ui::frontChoices;
    const auto at = static_cast<std::size_t>(std::ranges::find(choices, now) - choices.begin());
    return choices[(at + 1) % choices.size()];
}

/// A share of 1 from "PERCENT".
double shareOf(const document::Request& request) {
    const std::string& text = argument(request, 0);
    double percent = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), percent);
    if (failed != std::errc() || end != text.data() + text.size() || !(percent >= 0 && percent <= 100))
        throw Error(request.verb + " takes a number from 0 to 100, not " + text);
    return percent / 100;
}

void tintSide(Session& s, const document::Request& request) {
    const std::string& name = argument(request, 0);
    if (std::ranges::find(s.shown.reconstruction.sides, name, &model::Side::name) == s.shown.reconstruction.sides.end())
        throw Error("front-side: there is no side \"" + name + "\"; the key of the map names them");
    auto& hidden = s.front.hidden;
    const bool shown = std::ranges::find(hidden, name) == hidden.end();
    document::Request given = request;
    given.positional.erase(given.positional.begin());
    const bool show = switched(given, shown);
    std::erase(hidden, name);
    if (!show) hidden.push_back(name);
}

document::By nextBy(document::By by) {
    return by == document::By::all     ? document::By::words
           : by == document::By::words ? document::By::decisions
                                       : document::By::all;
}

/// "[telling|happening]": without it, the other of what is.
bool tellingAsked(const document::Request& request, bool now) {
    if (request.positional.empty()) return !now;
    const std::string& word = request.positional.front();
    if (word != "telling" && word != "happening") throw Error("order takes telling or happening, not " + word);
    return word == "telling";
}

void setPlaying(Session& s, bool playing) {
    if (playing && s.seconds >= scene::duration(s.pace)) s.seconds = 0;
    s.playing = playing;
    if (playing) s.follow = true;
}

void changeSpeed(Session& s, double factor) {
    const model::StoryTime t = storyNow(s);
    s.speed = std::clamp(s.speed * factor, 60.0, 86400.0);
    repace(s, t);
}

/// The words that a verb without QUOTE means: those of the selected name.
std::string wordsInHand(const Session& s, const document::Request& request) {
    if (!request.positional.empty()) {
        (void)document::parseQuote(request.positional.front(), s.shown.opened.texts);
        return request.positional.front();
    }
    const auto mention = mentionInHand(s);
    if (!mention) throw Error("select a name in the testimony first");
    return ui::quoteArgument(s.shown.reconstruction.mentions[*mention].mention.quote);
}

document::Request withSelectedWords(const Session& s, document::Request request) {
    const bool byKey = request.verb == "ignore-mention" || request.verb == "forget-decision";
    if (!byKey || !request.positional.empty()) return request;
    request.positional = {wordsInHand(s, request)};
    return request;
}

/// The time that a verb sets, if it sets one.
std::string* timeIn(document::Request& request) {
    if (request.verb == "set-time" && request.positional.size() > 1) return &request.positional[1];
    const auto time = request.named.find("time");
    return request.verb == "settle-control" && time != request.named.end() ? &time->second : nullptr;
}

/// A time without an offset is of the zone that is shown, which --zone may have made another than the
/// document's; from here on it has its offset.
document::Request withShownZone(const Session& s, document::Request request) {
    std::string* time = timeIn(request);
    if (time == nullptr) return request;
    const std::string& given = s.history.current().zone;
    const bool justSet = !given.empty() && given != s.shown.opened.document.zone;  // and not yet derived anew
    const std::string& zone = justSet ? given : s.shown.reconstruction.zone;
    const auto span = timeline::parseEdtf(*time, zone);
    if (!span || (!span->earliest && !span->latest)) return request;  // what is wrong with it is told there
    const auto bound = [&](const std::optional<timeline::Instant>& t) {
        return t ? timeline::isoText(*t, zone) : std::string("..");
    };
    *time = span->earliest == span->latest ? bound(span->earliest)
                                           : bound(span->earliest) + "/" + bound(span->latest);
    return request;
}

/// "choose-candidate [NUMBER]": the one that is emphasised, or the NUMBERth, from 1.
void chooseCandidate(Session& s, const document::Request& request, const gazetteer::Gazetteer& gazetteer,
                     const scene::View& view) {
    const auto mention = mentionInHand(s);
    if (!mention) throw Error("select a name in the testimony first");
    const model::PlaceMention& named = s.shown.reconstruction.mentions[*mention];
    std::optional<std::size_t> index = s.panels.candidate;
    if (!request.positional.empty()) index = static_cast<std::size_t>(std::atol(request.positional.front().c_str())) - 1;
    if (!index || *index >= named.candidates.size())
        throw Error("there is no such candidate; go through them with the keys Down and Up");
    document::Request choice{"choose-place",
                             {ui::quoteArgument(named.mention.quote), named.candidates[*index].place.id},
                             ui::groundsAndReach(s.panels)};
    carryOut(s, choice, gazetteer, view);
}

/// "keep-place [QUOTE]": the settled place of the name, into the user's own gazetteer.
void keepPlaceInHand(Session& s, const document::Request& request) {
    const text::Quote quote = document::parseQuote(wordsInHand(s, request), s.shown.opened.texts);
    const auto& mentions = s.shown.reconstruction.mentions;
    const auto named =
        std::ranges::find_if(mentions, [&](const auto& m) { return text::overlaps(m.mention.quote, quote); });
    if (named == mentions.end() || !named->place)
        throw Error("keep-place: that name has no place yet; choose one or put a point first");
    const std::filesystem::path list = keepPlace(*named->place, named->mention.name, "kept from " + s.history.current().title);
    s.status = named->place->name + " is kept in " + list.string() + "; it is used from the next start";
}

/// Leaving waits for what becomes of a film; a picture is there at once.
void requireNoFilmUnderWay(Session& s, const document::Request& request) {
    if (!s.exporting || !s.exporting->film || document::saysYes(request, "abandon")) return;
    s.panels.leavingExport = request;
    throw Error("a film is still being written; wait for it, or ask again with abandon=yes");
}

void openFileDialog(Session& s, bool forSave) {
    s.panels.fileOpen = true;
    s.panels.fileForSave = forSave;
    s.panels.keepDraft.clear();
    s.panels.overwrite.clear();
}

bool changesDocument(const std::string& name) {
    for (const document::VerbDeclaration& verb : document::verbs())
        if (verb.name == name) return verb.changesDocument;
    return false;
}

}  // namespace

void carryOut(Session& s, const document::Request& request, const gazetteer::Gazetteer& gazetteer,
              const scene::View& view) {
    const std::string& verb = request.verb;
    const model::Reconstruction& r = s.shown.reconstruction;
    if (changesDocument(verb)) {
        const document::Request whole = withShownZone(s, withSelectedWords(s, request));
        s.history.push(document::apply(s.history.current(), whole, s.shown.opened.texts, s.shown.opened.record), document::textForm(whole));
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
        stepEvent(s, +1);
    } else if (verb == "step-back") {
        stepEvent(s, -1);
    } else if (verb == "next-chapter" || verb == "previous-chapter") {
        stepChapter(s, verb == "next-chapter" ? 1 : -1);
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
    } else if (verb == "next-name" || verb == "previous-name") {
        stepMention(s, verb == "next-name" ? 1 : -1, view);
    } else if (verb == "next-candidate" || verb == "previous-candidate") {
        stepCandidate(s, verb == "next-candidate" ? 1 : -1);
    } else if (verb == "choose-candidate") {
        chooseCandidate(s, request, gazetteer, view);
    } else if (verb == "keep-place") {
        keepPlaceInHand(s, request);
    } else if (verb == "put-point") {
        s.panels.placing = wordsInHand(s, request);
        s.present = false;
    } else if (verb == "edit-time") {
        if (!s.selection.event) throw Error("select an event first, then set its time");
        s.panels.timeAsked = true;
    } else if (verb == "deselect") {
        s.selection = {};
        s.frontAsked.reset();
        s.panels.placing.clear();
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
    } else if (verb == "others") {
        s.others = switched(request, s.others);
    } else if (verb == "plans") {
        s.plans = switched(request, s.plans);
    } else if (verb == "front") {
        s.front.shown = frontAsked(request, s.front.shown);
        if (s.front.shown == "none") s.frontAsked.reset();
    } else if (verb == "front-opacity") {
        s.front.opacity = shareOf(request);
    } else if (verb == "front-side") {
        tintSide(s, request);
    } else if (verb == "swipe") {
        s.front.swipe = shareOf(request);
        s.front.shown = "swipe";
    } else if (verb == "ask-front") {
        const auto point = geo::parseLonLat(argument(request, 0) + "," + argument(request, 1));
        if (!point) throw Error("ask-front wants LON LAT in degrees, such as ask-front 36.71 34.73");
        if (s.front.shown == "none") s.front.shown = "narrator";
        s.frontAsked = point;
        s.selection = {};
    } else if (verb == "all-statements") {
        s.panels.allStatements = switched(request, s.panels.allStatements);
    } else if (verb == "by") {
        const bool given = !request.positional.empty();
        s.options.by = given ? document::parseBy(request.positional.front()) : nextBy(s.options.by);
        s.stale = s.stale || s.options.by != s.shown.by;
    } else if (verb == "timeline" || verb == "itinerary" || verb == "doubts" || verb == "ledger") {
        s.panels.below = verb == "timeline"    ? ui::Below::timeline
                         : verb == "itinerary" ? ui::Below::itinerary
                         : verb == "doubts"    ? ui::Below::doubts
                                               : ui::Below::ledger;
        s.present = false;
    } else if (verb == "order") {
        s.panels.orderOfTelling = tellingAsked(request, s.panels.orderOfTelling);
    } else if (verb == "search") {
        s.panels.searchOpen = true;
        if (!request.positional.empty()) s.panels.search = request.positional.front();
    } else if (verb == "help") {
        s.panels.helpOpen = !s.panels.helpOpen;
    } else if (verb == "open") {
        if (request.positional.empty()) {
            openFileDialog(s, false);
        } else {
            requireNothingUnsaved(s, request);
            openFile(s, request.positional.front(), gazetteer, view);
        }
    } else if (verb == "new-text") {
        if (const auto text = request.named.find("text"); text != request.named.end()) {
            requireNothingUnsaved(s, request);
            openText(s, text->second, gazetteer, view);
        } else if (!request.positional.empty()) {
            requireNothingUnsaved(s, request);
            openFile(s, request.positional.front(), gazetteer, view);
        } else {
            s.panels.pasteOpen = true;
        }
    } else if (verb == "recover-draft" || verb == "discard-draft" || verb == "keep-draft") {
        settleDraft(s, request, gazetteer, view);
    } else if (verb == "save" && !s.file.empty() && !s.bundled) {
        saveTo(s, s.file, document::saysYes(request, "overwrite"));
    } else if (verb == "save" || verb == "save-as") {
        if (request.positional.empty()) {
            openFileDialog(s, true);
        } else {
            saveTo(s, request.positional.front(), document::saysYes(request, "overwrite"));
        }
    } else if (verb == "export-picture" || verb == "export-film") {
        if (s.exporting) throw Error("one thing is written at a time; wait for it, or stop it with cancel-export");
        s.exportRequest = request;
    } else if (verb == "cancel-export") {
        if (!s.exporting) throw Error("cancel-export: no film is being written");
        s.exporting->stop = true;
    } else if (verb == "quit") {
        requireNoFilmUnderWay(s, request);
        requireNothingUnsaved(s, request);
        if (s.exporting) s.exporting->stop = true;
        s.quit = true;
    } else {
        throw Error("the verb " + verb + " is not one of the window's");
    }
}

}  // namespace retrace::app
