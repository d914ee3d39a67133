// How well and how fast a misspelt name is found: Retrace's look-up beside SQLite's FTS5 with trigrams and,
// where its answers are given, PostgreSQL's pg_trgm. Figures, not a test.
//
//   names_benchmark GAZETTEER [QUERIES [SEED]]                    Retrace and FTS5
//   names_benchmark GAZETTEER QUERIES SEED --tables FOLDER        writes names.tsv and queries.tsv there
//   names_benchmark GAZETTEER QUERIES SEED --answers FILE LABEL   and another engine's answers:
//                                       query number, milliseconds, names (each apart by tabs)
//
// A query is a name of four letters or more, drawn evenly from all names, with one or two random edits.
// Engines that find by trigrams give their 200 best, which are put in order by edit distance. Right at k: a
// place that bears the name that was altered is among the first k places.
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <random>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "gazetteer/code_points.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/pieces.hpp"
#include "gazetteer/sqlite.hpp"

namespace {

using namespace retrace;
using namespace retrace::gazetteer;

struct Query {
    std::string meant, asked;
};
using Places = std::vector<long long>;  // ranks
struct Names {
    std::vector<std::string> all;
    std::unordered_map<std::string, Places> places;
};
struct Figures {
    std::vector<double> ms;
    std::size_t first = 0, amongFive = 0;
};

Names namesOf(const std::string& file) {
    Names names;
    const Database db = Database::openUntrusted(file);
    Statement rows(db, "SELECT folded,place FROM name ORDER BY folded,place");
    while (rows.step()) {
        const std::string name(rows.text(0));
        if (names.all.empty() || names.all.back() != name) names.all.push_back(name);
        names.places[name].push_back(rows.integer(1));
    }
    return names;
}

std::vector<Query> queriesFrom(const Names& names, std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    std::vector<Query> queries;
    while (queries.size() < count) {
        const std::string& name = names.all[below(names.all.size())];
        std::u32string letters = codePoints(name);
        if (letters.size() < 4) continue;
        const bool latin = letters[0] < 128;
        for (std::size_t edits = 1 + below(2); edits > 0; --edits) {
            const char32_t letter =
                latin ? static_cast<char32_t>(U'a' + below(26)) : letters[below(letters.size())];
            const std::size_t at = below(letters.size());
            switch (below(3)) {
                case 0:
                    letters.insert(at, 1, letter);
                    break;
                case 1:
                    letters.erase(at, 1);
                    break;
                default:
                    letters[at] = letter;
            }
        }
        queries.push_back({name, utf8Of(letters)});
    }
    return queries;
}

void score(const Places& found, const Query& query, const Names& names, Figures& figures) {
    const Places& right = names.places.at(query.meant);
    const auto isRight = [&](long long p) { return std::find(right.begin(), right.end(), p) != right.end(); };
    const auto at = std::find_if(found.begin(), found.end(), isRight) - found.begin();
    if (at == 0 && !found.empty()) ++figures.first;
    if (at < 5 && at < static_cast<long>(found.size())) ++figures.amongFive;
}

/// Names in the order of their edit distance, as the places that bear them.
Places placesByDistance(std::vector<std::string> found, const std::string& asked, const Names& names) {
    const EditMeter meter(codePoints(asked));
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (std::size_t i = 0; i < found.size(); ++i) order.emplace_back(meter.distanceTo(found[i]), i);
    std::sort(order.begin(), order.end());
    Places places;
    std::unordered_set<long long> seen;
    for (const auto& [distance, i] : order)
        if (const auto bearing = names.places.find(found[i]); bearing != names.places.end())
            for (const long long place : bearing->second)
                if (places.size() < 5 && seen.insert(place).second) places.push_back(place);
    return places;
}

double timed(const std::function<void()>& what) {
    const auto begin = std::chrono::steady_clock::now();
    what();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

Figures retraceFigures(const std::string& file, const std::vector<Query>& queries, const Names& names) {
    const Database db = Database::openUntrusted(file);
    Statement rank(db, "SELECT rank FROM place WHERE rank IN (SELECT place FROM ident WHERE id=?1) LIMIT 1");
    const Gazetteer gazetteer({file});
    Figures figures;
    for (const Query& query : queries) {
        std::vector<geo::Candidate> found;
        figures.ms.push_back(timed([&] { found = gazetteer.search(query.asked, {.limit = 5}); }));
        Places places;
        for (const geo::Candidate& candidate : found) {
            rank.bind(1, candidate.place.id);
            if (rank.step()) places.push_back(rank.integer(0));
            rank.reset();
        }
        score(places, query, names, figures);
    }
    return figures;
}

Figures fts5Figures(const std::vector<Query>& queries, const Names& names, const std::string& scratch) {
    std::remove(scratch.c_str());
    const Database db = Database::create(scratch);
    db.run(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; "
        "CREATE VIRTUAL TABLE t USING fts5(name, tokenize='trigram'); BEGIN");
    Statement insert(db, "INSERT INTO t VALUES(?)");
    for (const std::string& name : names.all) insert.bind(1, name).step();
    db.run("COMMIT");
    Statement search(db, "SELECT name FROM t WHERE t MATCH ?1 ORDER BY rank LIMIT 200");
    Figures figures;
    for (const Query& query : queries) {
        Places places;
        figures.ms.push_back(timed([&] {
            const std::u32string letters = codePoints(query.asked);
            std::string match;
            for (std::size_t i = 0; i + 3 <= letters.size(); ++i)
                match += (match.empty() ? "\"" : " OR \"") + utf8Of(letters.substr(i, 3)) + "\"";
            std::vector<std::string> found;
            if (!match.empty()) {
                search.bind(1, match);
                while (search.step()) found.emplace_back(search.text(0));
            }
            places = placesByDistance(std::move(found), query.asked, names);
        }));
        score(places, query, names, figures);
    }
    std::remove(scratch.c_str());
    return figures;
}

Figures answersOf(const std::string& file, const std::vector<Query>& queries, const Names& names) {
    Figures figures;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        std::istringstream fields(line);
        std::string field;
        std::getline(fields, field, '\t');
        const Query& query = queries.at(std::stoul(field));
        std::getline(fields, field, '\t');
        double ms = std::stod(field);
        std::vector<std::string> found;
        while (std::getline(fields, field, '\t')) found.push_back(field);
        Places places;
        ms += timed([&] { places = placesByDistance(std::move(found), query.asked, names); });
        figures.ms.push_back(ms);
        score(places, query, names, figures);
    }
    return figures;
}

void tell(const std::string& engine, Figures figures) {
    if (figures.ms.empty()) return;
    std::sort(figures.ms.begin(), figures.ms.end());
    double sum_ms = 0;
    for (const double ms : figures.ms) sum_ms += ms;
    const auto all = static_cast<double>(figures.ms.size());
    std::cout << engine << ": recall at 1 " << static_cast<double>(figures.first) / all << ", at 5 "
              << static_cast<double>(figures.amongFive) / all << "; ms median "
              << figures.ms[figures.ms.size() / 2] << ", 95th percentile "
              << figures.ms[figures.ms.size() * 95 / 100] << ", most " << figures.ms.back() << "; "
              << 1000 * all / sum_ms << " a second\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr
            << "usage: names_benchmark GAZETTEER [QUERIES [SEED]] [--tables FOLDER | --answers FILE LABEL]\n";
        return 2;
    }
    const std::string file = argv[1];
    const std::size_t count = argc > 2 ? std::stoul(argv[2]) : 1000;
    const auto seed = static_cast<unsigned>(argc > 3 ? std::stoul(argv[3]) : 1);
    const Names names = namesOf(file);
    const std::vector<Query> queries = queriesFrom(names, count, seed);
    if (argc > 5 && std::string(argv[4]) == "--tables") {
        std::ofstream namesFile(std::string(argv[5]) + "/names.tsv"),
            queriesFile(std::string(argv[5]) + "/queries.tsv");
        for (const std::string& name : names.all) namesFile << name << "\n";
        for (std::size_t i = 0; i < queries.size(); ++i) queriesFile << i << "\t" << queries[i].asked << "\n";
        return 0;
    }
    std::cout << names.all.size() << " names, " << queries.size() << " altered queries, seed " << seed
              << "\n";
    tell("Retrace", retraceFigures(file, queries, names));
    tell("FTS5 trigram, 200 best by edit distance", fts5Figures(queries, names, file + ".fts5"));
    if (argc > 6) tell(argv[6], answersOf(argv[5], queries, names));
}
