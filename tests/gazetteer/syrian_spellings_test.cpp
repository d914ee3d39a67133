// How well names are compared, measured on spellings of Syrian towns and villages against all localities.
#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

#include "gazetteer/key_neighbours.hpp"
#include "unseen_spellings.hpp"

namespace retrace::gazetteer {
namespace {

namespace fs = std::filesystem;

const fs::path geopackage = fs::path(RETRACE_TESTS) / "../../shared/geodata/wof_syria.gpkg";

void report(const char* of, const Recall& recall) {
    std::cout << "  " << of << ": " << recall.asked << " asked, recall " << recall.at1() << " at 1, "
              << recall.at5() << " at 5\n";
}

void add(Recall& recall, const std::vector<Locality>& localities, const std::vector<std::size_t>& ranked,
         std::size_t expected) {
    ++recall.asked;
    for (std::size_t i = 0; i < std::min<std::size_t>(ranked.size(), 5); ++i) {
        if (!isRight(localities, ranked[i], expected)) continue;
        recall.first += i == 0 ? 1 : 0;
        ++recall.five;
        break;
    }
}

TEST(SyrianSpellings, findTheirPlaceAmongAllLocalities) {
    const char* dump = std::getenv("RETRACE_CITIES500");
    if (!fs::exists(geopackage) || !dump || !fs::exists(dump))
        GTEST_SKIP() << "needs ../shared/geodata and a GeoNames cities500.txt in RETRACE_CITIES500";
    const auto localities = localitiesOf(geopackage);
    const auto asked = unseenSpellings(dump, localities);
    std::size_t names = 0;
    for (const Locality& locality : localities) names += locality.names.size();
    ASSERT_EQ(localities.size(), 10'580U);
    ASSERT_GT(asked.size(), 700U);

    Recall all, unheld, half[2], unheldHalf[2];
    std::size_t sameKey = 0, nearKey = 0;
    const auto start = std::chrono::steady_clock::now();
    for (const Asked& one : asked) {
        const SoundedName name = soundedName(folded(one.name));
        const auto ranked =
            rankedBy([&](const SoundedName& known, double least) { return soundedScore(name, known, least); },
                     localities);
        add(all, localities, ranked, one.locality);
        add(half[one.odd], localities, ranked, one.locality);
        if (!one.held) add(unheld, localities, ranked, one.locality);
        if (!one.held) add(unheldHalf[one.odd], localities, ranked, one.locality);

        std::set<std::string> keys;
        for (const SoundedName& known : localities[one.locality].names) keys.insert(known.key);
        const auto has = [&](const std::string& key) { return keys.contains(key); };
        const auto own = lookupKeys(one.name), near = keyNeighbours(name.key);
        const bool found = std::any_of(own.begin(), own.end(), has);
        sameKey += found ? 1 : 0;
        nearKey += found || std::any_of(near.begin(), near.end(), has) ? 1 : 0;
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    report("all", all);
    report("  even ids", half[0]);
    report("  odd ids", half[1]);
    report("held in no form", unheld);
    report("  even ids", unheldHalf[0]);
    report("  odd ids", unheldHalf[1]);
    std::cout << "  under the same key " << sameKey << ", or a neighbour " << nearKey << "; "
              << static_cast<double>(names * asked.size()) / seconds / 1e6 << " million names a second\n";
    EXPECT_GE(all.at1(), 0.82);
    EXPECT_GE(all.at5(), 0.97);
    EXPECT_GE(unheld.at1(), 0.70);
    EXPECT_GE(unheld.at5(), 0.92);
    EXPECT_GE(static_cast<double>(nearKey), 0.95 * static_cast<double>(asked.size()));
}

std::vector<std::string> csvFields(const std::string& line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else
            fields.back() += c;
    }
    return fields;
}

TEST(SyrianSpellings, ofAReferenceTableFindTheirPlaceToo) {
    const fs::path table = fs::path(RETRACE_TESTS) / "../../shared/interview/places.csv";
    if (!fs::exists(geopackage) || !fs::exists(table)) GTEST_SKIP() << "needs ../shared";
    const auto localities = localitiesOf(geopackage);
    Recall all;
    std::ifstream in(table);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        const auto fields = csvFields(line);
        if (fields.size() < 11 || fields[10].empty()) continue;
        const auto right = std::find_if(localities.begin(), localities.end(),
                                        [&](const Locality& l) { return l.id == fields[10]; });
        if (right == localities.end()) continue;
        const auto at = static_cast<std::size_t>(right - localities.begin());
        for (const std::string& variant : partsOf(fields[3], '|')) {
            if (variant.find('[') != std::string::npos) continue;  // a gloss, which the reader takes off
            const SoundedName name = soundedName(folded(variant));
            const auto ranked = rankedBy(
                [&](const SoundedName& known, double least) { return soundedScore(name, known, least); },
                localities);
            add(all, localities, ranked, at);
        }
    }
    report("of the reference table", all);
    ASSERT_GT(all.asked, 15U);
    EXPECT_GE(all.at5(), 0.7);
}

}  // namespace
}  // namespace retrace::gazetteer
