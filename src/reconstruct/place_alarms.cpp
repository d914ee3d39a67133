#include "gazetteer/spelling.hpp"
#include "geo/geodesic.hpp"
#include "reconstruct/choose_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <sstream>

namespace retrace::reconstruct {
namespace {

// Whether the words between two names only join them into a list: ", ", "and", "as well as" ...
bool joinsList(const std::string& between) {
    static constexpr std::array joining{"and", "or", "as", "well", "also", "the", "of", "with", "along"};
    std::string word;
    const auto joins = [&] {
        return word.empty() || std::ranges::any_of(joining, [&](const char* j) { return word == j; });
    };
    for (const char c : between) {
        if (c == ' ' || c == ',' || c == '\n' || c == '\r') {
            if (!joins()) return false;
            word.clear();
        } else {
            word += c;
        }
    }
    return joins();
}

// Runs of names that a sentence lists side by side, as numbers of mentions.
std::vector<std::vector<std::size_t>> lists(const Words& words) {
    std::vector<std::vector<std::size_t>> found;
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        const auto& mentions = words.readings[s].mentions;
        const auto first = firstMention(words, s);
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            bool joined = false;
            if (i > 0 && mentions[i - 1].quote.end < mentions[i].quote.begin &&
                mentions[i].quote.begin - mentions[i - 1].quote.end < 24)
                joined = joinsList(wordsOf(
                    words, {mentions[i].quote.source, mentions[i - 1].quote.end, mentions[i].quote.begin}));
            if (!joined) found.emplace_back();
            found.back().push_back(first + i);
        }
    }
    return found;
}

std::vector<geo::LonLat> placesBeside(const ChosenPlaces& places, const std::vector<std::size_t>& list,
                                      std::size_t mention) {
    std::vector<geo::LonLat> beside;
    std::set<std::size_t> seen{places.groupOf[mention]};
    for (const auto other : list)
        if (places.mentions[other].place && seen.insert(places.groupOf[other]).second)
            beside.push_back(places.mentions[other].place->where.at);
    return beside;
}

double diameter_m(const std::vector<geo::LonLat>& points) {
    double most = 0;
    for (const auto& a : points)
        for (const auto& b : points) most = std::max(most, geo::distance_m(a, b));
    return most;
}

double nearest_m(const geo::LonLat& from, const std::vector<geo::LonLat>& points) {
    double least = 1e12;
    for (const auto& p : points) least = std::min(least, geo::distance_m(from, p));
    return least;
}

geo::LonLat middleOf(const std::vector<geo::LonLat>& points) {
    geo::LonLat sum;
    for (const auto& p : points) sum = {sum.lon + p.lon, sum.lat + p.lat};
    const auto n = static_cast<double>(points.size());
    return {sum.lon / n, sum.lat / n};
}

// The words of a name, articles left out.
std::vector<std::string> wordsOfName(const std::string& name) {
    std::vector<std::string> parts;
    std::istringstream in(gazetteer::folded(name));
    for (std::string part; in >> part;)
        if (part.size() >= 3) parts.push_back(part);
    return parts;
}

// How alike two names are by their likest words: a narrator's slip often keeps one of them. 0..1.
double likeness(const std::string& asked, const std::string& known) {
    double most = 0;
    for (const auto& a : wordsOfName(asked))
        for (const auto& k : wordsOfName(known)) {
            double like = gazetteer::compareNames(a, k).score;
            if (a.starts_with(k) || k.starts_with(a)) like = std::max(like, 0.7);
            most = std::max(most, like);
        }
    return most;
}

// Near places with a like name, for a person to look at; none of them is chosen.
std::vector<geo::Candidate> nearAlternatives(const Lookup& lookup, const NameGroup& group,
                                             const std::vector<geo::LonLat>& beside) {
    constexpr double reach_m = 30000;
    if (!lookup.inBox) return {};
    const auto middle = middleOf(beside);
    const auto corner = [&](double azimuth) { return geo::destination(middle, azimuth, reach_m); };
    std::vector<geo::Candidate> near;
    for (const auto& place :
         lookup.inBox({corner(270).lon, corner(180).lat, corner(90).lon, corner(0).lat})) {
        const double like = likeness(group.query, place.name);
        const double away = geo::distance_m(place.where.at, middle);
        if (like < 0.65 || away > reach_m) continue;
        near.push_back({.place = place,
                        .score = 0.5 * like * (1 - 0.5 * away / reach_m),
                        .reasons = {"part of the name is alike", std::to_string(std::lround(away / 1000)) +
                                                                     " km from the places named beside it"},
                        .gazetteer = "near"});
    }
    std::ranges::stable_sort(near, std::greater<>{}, &geo::Candidate::score);
    if (near.size() > 5) near.resize(5);
    return near;
}

// A place that bears the name and lies where the sentence cannot mean.
struct Stray {
    std::size_t group = 0;
    geo::Place place;
    std::vector<geo::LonLat> beside;
    std::string besideWords;
};

constexpr double far_m = 80000;

bool isKnown(const std::vector<Stray>& strays, std::size_t group) {
    return std::ranges::any_of(strays, [&](const auto& s) { return s.group == group; });
}

// Chosen places far from every other place of the same list.
void findStraysOfLists(const Words& words, const ChosenPlaces& places, std::vector<Stray>& strays) {
    for (const auto& list : lists(words)) {
        for (const auto mention : list) {
            const auto& m = places.mentions[mention];
            if (!m.place || m.decided == model::Decided::analyst || !m.mention.literal) continue;
            const auto beside = placesBeside(places, list, mention);
            if (beside.size() < 2 || isKnown(strays, places.groupOf[mention])) continue;
            const double away = nearest_m(m.place->where.at, beside) - m.place->where.radius_m;
            if (away < std::max(far_m, 3 * diameter_m(beside))) continue;
            strays.push_back(
                {places.groupOf[mention], *m.place, beside, "every place named in one breath with it"});
        }
    }
}

bool isLeftOpen(const ChosenPlaces& places, const NameGroup& group) {
    return group.literal && std::ranges::all_of(group.mentions, [&](const auto m) {
               return !places.mentions[m].place && places.mentions[m].decided != model::Decided::analyst;
           });
}

std::vector<geo::LonLat> placesLinked(const ChosenPlaces& places, const std::vector<Nearness>& nearness,
                                      std::size_t group) {
    std::vector<geo::LonLat> beside;
    for (const auto& link : nearness) {
        if (link.a != group && link.b != group) continue;
        const auto& other = places.groups[link.a == group ? link.b : link.a];
        if (const auto& place = places.mentions[other.mentions.front()].place)
            beside.push_back(place->where.at);
    }
    return beside;
}

// Puts near places with similar names behind the group's candidates; those that are new.
std::vector<geo::Candidate> addNear(const Lookup& lookup, const std::vector<geo::LonLat>& beside,
                                    NameGroup& group) {
    auto near = nearAlternatives(lookup, group, beside);
    std::erase_if(near, [&](const auto& n) {
        if (std::ranges::find(group.rejected, n.place.id) != group.rejected.end()) return true;
        return std::ranges::any_of(group.candidates, [&](const auto& c) { return c.place.id == n.place.id; });
    });
    group.candidates.insert(group.candidates.end(), near.begin(), near.end());
    return near;
}

// Names left open though some place bears them, all of them far from the places named around.
void findStraysLeftOpen(const ChosenPlaces& places, const std::vector<Nearness>& nearness,
                        std::vector<Stray>& strays) {
    for (std::size_t g = 0; g < places.groups.size(); ++g) {
        const auto& group = places.groups[g];
        const bool open =
            group.literal && std::ranges::all_of(group.mentions, [&](const auto m) {
                return !places.mentions[m].place && places.mentions[m].decided != model::Decided::analyst;
            });
        if (!open || isKnown(strays, g)) continue;
        Stray stray{g, {}, {}, "the places named around it"};
        for (const auto& link : nearness) {
            if (link.a != g && link.b != g) continue;
            const auto& other = places.groups[link.a == g ? link.b : link.a];
            if (const auto& place = places.mentions[other.mentions.front()].place)
                stray.beside.push_back(place->where.at);
        }
        if (stray.beside.size() < 2) continue;
        double least = 1e12;
        for (const auto& candidate : group.candidates) {
            if (candidate.score < likeName) continue;
            const double away =
                nearest_m(candidate.place.where.at, stray.beside) - candidate.place.where.radius_m;
            if (away < least) least = away, stray.place = candidate.place;
        }
        if (least >= far_m && least < 1e12) strays.push_back(std::move(stray));
    }
}

}  // namespace

std::vector<std::size_t> raiseAlarms(const Words& words, const Lookup& lookup,
                                     const std::vector<Nearness>& nearness, ChosenPlaces& places) {
    std::vector<Stray> strays;
    findStraysOfLists(words, places, strays);
    findStraysLeftOpen(places, nearness, strays);
    std::vector<std::size_t> alarmed;
    for (const Stray& stray : strays) {
        alarmed.push_back(stray.group);
        auto& group = places.groups[stray.group];
        const auto km = std::lround(nearest_m(stray.place.where.at, stray.beside) / 1000);
        const std::string why = "the gazetteer's " + stray.place.name + " lies " + std::to_string(km) +
                                " km from " + stray.besideWords + ": left open";
        const auto near = addNear(lookup, stray.beside, group);
        model::Finding finding{"alarm", "warning", inQuotes(group.name) + ": " + why, {}, {}};
        for (const auto& n : near)
            finding.message += (&n == &near.front() ? "; near by: " : ", ") + n.place.name;
        for (const auto m : group.mentions) {
            auto& mention = places.mentions[m];
            finding.evidence.push_back(mention.mention.quote);
            if (mention.decided == model::Decided::analyst) continue;
            mention.decided = model::Decided::undecided;
            mention.place.reset();
            mention.confidence = 0;
            mention.why = why;
            mention.candidates = group.candidates;
        }
        places.findings.push_back(std::move(finding));
    }
    return alarmed;
}

void offerNear(const Lookup& lookup, const std::vector<Nearness>& nearness, ChosenPlaces& places) {
    for (std::size_t g = 0; g < places.groups.size(); ++g) {
        auto& group = places.groups[g];
        const auto beside = placesLinked(places, nearness, g);
        if (!isLeftOpen(places, group) || beside.size() < 2 || addNear(lookup, beside, group).empty())
            continue;
        for (const auto m : group.mentions) places.mentions[m].candidates = group.candidates;
    }
}

}  // namespace retrace::reconstruct
