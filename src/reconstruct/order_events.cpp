#include "reconstruct/order_events.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

void addPlaces(const text::Statement& statement, std::size_t first, model::Event& event) {
    for (const auto& place : statement.places) {
        const model::PlaceRef ref{first + place.mention};
        switch (place.role) {
            case text::Role::origin:
                event.from.push_back(ref);
                break;
            case text::Role::via:
                event.via.push_back(ref);
                break;
            case text::Role::stop:
            case text::Role::destination:
                event.to.push_back(ref);
                break;
            // A thing ordered or denied has its goal too; it never becomes a stop.
            case text::Role::ordered:
            case text::Role::hypothetical:
            case text::Role::negated:
            case text::Role::otherActor:
                if (event.status != text::Status::executed) event.to.push_back(ref);
                break;
            case text::Role::reference:
            case text::Role::background:
                break;
        }
    }
}

// "e@8125"; of a second source "e2@8125".
std::string eventId(std::size_t source, std::size_t begin) {
    std::string id("e");
    if (source > 0) id.append(std::to_string(source + 1));
    return id.append("@").append(std::to_string(begin));
}

}  // namespace

bool isOnLine(const model::Event& event) {
    return event.status == text::Status::executed && event.presence != text::Presence::none &&
           event.voice != text::Voice::editor;
}

bool setsOut(const std::string& kind) {
    return kind == "move" || kind == "withdraw" || kind == "advance";
}

std::vector<model::Event> orderEvents(const Words& words) {
    std::vector<model::Event> earlier, rest;
    int told = 0;
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        const auto& reading = words.readings[s];
        const auto first = firstMention(words, s);
        for (std::size_t i = 0; i < reading.statements.size(); ++i) {
            const auto& statement = reading.statements[i];
            if (isRepeat(reading, statement.evidence)) continue;
            model::Event event{.id = eventId(s, statement.evidence.begin),
                               .told = ++told,
                               .kind = statement.kind,
                               .status = statement.status,
                               .presence = statement.presence,
                               .voice = statement.voice,
                               .speaker = statement.speaker,
                               .actor = statement.actor,
                               .negated = statement.negated,
                               .modality = statement.modality,
                               .means = statement.means,
                               .quantity = statement.quantity,
                               .rules = statement.rules,
                               .evidence = {statement.evidence},
                               .statement = i};
            addPlaces(statement, first, event);
            (statement.toldEarlier ? earlier : rest).push_back(std::move(event));
        }
    }
    earlier.insert(earlier.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
    for (std::size_t i = 0; i < earlier.size(); ++i) earlier[i].order = static_cast<int>(i) + 1;
    return earlier;
}

}  // namespace retrace::reconstruct
