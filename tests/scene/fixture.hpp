#pragma once

#include "scene/metrics.hpp"
#include "scene/scene.hpp"
#include "scene/story.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace retrace::scene::fixture {

inline const typeset::Fonts& fonts() {
    static const typeset::Fonts shared{RETRACE_DATA};
    return shared;
}

inline geo::Place placeOf(std::string name, double lon, double lat, long population = 0,
                          std::string arabic = "") {
    geo::Place place;
    place.id = "test:" + name;
    place.name = std::move(name);
    place.name_ar = std::move(arabic);
    place.type = "town";
    place.where = {{lon, lat}, 800};
    place.population = population;
    return place;
}

/// A march through made-up places, put together by hand:
///
///      Alder ----- Birch
///        .           \    stated, by way of Cray
///         .           Dock ...... ordered to Elm, never gone
///          . inferred
struct March {
    model::Reconstruction r;
    double hour = 3600;

    std::size_t mention(const geo::Place& place, bool decided = true) {
        model::PlaceMention m;
        m.mention.name = m.mention.surface = place.name;
        if (decided) m.place = place;
        r.mentions.push_back(m);
        return r.mentions.size() - 1;
    }
    std::size_t event(std::string kind, double at, std::vector<std::size_t> to,
                      std::vector<std::size_t> from = {}, model::Status status = model::Status::executed) {
        model::Event e;
        e.kind = std::move(kind);
        e.actor = "we";
        e.status = status;
        e.order = e.told = static_cast<int>(r.events.size()) + 1;
        e.id = "e@" + std::to_string(e.order);
        for (const std::size_t m : to) e.to.push_back({m});
        for (const std::size_t m : from) e.from.push_back({m});
        e.shown = at;
        r.events.push_back(e);
        return r.events.size() - 1;
    }
    void stop(int order, std::size_t event, std::size_t mention, double arrive, double leave) {
        if (r.itineraries.empty()) r.itineraries.push_back({"we", {}, {}});
        model::Stop s;
        s.order = order;
        s.event = event;
        s.mention = mention;
        s.place = r.mentions[mention].place;
        s.when = r.events[event].when;
        s.arrive = arrive;
        s.leave = leave;
        r.itineraries.front().stops.push_back(s);
    }
    void leg(std::size_t from, std::size_t to, model::Basis basis, double depart, double arrive,
             std::optional<std::size_t> event = {}) {
        auto& itinerary = r.itineraries.front();
        model::Leg l;
        l.fromStop = from;
        l.toStop = to;
        l.basis = basis;
        l.path = {itinerary.stops[from].place->where.at, itinerary.stops[to].place->where.at};
        l.distance_m = 40000;
        l.depart = depart;
        l.arrive = arrive;
        l.event = event;
        itinerary.legs.push_back(l);
    }
};

inline model::Reconstruction march() {
    March m;
    m.r.zone = "UTC";
    const double start = 1733378400, h = 3600;  // 2024-12-05T06:00Z
    m.r.begin = start - h;
    m.r.end = start + 30 * h;
    const auto alder = m.mention(placeOf("Alder", 36.70, 35.20, 300000, "\u062D\u0645\u0627\u0629"));
    const auto birch = m.mention(placeOf("Birch", 37.05, 35.18));
    const auto dock = m.mention(placeOf("Dock", 37.10, 34.85, 0, "\u062D\u0645\u0635"));
    const auto elm = m.mention(placeOf("Elm", 36.10, 34.90));
    const auto lost = m.mention(placeOf("Lost Mill", 0, 0), false);

    const auto first = m.event("deploy", start, {alder});
    m.r.events[first].when.clock = timeline::ClockSpan{360, 360};
    const auto second = m.event("move", start + 6 * h, {birch}, {alder});
    const auto order = m.event("order", start + 10 * h, {elm}, {}, model::Status::ordered);
    m.r.events[order].voice = model::Voice::reported;
    const auto third = m.event("withdraw", start + 14 * h, {dock}, {birch});
    m.r.events[third].when.clock = timeline::ClockSpan{std::nullopt, 1380};
    const auto fear = m.event("cut", start + 20 * h, {elm}, {}, model::Status::hypothetical);
    m.r.events[fear].actor = "raiders";
    const auto fourth = m.event("stay", start + 24 * h, {lost});
    m.stop(1, first, alder, start, start + 6 * h);
    m.stop(2, second, birch, start + 8 * h, start + 14 * h);
    m.stop(3, third, dock, start + 16 * h, start + 24 * h);
    m.stop(4, fourth, lost, start + 24 * h, start + 30 * h);
    m.leg(0, 1, model::Basis::inferred, start + 6 * h, start + 8 * h, second);
    m.leg(1, 2, model::Basis::stated, start + 14 * h, start + 16 * h, third);

    model::ControlClaim claim;
    claim.place = placeOf("Cray", 36.90, 35.00);
    claim.side = "coast guard";
    claim.at = start + 12 * h;
    claim.dated = true;
    claim.when.earliest = timeline::Instant{1733356800};  // the whole of 5 December, UTC
    claim.when.latest = timeline::Instant{1733443200};
    claim.record = 0;
    m.r.claims.push_back(claim);
    claim.place = placeOf("Flint", 36.60, 34.95);
    claim.record.reset();
    claim.negated = true;
    claim.quote = text::Quote{};
    m.r.claims.push_back(claim);
    return m.r;
}

inline View view() {
    View v;
    v.size = {960, 540};
    v.present = true;
    v.bottomInset = 90;
    v.title = "A march";
    v.badge = "invented for a test";
    v.credits = {"Nobody"};
    v.plans = true;
    return v;
}

inline Towns towns() {
    return {placeOf("Great Harbour", 36.30, 35.05, 1200000, "\u0627\u0644\u0645\u064A\u0646\u0627\u0621"),
            placeOf("Alder", 36.70, 35.20, 300000, "\u062D\u0645\u0627\u0629"),
            placeOf("Quarry", 36.72, 35.19, 40000), placeOf("Reed", 36.95, 34.80, 30000)};
}

inline Scene sceneOf(const model::Reconstruction& r, double t, const View& v) {
    static const basemap::Ground none;
    return sceneAt(r, t, v, groundView(v, towns(), none, fonts()), fonts());
}

/// Compares with tests/scene/golden/NAME.txt. A missing one fails and is written, for a person to read.
inline void expectGolden(const std::string& name, const std::string& text) {
    const std::filesystem::path file =
        std::filesystem::path(RETRACE_TESTS) / "scene" / "golden" / (name + ".txt");
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        std::ofstream(file, std::ios::binary) << text;
        FAIL() << file << " was missing and is written; read it and keep it";
    }
    std::ostringstream golden;
    golden << in.rdbuf();
    EXPECT_EQ(golden.str(), text) << "if this is better, delete " << file << " and run again";
}

}  // namespace retrace::scene::fixture
