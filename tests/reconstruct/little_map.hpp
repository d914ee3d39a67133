#pragma once

// Little maps drawn in letters, and stories told about them: "[Bram:stop]" is a mention with its role.

#include "reconstruct/reconstruct.hpp"

#include <map>
#include <sstream>

namespace retrace::reconstruct::test {

/// Letters become towns: a column is 10 km east, a line 10 km south of the one above, from 36 E, 36 N.
inline Lookup drawnMap(const std::string& drawing, const std::map<char, std::string>& names) {
    std::vector<geo::Candidate> towns;
    std::istringstream lines(drawing);
    int row = 0;
    for (std::string line; std::getline(lines, line); ++row)
        for (std::size_t column = 0; column < line.size(); ++column) {
            const auto name = names.find(line[column]);
            if (name == names.end()) continue;
            const geo::LonLat at{36 + 0.111 * static_cast<double>(column), 36 - 0.09 * row};
            towns.push_back({.place = {.id = std::string("t:") + line[column],
                                       .name = name->second,
                                       .type = "town",
                                       .where = {at, 500},
                                       .country = "SY"},
                             .score = 1,
                             .reasons = {"same name"}});
        }
    return {[towns](std::string_view name, std::optional<geo::LonLat>) {
                std::vector<geo::Candidate> found;
                for (const auto& town : towns)
                    if (town.place.name == name) found.push_back(town);
                return found;
            },
            [towns](std::string_view id) -> std::optional<geo::Place> {
                for (const auto& town : towns)
                    if (town.place.id == id) return town.place;
                return std::nullopt;
            },
            [towns](const geo::Box& box) {
                std::vector<geo::Place> inside;
                for (const auto& town : towns)
                    if (geo::contains(box, town.place.where.at)) inside.push_back(town.place);
                return inside;
            }};
}

inline text::Role roleNamed(const std::string& name) {
    static const std::map<std::string, text::Role> roles{
        {"stop", text::Role::stop},     {"from", text::Role::origin},     {"via", text::Role::via},
        {"ref", text::Role::reference}, {"ordered", text::Role::ordered}, {"other", text::Role::otherActor}};
    return roles.at(name);
}

/// The changes of hands among the claims.
inline std::vector<model::ControlClaim> changesOf(const model::Reconstruction& r) {
    std::vector<model::ControlClaim> out;
    for (const auto& claim : r.claims)
        if (model::isChange(claim)) out.push_back(claim);
    return out;
}

/// A testimony put together sentence by sentence, with the reading that a perfect reader would make of it.
struct Story {
    std::string id = "story";
    text::Reading reading;
    std::u32string letters;

    text::Statement& tell(const std::string& kind, const std::string& sentence) {
        text::Statement statement{.kind = kind, .actor = "we"};
        const auto begin = letters.size();
        for (std::size_t i = 0; i < sentence.size(); ++i) {
            if (sentence[i] != '[') {
                letters += static_cast<char32_t>(sentence[i]);
                continue;
            }
            const auto colon = sentence.find(':', i), close = sentence.find(']', i);
            const auto name = sentence.substr(i + 1, colon - i - 1);
            const auto role = roleNamed(sentence.substr(colon + 1, close - colon - 1));
            const auto at = letters.size();
            letters += text::utf32(name);
            statement.places.push_back({reading.mentions.size(), role});
            reading.mentions.push_back({.quote = {id, at, letters.size()},
                                        .surface = name,
                                        .name = name,
                                        .role = role,
                                        .statement = reading.statements.size()});
            i = close;
        }
        statement.evidence = {id, begin, letters.size()};
        letters += U' ';
        reading.statements.push_back(statement);
        return reading.statements.back();
    }
    /// A time in the last sentence told.
    text::TimeExpression& when(text::TimeRelation relation = text::TimeRelation::at) {
        auto& statement = reading.statements.back();
        statement.times.push_back(reading.times.size());
        reading.times.push_back(
            {.quote = statement.evidence, .relation = relation, .statement = reading.statements.size() - 1});
        return reading.times.back();
    }
    Words words() const {
        text::Source source{.id = id, .letters = letters};
        source.paragraphs.push_back({0, letters.size()});
        auto read = reading;
        read.words = text::wordsIn(source, text::english());
        return {{source}, {read}};
    }
    model::Reconstruction told(const Lookup& map, const std::vector<model::Decision>& decisions = {},
                               const std::vector<model::RecordRow>& record = {}) const {
        return toldIn("+03:00", map, decisions, record);
    }
    model::Reconstruction toldIn(const std::string& zone, const Lookup& map,
                                 const std::vector<model::Decision>& decisions = {},
                                 const std::vector<model::RecordRow>& record = {}) const {
        return reconstructRead(words(), map, decisions, record,
                               {.zone = zone, .referenceDate = timeline::Date{2025, 1, 20}});
    }
};

inline timeline::ClockSpan oClock(int hour, int minutes = 0) {
    return {hour * 60 + minutes, hour * 60 + minutes};
}
inline timeline::Instant at(int month, int day, int hour, int minutes = 0) {
    return timeline::toInstant({{2024, month, day}, hour * 60 + minutes}, "+03:00");
}

/// The chain in one line: "1 Arla, 2 Bram, 2 Corl, 3 ?".
inline std::string chainOf(const model::Reconstruction& r) {
    std::string chain;
    for (const auto& stop : r.itineraries.front().stops) {
        if (!chain.empty()) chain += ", ";
        chain += std::to_string(stop.order) + " ";
        chain += stop.place ? stop.place->name : std::string("?");
    }
    return chain;
}
inline const model::Finding* findingOf(const model::Reconstruction& r, const std::string& kind) {
    for (const auto& finding : r.findings)
        if (finding.kind == kind) return &finding;
    return nullptr;
}

}  // namespace retrace::reconstruct::test
