#include "app/results.hpp"

#include "app/ledger_results.hpp"

#include "geo/coordinates.hpp"
#include "text/source.hpp"
#include "timeline/span.hpp"
#include "ui/itinerary_table.hpp"

#include <algorithm>
#include <cstdio>
#include <sstream>
#include <utility>
#include <vector>

namespace retrace::app {

namespace {

std::string quoted(const Case& c, const text::Quote& quote) {
    for (const text::Source& source : c.reconstruction.sources)
        if (source.id == quote.source) {
            std::string words = text::words(source, quote);
            for (char& letter : words)
                if (letter == '\n' || letter == '\r' || letter == '\t') letter = ' ';
            return words;
        }
    return {};
}

std::string number(const char* format, double value) {
    char text[32];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string placeLine(const geo::Place& place) {
    return place.name + (place.name_ar.empty() ? "" : " " + place.name_ar) + " (" +
           (place.type.empty() ? "" : place.type + ", ") + geo::degreesText(place.where.at) + ", within " + geo::distanceText(place.where.radius_m) + ", " +
           place.id + ")";
}

std::string names(const model::Reconstruction& r, const std::vector<model::PlaceRef>& refs) {
    std::string list;
    for (const model::PlaceRef& ref : refs) {
        const model::PlaceMention& m = r.mentions[ref.mention];
        list += (list.empty() ? "" : ", ") + m.mention.surface + (m.place ? "" : " (undecided)");
    }
    return list;
}

std::string whenText(const model::When& when, const std::string& zone) {
    std::string text = timeline::spanText(when.span, zone);
    if (when.clock) text += ", clock " + timeline::clockText(*when.clock);
    return text + ", day " + model::nameOf(when.day);
}

class Row {
public:
    Row& operator<<(const std::string& text) {
        if (!first_) line_ += ',';
        line_ += csvCell(text);
        first_ = false;
        return *this;
    }
    Row& operator<<(double value) { return *this << number("%.6g", value); }
    Row& operator<<(std::size_t value) { return *this << std::to_string(value); }
    Row& operator<<(int value) { return *this << std::to_string(value); }
    [[nodiscard]] std::string str() const { return line_ + "\r\n"; }

private:
    std::string line_;
    bool first_ = true;
};

std::string coordinate(double degrees) {
    return number("%.6f", degrees);
}

std::string iso(const std::optional<timeline::Instant>& instant, const std::string& zone) {
    return instant ? timeline::isoText(*instant, zone) : std::string();
}

/// What stands under a key, in the order in which the keys came first.
template <class Value>
Value& entry(std::vector<std::pair<std::string, Value>>& table, const std::string& key) {
    const auto found = std::ranges::find(table, key, &std::pair<std::string, Value>::first);
    return found != table.end() ? found->second : table.emplace_back(key, Value{}).second;
}

std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& item : list) text += (text.empty() ? "" : "; ") + item;
    return text;
}

}  // namespace

std::string placesText(const Case& c) {
    std::ostringstream out;
    for (const model::PlaceMention& m : c.reconstruction.mentions) {
        out << m.mention.quote.begin << "-" << m.mention.quote.end << "  " << m.mention.surface << "  ["
            << text::nameOf(m.mention.role) << (m.mention.repeats ? ", repeats" : "") << "]  "
            << (m.place ? placeLine(*m.place) : std::string("undecided")) << "\n";
        if (!m.why.empty()) out << "    " << m.why << "\n";
    }
    return out.str();
}

std::string eventsText(const Case& c) {
    const model::Reconstruction& r = c.reconstruction;
    std::ostringstream out;
    for (const model::Event& e : r.events) {
        out << e.order << ". " << e.kind << " (" << text::nameOf(e.status) << ", "
            << (e.actor.empty() ? "" : e.actor + ", ") << text::nameOf(e.voice) << ")";
        if (!e.from.empty()) out << " from " << names(r, e.from);
        if (!e.to.empty()) out << " to " << names(r, e.to);
        if (!e.via.empty()) out << " by way of " << names(r, e.via);
        out << "\n    when: " << whenText(e.when, r.zone) << "\n";
        for (const text::Quote& quote : e.evidence) out << "    “" << quoted(c, quote) << "”\n";
    }
    return out.str();
}

std::string routeText(const Case& c) {
    const model::Reconstruction& r = c.reconstruction;
    std::ostringstream out;
    for (const model::Itinerary& itinerary : r.itineraries) {
        out << itinerary.actor << "\n";
        for (const model::Stop& stop : itinerary.stops) {
            out << "  " << stop.order << "  "
                << (stop.place ? placeLine(*stop.place)
                               : (stop.mention ? r.mentions[*stop.mention].mention.surface : std::string()) +
                                     " (undecided)")
                << "  " << text::nameOf(stop.presence) << ", " << whenText(stop.when, r.zone) << "\n";
        }
        for (const model::Leg& leg : itinerary.legs)
            out << "  " << itinerary.stops[leg.fromStop].order << " to " << itinerary.stops[leg.toStop].order
                << "  " << geo::distanceText(leg.distance_m) << ", " << model::nameOf(leg.basis) << "\n";
    }
    return out.str();
}

std::string checkText(const Case& c) {
    // What is said several times in the same words is said once, with how often.
    std::vector<std::pair<std::string, std::vector<std::pair<std::string, int>>>> told;
    for (const model::Finding& f : checked(c)) {
        auto& words = entry(told, f.severity + ": " + f.kind + ": " + f.message);
        for (const text::Quote& quote : f.evidence) ++entry(words, quoted(c, quote));
    }
    std::ostringstream out;
    for (const auto& [finding, evidence] : told) {
        out << finding << "\n";
        for (const auto& [words, times] : evidence)
            out << "    “" << words << "”" << (times > 1 ? " (" + std::to_string(times) + " times)" : "") << "\n";
    }
    if (told.empty()) out << "nothing found\n";
    return out.str();
}

std::string candidatesText(const std::string& asked, const std::vector<geo::Candidate>& candidates) {
    std::ostringstream out;
    if (candidates.empty()) out << asked << ": no gazetteer has this name\n";
    for (const geo::Candidate& candidate : candidates)
        out << number("%.2f", candidate.score) << "  " << placeLine(candidate.place) << "  "
            << joined(candidate.reasons) << "\n";
    return out.str();
}

std::string placesCsv(const Case& c) {
    std::string out =
        "source,start,end,surface,role,decided,confidence,place_id,name,type,lon,lat,radius_m,why\r\n";
    for (const model::PlaceMention& m : c.reconstruction.mentions) {
        Row row;
        row << m.mention.quote.source << m.mention.quote.begin << m.mention.quote.end << m.mention.surface
            << text::nameOf(m.mention.role) << model::nameOf(m.decided) << number("%.3f", m.confidence);
        if (m.place)
            row << m.place->id << m.place->name << m.place->type << coordinate(m.place->where.at.lon)
                << coordinate(m.place->where.at.lat) << number("%.0f", m.place->where.radius_m);
        else
            row << ""
                << ""
                << ""
                << ""
                << ""
                << "";
        out += (row << m.why).str();
    }
    return out;
}

std::string eventsCsv(const Case& c) {
    const model::Reconstruction& r = c.reconstruction;
    std::string out =
        "id,order,told,kind,status,presence,voice,actor,from,to,via,earliest,latest,best,clock,day,words\r\n";
    for (const model::Event& e : r.events) {
        Row row;
        row << e.id << e.order << e.told << e.kind << text::nameOf(e.status) << text::nameOf(e.presence)
            << text::nameOf(e.voice) << e.actor << names(r, e.from) << names(r, e.to) << names(r, e.via)
            << iso(e.when.span.earliest, r.zone) << iso(e.when.span.latest, r.zone)
            << iso(e.when.best, r.zone) << (e.when.clock ? timeline::clockText(*e.when.clock) : std::string())
            << model::nameOf(e.when.day)
            << (e.evidence.empty() ? std::string() : quoted(c, e.evidence.front()));
        out += row.str();
    }
    return out;
}

std::string routeCsv(const Case& c) {
    const model::Reconstruction& r = c.reconstruction;
    std::string out =
        "order,event_id,actor,presence,name,place_id,lon,lat,radius_m,earliest,latest,best,clock,day,"
        "departure_earliest,departure_latest,basis,distance_m,speed_kmh_min,hour_from,record_side,record_p\r\n";
    const std::vector<ui::ItineraryRow> table = ui::itineraryRows(r, c.recordSides);
    std::size_t next = 0;
    for (const model::Itinerary& itinerary : r.itineraries)
        for (const model::Stop& stop : itinerary.stops) {
            const ui::ItineraryRow& more = table[next++];
            Row row;
            row << stop.order << r.events[stop.event].id << itinerary.actor << text::nameOf(stop.presence);
            if (stop.place)
                row << stop.place->name << stop.place->id << coordinate(stop.place->where.at.lon)
                    << coordinate(stop.place->where.at.lat) << number("%.0f", stop.place->where.radius_m);
            else
                row << (stop.mention ? r.mentions[*stop.mention].mention.surface : std::string()) << ""
                    << ""
                    << ""
                    << "";
            row << iso(stop.when.span.earliest, r.zone) << iso(stop.when.span.latest, r.zone)
                << iso(stop.when.best, r.zone)
                << (stop.when.clock ? timeline::clockText(*stop.when.clock) : std::string())
                << model::nameOf(stop.when.day) << iso(more.departure.earliest, r.zone)
                << iso(more.departure.latest, r.zone) << more.basis
                << (more.distance_m ? number("%.0f", *more.distance_m) : std::string())
                << (more.speed_kmh ? number("%.1f", *more.speed_kmh) : std::string()) << more.hourFrom << more.recordSide
                << (more.record_p ? number("%.4f", *more.record_p) : std::string());
            out += row.str();
        }
    return out;
}

std::string checkCsv(const Case& c) {
    std::string out = "kind,severity,message,source,start,end\r\n";
    for (const model::Finding& f : checked(c)) {
        Row row;
        row << f.kind << f.severity << f.message;
        if (f.evidence.empty())
            row << ""
                << ""
                << "";
        else
            row << f.evidence.front().source << f.evidence.front().begin << f.evidence.front().end;
        out += row.str();
    }
    return out;
}

std::string candidatesCsv(const std::string& asked, const std::vector<geo::Candidate>& candidates) {
    std::string out;
    for (const geo::Candidate& candidate : candidates) {
        Row row;
        row << asked << candidate.place.id << candidate.place.name << candidate.place.type
            << coordinate(candidate.place.where.at.lon) << coordinate(candidate.place.where.at.lat)
            << number("%.4f", candidate.score) << joined(candidate.reasons);
        out += row.str();
    }
    return out;
}

std::string csvCell(const std::string& text) {
    // A cell that begins like a formula is quoted with an apostrophe by spreadsheet custom; data stay data
    // here.
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quotedText = "\"";
    for (const char letter : text) {
        if (letter == '"') quotedText += '"';
        quotedText += letter;
    }
    return quotedText + "\"";
}

}  // namespace retrace::app
