#pragma once

#include "text/lexicon.hpp"
#include "text/source.hpp"
#include "timeline/instant.hpp"
#include "timeline/span.hpp"
#include "timeline/sun_clock.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::text {

struct Language;

/// What a place does in the sentence that names it.
enum class Role {
    stop,
    origin,
    via,
    destination,
    reference,
    ordered,
    hypothetical,
    negated,
    background,
    otherActor
};
enum class Status { executed, ordered, hypothetical, negated, otherActor, background };
enum class Presence { narrator, unit, none };
/// What the words make of the deed, as TimeML has it: done, or ordered, planned, feared ...
enum class Modality { done, ordered, advised, planned, feared, attempted, possible, conditional };
enum class Voice { seen, told, reported, claimed, editor };
[[nodiscard]] std::string nameOf(Role);    // "stop" ... "other-actor"
[[nodiscard]] std::string nameOf(Status);  // "executed" ... "other-actor"
[[nodiscard]] std::string nameOf(Presence);
[[nodiscard]] std::string nameOf(Voice);
[[nodiscard]] std::string nameOf(Modality);
[[nodiscard]] std::optional<Role> roleNamed(std::string_view);
[[nodiscard]] std::optional<Status> statusNamed(std::string_view);
[[nodiscard]] std::optional<Voice> voiceNamed(std::string_view);

/// A place named in the text.
struct Mention {
    Quote quote;          // the name with its article, gloss in brackets included; kind words are outside
    std::string surface;  // the quoted words
    std::string name;     // the name to look up: no article loss, no gloss, no "city" or "area"
    std::string kind;     // what the sentence calls it: village, city, area, airport, hill, countryside,
                          // governorate, region, route, front, river ..., empty where it does not
    std::string gloss;    // the author's gloss in brackets ("Damascus"), empty where none
    std::optional<Quote> repeats;  // in a pull quote: the same words in the body, which count
    Role role = Role::background;
    std::size_t statement = npos;  // index of the statement it belongs to
    bool literal = true;           // false for a country as an actor and the like: a mention, never a stop
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    bool operator==(const Mention&) const = default;
};

enum class TimeRelation { at, from, until, before, after, during };

/// Days from first to last, both included; year 0 where the words give none, month 0 in a bare year.
struct DaySpan {
    timeline::Date first, last;
    bool operator==(const DaySpan&) const = default;
};

/// An expression of time. What it does not say stays empty.
struct TimeExpression {
    Quote quote;
    TimeRelation relation = TimeRelation::at;
    // Year 0 where the words give none; month 0 too of a day told with its weekday, and of days told behind it.
    std::optional<timeline::Date> date;
    // "the end of March", "in 1942", "that spring": some day of these, never together with a date
    std::optional<DaySpan> days;
    std::optional<int> dateWeekday;  // named with the date: "Sunday the eighth"
    std::optional<int> weekday;      // "on Friday", without a date: 0 Monday .. 6 Sunday
    std::optional<timeline::ClockSpan> clock;
    bool approximate = false;      // "around", "about"
    std::optional<int> dayOffset;  // "the next day" 1, "two days later" 2, "the same day" 0
    std::optional<std::int64_t> lowSeconds,
        highSeconds;     // a duration: "more than 3 days" {72 h, -}, "in around 15 minutes" {10, 20 min}
    bool lasts = false;  // the duration is how long the statement lasted, not a delay after another
    std::optional<timeline::Prayer> prayer;
    timeline::SunEvent light = timeline::SunEvent::prayer;  // "at dusk": the prayer's hour told by the light
    bool midnight = false;  // the clock by that word: of either end of the day
    std::string anchorWords;  // "after the army's forces withdrew": words of the event it hangs on
    std::string anchorKind;   // ... and its kind, "withdraw"; empty where they name none
    std::optional<std::size_t> anchorMention;  // "before Aleppo": the place that names the anchoring event
    std::size_t statement = static_cast<std::size_t>(-1);
};

struct StatementPlace {
    std::size_t mention = 0;
    Role role = Role::reference;
    bool operator==(const StatementPlace&) const = default;
};

/// Who did what, in one clause.
struct Statement {
    std::string kind;   // move, withdraw, deploy, hold, arrive, occupy, stay, attack, advance, capture, cut,
                        // order, warn, hand-over, observe, report, state
    std::string speaker;  // whose account it is, where several tell: "Denys"; empty: the text's narrator
    std::string actor;  // as the words name it: "we", "comrades", "insurgents", "commanders"
    std::string
        receiver;  // whom a hand-over gives the place to, as the words name it; empty where they do not
    Status status = Status::executed;
    Presence presence = Presence::narrator;
    Voice voice = Voice::seen;
    bool negated = false;  // polarity: said not to be so
    Modality modality = Modality::done;
    std::string means;     // as said: "on foot", "two trucks"; empty where not said
    std::string quantity;  // as said: "about forty of us"
    std::vector<StatementPlace> places;
    std::vector<std::size_t> times;  // indices of time expressions
    bool parallel = false;           // several stops held at once, no order among them
    bool toldEarlier = false;    // flashback: happened before what was told so far ("before Aleppo, we were")
    bool daysBack = false;       // "two days before": its date counts back from the day told before it
    bool toldBack = false;       // told back from the story's now: "in May I had been in X"
    bool sameStopAgain = false;  // "when we came to the village": the stop just told, not another
    std::vector<std::string> rules;  // of the language's grammar, that read it so
    std::vector<Quote> figures;  // figures of speech and hyperbole in it (not to be used as bounds)
    Quote evidence;
};

/// The motion class of ISO-Space (ISO 24617-7) for a statement's kind: "move", "leave", "reach", "stay",
/// "follow"; empty where it is no motion.
[[nodiscard]] std::string motionClass(std::string_view kind);
/// The event class of TimeML (ISO 24617-1): "OCCURRENCE", "STATE", "REPORTING", "PERCEPTION", "I_ACTION".
[[nodiscard]] std::string eventClass(std::string_view kind);

struct Note {
    std::string kind;  // e.g. "figure-of-speech", "repeat", "look-alike", "encoding", "no-such-date"
    std::string message;
    std::vector<Quote> evidence;
};

/// A word, a number or a mark, with the classes that its language gives it.
struct Word {
    std::size_t begin = 0, end = 0;  // code points of the whole file
    bool mark = false, weekday = false, determiner = false;
    bool past = false;  // built as a past form, by its ending
    CueSet cues;
    [[nodiscard]] bool is(Cue c) const { return cues.test(static_cast<std::size_t>(c)); }
    bool operator==(const Word&) const = default;
};

struct Reading {
    std::vector<Word> words;            // all of them, by offset
    std::vector<Mention> mentions;      // by offset
    std::vector<TimeExpression> times;  // by offset
    std::vector<Statement> statements;  // by offset of the evidence
    std::vector<Quote>
        notNarrator;  // paragraphs in order: title, captions, the interviewer's frame and questions, the author's note
    std::vector<std::pair<Quote, Quote>> repeats;  // pull quote -> the body words it repeats
    std::vector<Note> notes;
};

/// What a gazetteer knows of a name, asked through a value so that this room needs no gazetteer.
struct NameHit {
    bool known = false;    // some gazetteer row bears the name or a spelling of it
    bool exact = false;    // letter for letter but for case and diacritics
    bool country = false;  // the best row is a country
    bool region = false;   // ... a first-level region or another wide area
    long population = 0;   // of the best row
    double score = 0;      // 0..1
};
using NameLookup = std::function<NameHit(std::string_view name)>;

/// The words of a text, by offset.
[[nodiscard]] std::vector<Word> wordsIn(const Source&, const Language&);

/// Reads a testimony, in English unless a language is given. Pure: the same words and the same look-up give
/// the same reading. Rules know the language, never a particular text.
[[nodiscard]] Reading read(const Source&, const NameLookup&);
[[nodiscard]] Reading read(const Source&, const NameLookup&, const Language&);

}  // namespace retrace::text
