#include "evaluate/front_polygons.hpp"

#include "evaluate/front_random.hpp"
#include "geo/error.hpp"
#include "timeline/instant.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

namespace retrace::evaluate {
namespace {

using Json = nlohmann::json;

constexpr double kmPerDegree = 111.195, nearChange_km = 60, sampled_km = 30;

double flat_km(const geo::LonLat& a, const geo::LonLat& b) {
    const double north = a.lat - b.lat, east = (a.lon - b.lon) * std::cos(a.lat * M_PI / 180);
    return std::hypot(north, east) * kmPerDegree;
}

void addRings(const Json& polygon, std::vector<Ring>& rings) {
    for (const Json& ring : polygon) {
        Ring points;
        for (const Json& p : ring) points.push_back({p.at(0).get<double>(), p.at(1).get<double>()});
        rings.push_back(std::move(points));
    }
}

double dayOf(const std::string& file) {
    const auto at = file.find_first_of("0123456789");
    const std::string digits = at == std::string::npos ? "" : file.substr(at, 8);
    if (digits.size() == 8 && digits.find_first_not_of("0123456789") == std::string::npos) {
        const timeline::Date date{std::stoi(digits.substr(0, 4)), std::stoi(digits.substr(4, 2)),
                                  std::stoi(digits.substr(6, 2))};
        if (timeline::isValid(date))
            return static_cast<double>(timeline::dayNumber(date) * timeline::day + timeline::day / 2);
    }
    throw Error(file + ": its name does not begin with a day; name it YYYYMMDD.geojson");
}

/// Longitudes at which the rings cross a parallel, rising.
std::vector<double> crossings(const DatedArea& area, double lat) {
    std::vector<double> out;
    for (const Ring& ring : area.rings)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const geo::LonLat &a = ring[j], &b = ring[i];
            if ((a.lat > lat) != (b.lat > lat))
                out.push_back(a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon));
        }
    std::ranges::sort(out);
    return out;
}

bool insideRow(const std::vector<double>& crossed, double lon) {
    return (std::ranges::lower_bound(crossed, lon) - crossed.begin()) % 2 == 1;
}

const geo::Place* nearestOf(const std::vector<geo::Place>& places, const geo::LonLat& p) {
    const auto found =
        std::ranges::min_element(places, {}, [&](const geo::Place& x) { return flat_km(p, x.where.at); });
    return found == places.end() ? nullptr : &*found;
}

/// 1 where a point lies within `reach_km` of a marked one.
std::vector<char> widened(const ScoredGround& ground, const std::vector<char>& marked, double reach_km) {
    std::vector<char> out(marked.size(), 0);
    const int reach = static_cast<int>(reach_km / ground.cell_km);
    for (int r = 0; r < ground.rows; ++r)
        for (int c = 0; c < ground.cols; ++c) {
            if (!marked[static_cast<std::size_t>(r * ground.cols + c)]) continue;
            for (int y = std::max(0, r - reach); y <= std::min(ground.rows - 1, r + reach); ++y)
                for (int x = std::max(0, c - reach); x <= std::min(ground.cols - 1, c + reach); ++x)
                    if ((y - r) * (y - r) + (x - c) * (x - c) <= reach * reach)
                        out[static_cast<std::size_t>(y * ground.cols + x)] = 1;
        }
    return out;
}

ScoredGround gridOver(const geo::Box& box, double cell_km) {
    ScoredGround g{0, 0, cell_km, {}, {}};
    const double high = cell_km / kmPerDegree,
                 wide = high / std::cos((box.south + box.north) / 2 * M_PI / 180);
    g.cols = static_cast<int>((box.east - box.west) / wide) + 1;
    g.rows = static_cast<int>((box.north - box.south) / high) + 1;
    for (int r = 0; r < g.rows; ++r)
        for (int c = 0; c < g.cols; ++c)
            g.points.push_back({box.west + (c + 0.5) * wide, box.north - (r + 0.5) * high});
    return g;
}

std::vector<geo::LonLat> lineOf(const ScoredGround& g, const TruthRow& truth) {
    std::vector<geo::LonLat> line;
    const auto cols = static_cast<std::size_t>(g.cols);
    for (std::size_t i = 0; i + cols < g.points.size(); ++i)
        if (g.counts[i] && ((g.counts[i + 1] && truth[i] != truth[i + 1]) ||
                            (g.counts[i + cols] && truth[i] != truth[i + cols])))
            line.push_back(g.points[i]);
    return line;
}

}  // namespace

DatedArea datedAreaOf(std::string_view json, const std::string& file) {
    DatedArea area{.t = dayOf(file), .name = file, .rings = {}};
    try {
        const Json collection = Json::parse(json);
        for (const Json& feature : collection.at("features")) {
            const Json& geometry = feature.at("geometry");
            const std::string type = geometry.at("type");
            if (type == "Polygon") addRings(geometry.at("coordinates"), area.rings);
            if (type == "MultiPolygon")
                for (const Json& polygon : geometry.at("coordinates")) addRings(polygon, area.rings);
        }
    } catch (const Json::exception& fault) {
        throw Error(file + " is no GeoJSON of polygons: " + fault.what());
    }
    if (area.rings.empty()) throw Error(file + " holds no polygon; give a FeatureCollection with one");
    return area;
}

bool inside(const DatedArea& area, const geo::LonLat& p) {
    return insideRow(crossings(area, p.lat), p.lon);
}

geo::Box boundsOf(const std::vector<DatedArea>& areas) {
    geo::Box box{180, 90, -180, -90};
    for (const DatedArea& area : areas)
        for (const Ring& ring : area.rings)
            for (const geo::LonLat& p : ring)
                box = {std::min(box.west, p.lon), std::min(box.south, p.lat), std::max(box.east, p.lon),
                       std::max(box.north, p.lat)};
    return box;
}

PolygonGround polygonGround(const std::vector<DatedArea>& areas, const std::vector<geo::Place>& settlements,
                            double cell_km) {
    PolygonGround out;
    geo::Box box = boundsOf(areas);
    box = {box.west - 1.5, box.south - 1, box.east + 1.5, box.north + 1};
    ScoredGround& g = out.ground = gridOver(box, cell_km);
    std::vector<char> changes(g.points.size(), 0);
    for (const DatedArea& area : areas) {
        out.dates.push_back(area.t);
        TruthRow row(g.points.size());
        for (int r = 0; r < g.rows; ++r) {
            const auto first = static_cast<std::size_t>(r * g.cols);
            const auto crossed = crossings(area, g.points[first].lat);
            for (std::size_t i = first; i < first + static_cast<std::size_t>(g.cols); ++i) {
                row[i] = insideRow(crossed, g.points[i].lon) ? 1 : 0;
                if (!out.truth.empty() && row[i] != out.truth.front()[i]) changes[i] = 1;
            }
        }
        out.truth.push_back(std::move(row));
    }
    const auto countryAt = [&](std::size_t i) {
        const geo::Place* place = nearestOf(settlements, g.points[i]);
        return place ? place->country : std::string();
    };
    std::map<std::string, std::size_t> countries;
    for (std::size_t i = 0; i < g.points.size(); ++i)
        if (changes[i]) ++countries[countryAt(i)];
    const auto most = std::ranges::max_element(countries, {}, [](const auto& c) { return c.second; });
    const std::string country = most == countries.end() ? "" : most->first;
    // A border or coast that is drawn anew is no change of hands.
    for (std::size_t i = 0; i < g.points.size(); ++i)
        if (changes[i] && countryAt(i) != country) changes[i] = 0;
    g.counts = widened(g, changes, nearChange_km);
    for (std::size_t i = 0; i < g.points.size(); ++i)
        if (g.counts[i] && countryAt(i) != country) g.counts[i] = 0;
    for (const geo::Place& place : settlements) {
        double least = 1e9;
        for (std::size_t i = 0; i < g.points.size(); ++i)
            if (g.counts[i]) least = std::min(least, flat_km(place.where.at, g.points[i]));
        if (least < cell_km && place.country == country) out.settlements.push_back(place);
    }
    for (std::size_t d = 0; d < areas.size(); ++d) {
        const auto line = lineOf(g, out.truth[d]);
        std::vector<char> held;
        std::vector<double> distance;
        for (const geo::Place& place : out.settlements) {
            held.push_back(inside(areas[d], place.where.at));
            double least = 1e9;
            for (const geo::LonLat& p : line) least = std::min(least, flat_km(place.where.at, p));
            distance.push_back(least);
        }
        out.held.push_back(std::move(held));
        out.lineDistance_km.push_back(std::move(distance));
    }
    return out;
}

std::vector<front::Observation> drawn(const PolygonGround& ground, std::size_t last, const Sampling& how,
                                      std::uint64_t seed) {
    Random random(seed);
    std::vector<front::Observation> out;
    std::vector<geo::LonLat> shown;  // a settlement: where it is taken to be, by all who tell of it
    for (const geo::Place& place : ground.settlements) {
        const geo::LonLat& at = place.where.at;
        const double away = how.place_km * random.normal(), angle = random.uniform(0, 2 * M_PI);
        shown.push_back({at.lon + away * std::cos(angle) / (kmPerDegree * std::cos(at.lat * M_PI / 180)),
                         at.lat + away * std::sin(angle) / kmPerDegree});
    }
    std::vector<std::vector<double>> sums;  // a date: running sums of the settlements' weights
    for (std::size_t d = 0; d <= last; ++d) {
        std::vector<double> sum;
        double all = 0;
        for (const double km : ground.lineDistance_km[d]) sum.push_back(all += std::exp(-km / sampled_km));
        sums.push_back(std::move(sum));
    }
    for (std::size_t k = 0; k < how.count; ++k) {
        const std::size_t d = random.below(last + 1);
        const double u = random.uniform() * sums[d].back();
        const auto s = static_cast<std::size_t>(std::ranges::upper_bound(sums[d], u) - sums[d].begin());
        const double t = ground.dates[d] + how.date_days * 86400 * random.normal();
        const bool wrong = random.chance(how.wrong), missing = random.chance(how.missing);
        if (missing) continue;
        front::Observation o{.at = shown[s], .radius_m = how.place_km * 1000};
        o.earliest = o.latest = t;
        o.side = (ground.held[d][s] != 0) != wrong ? 1 : 0;
        o.certainty = 1 - how.wrong;
        o.claim = k;
        out.push_back(o);
    }
    return out;
}

ScoredRun runOf(const PolygonGround& ground, std::size_t last) {
    ScoredRun run;
    run.instants.push_back({ground.dates[last], ground.truth[last], true});
    const std::size_t size = ground.ground.points.size();
    for (std::size_t d = last; d-- > 0;) {
        TruthRow agreed(size);
        for (std::size_t i = 0; i < size; ++i)
            if (ground.truth[d][i] == ground.truth[d + 1][i]) agreed[i] = ground.truth[d][i];
        if (d + 1 == last || d == last / 2)
            run.instants.push_back({(ground.dates[d] + ground.dates[d + 1]) / 2, std::move(agreed), false});
    }
    run.changes.push_back(
        {ground.dates.front(), ground.dates[last], ground.truth.front(), ground.truth[last]});
    for (std::size_t i = 0; i < size; ++i) {
        std::size_t flips = 0, at = 0;
        for (std::size_t d = 1; d <= last; ++d)
            if (ground.truth[d][i] != ground.truth[d - 1][i]) {
                ++flips;
                at = d;
            }
        run.quiet.push_back(flips == 0);
        if (flips == 1 && ground.ground.counts[i])
            run.dates.push_back({i, (ground.dates[at] + ground.dates[at - 1]) / 2, *ground.truth[at][i]});
    }
    run.readings.assign(ground.dates.begin(), ground.dates.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    return run;
}

}  // namespace retrace::evaluate
