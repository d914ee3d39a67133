#include "evaluate/story_tables.hpp"

#include "evaluate/table.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <map>

namespace retrace::evaluate {
namespace {

/// The kinds of the interview's table that the program calls otherwise.
std::vector<std::string> kindsFor(const std::string& kind) {
    static const std::map<std::string, std::vector<std::string>> other{
        {"background_deployment", {"hold", "deploy", "stay"}},
        {"hold_negative", {"capture", "hold"}},
        {"route_cut", {"cut"}},
        {"route_used", {"state", "move"}},
        {"fight", {"attack"}},
        {"fight_negative", {"advance", "attack"}},
        {"move_other", {"move"}},
        {"withdraw_other", {"withdraw"}},
        {"advance_other", {"advance", "move"}},
        {"siege_state", {"state", "cut", "besiege"}},
        {"order_not_executed", {"order"}},
        {"hypothetical", {"cut", "move"}},
        {"observe_other", {"observe", "move", "withdraw"}},
        {"decide_leave", {"move", "plan"}},
        {"frame", {"report", "state"}},
    };
    const auto found = other.find(kind);
    return found == other.end() ? std::vector<std::string>{kind} : found->second;
}

std::vector<std::string> parts(const std::string& list, char separator) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find(separator, begin), list.size());
        std::string part = list.substr(begin, end - begin);
        while (part.starts_with(' ')) part.erase(0, 1);
        while (part.ends_with(' ')) part.pop_back();
        if (!part.empty()) out.push_back(std::move(part));
        begin = end + 1;
    }
    return out;
}

std::optional<timeline::Instant> instant(const Table& table, const document::CsvRow& row,
                                         const std::string& column, const std::string& zone) {
    const std::string text = column.empty() ? std::string() : table.cell(row, column);
    if (text.empty()) return std::nullopt;
    const auto read = timeline::parseIso(text, zone);
    if (!read) table.refuse(row, column, "write a day and an hour such as 2024-12-07T17:30");
    return read;
}

template <typename Name>
std::string known(const Table& table, const document::CsvRow& row, const std::string& column, Name name) {
    const std::string value = table.cell(row, column);
    if (!name(value)) table.refuse(row, column, "that is no " + column + " that the program has");
    return value;
}

}  // namespace

std::vector<ExpectedEvent> eventsOf(const std::vector<document::CsvRow>& rows, const std::string& file,
                                    const text::Source& source, const std::string& zone) {
    const Table table(rows, file);
    const std::string id = table.required({"event_id"}), begin = table.required({"start", "char_start"});
    const std::string end = table.required({"end", "char_end"}), evidence = table.required({"evidence"});
    const std::string kind = table.required({"kind"}), status = table.required({"status_code", "status"});
    const std::string presence = table.required({"presence_code", "presence"});
    const std::string voice = table.required({"voice_code", "voice"}), day = table.required({"day_code"});
    const bool utc = !table.column({"earliest_utc"}).empty();
    const std::string zoned = utc ? "+00:00" : zone;
    std::vector<ExpectedEvent> out;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const document::CsvRow& row = rows[i];
        ExpectedEvent e{.id = table.cell(row, id),
                        .begin = table.offset(row, begin),
                        .end = table.offset(row, end),
                        .evidence = table.cell(row, evidence),
                        .line = row.line};
        requireWords(table, row, source, e.begin, e.end, e.evidence);
        e.kinds = kindsFor(table.cell(row, kind));
        for (auto& other : parts(table.cell(row, "kind_alt"), ';')) e.kinds.push_back(std::move(other));
        e.status = known(table, row, status, [](const auto& n) { return text::statusNamed(n).has_value(); });
        e.voice = known(table, row, voice, [](const auto& n) { return text::voiceNamed(n).has_value(); });
        e.presence = known(table, row, presence,
                           [](const auto& n) { return n == "narrator" || n == "unit" || n == "none"; });
        e.dayCode = known(table, row, day,
                          [](const auto& n) { return n == "stated" || n == "derived" || n == "open"; });
        e.clock = table.cell(row, "local_clock");
        e.earliest = instant(table, row, utc ? "earliest_utc" : "earliest", zoned);
        e.latest = instant(table, row, utc ? "latest_utc" : "latest", zoned);
        e.best = instant(table, row, utc ? "best_utc" : "best", zoned);
        e.sameAs = table.cell(row, "same_as");
        if (e.earliest && e.latest && *e.latest < *e.earliest)
            table.refuse(row, utc ? "latest_utc" : "latest", "it must not lie before the earliest");
        out.push_back(std::move(e));
    }
    return out;
}

std::vector<ExpectedRole> rolesOf(const std::vector<document::CsvRow>& rows, const std::string& file,
                                  const text::Source& source) {
    const Table table(rows, file);
    const std::string begin = table.required({"start", "char_start"}), end = table.required({"end", "char_end"});
    const std::string surface = table.required({"surface"}), role = table.required({"role_code", "role"});
    std::vector<ExpectedRole> out;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const document::CsvRow& row = rows[i];
        if (!table.cell(row, "repeat_of").empty()) continue;
        ExpectedRole r{.begin = table.offset(row, begin),
                       .end = table.offset(row, end),
                       .surface = table.cell(row, surface)};
        requireWords(table, row, source, r.begin, r.end, r.surface);
        r.literal = table.flag(row, "literal", true);
        if (table.cell(row, role).empty()) continue;  // a name that is no place
        r.roles.push_back(known(table, row, role, [](const auto& n) { return text::roleNamed(n).has_value(); }));
        for (auto& other : parts(table.cell(row, "alt_role"), ';')) r.roles.push_back(std::move(other));
        out.push_back(std::move(r));
    }
    return out;
}

std::vector<ExpectedStop> stopsOf(const std::vector<document::CsvRow>& rows, const std::string& file) {
    const Table table(rows, file);
    const std::string order = table.required({"order"}), place = table.required({"place"});
    for (const char* needed : {"lat", "lon"}) (void)table.required({needed});
    std::vector<ExpectedStop> out;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const document::CsvRow& row = rows[i];
        ExpectedStop s{.order = static_cast<int>(table.number(row, order, 1, 100000, "write a whole number from 1")),
                       .event = table.cell(row, "event_id"),
                       .place = table.cell(row, place),
                       .speaker = table.cell(row, "speaker")};
        if (!table.cell(row, "lat").empty() && !table.cell(row, "lon").empty())
            s.at = geo::LonLat{table.number(row, "lon", -180, 180, "write decimal degrees from -180 to 180"),
                               table.number(row, "lat", -90, 90, "write decimal degrees from -90 to 90")};
        if (!table.cell(row, "tolerance_km").empty())
            s.tolerance_km = table.number(row, "tolerance_km", 0.001, 20040, "write kilometres, above 0");
        out.push_back(std::move(s));
    }
    std::ranges::stable_sort(out, {}, &ExpectedStop::order);
    return out;
}

}  // namespace retrace::evaluate
