#pragma once

#include "document/document.hpp"
#include "geo/error.hpp"
#include "model/reconstruction.hpp"

#include <string>
#include <string_view>

namespace retrace::ui {

/// An account of four events: two dated, one of which others did, one ordered and not done, one with an hour
/// and no day. One name has two candidates and is undecided.
struct SmallCase {
    document::Opened opened;
    model::Reconstruction reconstruction;
};

inline const char* const smallWords =
    "A driver's account\n\n"
    "On 3 May 2023 at six we left Oldbridge for Millford (\u0645\u0644\u0641\u0648\u0631\u062f), over the "
    "ca\u00f1on. "
    "The mayor fled to Hightown the next day.\n\n"
    "We were told to go on to Eastport. One evening, by nine, we stood in Lakeside.\n";

/// The first place of `words` in the source, in code points.
inline text::Quote quoteFor(const text::Source& source, std::string_view words) {
    const std::u32string wanted = text::utf32(words);
    const std::size_t at = source.letters.find(wanted);
    if (at == std::u32string::npos) throw Error("the test's text lacks: " + std::string(words));
    return {source.id, at, at + wanted.size()};
}

inline geo::Place placeAt(const std::string& id, const std::string& name, double lon, double lat) {
    geo::Place place;
    place.id = id;
    place.name = name;
    place.type = "town";
    place.where = {{lon, lat}, 900};
    return place;
}

inline model::PlaceMention mentionOf(const text::Source& source, const std::string& name, text::Role role,
                                     double lon, double lat) {
    model::PlaceMention mention;
    mention.mention.quote = quoteFor(source, name);
    mention.mention.surface = mention.mention.name = name;
    mention.mention.role = role;
    mention.place = placeAt("gn:" + name, name, lon, lat);
    mention.candidates = {{*mention.place, 0.8, {"the only one of this name"}, "test"}};
    mention.decided = model::Decided::automatic;
    mention.confidence = 0.8;
    return mention;
}

inline timeline::Instant inParis(int year, int month, int day, int minutes) {
    return timeline::toInstant({{year, month, day}, minutes, 0}, "Europe/Paris");
}

inline SmallCase smallCase() {
    SmallCase made;
    made.opened = document::fromText("The driver", smallWords);
    made.opened.document.zone = "Europe/Paris";
    model::Reconstruction& r = made.reconstruction;
    r.zone = "Europe/Paris";
    r.sources = made.opened.texts;
    const text::Source& source = r.sources.front();

    r.mentions = {mentionOf(source, "Oldbridge", text::Role::origin, 2.0, 48.0),
                  mentionOf(source, "Millford", text::Role::stop, 2.4, 48.1),
                  mentionOf(source, "Hightown", text::Role::otherActor, 2.9, 48.4),
                  mentionOf(source, "Eastport", text::Role::ordered, 3.6, 48.2),
                  mentionOf(source, "Lakeside", text::Role::stop, 2.7, 48.3)};
    model::PlaceMention& millford = r.mentions[1];
    millford.place.reset();
    millford.decided = model::Decided::undecided;
    millford.why = "two towns bear the name and the words fit both";
    millford.candidates = {{placeAt("gn:11", "Millford North", 2.4, 48.1), 0.61, {"nearer"}, "test"},
                           {placeAt("gn:22", "Millford South", 2.4, 47.6), 0.58, {"greater"}, "test"}};

    text::Reading reading;
    reading.notNarrator = {quoteFor(source, "A driver's account")};
    text::TimeExpression time;
    time.quote = quoteFor(source, "at six");
    reading.times = {time};
    r.readings = {reading};

    model::Event leave;
    leave.id = "e@20";
    leave.order = leave.told = 1;
    leave.kind = "withdraw";
    leave.actor = "we";
    leave.from = {{0}};
    leave.to = {{1}};
    leave.when.span = {inParis(2023, 5, 3, 360), inParis(2023, 5, 3, 390), {timeline::Origin::words}};
    leave.when.best = inParis(2023, 5, 3, 360);
    leave.when.clock = timeline::ClockSpan{360, 360};
    leave.when.day = model::DayCode::stated;
    leave.evidence = {quoteFor(source, "On 3 May 2023 at six we left Oldbridge for Millford")};

    model::Event fled;
    fled.id = "e@110";
    fled.order = fled.told = 2;
    fled.kind = "move";
    fled.actor = "the mayor";
    fled.status = text::Status::otherActor;
    fled.presence = text::Presence::none;
    fled.to = {{2}};
    fled.when.span = {inParis(2023, 5, 4, 0), inParis(2023, 5, 5, 0), {timeline::Origin::words}};
    fled.when.best = inParis(2023, 5, 4, 720);
    fled.when.day = model::DayCode::derived;
    fled.evidence = {quoteFor(source, "The mayor fled to Hightown the next day.")};

    model::Event told;
    told.id = "e@150";
    told.order = told.told = 3;
    told.kind = "order";
    told.actor = "we";
    told.status = text::Status::ordered;
    told.to = {{3}};
    told.shown = static_cast<double>(inParis(2023, 5, 5, 600).seconds);
    told.evidence = {quoteFor(source, "We were told to go on to Eastport.")};

    model::Event stood;
    stood.id = "e@190";
    stood.order = stood.told = 4;
    stood.kind = "hold";
    stood.actor = "we";
    stood.to = {{4}};
    stood.when.clock = timeline::ClockSpan{std::nullopt, 21 * 60};
    stood.shown = static_cast<double>(inParis(2023, 5, 5, 1260).seconds);
    stood.evidence = {quoteFor(source, "One evening, by nine, we stood in Lakeside.")};

    r.events = {leave, fled, told, stood};
    r.begin = static_cast<double>(inParis(2023, 5, 3, 240).seconds);
    r.end = static_cast<double>(inParis(2023, 5, 6, 120).seconds);
    r.orderOnly = {{static_cast<double>(inParis(2023, 5, 5, 540).seconds), r.end}};
    r.findings = {{"ambiguous", "warning", "Millford may be two towns", {r.mentions[1].mention.quote}, {}}};
    return made;
}

}  // namespace retrace::ui
