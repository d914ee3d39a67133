#pragma once
// A measure of how names are compared: spellings of Syrian towns and villages that the localities' own table
// does not have, each asked for without any context.

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "gazetteer/code_points.hpp"
#include "gazetteer/sounded_name.hpp"
#include "gazetteer/spelling.hpp"
#include "gazetteer/sqlite.hpp"
#include "geo/geodesic.hpp"

namespace retrace::gazetteer {

struct Locality {
    std::string id;  // GeoNames'
    long population = 0;
    geo::LonLat at;
    std::vector<std::string> spelled;
    std::vector<SoundedName> names;  // each folded form once
};

struct Asked {
    std::string name;
    std::size_t locality = 0;
    bool held = false;  // some form of the right locality folds to the same letters
    bool odd = false;   // by the number of its id: what is tuned on one half is told by the other
};

inline std::vector<std::string> partsOf(const std::string& text, char by) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(by, at), text.size());
        if (end > at) parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

inline std::vector<Locality> localitiesOf(const std::filesystem::path& geopackage) {
    std::vector<Locality> all;
    const Database db = Database::openUntrusted(geopackage);
    Statement rows(db, "SELECT gn,pop,lon,lat,name,ar,variants FROM places ORDER BY fid");
    while (rows.step()) {
        Locality locality{.id = std::string(rows.text(0)),
                          .population = std::atol(std::string(rows.text(1)).c_str()),
                          .at = {rows.real(2), rows.real(3)},
                          .spelled = {},
                          .names = {}};
        std::set<std::string> folds;
        for (const int column : {4, 5, 6})
            for (const std::string& name : partsOf(std::string(rows.text(column)), '|')) {
                locality.spelled.push_back(name);
                std::string letters = folded(name);
                if (!letters.empty() && folds.insert(letters).second)
                    locality.names.push_back(soundedName(std::move(letters)));
            }
        all.push_back(std::move(locality));
    }
    return all;
}

/// Not airports' codes, nor what a machine made of Arabic or Cyrillic letters ("alkramt", "Ehl'-Kuseir").
inline bool isLatinSpelling(const std::string& name) {
    const std::string letters = folded(name);
    if (letters.size() < 3 || letters.find_first_not_of("abcdefghijklmnopqrstuvwxyz ") != std::string::npos)
        return false;
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const std::u32string spelled = codePoints(name);
    if (std::none_of(spelled.begin(), spelled.end(),
                     [](char32_t c) { return u_isupper(static_cast<UChar32>(c)); }))
        return false;
    if (name.size() <= 4 && std::all_of(name.begin(), name.end(), upper)) return false;
    if (std::none_of(letters.begin(), letters.end(),
                     [](char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }))
        return false;
    for (const std::string& word : partsOf(letters, ' '))
        if (word.starts_with("eh") && word.size() < 4) return false;
    return true;
}

/// The spellings of a GeoNames dump for localities that the table has, each form once a locality; those that
/// the table has letter by letter are left out.
inline std::vector<Asked> unseenSpellings(const std::filesystem::path& dump,
                                          const std::vector<Locality>& localities) {
    std::map<std::string, std::size_t> byId;
    for (std::size_t i = 0; i < localities.size(); ++i) byId.emplace(localities[i].id, i);
    std::vector<Asked> all;
    std::ifstream in(dump);
    for (std::string line; std::getline(in, line);) {
        if (line.find("\tSY\t") == std::string::npos) continue;
        std::vector<std::string> fields(1);
        for (const char c : line)
            if (c == '\t')
                fields.emplace_back();
            else
                fields.back() += c;
        if (fields.size() < 9 || fields[8] != "SY" || !byId.contains(fields[0])) continue;
        const std::size_t at = byId[fields[0]];
        const Locality& locality = localities[at];
        std::vector<std::string> names{fields[1], fields[2]};
        for (const std::string& name : partsOf(fields[3], ',')) names.push_back(name);
        std::set<std::string> taken;
        for (const std::string& name : names) {
            const auto& has = locality.spelled;
            if (!isLatinSpelling(name) || std::find(has.begin(), has.end(), name) != has.end()) continue;
            const std::string letters = folded(name);
            if (!taken.insert(letters).second) continue;
            const bool held = std::any_of(locality.names.begin(), locality.names.end(),
                                          [&](const SoundedName& n) { return n.folded == letters; });
            all.push_back({name, at, held, (std::atol(fields[0].c_str()) & 1) != 0});
        }
    }
    return all;
}

/// The same place, or its namesake next door.
inline bool isRight(const std::vector<Locality>& localities, std::size_t found, std::size_t expected) {
    if (found == expected) return true;
    const Locality &a = localities[found], &b = localities[expected];
    if (a.id == b.id) return true;
    if (geo::distance_m(a.at, b.at) > 5000) return false;
    for (const SoundedName& one : a.names)
        for (const SoundedName& other : b.names)
            if (one.plain == other.plain) return true;
    return false;
}

/// Localities best first; what fits equally well by population, then by how many names it is known under.
template <typename Score>
std::vector<std::size_t> rankedBy(const Score& score, const std::vector<Locality>& localities) {
    std::vector<std::pair<double, std::size_t>> fits;
    for (std::size_t i = 0; i < localities.size(); ++i) {
        double best = 0;
        for (const SoundedName& name : localities[i].names)
            best = std::max(best, score(name, std::max(best, 0.3)));
        if (best > 0.3) fits.emplace_back(best, i);
    }
    const auto before = [&](const auto& a, const auto& b) {
        const Locality &p = localities[a.second], &q = localities[b.second];
        if (a.first != b.first) return a.first > b.first;
        if (p.population != q.population) return p.population > q.population;
        return p.spelled.size() != q.spelled.size() ? p.spelled.size() > q.spelled.size()
                                                    : a.second < b.second;
    };
    const std::size_t most = std::min<std::size_t>(fits.size(), 10);
    std::partial_sort(fits.begin(), fits.begin() + static_cast<std::ptrdiff_t>(most), fits.end(), before);
    std::vector<std::size_t> ranked;
    for (std::size_t i = 0; i < most; ++i) ranked.push_back(fits[i].second);
    return ranked;
}

struct Recall {
    std::size_t asked = 0, first = 0, five = 0;
    [[nodiscard]] double at1() const { return static_cast<double>(first) / static_cast<double>(asked); }
    [[nodiscard]] double at5() const { return static_cast<double>(five) / static_cast<double>(asked); }
};

}  // namespace retrace::gazetteer
