#pragma once

// The reference tables of an interview, read as if a perfect reader had read its words: so that choosing
// places and building the chain are tested apart from reading. The tables are not part of the project.

#include "reconstruct/reconstruct.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace retrace::reconstruct::test {

using Row = std::map<std::string, std::string>;

inline std::filesystem::path sharedFolder() {
    return std::filesystem::path(RETRACE_TESTS).parent_path().parent_path() / "shared";
}
inline std::filesystem::path shippedGazetteer() {
    return std::filesystem::path(RETRACE_DATA) / "gazetteer" / "retrace.gpkg";
}

inline std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

inline std::vector<Row> csvRows(const std::filesystem::path& path) {
    std::vector<std::vector<std::string>> lines(1, std::vector<std::string>(1));
    bool quoted = false;
    for (const char c : bytesOf(path)) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            lines.back().emplace_back();
        else if (c == '\n' && !quoted)
            lines.emplace_back(1);
        else if (c != '\r')
            lines.back().back() += c;
    }
    std::vector<Row> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].size() != lines[0].size()) continue;
        Row row;
        for (std::size_t k = 0; k < lines[0].size(); ++k) row[lines[0][k]] = lines[i][k];
        rows.push_back(row);
    }
    return rows;
}

// The codes of the tables, in the order of the enumerations.
template <class Enum>
Enum named(const std::string& code, const std::vector<std::string>& codes) {
    const auto found = std::ranges::find(codes, code);
    return static_cast<Enum>(found == codes.end() ? codes.size() - 1
                                                  : static_cast<std::size_t>(found - codes.begin()));
}
inline const std::vector<std::string> statuses{"executed", "ordered",     "hypothetical",
                                               "negated",  "other-actor", "background"};
inline const std::vector<std::string> presences{"narrator", "unit", "none"};
inline const std::vector<std::string> voices{"seen", "told", "reported", "claimed", "editor"};

inline std::string kindOf(const std::string& kind, const std::string& action) {
    static const std::map<std::string, std::string> kinds{{"background_deployment", "deploy"},
                                                          {"hold_negative", "capture"},
                                                          {"route_cut", "cut"},
                                                          {"route_used", "state"},
                                                          {"fight", "attack"},
                                                          {"move_other", "move"},
                                                          {"withdraw_other", "withdraw"},
                                                          {"fight_negative", "advance"},
                                                          {"advance_other", "advance"},
                                                          {"siege_state", "hold"},
                                                          {"order_not_executed", "order"},
                                                          {"hypothetical", "warn"},
                                                          {"observe_other", "observe"},
                                                          {"decide_leave", "move"},
                                                          {"frame", "state"}};
    if (action.find("came and reviewed") != std::string::npos) return "deploy";
    const auto found = kinds.find(kind);
    return found == kinds.end() ? kind : found->second;
}

inline text::Role roleOf(const std::string& code) {
    static const std::vector<std::string> codes{"stop",       "origin",     "via",          "destination",
                                                "reference",  "ordered",    "hypothetical", "negated",
                                                "background", "other-actor"};
    return named<text::Role>(code, codes);
}

/// The words of the interview with its reference mentions and events.
inline Words referenceWords() {
    const auto folder = sharedFolder() / "interview";
    Words words;
    words.sources.push_back(text::readSource("interview", bytesOf(folder / "interview.txt")));
    text::Reading reading;
    std::map<std::string, std::size_t> statementOf;
    auto events = csvRows(folder / "events.csv");
    std::ranges::sort(events, {}, [](const Row& r) { return std::stoul(r.at("char_start")); });
    for (const auto& e : events) {
        text::Statement statement{
            .kind = kindOf(e.at("kind"), e.at("action")),
            .actor = e.at("actor"),
            .status = named<text::Status>(e.at("status_code"), statuses),
            .presence = named<text::Presence>(e.at("presence_code"), presences),
            .voice = named<text::Voice>(e.at("voice_code"), voices),
            .toldEarlier = e.at("event_id") == "E00",
            .evidence = {"interview", std::stoul(e.at("char_start")), std::stoul(e.at("char_end"))}};
        statement.parallel = statement.kind == "deploy" || statement.kind == "hold";
        statementOf[e.at("event_id")] = reading.statements.size();
        reading.statements.push_back(statement);
    }
    for (const auto& m : csvRows(folder / "mentions.csv")) {
        if (m.at("role_code").empty()) continue;
        text::Mention mention{
            .quote = {"interview", std::stoul(m.at("char_start")), std::stoul(m.at("char_end"))},
            .surface = m.at("surface"),
            .name = m.at("surface"),
            .role = roleOf(m.at("role_code")),
            .literal = m.at("literal") == "1"};
        for (const std::string kind : {"city", "area", "countryside"}) {
            if (!mention.name.ends_with(" " + kind)) continue;
            mention.name.resize(mention.name.size() - kind.size() - 1);
            mention.kind = kind;
        }
        if (const auto open = mention.name.find(" ["); open != std::string::npos) {
            mention.gloss = mention.name.substr(open + 2, mention.name.size() - open - 3);
            mention.name.resize(open);
        }
        if (!m.at("repeat_of").empty()) mention.repeats = text::Quote{"interview", 0, 0};
        if (const auto s = statementOf.find(m.at("event_id")); s != statementOf.end()) {
            mention.statement = s->second;
            reading.statements[s->second].places.push_back({reading.mentions.size(), mention.role});
        }
        reading.mentions.push_back(mention);
    }
    words.readings.push_back(reading);
    return words;
}

inline Lookup lookupOf(const gazetteer::Gazetteer& gazetteer) {
    return {[&gazetteer](std::string_view name, std::optional<geo::LonLat> near) {
                return gazetteer.search(name, {.limit = 25, .near = near});
            },
            [&gazetteer](std::string_view id) { return gazetteer.byId(id); },
            [&gazetteer](const geo::Box& box) { return gazetteer.inBox(box, 400); }};
}

}  // namespace retrace::reconstruct::test
