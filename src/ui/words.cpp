#include "ui/words.hpp"

#include "document/verbs.hpp"
#include "geo/coordinates.hpp"
#include "timeline/span.hpp"

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
    std::string words = event.kind;
    if (!event.from.empty()) words += " from " + placesOf(r, event.from);
    if (!event.to.empty()) words += ": " + placesOf(r, event.to);
    if (!event.via.empty()) words += " by way of " + placesOf(r, event.via);
    words += dot + statusWords(event.status);
    return words + "\n" + timeline::spanText(event.when.span, r.zone);
}

std::string shortLabel(const model::Reconstruction& r, const model::Event& event) {
    std::string label = placesOf(r, !event.to.empty() ? event.to : event.from);
    if (label.empty()) label = event.kind;
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
