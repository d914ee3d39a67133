// The gazetteer that ships: what it must hold, what it must not, how fast it answers, and how many of the
// places of a reference table it finds.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/spelling.hpp"
#include "geo/geodesic.hpp"

namespace retrace::gazetteer {
namespace {

namespace fs = std::filesystem;

const fs::path shipped = fs::path(RETRACE_DATA) / "gazetteer" / "retrace.gpkg";

struct Expected {
    std::string id, name;
    geo::LonLat at;
    double tolerance_m = 0;
};

std::vector<std::string> csvFields(const std::string& line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    }
    return fields;
}

/// Every variant of every place that has a point; two that no gazetteer can hold are left out.
std::vector<Expected> referencePlaces(const fs::path& file) {
    std::vector<Expected> all;
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        const auto f = csvFields(line);
        if (f.size() < 8 || f[5].empty() || f[0] == "baytara" || f[0] == "darat_izza_homs") continue;
        std::string names = f[3];
        for (std::size_t at = 0; at <= names.size();) {
            const std::size_t end = std::min(names.find('|', at), names.size());
            std::string name = names.substr(at, end - at);
            at = end + 1;
            // What the reader takes off before it asks: glosses, kinds, possessives.
            for (const std::string extra : {" [Damascus]", " area", " city", "’s"})
                if (const auto found = name.rfind(extra);
                    found != std::string::npos && found + extra.size() == name.size())
                    name.resize(found);
            all.push_back({f[0], name, {std::stod(f[6]), std::stod(f[5])}, std::stod(f[7])});
        }
    }
    return all;
}

bool meant(const geo::Candidate& candidate, const Expected& place) {
    // Countries have no radius in the table; sources of a settlement's point differ by some hundred metres.
    const double tolerance_m =
        place.tolerance_m > 0 ? place.tolerance_m + 1500 : candidate.place.where.radius_m;
    return geo::distance_m(candidate.place.where.at, place.at) <= tolerance_m;
}

struct Recall {
    int asked = 0, first = 0, amongFive = 0;
    std::string missed, notFirst;
};

Recall recallOf(const Gazetteer& gazetteer, const std::vector<Expected>& places,
                const SearchOptions& options) {
    Recall recall;
    for (const Expected& place : places) {
        const auto found = gazetteer.search(place.name, options);
        const auto at = static_cast<std::size_t>(
            std::find_if(found.begin(), found.end(), [&](const auto& c) { return meant(c, place); }) -
            found.begin());
        ++recall.asked;
        recall.first += at == 0 && !found.empty();
        recall.amongFive += at < 5 && at < found.size();
        if (at > 0 && at < found.size())
            recall.notFirst += " [" + place.name + " -> " + found[0].place.name + "]";
        if (at >= 5 || at >= found.size())
            recall.missed += " [" + place.name + (found.empty() ? "]" : " -> " + found[0].place.name + "]");
    }
    return recall;
}

TEST(Shipped, findsThePlacesOfTheReferenceTable) {
    const fs::path table = fs::path(RETRACE_DATA) / ".." / ".." / "shared" / "interview" / "places.csv";
    if (!fs::exists(table)) GTEST_SKIP() << table << " is absent";
    const auto places = referencePlaces(table);
    ASSERT_GT(places.size(), 40U);
    SearchOptions near;
    near.near = geo::LonLat{36.9, 35.2};  // the middle of the story
    std::map<std::string, Recall> recalls;
    for (const bool byHand : {true, false}) {
        const Gazetteer gazetteer({shipped}, {.handWritten = byHand});
        for (const bool withPoint : {false, true}) {
            const std::string label = std::string(byHand ? "with" : "without") + " hand-written rows, " +
                                      (withPoint ? "near a point" : "no point");
            const Recall& recall = recalls[label] =
                recallOf(gazetteer, places, withPoint ? near : SearchOptions{});
            std::cout << label << ": " << recall.asked << " names, at 1: " << recall.first
                      << ", at 5: " << recall.amongFive << "; not first:" << recall.notFirst
                      << "; missed:" << recall.missed << "\n";
        }
    }
    for (const char* label : {"with hand-written rows, no point", "with hand-written rows, near a point"}) {
        EXPECT_EQ(recalls[label].amongFive, recalls[label].asked) << recalls[label].missed;
        EXPECT_GE(recalls[label].first, recalls[label].asked * 8 / 10) << recalls[label].notFirst;
    }
}

TEST(Shipped, holdsNamesakesApart) {
    const Gazetteer gazetteer({shipped});
    SearchOptions options;
    options.limit = 20;
    const auto named = [&](const std::string& name) {
        int count = 0;
        for (const auto& candidate : gazetteer.search(name, options))
            count += candidate.score >= sameNameScore;
        return count;
    };
    EXPECT_GE(named("al-Shayha"), 3);
    EXPECT_GE(named("Khattab"), 3);
    EXPECT_GE(named("al-Mukhtariyah"), 2);
    EXPECT_GE(named("al-Zahra"), 3);
    EXPECT_GE(named("al-Mushrafa"), 2);
}

TEST(Shipped, givesNoPlaceADoubtfulName) {
    const Gazetteer gazetteer({shipped});
    const auto found = gazetteer.search("Darat Izza");
    ASSERT_FALSE(found.empty());
    EXPECT_LT(geo::distance_m(found[0].place.where.at, {36.85216, 36.28247}), 2000);
    for (const auto& candidate : found)
        EXPECT_FALSE(candidate.place.id == "gn:174253" && candidate.score >= sameNameScore);
    for (const auto& candidate : gazetteer.search("al-Baytara")) EXPECT_LT(candidate.score, 0.95);
    EXPECT_FALSE(gazetteer.glance("Hamas").exact);
}

TEST(Shipped, knowsTheWorld) {
    const Gazetteer gazetteer({shipped});
    const std::map<std::string, std::string> countries{
        {"America", "US"}, {"the Emirates", "AE"}, {"Britain", "GB"}, {"Holland", "NL"}, {"Burma", "MM"},
        {"Turkey", "TR"},  {"Syria", "SY"},        {"سوريا", "SY"},   {"Россия", "RU"}};
    for (const auto& [name, country] : countries) {
        const auto found = gazetteer.search(name);
        ASSERT_FALSE(found.empty()) << name;
        EXPECT_EQ(found[0].place.country, country) << name;
        EXPECT_EQ(found[0].place.type, "country") << name;
        EXPECT_TRUE(gazetteer.glance(name).country) << name;
    }
    const std::map<std::string, std::string> cities{{"Munich", "DE"}, {"Vienna", "AT"}, {"Kiev", "UA"},
                                                    {"Москва", "RU"}, {"الموصل", "IQ"}, {"Lodz", "PL"},
                                                    {"Aleppo", "SY"}};
    for (const auto& [name, country] : cities) {
        const auto found = gazetteer.search(name);
        ASSERT_FALSE(found.empty()) << name;
        EXPECT_EQ(found[0].place.country, country) << name;
    }
    EXPECT_EQ(gazetteer.search("al-Sham").at(0).place.name, "Damascus");
    EXPECT_LT(gazetteer.search("al-Sham").at(0).score, 1);
    for (const Info& info : gazetteer.info()) {
        EXPECT_GT(info.places, 20'000U);
        EXPECT_GT(info.handWritten, 50U);
        EXPECT_NE(info.licence.find("CC BY 4.0"), std::string::npos);
    }
}

TEST(Shipped, staysSmall) {
    EXPECT_LT(fs::file_size(shipped), 13'000'000U);
}

template <class Work>
double millisecondsEach(int times, Work work) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count() /
           times;
}

/// Prints what things cost; the bounds are wide, for machines that are busy with other things.
TEST(Shipped, answersQuickly) {
    const Gazetteer gazetteer({shipped});
    const std::vector<std::string> words{"Hama",    "withdrew", "al-Safira", "the",
                                         "village", "Salmiya",  "San",       "Homs"};
    double glance = 0, exact = 0, fuzzy = 0;
    for (const auto& word : words)
        glance = std::max(glance, millisecondsEach(50, [&] { static_cast<void>(gazetteer.glance(word)); }));
    for (const char* name : {"Hama", "al-Rastan", "San Juan", "Aleppo", "Talbisa"})
        exact = std::max(exact, millisecondsEach(20, [&] { static_cast<void>(gazetteer.search(name)); }));
    for (const char* name : {"Talbasika", "Khatmab", "Salxamiyah", "Aleppoh", "Withdrawel", "Huma"})
        fuzzy = std::max(fuzzy, millisecondsEach(10, [&] { static_cast<void>(gazetteer.search(name)); }));
    const double opening = millisecondsEach(10, [] { static_cast<void>(Gazetteer({shipped})); });
    double box = 0;
    for (const geo::Box& b :
         {geo::Box{34.5, 32, 42.5, 37.5}, {-180, -85, 180, 85}, {-10, 35, 30, 60}, {36, 34, 37.5, 35.5}})
        box = std::max(box, millisecondsEach(10, [&] { static_cast<void>(gazetteer.inBox(b, 200)); }));
    std::cout << "worst, ms: glance " << glance << ", exact search " << exact << ", fuzzy search " << fuzzy
              << ", opening " << opening << ", 200 rows in a box " << box << "\n";
    EXPECT_LT(glance, 5);
    EXPECT_LT(exact, 20);
    EXPECT_LT(fuzzy, 100);
    EXPECT_LT(opening, 100);
    EXPECT_LT(box, 50);
}

}  // namespace
}  // namespace retrace::gazetteer
