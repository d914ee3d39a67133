#include "scene/captions.hpp"

#include "scene/phrases.hpp"
#include "timeline/calendar_span.hpp"
#include "timeline/calendar_words.hpp"

#include <algorithm>
#include <string_view>

namespace retrace::scene {
namespace {

using model::Status;

constexpr std::string_view openQuote = "“", closeQuote = "”";

bool has(const model::Event& e, timeline::Origin origin) {
    return std::ranges::find(e.when.span.origins, origin) != e.when.span.origins.end();
}

// An event's own expression of time that has an hour, or something like one, in it; on one line.
struct TimeWords {
    std::string words;
    bool figures = false;  // "between 5 and 6": they say what a clock says
};

TimeWords ownTimeWords(const model::Reconstruction& r, const model::Event& e) {
    if (e.evidence.empty()) return {};
    const auto source = std::ranges::find(r.sources, e.evidence.front().source, &text::Source::id);
    const auto index = static_cast<std::size_t>(source - r.sources.begin());
    if (source == r.sources.end() || index >= r.readings.size()) return {};
    const text::Reading& reading = r.readings[index];
    if (e.statement >= reading.statements.size()) return {};
    for (const std::size_t i : reading.statements[e.statement].times) {
        if (i >= reading.times.size()) continue;
        const text::TimeExpression& time = reading.times[i];
        if (!time.clock && !time.prayer) continue;
        TimeWords own;
        for (const char c : text::words(*source, time.quote)) {
            const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
            if (!space) own.words += c;
            if (space && !own.words.empty() && own.words.back() != ' ') own.words += ' ';
        }
        while (!own.words.empty() && (own.words.back() == ' ' || own.words.back() == ','))
            own.words.pop_back();
        own.figures = !time.prayer && !time.approximate &&
                      std::ranges::any_of(own.words, [](char c) { return c >= '0' && c <= '9'; });
        return own;
    }
    return {};
}

// "At 06:00, the narrator says, they ..." or "The narrator says they ...". Of the narrator's own doings the
// account speaks: "the account says, the narrator stayed".
std::string opening(const model::Reconstruction& r, const model::Event& e) {
    std::string hours = hourWords(r, e);
    const bool heard = e.presence == model::Presence::unit || e.voice == model::Voice::told;
    const std::string who = heard                                   ? "the narrator was told"
                            : e.voice == model::Voice::claimed      ? "the narrator claims"
                            : actorWords(e.actor) == "the narrator" ? "the account says"
                                                                    : "the narrator says";
    if (hours.empty()) {
        std::string start = who + (heard || e.voice == model::Voice::claimed ? " that " : " ");
        start.front() = 'T';
        return start;
    }
    if (hours.front() >= '0' && hours.front() <= '9') hours = "at " + hours;
    char& first = hours[hours.starts_with(openQuote) ? openQuote.size() : 0];
    if (first >= 'a' && first <= 'z') first = static_cast<char>(first - 'a' + 'A');
    return hours + ", " + who + ", ";
}

// Where the day comes from, or that there is none.
std::string dayWords(const model::Event& e) {
    if (e.when.day == model::DayCode::stated) return "day stated";
    const bool known = e.when.span.earliest && e.when.span.latest;
    if (known && has(e, timeline::Origin::record)) return "day from other sources";
    if (known && has(e, timeline::Origin::decision)) return "day set by the analyst";
    if (e.when.day == model::DayCode::derived) return "day follows from the words";
    return "day not stated";
}

std::string voiceWords(const model::Event& e) {
    if (e.presence == model::Presence::unit || e.voice == model::Voice::told) return "told to the narrator";
    switch (e.voice) {
        case model::Voice::reported:
            return "reported by the narrator";
        case model::Voice::claimed:
            return "claimed by the narrator";
        case model::Voice::editor:
            return "from the editor's words";
        case model::Voice::seen:
        case model::Voice::told:
            break;
    }
    return "stated by the narrator";
}

bool leavesOpen(const model::Reconstruction& r, const model::Event& e) {
    for (const auto* list : {&e.from, &e.to, &e.via})
        for (const model::PlaceRef& ref : *list)
            if (ref.mention < r.mentions.size() && !r.mentions[ref.mention].place) return true;
    return false;
}

std::size_t characters(const std::string& utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

}  // namespace

std::string hourWords(const model::When& when) {
    if (!when.clock) return "";
    const auto& [from, to] = *when.clock;
    if (from && to)
        return *from == *to ? timeline::hourText(*from)
                            : "from " + timeline::hourText(*from) + " to " + timeline::hourText(*to);
    if (from) return "from " + timeline::hourText(*from);
    return to ? "until " + timeline::hourText(*to) : "";
}

std::string hourWords(const model::Reconstruction& r, const model::Event& e) {
    if (!e.when.clock) return "";
    const auto& [from, to] = *e.when.clock;
    const bool exact = from && to && *from == *to;
    if (exact || has(e, timeline::Origin::decision)) return hourWords(e.when);
    // Two bounds are what the program makes of "before dawn" or "about half past nine": the words say less.
    if (!from || !to) return hourWords(e.when);
    const TimeWords own = ownTimeWords(r, e);
    if (own.figures) return hourWords(e.when);
    return own.words.empty() ? "" : std::string(openQuote) + own.words + std::string(closeQuote);
}

std::string sentenceOf(const model::Reconstruction& r, std::size_t event) {
    const CaptionText caption = captionOf(r, event);
    return caption.text.substr(0, caption.text.size() - 1) + " (" + caption.small + ").";
}

std::string labelSpanWords(const timeline::Span& span, const std::string& zone) {
    timeline::Span rounded = span;
    if (span.earliest && span.latest && *span.latest - *span.earliest >= 12 * timeline::hour) {
        const timeline::Date first = timeline::toLocal(*span.earliest, zone).date,
                             last = timeline::toLocal(*span.latest - 1, zone).date;
        const timeline::Span days = timeline::spanOf({first, last}, zone);
        rounded.earliest = days.earliest;
        rounded.latest = days.latest;
    }
    return timeline::shortSpanText(rounded, zone);
}

std::string nameWords(const model::Reconstruction& r, const model::PlaceRef& ref) {
    if (ref.mention >= r.mentions.size()) return "";
    const model::PlaceMention& mention = r.mentions[ref.mention];
    const std::string& said = mention.mention.name.empty() ? mention.mention.surface : mention.mention.name;
    return mention.place ? said : "“" + said + "”";
}

CaptionText captionOf(const model::Reconstruction& r, std::size_t event) {
    const model::Event& e = r.events.at(event);
    CaptionText caption;
    switch (e.status) {
        case Status::ordered:
            caption.text = opening(r, e) + orderPhrase(r, e) + ".";
            break;
        case Status::hypothetical:
            caption.text = opening(r, e) + fearPhrase(r, e) + ".";
            break;
        case Status::negated:
            caption.text = opening(r, e) + denialPhrase(r, e) + ".";
            break;
        case Status::executed:
        case Status::otherActor:
        case Status::background:
            caption.text = opening(r, e) + deedPhrase(r, e) + ".";
            break;
    }
    caption.small = voiceWords(e);
    if (e.status == Status::ordered) caption.small += " · ordered, not told as done";
    if (e.status == Status::hypothetical) caption.small += " · not told as having happened";
    caption.small += " · " + dayWords(e);
    if (leavesOpen(r, e)) caption.small += " · a place is left open";
    return caption;
}

double readingSeconds(const CaptionText& caption) {
    return std::max(2.5, static_cast<double>(characters(caption.text)) / 15.0);
}

}  // namespace retrace::scene
