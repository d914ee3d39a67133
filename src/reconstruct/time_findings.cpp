#include "geo/geodesic.hpp"
#include "reconstruct/findings.hpp"
#include "reconstruct/travel.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::reconstruct {
namespace {

// Whether two places may be one, as far as their radii and some slack of coordinates go.
bool isSamePlace(const geo::Place& a, const geo::Place& b) {
    constexpr double slack_m = 2000, wide_m = 20000;
    if (a.where.radius_m >= wide_m || b.where.radius_m >= wide_m) return false;
    return geo::distance_m(a.where.at, b.where.at) <= slack_m + std::max(a.where.radius_m, b.where.radius_m);
}

bool isWhollyAfter(const timeline::Span& later, const timeline::Span& earlier) {
    constexpr std::int64_t slack = 3 * timeline::hour;  // reports lag
    return later.earliest && earlier.latest && *later.earliest - *earlier.latest > slack;
}

bool isDatedByRecord(const timeline::Span& span) {
    return std::ranges::find(span.origins, timeline::Origin::record) != span.origins.end();
}

std::string rowWords(const model::RecordRow& row, const std::string& zone) {
    return "the record (line " + std::to_string(row.row) + ") has " + row.place + " go from " + row.fromSide +
           " to " + row.toSide + " " + timeline::spanText(row.when, zone);
}

// A change of hands that the narrator tells and the record has at another time.
void changesToldOtherwise(const model::Reconstruction& r, std::vector<model::Finding>& findings) {
    for (const auto& told : r.claims) {
        if (told.record || told.negated || !model::isChange(told) || !told.place || !told.quote || isDatedByRecord(told.when)) continue;
        for (const auto& row : r.record) {
            if (!isSamePlace(*told.place, {.where = row.where})) continue;
            if (!isWhollyAfter(told.when, row.when) && !isWhollyAfter(row.when, told.when)) continue;
            findings.push_back({"record-differs",
                                "warning",
                                "the narrator has " + told.place->name + " change hands " +
                                    timeline::spanText(told.when, r.zone) + "; " + rowWords(row, r.zone),
                                {*told.quote},
                                {row.row}});
        }
    }
}

// A stay where the record says that hands had changed: not impossible, but worth a look.
void staysAfterwards(const model::Reconstruction& r, std::vector<model::Finding>& findings) {
    for (const auto& itinerary : r.itineraries)
        for (const auto& stop : itinerary.stops) {
            if (!stop.place || isDatedByRecord(stop.when.span)) continue;
            for (const auto& row : r.record) {
                if (!isSamePlace(*stop.place, {.where = row.where}) ||
                    !isWhollyAfter(stop.when.span, row.when))
                    continue;
                findings.push_back({"record-differs",
                                    "note",
                                    "the narrator tells of being at " + stop.place->name + " " +
                                        timeline::spanText(stop.when.span, r.zone) + "; " +
                                        rowWords(row, r.zone),
                                    r.events[stop.event].evidence,
                                    {row.row}});
            }
        }
}

}  // namespace

std::vector<model::Finding> speedFindings(const model::Reconstruction& r) {
    std::vector<model::Finding> findings;
    for (const auto& itinerary : r.itineraries)
        for (const auto& leg : itinerary.legs) {
            const double fastest_kmh = fastest_m_s(leg.means) * 3.6;
            if (!leg.speed_kmh_min || *leg.speed_kmh_min <= fastest_kmh) continue;
            const auto& to = itinerary.stops[leg.toStop];
            std::string message = "by the narrator's hours it goes from " +
                                  itinerary.stops[leg.fromStop].place->name + " to " + to.place->name +
                                  " at " + std::to_string(std::lround(*leg.speed_kmh_min)) + " km/h at least";
            if (!leg.means.empty()) message += ", " + leg.means;
            message += " (" + leg.travel + "): a place or an hour may be wrong";
            findings.push_back(
                {"impossible-speed", "warning", std::move(message), r.events[to.event].evidence, {}});
        }
    return findings;
}

std::vector<model::Finding> recordFindings(const model::Reconstruction& r) {
    std::vector<model::Finding> findings;
    changesToldOtherwise(r, findings);
    staysAfterwards(r, findings);
    return findings;
}

}  // namespace retrace::reconstruct
