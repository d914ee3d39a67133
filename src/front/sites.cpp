#include "front/sites.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace retrace::front {
namespace {

constexpr double metresPerDegree = 111'195;  // of latitude on the mean sphere

/// Sites found so far, by cells as large as a place.
class Found {
public:
    explicit Found(double size_m) : size_m_(size_m), cell_deg_(std::max(size_m, 1.0) / metresPerDegree) {}

    /// The nearest site within reach, or nothing.
    [[nodiscard]] std::optional<std::uint32_t> nearest(const geo::LonLat& p,
                                                       const std::vector<Site>& sites) const {
        const geo::Box box = boxAround(p, size_m_);
        Nearest found{p, std::nullopt, size_m_};
        search(box, sites, found);
        if (box.west < -180) search({box.west + 360, box.south, 180, box.north}, sites, found);
        if (box.east >= 180) search({-180, box.south, box.east - 360, box.north}, sites, found);
        return found.site;
    }
    void add(const geo::LonLat& p, std::uint32_t site) {
        cells_[cell(p.lat) * rowLength + cell(p.lon)].push_back(site);
    }

private:
    struct Nearest {
        geo::LonLat to;
        std::optional<std::uint32_t> site;
        double distance_m = 0;
    };
    void search(const geo::Box& box, const std::vector<Site>& sites, Nearest& found) const {
        for (auto row = cell(box.south); row <= cell(box.north); ++row)
            for (auto col = cell(box.west); col <= cell(box.east); ++col) {
                const auto here = cells_.find(row * rowLength + col);
                if (here == cells_.end()) continue;
                for (const std::uint32_t i : here->second)
                    if (const double d = chord_m(found.to, sites[i].at); d <= found.distance_m) {
                        found.distance_m = d;
                        found.site = i;
                    }
            }
    }
    static constexpr std::int64_t rowLength = std::int64_t{1} << 32;
    [[nodiscard]] std::int64_t cell(double degrees) const {
        return static_cast<std::int64_t>(std::floor(degrees / cell_deg_));
    }
    double size_m_, cell_deg_;
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>> cells_;
};

/// Distance to the `count`-th neighbour, by a circle that grows until it holds as many; the farthest where
/// there are fewer sites.
double neighbourDistance(const std::vector<Site>& sites, const PlaceIndex& index, std::size_t at,
                         std::size_t count, double start_m, double greatest_m) {
    count = std::min(count, sites.size() - 1);
    for (double reach = start_m;; reach *= 2) {
        std::vector<double> distances;
        for (const std::uint32_t i : index.near(boxAround(sites[at].at, reach)))
            if (i != at) distances.push_back(chord_m(sites[at].at, sites[i].at));
        std::ranges::sort(distances);
        if (distances.size() >= count && count > 0 && distances[count - 1] <= reach)
            return distances[count - 1];
        if (reach > greatest_m) return greatest_m;
    }
}

void giveSupport(std::vector<Site>& sites, const std::vector<Observation>& observations,
                 const Settings& settings) {
    std::vector<geo::LonLat> points;
    for (const Site& s : sites) points.push_back(s.at);
    const PlaceIndex index(points, settings.leastSupport_m / metresPerDegree);
    for (std::size_t i = 0; i < sites.size(); ++i) {
        double radius = 0;
        for (const std::size_t o : sites[i].observations) radius = std::max(radius, observations[o].radius_m);
        const double far =
            neighbourDistance(sites, index, i, static_cast<std::size_t>(settings.supportNeighbours),
                              settings.leastSupport_m, settings.greatestSupport_m);
        sites[i].support_m =
            std::clamp(2 * far, settings.leastSupport_m, settings.greatestSupport_m) + radius;
    }
}

}  // namespace

std::vector<Site> sitesOf(const std::vector<Observation>& observations, const Settings& settings) {
    std::vector<Site> sites;
    Found found(settings.samePlace_m);
    for (std::size_t o = 0; o < observations.size(); ++o) {
        auto site = found.nearest(observations[o].at, sites);
        if (!site) {
            site = static_cast<std::uint32_t>(sites.size());
            sites.push_back({.at = observations[o].at, .support_m = 0, .history = {}, .observations = {}});
            found.add(observations[o].at, *site);
        }
        sites[*site].observations.push_back(o);
    }
    giveSupport(sites, observations, settings);
    return sites;
}

}  // namespace retrace::front
