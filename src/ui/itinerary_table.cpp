#include "ui/itinerary_table.hpp"

#include <algorithm>
#include <cstdio>

namespace retrace::ui {

namespace {

std::string originWords(const std::vector<timeline::Origin>& origins) {
    std::string words;
    for (const timeline::Origin origin : origins) words += (words.empty() ? "" : ", ") + timeline::nameOf(origin);
    return words;
}

/// Told where an event says that they left; else no earlier than what the way's bounds say.
timeline::Span departureOf(const model::Reconstruction& r, const model::Itinerary& itinerary, std::size_t stop) {
    for (const model::Leg& leg : itinerary.legs)
        if (itinerary.stops[leg.fromStop].order == itinerary.stops[stop].order && leg.event &&
            *leg.event < r.events.size())
            return r.events[*leg.event].when.span;
    return {};
}

std::string plain(const std::optional<double>& number, double unit, const char* format) {
    if (!number) return {};
    char text[32];
    std::snprintf(text, sizeof text, format, *number / unit);
    return text;
}

std::string cell(std::string text) {
    for (char& letter : text)
        if (letter == '\t' || letter == '\n' || letter == '\r') letter = ' ';
    const bool formula = !text.empty() && std::string("=+-@").find(text.front()) != std::string::npos;
    return formula ? "'" + text : text;
}

}  // namespace

std::vector<ItineraryRow> itineraryRows(const model::Reconstruction& r, const RecordSides& recorded) {
    std::vector<ItineraryRow> rows;
    for (std::size_t i = 0; i < r.itineraries.size(); ++i) {
        const model::Itinerary& itinerary = r.itineraries[i];
        for (std::size_t k = 0; k < itinerary.stops.size(); ++k) {
            const model::Stop& stop = itinerary.stops[k];
            ItineraryRow row{.itinerary = i, .stop = k, .order = stop.order, .actor = itinerary.actor};
            row.placed = stop.place.has_value();
            if (stop.place) {
                row.place = stop.place->name;
                row.placeId = stop.place->id;
            } else if (stop.mention) {
                row.place = r.mentions[*stop.mention].mention.surface;
            }
            row.arrival = stop.when.span;
            row.best = stop.when.best;
            row.clock = stop.when.clock;
            row.departure = departureOf(r, itinerary, k);
            const auto leads = std::ranges::find(itinerary.legs, k, &model::Leg::toStop);
            if (leads != itinerary.legs.end()) {
                row.basis = model::nameOf(leads->basis);
                row.distance_m = leads->distance_m;
                row.speed_kmh = leads->speed_kmh_needed ? leads->speed_kmh_needed : leads->speed_kmh_min;
            }
            row.presence = text::nameOf(stop.presence);
            if (i < recorded.size() && k < recorded[i].size() && recorded[i][k]) {
                row.recordSide = r.sides[recorded[i][k]->side].name;
                row.record_p = recorded[i][k]->p;
                row.recordOwn = recorded[i][k]->own;
            }
            if (row.arrival.earliest || row.arrival.latest) row.hourFrom = originWords(row.arrival.origins);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::string itineraryTsv(const model::Reconstruction& r, const RecordSides& recorded) {
    const auto iso = [&](const std::optional<timeline::Instant>& t) {
        return t ? timeline::isoText(*t, r.zone) : std::string();
    };
    std::string table =
        "order\tactor\tstop\tplace_id\tarrival_earliest\tarrival_latest\tarrival_best\tdeparture_earliest\t"
        "departure_latest\tbasis\tdistance_km\tspeed_needed_kmh\tpresence\thour_from\trecord_side\trecord_p\r\n";
    for (const ItineraryRow& row : itineraryRows(r, recorded)) {
        const std::vector<std::string> cells{std::to_string(row.order),
                                             cell(row.actor),
                                             cell(row.place),
                                             cell(row.placeId),
                                             iso(row.arrival.earliest),
                                             iso(row.arrival.latest),
                                             iso(row.best),
                                             iso(row.departure.earliest),
                                             iso(row.departure.latest),
                                             row.basis,
                                             plain(row.distance_m, 1000, "%.1f"),
                                             plain(row.speed_kmh, 1, "%.1f"),
                                             row.presence,
                                             row.hourFrom,
                                             cell(row.recordSide),
                                             plain(row.record_p, 1, "%.2f")};
        for (std::size_t i = 0; i < cells.size(); ++i) table += (i == 0 ? "" : "\t") + cells[i];
        table += "\r\n";
    }
    return table;
}

}  // namespace retrace::ui
