#pragma once

#include "document/csv.hpp"
#include "geo/lon_lat.hpp"
#include "text/reading.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::evaluate {

/// A row of a table of events: what a person reads in the words. Several answers may be fair.
struct ExpectedEvent {
    std::string id;
    std::size_t begin = 0, end = 0;  // evidence, code points
    std::string evidence;
    std::vector<std::string> kinds;
    std::string status, presence, voice, dayCode;
    std::string clock;  // "03:30/03:30", "/23:00"; empty where no hour is said
    std::optional<timeline::Instant> earliest, latest, best;
    std::string sameAs;  // the row that tells the same event first
    std::size_t line = 0;
};

struct ExpectedRole {
    std::size_t begin = 0, end = 0;
    std::string surface;
    std::vector<std::string> roles;
    bool literal = true;
};

struct ExpectedStop {
    int order = 0;
    std::string event, place, speaker;
    std::optional<geo::LonLat> at;
    double tolerance_km = 5;
};

/// What a person reads in one text.
struct ExpectedStory {
    std::vector<ExpectedEvent> events;
    std::vector<ExpectedRole> mentions;  // without those that only repeat another one
    std::vector<ExpectedStop> stops;     // by order
};

/// Two layouts are told apart by their columns. events: char_start, char_end, status_code, presence_code,
/// voice_code, day_code, local_clock, earliest_utc, latest_utc, best_utc; or start, end, kind, kind_alt, status,
/// presence, voice, day_code, local_clock, earliest, latest (local times in `zone`), same_as. Throws Error with
/// file and line.
[[nodiscard]] std::vector<ExpectedEvent> eventsOf(const std::vector<document::CsvRow>&, const std::string& file,
                                                  const text::Source&, const std::string& zone);
/// mentions: char_start, char_end, surface, role_code, repeat_of; or start, end, surface, role, alt_role.
[[nodiscard]] std::vector<ExpectedRole> rolesOf(const std::vector<document::CsvRow>&, const std::string& file,
                                                const text::Source&);
/// stops: order, event_id, place, lat, lon, tolerance_km, speaker.
[[nodiscard]] std::vector<ExpectedStop> stopsOf(const std::vector<document::CsvRow>&, const std::string& file);

}  // namespace retrace::evaluate
