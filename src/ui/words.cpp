#include "ui/words.hpp"

#include "document/verbs.hpp"
#include "geo/coordinates.hpp"
#include "scene/captions.hpp"
#include "timeline/span.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace retrace::ui {

namespace {

const std::string dot = " · ";

std::string placesOf(const model::Reconstruction& r, const std::vector<model::PlaceRef>& refs) {
    std::string list;
    for (std::size_t i = 0; i < refs.size(); ++i) {
        if (i > 0) list += i + 1 == refs.size() ? " and " : ", ";
        list += r.mentions[refs[i].mention].mention.surface;
    }
    return list;
}

/// " 06:00", " 06:00-06:40", " from 06:00", " until 21:00"; empty where no bound is known.
std::string hourWords(const timeline::ClockSpan& clock) {
    const auto text = [](int minutes) { return timeline::clockText({minutes, minutes}).substr(0, 5); };
    std::string words;
    if (clock.from) words.append(clock.to ? " " : " from ").append(text(*clock.from));
    if (clock.to && clock.from != clock.to)
        words.append(clock.from ? "-" : " until ").append(text(*clock.to));
    return words;
}

}  // namespace

std::string statusWords(text::Status status) {
    switch (status) {
        case text::Status::executed:
            return "done";
        case text::Status::ordered:
            return "ordered, not told as done";
        case text::Status::hypothetical:
            return "only thought of";
        case text::Status::negated:
            return "denied";
        case text::Status::otherActor:
            return "done by others";
        case text::Status::background:
            return "background";
    }
    return {};
}

std::string voiceWords(text::Voice voice, text::Presence presence) {
    std::string words;
    switch (voice) {
        case text::Voice::seen:
            words = "the narrator tells it";
            break;
        case text::Voice::told:
            words = "the narrator was told of it";
            break;
        case text::Voice::reported:
            words = "reported to the narrator";
            break;
        case text::Voice::claimed:
            words = "the narrator claims it";
            break;
        case text::Voice::editor:
            words = "the editor's words";
            break;
    }
    if (presence == text::Presence::narrator) return words + ", was there";
    if (presence == text::Presence::unit) return words + ", his unit was there";
    return words;
}

std::string standing(const model::Event& event) {
    return (event.actor.empty() ? "" : event.actor + dot) + voiceWords(event.voice, event.presence) + dot +
           statusWords(event.status);
}

std::string describeMention(const model::PlaceMention& mention) {
    std::string words = text::nameOf(mention.mention.role);
    if (mention.mention.repeats) words += ", repeated words";
    if (!mention.place) return words + dot + (mention.why.empty() ? "undecided" : mention.why);
    words += dot + mention.place->name;
    if (!mention.place->type.empty()) words += dot + mention.place->type;
    if (mention.place->where.radius_m > 0)
        words += ", within " + geo::distanceText(mention.place->where.radius_m);
    return words;
}

std::string describeEvent(const model::Reconstruction& r, const model::Event& event) {
    const auto same = std::ranges::find(r.events, event.id, &model::Event::id);
    std::string words;
    if (same != r.events.end()) {
        const scene::CaptionText said = scene::captionOf(r, static_cast<std::size_t>(same - r.events.begin()));
        words = said.text + "\n";
    }
    words += sentence(statusWords(event.status));
    return words + "\nWhen: " + timeline::spanText(event.when.span, r.zone);
}

std::string sentence(std::string words) {
    if (words.empty()) return words;
    if (words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    if (words.back() != '.') words += '.';
    return words;
}

std::string kindWords(const std::string& kind) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 21> known{{
        {"move", "Moving"}, {"withdraw", "Withdrawing"}, {"advance", "Advancing"}, {"arrive", "Arriving"},
        {"deploy", "Deploying"}, {"hold", "Holding a place"}, {"stay", "Staying"},
        {"occupy", "Taking up positions"}, {"attack", "An attack"}, {"capture", "Taking a place"},
        {"cut", "Cutting a way"}, {"hand-over", "Handing over"}, {"observe", "Watching"},
        {"order", "An order"}, {"warn", "A warning"}, {"report", "News"}, {"state", "A statement"},
        {"lose", "Losing a place"}, {"besiege", "A siege"}, {"defect", "Changing sides"}, {"plan", "A plan"},
    }};
    for (const auto& [key, words] : known)
        if (key == kind) return std::string(words);
    return sentence(kind).substr(0, kind.size());
}

std::string zoneWords(const std::string& zone) {
    if (zone.empty() || zone == "UTC") return "time of UTC";
    const std::size_t slash = zone.rfind('/');
    std::string city = zone.substr(slash == std::string::npos ? 0 : slash + 1);
    std::ranges::replace(city, '_', ' ');
    return slash == std::string::npos ? "time of the zone " + city : "time of " + city;
}

std::string zoneReason(const std::string& zone, bool chosen) {
    return "Hours are in the " + zoneWords(zone) + " (" + zone + "), " +
           (chosen ? "as the document says." : "from the places named.");
}

std::string shortLabel(const model::Reconstruction& r, const model::Event& event) {
    std::string label = placesOf(r, !event.to.empty() ? event.to : event.from);
    if (label.empty()) label = kindWords(event.kind);
    if (event.when.clock) label += hourWords(*event.when.clock);
    return label;
}

std::string quoteOf(const model::Reconstruction& r, const text::Quote& quote) {
    for (const text::Source& source : r.sources)
        if (source.id == quote.source) return text::words(source, quote);
    return {};
}

std::string dayWords(model::DayCode day) {
    switch (day) {
        case model::DayCode::stated:
            return "the day is stated";
        case model::DayCode::derived:
            return "the day follows from a stated one";
        case model::DayCode::open:
            return "the words leave the day open";
    }
    return {};
}

std::string keyOf(std::string_view verb) {
    for (const document::VerbDeclaration& declared : document::verbs())
        if (declared.name == verb) return declared.key;
    return {};
}

}  // namespace retrace::ui
