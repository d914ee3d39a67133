#include "reference.hpp"

#include "geo/geodesic.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

// The whole way from the words of the interview, with no decision taken: what `retrace events` and `retrace
// route` would say, held against the reference tables.
namespace retrace::reconstruct::test {
namespace {

bool missing() {
    return !std::filesystem::exists(sharedFolder() / "interview" / "interview.txt") ||
           !std::filesystem::exists(shippedGazetteer());
}

const model::Reconstruction& interview() {
    static const auto result = [] {
        const gazetteer::Gazetteer gazetteer({shippedGazetteer()});
        std::vector<text::Source> sources{
            text::readSource("interview", bytesOf(sharedFolder() / "interview" / "interview.txt"))};
        return reconstruct(std::move(sources), gazetteer, {}, {}, {});
    }();
    return result;
}

// The event of the largest overlap of evidence, at least half of the shorter.
const model::Event* eventFor(const Row& row) {
    const text::Quote asked{"interview", std::stoul(row.at("char_start")), std::stoul(row.at("char_end"))};
    const model::Event* best = nullptr;
    std::size_t most = 0;
    for (const auto& event : interview().events) {
        const auto& e = event.evidence.front();
        if (!text::overlaps(e, asked)) continue;
        const auto shared = std::min(e.end, asked.end) - std::max(e.begin, asked.begin);
        if (shared > most && 2 * shared >= std::min(e.end - e.begin, asked.end - asked.begin)) {
            most = shared;
            best = &event;
        }
    }
    return best;
}

TEST(Interview, clocksDaysAndStatuses) {
    if (missing()) GTEST_SKIP() << "no interview or no gazetteer here";
    int clocks = 0, clocksRight = 0, days = 0, statuses = 0, presences = 0, found = 0, all = 0, within = 0;
    std::set<std::string> used;
    for (const auto& row : csvRows(sharedFolder() / "interview" / "events.csv")) {
        ++all;
        if (!row.at("local_clock").empty()) ++clocks;
        const auto* event = eventFor(row);
        if (!event) {
            std::cout << "  " << row.at("event_id") << " not found\n";
            continue;
        }
        ++found;
        used.insert(event->id);
        const std::string clock = event->when.clock ? timeline::clockText(*event->when.clock) : "";
        const std::string day = model::nameOf(event->when.day);
        const std::string status = text::nameOf(event->status);
        if (!row.at("local_clock").empty() && clock == row.at("local_clock")) ++clocksRight;
        if (day == row.at("day_code")) ++days;
        if (status == row.at("status_code")) ++statuses;
        if (text::nameOf(event->presence) == row.at("presence_code")) ++presences;
        const auto best = timeline::parseIso(row.at("best_utc"), "+00:00");
        const auto& span = event->when.span;
        const bool inside =
            !best || ((!span.earliest || *span.earliest <= *best) && (!span.latest || *best <= *span.latest));
        if (!inside)
            std::cout << "  " << row.at("event_id") << " " << timeline::spanText(span, interview().zone)
                      << " without " << row.at("best_utc") << "\n";
        within += inside ? 1 : 0;
        if (clock != row.at("local_clock") || day != row.at("day_code") || status != row.at("status_code") ||
            std::getenv("VERBOSE"))
            std::cout << "  " << row.at("event_id") << " " << event->id << " " << event->kind << " clock "
                      << clock << " for " << row.at("local_clock") << ", day " << day << " for "
                      << row.at("day_code") << ", " << status << " for " << row.at("status_code") << "; "
                      << timeline::spanText(event->when.span, interview().zone) << "\n";
    }
    for (const auto& event : interview().events)
        if (!used.contains(event.id))
            std::cout << "  beside the table: " << event.id << " " << event.kind << " "
                      << text::nameOf(event.status) << " "
                      << timeline::spanText(event.when.span, interview().zone) << "\n";
    std::cout << "events: " << found << " of " << all << " found, " << interview().events.size()
              << " made; clocks " << clocksRight << "/" << clocks << ", days " << days << "/" << all
              << ", statuses " << statuses << "/" << all << ", presences " << presences << "/" << all
              << ", best instant inside " << within << "\n";
    EXPECT_GE(found, 30);
}

TEST(Interview, executedChainInOrder) {
    if (missing()) GTEST_SKIP() << "no interview or no gazetteer here";
    for (const auto& stop : interview().itineraries.front().stops)
        std::cout << "  " << stop.order << " "
                  << (stop.mention ? interview().mentions[*stop.mention].mention.surface : "") << " -> "
                  << (stop.place ? stop.place->name : "?") << " " << interview().events[stop.event].id << " "
                  << timeline::spanText(stop.when.span, interview().zone) << "\n";
    for (const auto& f : interview().findings)
        std::cout << "  " << f.kind << " " << f.severity << ": " << f.message << "\n";
    EXPECT_FALSE(interview().itineraries.front().stops.empty());
}

}  // namespace
}  // namespace retrace::reconstruct::test
