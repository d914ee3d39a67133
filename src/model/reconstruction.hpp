#pragma once

#include "geo/place.hpp"
#include "model/decision.hpp"
#include "model/side.hpp"
#include "text/reading.hpp"
#include "timeline/span.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::model {

using text::Presence;
using text::Role;
using text::Status;
using text::Voice;

enum class Decided { automatic, analyst, undecided };
enum class Basis { stated, inferred, schematic };
enum class DayCode { stated, derived, open };
[[nodiscard]] std::string nameOf(Decided);  // "auto", "analyst", "undecided"
[[nodiscard]] std::string nameOf(Basis);
[[nodiscard]] std::string nameOf(DayCode);

/// A mention with what it stands for.
struct PlaceMention {
    text::Mention mention;
    Decided decided = Decided::undecided;
    double confidence = 0;                   // 0..1, of the choice
    std::optional<geo::Place> place;         // nothing while undecided
    std::vector<geo::Candidate> candidates;  // best first
    std::string why;                         // one line: the choice, or why it is left open
    bool ignored = false;                    // an analyst says it is not a place
};

struct PlaceRef {
    std::size_t mention = 0;  // index into Reconstruction::mentions
    bool operator==(const PlaceRef&) const = default;
};

struct When {
    timeline::Span span;
    std::optional<timeline::Instant> best;  // only where the bounds support one
    std::optional<timeline::ClockSpan> clock;
    DayCode day = DayCode::open;
    std::vector<std::string> derivation;  // in words, one step a line
};

/// A place that no gazetteer lists, put together from the words and the places they name.
struct Estimate {
    geo::Place place;  // "est:...", with a radius as wide as the words leave it
    std::string why;
    std::vector<std::size_t> mentions;  // that it rests on
};

struct Event {
    std::string id;  // stable: kind of the source and offset, "e@8125"
    int order = 0;   // of happening, from 1; equal when parallel
    int told = 0;    // of telling, from 1
    std::string kind;
    Status status = Status::executed;
    Presence presence = Presence::narrator;
    Voice voice = Voice::seen;
    std::string speaker{};  // whose account it is, where several tell; empty: the text's narrator
    std::string actor;
    bool negated = false;  // polarity: said not to be so
    text::Modality modality = text::Modality::done;
    std::string means{}, quantity{};   // as said; empty where not
    std::vector<std::string> rules{};  // of the grammar, that read it so
    std::vector<PlaceRef> from, to, via;
    std::optional<Estimate> estimate{};  // where it was, instead of `to`: "halfway between", "2 km north of"
    When when;
    std::vector<text::Quote> evidence;
    std::size_t statement = 0;    // index into the reading's statements
    std::optional<double> shown;  // StoryTime: when the replay shows it; nothing: its best instant
};

/// Story time: seconds on one line. In dated stretches it is Unix time; in an `OrderOnly` stretch it
/// means nothing but the order.
using StoryTime = double;

struct OrderOnly {
    StoryTime from = 0, to = 0;
};

struct Stop {
    int order = 0;          // equal for parallel stops
    std::size_t event = 0;  // index into Reconstruction::events
    std::optional<std::size_t> mention;
    std::optional<geo::Place> place;  // nothing while undecided
    Presence presence = Presence::narrator;
    When when;
    StoryTime arrive = 0, leave = 0;  // for the replay; leave >= arrive
    std::string why;  // of an estimated place: from which words and how; of a wide one: how wide; of a place
                      // told after the area around it: that the area is no stop; else empty
};

struct Leg {
    std::size_t fromStop = 0, toStop = 0;  // indices into Itinerary::stops; only between placed stops
    Basis basis = Basis::inferred;
    std::vector<geo::LonLat> path;  // two points or more
    double distance_m = 0;
    timeline::Span when;
    std::optional<double> speed_kmh_min;  // the slowest that fits the bounds, to a tenth
    StoryTime depart = 0, arrive = 0;
    std::vector<std::size_t> via;      // mentions it goes by
    std::optional<std::size_t> event;  // the event that states the movement
    std::string why;                   // one line: why it is drawn this way
    std::vector<std::string> roads;    // schematic: the roads it is drawn along, in order
    double travel_m = 0;               // to go: along the roads drawn, else straight with a detour
    std::string travel{};              // how that is known, one line
    std::optional<double> speed_kmh_needed{};  // for that way within the bounds, at least; to a tenth
    std::string means{};               // as the words say, of the event that states it; else empty
};

struct Itinerary {
    std::string actor;
    std::vector<Stop> stops;
    std::vector<Leg> legs;  // in order of departure; a parallel stop hangs on the stop before it
};

/// What a claim of control says: a side holds a place, took it, left it (to whom is not told), fights there for
/// it, could not take it, or closed a road.
enum class Control { holds, took, left, contested, notTaken, cut };
[[nodiscard]] std::string nameOf(Control);  // "holds", "took", "left", "contested", "not-taken", "cut"

/// A stated or recorded claim of who held a place.
struct ControlClaim {
    Control kind = Control::took;
    std::optional<geo::Place> place;
    std::optional<std::size_t> party;   // whose claim `kind` is about, index into Reconstruction::sides
    std::optional<std::size_t> before;  // who is told to have held it until then
    std::optional<std::size_t> after;   // of a place left: who is taken to have come, though no words say it
    double weight = 1;                  // 0..1, that it is true as far as its source tells
    StoryTime from = 0, to = 0;         // when it came, or between which it was so; on the replay's line
    std::optional<std::size_t> event;   // that tells it
    std::string why{};                  // of a place that the words do not name: which it is and why
    std::string side;       // as the words name it
    std::string certainty;  // "stated", "reported", "recorded", "decided"
    bool negated = false;   // "could not take it"
    bool givenUp = false;   // left or handed over, and the words do not say to whom: `side` is empty
    timeline::Span when;
    StoryTime at = 0;  // for the replay
    bool dated = false;
    std::optional<text::Quote> quote;
    std::optional<std::size_t> record;    // index into Reconstruction::record
    std::optional<std::size_t> decision{};  // that settled it, index into Reconstruction::decisions
};

/// A way of attack that the words tell: whence, by a place or a direction, and whither.
struct Advance {
    std::size_t party = 0;  // index into Reconstruction::sides
    geo::LonLat from, to;
    bool named = false;     // whence is a place; else only the direction is told, and the length means nothing
    StoryTime at = 0;       // for the replay
    std::size_t event = 0;  // index into Reconstruction::events
    std::string why;        // one line: by which words, and what is inferred
    bool operator==(const Advance&) const = default;
};

/// Whether the claim tells of a place that changed hands, or did not though it was tried.
[[nodiscard]] bool isChange(const ControlClaim&);

struct Finding {
    std::string kind;      // "ambiguous", "unresolved", "alarm", "contradiction", "impossible-speed",
                           // "not-reanchored", ...
    std::string severity;  // "error", "warning", "note"
    std::string message;
    std::vector<text::Quote> evidence;
    std::vector<std::size_t> rows;  // record rows (their `row`)
};

struct Reconstruction {
    std::string zone = "UTC";
    std::vector<text::Source> sources;
    std::vector<text::Reading> readings;  // one a source
    std::vector<PlaceMention> mentions;   // of all sources, by source and offset
    std::vector<Event> events;            // by order of happening
    std::vector<Itinerary> itineraries;   // of those who tell, the narrator's first
    std::vector<Itinerary> others{};      // of those told of; no story times, never part of the narrator's line
    std::vector<Side> sides;
    std::vector<ControlClaim> claims;  // by `at`
    std::vector<Advance> advances{};  // by `at`
    std::vector<RecordRow> record;
    std::vector<Decision> decisions;  // as applied
    std::vector<Finding> findings;
    StoryTime begin = 0, end = 0;
    std::vector<OrderOnly> orderOnly;  // sorted, not overlapping
};

/// Where the mover is at a time.
struct Position {
    geo::LonLat at;
    double halo_m = 0;                // the doubt: tight at anchors, wider between
    std::optional<std::size_t> stop;  // while it stays
    std::optional<std::size_t> leg;   // while it goes
    double legFraction = 0;
    std::vector<geo::LonLat> others;  // the other points of a parallel stop
};
/// Nothing before the first placed stop.
[[nodiscard]] std::optional<Position> at(const Itinerary&, StoryTime);
/// The event that is being told at that time: the last whose replay time has begun. npos before the first.
[[nodiscard]] std::optional<std::size_t> eventAt(const Reconstruction&, StoryTime);
/// When the replay shows an event: its best instant, or its place in the order.
[[nodiscard]] StoryTime storyTimeOf(const Reconstruction&, std::size_t event);
[[nodiscard]] bool isOrderOnly(const Reconstruction&, StoryTime);
/// The clock of the window and the film: "Thu 5 Dec 2024 07:10". In an order-only stretch the days that the
/// event can have ("6-7 Dec 2024"), or "Day not stated", with an hour where the words give one.
struct ClockFace {
    std::string date, time, note;  // note: "Damascus, day from the record", "Damascus, day not stated"
};
[[nodiscard]] ClockFace clockFace(const Reconstruction&, StoryTime);

}  // namespace retrace::model
