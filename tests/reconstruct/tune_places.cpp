// Fits the weights by which places are chosen to annotated texts, by random search for the greatest
// likelihood of what is meant. Not a test: run by hand, its best line goes into ChoiceWeights.
//   tune_places STEPS SEED [--gazetteer FILE] TEXT TABLE [TEXT TABLE]... [--held-out TEXT TABLE ...]
// Every text counts twice: with the gazetteer given before it, and with the bundled one alone, which holds
// few villages. TABLE: columns start,end,lat,lon,tolerance_km,literal as in tests/places, or those of an
// interview's mentions.
#include <cmath>
#include <iostream>
#include <optional>
#include <random>

#include "gazetteer/gazetteer.hpp"
#include "geo/geodesic.hpp"
#include "reconstruct/choose_places.hpp"
#include "reference.hpp"

namespace {

using namespace retrace;
using namespace retrace::reconstruct;

// A text with its names, and which candidates of each group are meant: those within the tolerance, or none.
struct Problem {
    std::vector<NameGroup> groups;
    std::vector<Nearness> nearness;
    std::vector<std::pair<std::size_t, std::vector<bool>>> meant;  // group, by candidate and "none"
};

Problem problemOf(const gazetteer::Gazetteer& gazetteer, const std::string& text, const std::string& table) {
    text::NameLookup glance = [&](std::string_view name) {
        const auto g = gazetteer.glance(name);
        return text::NameHit{g.known, g.exact, g.country, g.region, g.population, g.score};
    };
    Words words{{text::readSource("t", test::bytesOf(text))}, {}};
    words.readings.push_back(text::read(words.sources.front(), glance));
    Problem problem{.groups = groupNames(words), .nearness = {}, .meant = {}};
    std::vector<std::size_t> groupOf(words.readings[0].mentions.size());
    for (std::size_t g = 0; g < problem.groups.size(); ++g) {
        problem.groups[g].candidates = gazetteer.search(problem.groups[g].query, {.limit = 60});
        for (const auto m : problem.groups[g].mentions) groupOf[m] = g;
    }
    findContainers(words, groupOf, problem.groups);
    problem.nearness = nearnessOf(words, groupOf, problem.groups.size());
    for (auto row : test::csvRows(table)) {
        if (row["literal"] != "1" || !row["repeat_of"].empty()) continue;
        const auto begin = std::stoul(row.contains("start") ? row["start"] : row["char_start"]);
        const auto end = std::stoul(row.contains("end") ? row["end"] : row["char_end"]);
        for (std::size_t m = 0; m < groupOf.size(); ++m) {
            const auto& quote = words.readings[0].mentions[m].quote;
            if (quote.begin >= end || begin >= quote.end) continue;
            const auto& candidates = problem.groups[groupOf[m]].candidates;
            std::vector<bool> meant(candidates.size() + 1, false);
            bool any = false;
            for (std::size_t c = 0; c < candidates.size() && !row["lat"].empty(); ++c) {
                const geo::LonLat at{std::stod(row["lon"]), std::stod(row["lat"])};
                meant[c] = geo::distance_m(candidates[c].place.where.at, at) <=
                           1000 * std::stod(row["tolerance_km"]);
                any = any || meant[c];
            }
            meant.back() = !any;
            problem.meant.emplace_back(groupOf[m], meant);
            break;
        }
    }
    return problem;
}

struct Figures {
    double loss = 0;  // nats a mention
    int all = 0, right = 0, wrong = 0, open = 0, openRightly = 0;
};

Figures figuresOf(const std::vector<Problem>& problems, const ChoiceWeights& w) {
    Figures f;
    for (const Problem& p : problems) {
        const std::vector<bool> fixed(p.groups.size(), false);
        const auto beliefs = placeBeliefs(p.groups, p.nearness, fixed, w);
        const auto choices = chooseTogether(p.groups, p.nearness, fixed, w);
        for (const auto& [group, meant] : p.meant) {
            double belief = 0;
            for (std::size_t c = 0; c < meant.size(); ++c) belief += meant[c] ? beliefs[group][c] : 0;
            f.loss -= std::log(std::max(0.01, belief));
            ++f.all;
            const auto& choice = choices[group].candidate;
            if (!choice)
                ++(meant.back() ? f.openRightly : f.open);
            else
                ++(meant[*choice] ? f.right : f.wrong);
        }
    }
    f.loss /= std::max(1, f.all);
    return f;
}

void tell(const char* name, const Figures& f) {
    std::cout << name << ": loss " << f.loss << ", right " << f.right << ", wrong " << f.wrong << ", open "
              << f.open << ", rightly open " << f.openRightly << " of " << f.all << "\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 5) return 2;
    std::vector<Problem> fitted, held;
    auto* into = &fitted;
    const gazetteer::Gazetteer bundled({test::shippedGazetteer()});
    std::optional<gazetteer::Gazetteer> gazetteer;
    for (int i = 3; i + 1 < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--held-out") {
            into = &held;
            continue;
        }
        const std::string next = argv[++i];
        if (word == "--gazetteer") {
            gazetteer.emplace(std::vector<std::filesystem::path>{next, test::shippedGazetteer()});
            continue;
        }
        if (gazetteer) into->push_back(problemOf(*gazetteer, word, next));
        into->push_back(problemOf(bundled, word, next));
    }
    std::mt19937 random(static_cast<unsigned>(std::stoul(argv[2])));
    ChoiceWeights best;
    const auto fields = [](ChoiceWeights& w) {
        return std::vector<double*>{
            &w.spelling,    &w.notAsWritten,  &w.prominence, &w.kindFits,      &w.kindFails,   &w.wide,
            &w.wideInexact, &w.beside,        &w.halfway_km, &w.farthest_km,   &w.company,     &w.reach_km,
            &w.alone,       &w.enoughCompany, &w.none,       &w.noneBeside_km, &w.noneCompany, &w.noSuchSpot,
            &w.fewLinks,    &w.coverage,      &w.noneThough};
    };
    Figures least = figuresOf(fitted, best);
    tell("start, fitted", least);
    tell("start, held out", figuresOf(held, best));
    for (long step = std::stol(argv[1]); step > 0; --step) {
        ChoiceWeights tried = best;
        const auto values = fields(tried);
        for (int k = 0; k < 2; ++k) {
            double& value = *values[random() % values.size()];
            value = value * std::exp(std::normal_distribution(0.0, 0.35)(random)) +
                    (&value == &tried.none ? std::normal_distribution(0.0, 0.3)(random) : 0);
        }
        const Figures f = figuresOf(fitted, tried);
        if (f.loss >= least.loss) continue;
        least = f;
        best = tried;
    }
    tell("fitted", least);
    tell("held out", figuresOf(held, best));
    for (const double* value : fields(best)) std::cout << *value << " ";
    std::cout << "\n";
}
