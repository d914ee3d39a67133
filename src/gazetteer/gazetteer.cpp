#include "gazetteer/gazetteer.hpp"

#include <algorithm>
#include <unordered_map>

#include "gazetteer/abbreviations.hpp"
#include "gazetteer/file_format.hpp"
#include "gazetteer/gazetteer_file.hpp"
#include "gazetteer/key_neighbours.hpp"
#include "geo/coordinates.hpp"
#include "geo/geodesic.hpp"

namespace retrace::gazetteer {

namespace {

constexpr double leastScore = 0.6;  // below, a name is another name
constexpr double leastWithoutFuzzy = 0.97;
constexpr double surelyMeant = 0.97;      // from here on nobody asks for names like it
constexpr double aroundPoint_m = 60'000;  // how far "near" reaches for names that only share a word
constexpr double leastSharedWord = 0.75;
constexpr std::size_t mostMisspelt = 30;     // further names only where they are as near
constexpr std::size_t mostPlacesRead = 600;  // namesakes beyond that many are not looked at

/// Best fit first; what fits equally well by prominence.
bool fitsBetter(const NameHit& a, const NameHit& b) {
    return a.score != b.score ? a.score > b.score : a.rank < b.rank;
}

std::vector<NameHit> hitsIn(GazetteerFile& file, std::string_view name, const SearchOptions& options) {
    std::vector<NameHit> hits;
    for (const std::string& reading : spelledOut(name)) {
        const SoundedName asked = soundedName(folded(reading));
        for (const std::string& key : lookupKeys(reading))
            file.hitsOfKey(key, asked, options.fuzzy ? leastScore : leastWithoutFuzzy, hits);
    }
    std::sort(hits.begin(), hits.end(), fitsBetter);
    return hits;
}

void addNeighbours(GazetteerFile& file, std::string_view name, std::vector<NameHit>& hits) {
    const SoundedName asked = soundedName(folded(name));
    for (const std::string& key : keyNeighbours(asked.key)) file.hitsOfKey(key, asked, leastScore, hits);
    file.misspeltHits(asked, leastScore, mostMisspelt, hits);
    std::sort(hits.begin(), hits.end(), fitsBetter);
}

/// What lies far from the point given keeps four fifths of its score; within some ten kilometres it keeps it
/// all.
double nearness(double distance_m) {
    return 0.8 + 0.2 * std::exp(-distance_m / 60'000);
}

/// In words, by the reading of the name that fits best.
std::string reasonOf(const std::vector<SoundedName>& readings, const NameHit& hit) {
    const SoundedName known = soundedName(hit.known);
    NameMatch best = compareSounded(readings.front(), known);
    for (std::size_t i = 1; i < readings.size(); ++i)
        if (NameMatch match = compareSounded(readings[i], known); match.score > best.score)
            best = {match.score, match.reason + " with its abbreviation spelled out"};
    return best.reason;
}

geo::Candidate candidateOf(const std::vector<SoundedName>& readings, const NameHit& hit,
                           const StoredPlace& stored, const Info& info, const SearchOptions& options) {
    geo::Candidate candidate{stored.place, hit.score, {reasonOf(readings, hit)}, info.file};
    if (hit.score < 1 || folded(stored.place.name) != hit.known)
        candidate.reasons[0] += ": \"" + hit.known + "\"";
    if (options.near) {
        const double away_m = geo::distance_m(*options.near, stored.place.where.at);
        // A region's own width counts little, else it would stand before the town that it is named after.
        candidate.score *= nearness(std::max(0.0, away_m - std::min(stored.place.where.radius_m, 10'000.0)));
        candidate.reasons.push_back(geo::distanceText(away_m) + " from the point given");
    }
    if (stored.handWritten) candidate.reasons.emplace_back("hand-written row");
    return candidate;
}

/// The candidates of one file, each place once, by its best name.
std::vector<geo::Candidate> candidatesOf(GazetteerFile& file, std::string_view name,
                                         const std::vector<NameHit>& hits, const SearchOptions& options) {
    std::vector<SoundedName> readings;
    for (const std::string& reading : spelledOut(name)) readings.push_back(soundedName(folded(reading)));
    std::vector<geo::Candidate> candidates;
    std::unordered_map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < std::min(hits.size(), mostPlacesRead); ++i) {
        // Without a point to be near to, the order is already final.
        if (!options.near && candidates.size() >= options.limit) break;
        const auto stored = file.place(hits[i].rank);
        if (!stored || !known.try_emplace(stored->place.id, candidates.size()).second) continue;
        candidates.push_back(candidateOf(readings, hits[i], *stored, file.info(), options));
    }
    return candidates;
}

/// Settlements about the point that share a word with the name: no more than a hint, for names that fit only
/// far away or nowhere. The score tells so.
void addSharingAWord(GazetteerFile& file, std::string_view name, const SearchOptions& options,
                     std::vector<geo::Candidate>& candidates) {
    const geo::LonLat at = *options.near;
    const double lat_deg = aroundPoint_m / 111'000;
    const double lon_deg = lat_deg / std::max(0.1, std::cos(at.lat * 3.14159265 / 180));
    std::vector<geo::Place> places;
    file.inBox({at.lon - lon_deg, at.lat - lat_deg, at.lon + lon_deg, at.lat + lat_deg}, 5000, 0, places);
    for (geo::Place& place : places) {
        const double shared = sharedWord(name, place.name);
        if (shared < leastSharedWord || std::any_of(candidates.begin(), candidates.end(),
                                                    [&](const auto& c) { return c.place.id == place.id; }))
            continue;
        const double away_m = geo::distance_m(at, place.where.at);
        if (away_m > aroundPoint_m) continue;
        const auto stored = file.byId(place.id);
        geo::Candidate candidate{
            std::move(place), 0.6 * shared * nearness(away_m), {"shares a word"}, file.info().file};
        candidate.reasons.push_back(geo::distanceText(away_m) + " from the point given");
        if (stored && stored->handWritten) candidate.reasons.emplace_back("hand-written row");
        candidates.push_back(std::move(candidate));
    }
}

bool fitsNearby(const std::vector<geo::Candidate>& candidates, const SearchOptions& options) {
    return std::any_of(candidates.begin(), candidates.end(), [&](const geo::Candidate& c) {
        const double away_m = geo::distance_m(*options.near, c.place.where.at) - c.place.where.radius_m;
        return away_m < aroundPoint_m && c.score >= sameNameScore * nearness(std::max(0.0, away_m));
    });
}

}  // namespace

namespace {

/// What one file does not know of a place another may.
void fillFrom(geo::Place& into, const geo::Place& from) {
    if (into.name_ar.empty()) into.name_ar = from.name_ar;
    if (into.country.empty()) into.country = from.country;
    if (into.region.empty()) into.region = from.region;
    if (into.population == 0) into.population = from.population;
}

/// Places by all of their ids.
class OneOfIds {
public:
    /// The number under which one of its ids is known; where none is, `next`, and it is known from now on.
    std::size_t numberOf(const geo::Place& place, std::size_t next) {
        // A list that says a city is its governorate is wrong: the two stay apart.
        const std::string sort = geo::isDivision(place.type) ? " division" : "";
        std::size_t number = next;
        if (const auto own = numbers_.find(place.id + sort); own != numbers_.end()) number = own->second;
        for (const std::string& id : place.sameAs)
            if (const auto other = numbers_.find(id + sort); number == next && other != numbers_.end())
                number = other->second;
        numbers_.try_emplace(place.id + sort, number);
        for (const std::string& id : place.sameAs) numbers_.try_emplace(id + sort, number);
        return number;
    }

private:
    std::unordered_map<std::string, std::size_t> numbers_;
};

}  // namespace

struct Gazetteer::Files {
    std::vector<GazetteerFile> list;
};

Gazetteer::Gazetteer() : files_(std::make_unique<Files>()) {}

Gazetteer::Gazetteer(const std::vector<std::filesystem::path>& files, const OpenOptions& options)
    : files_(std::make_unique<Files>()) {
    for (const auto& file : files) files_->list.emplace_back(file, options);
}

Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;

std::vector<geo::Candidate> Gazetteer::search(std::string_view name, const SearchOptions& options) const {
    std::vector<geo::Candidate> found;
    bool nameFits = false;
    const auto collect = [&](bool neighbours) {
        found.clear();
        OneOfIds known;
        for (GazetteerFile& file : files_->list) {
            auto hits = hitsIn(file, name, options);
            nameFits = nameFits || (!hits.empty() && hits.front().score >= surelyMeant);
            if (neighbours) addNeighbours(file, name, hits);
            for (geo::Candidate& candidate : candidatesOf(file, name, hits, options)) {
                const std::size_t at = known.numberOf(candidate.place, found.size());
                if (at == found.size()) {
                    found.push_back(std::move(candidate));
                    continue;
                }
                geo::Candidate& before = found[at];  // the earlier file's place, the better name's reasons
                fillFrom(before.place, candidate.place);
                if (before.score >= candidate.score) continue;
                before.score = candidate.score;
                before.reasons = std::move(candidate.reasons);
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const geo::Candidate& a, const geo::Candidate& b) { return a.score > b.score; });
    };
    collect(false);
    if (options.fuzzy && !nameFits) collect(true);
    if (options.fuzzy && options.near && !fitsNearby(found, options)) {
        for (GazetteerFile& file : files_->list) addSharingAWord(file, name, options, found);
        std::stable_sort(found.begin(), found.end(),
                         [](const geo::Candidate& a, const geo::Candidate& b) { return a.score > b.score; });
    }
    if (found.size() > options.limit) found.resize(options.limit);
    return found;
}

Glance Gazetteer::glance(std::string_view name) const {
    Glance best;
    const SoundedName asked = soundedName(folded(name));
    if (asked.folded.empty()) return best;
    const auto take = [&best](GazetteerFile& file, const std::vector<NameHit>& hits) {
        std::size_t looks = 12;  // by prominence: further namesakes change nothing
        for (const NameHit& hit : hits) {
            if (hit.score < best.score || looks-- == 0) break;
            const auto stored = file.place(hit.rank);
            if (!stored) continue;
            const geo::Place& place = stored->place;
            if (hit.score > best.score) best = {.known = true, .score = hit.score};
            best.country = best.country || place.type == "country";
            best.region = best.region || place.type == "region" || place.type == "governorate";
            best.population = std::max(best.population, place.population);
        }
    };
    for (GazetteerFile& file : files_->list) {
        std::vector<NameHit> hits;
        file.exactHits(asked, hits);
        std::sort(hits.begin(), hits.end(), fitsBetter);
        take(file, hits);
    }
    best.exact = best.known;
    if (best.known) return best;
    for (GazetteerFile& file : files_->list) {
        std::vector<NameHit> hits;
        for (const std::string& reading : spelledOut(name)) {
            const SoundedName read = soundedName(folded(reading));
            for (const std::string& key : lookupKeys(reading)) file.hitsOfKey(key, read, sameNameScore, hits);
        }
        std::sort(hits.begin(), hits.end(), fitsBetter);
        take(file, hits);
    }
    return best;
}

std::vector<geo::Candidate> Gazetteer::beginningWith(std::string_view prefix, std::size_t limit) const {
    std::vector<geo::Candidate> found;
    OneOfIds known;
    for (GazetteerFile& file : files_->list) {
        for (const long long rank : file.beginningWith(folded(prefix), 2 * limit)) {
            const auto stored = file.place(rank);
            if (!stored || known.numberOf(stored->place, found.size()) < found.size()) continue;
            found.push_back({stored->place, 1, {"a name begins so"}, file.info().file});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const geo::Candidate& a, const geo::Candidate& b) {
        return a.place.population > b.place.population;
    });
    if (found.size() > limit) found.resize(limit);
    return found;
}

std::optional<geo::Place> Gazetteer::byId(std::string_view id) const {
    for (GazetteerFile& file : files_->list)
        if (auto stored = file.byId(id)) return std::move(stored->place);
    return std::nullopt;
}

std::vector<geo::Place> Gazetteer::inBox(const geo::Box& box, std::size_t limit,
                                         long minimumPopulation) const {
    std::vector<geo::Place> places;
    OneOfIds known;
    for (GazetteerFile& file : files_->list) {
        std::vector<geo::Place> own;
        file.inBox(box, limit, minimumPopulation, own);
        for (geo::Place& place : own)
            if (known.numberOf(place, places.size()) == places.size()) places.push_back(std::move(place));
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const auto& a, const auto& b) { return a.population > b.population; });
    if (places.size() > limit) places.resize(limit);
    return places;
}

std::vector<Info> Gazetteer::info() const {
    std::vector<Info> all;
    for (const GazetteerFile& file : files_->list) all.push_back(file.info());
    return all;
}

}  // namespace retrace::gazetteer
