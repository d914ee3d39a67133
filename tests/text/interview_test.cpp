// The reading held against the reference tables of the interview, where the folder is there.

#include "reference.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>

namespace retrace::text {
namespace {

using reference::Row;

struct Interview : testing::Test {
    std::string folder = std::string(RETRACE_TESTS) + "/../../shared/interview/";
    Source source;
    Reading reading;
    NameLookup lookup;

    void SetUp() override {
        if (!std::filesystem::exists(folder + "interview.txt"))
            GTEST_SKIP() << "no reference folder: " << folder;
        source = readSource("interview", reference::fileText(folder + "interview.txt"));
        lookup = reference::lookupIn(reference::namesOf(reference::table(folder + "places.csv")));
        reading = read(source, lookup);
    }
    static std::size_t number(const Row& row, const char* key) {
        return static_cast<std::size_t>(std::stoul(row.at(key)));
    }
};

std::size_t overlap(std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
    const std::size_t low = std::max(a, c), high = std::min(b, d);
    return high > low ? high - low : 0;
}

TEST_F(Interview, FindsThePlacesThatAPersonFinds) {
    std::vector<bool> used(reading.mentions.size(), false);
    std::size_t expected = 0, found = 0, roles = 0;
    for (const Row& row : reference::table(folder + "mentions.csv")) {
        if (row.at("role_code").empty() || !row.at("repeat_of").empty()) continue;
        ++expected;
        const std::size_t begin = number(row, "char_start"), end = number(row, "char_end");
        const Mention* hit = nullptr;
        for (std::size_t i = 0; i < reading.mentions.size() && !hit; ++i) {
            const Mention& m = reading.mentions[i];
            if (used[i] || overlap(m.quote.begin, m.quote.end, begin, end) == 0) continue;
            used[i] = true;
            hit = &m;
        }
        if (!hit) {
            std::cout << "  missed " << begin << ' ' << row.at("surface") << '\n';
            continue;
        }
        ++found;
        if (nameOf(hit->role) == row.at("role_code"))
            ++roles;
        else
            std::cout << "  role of " << begin << ' ' << row.at("surface") << ": " << nameOf(hit->role)
                      << ", reference " << row.at("role_code") << '\n';
    }
    std::size_t told = 0;
    for (std::size_t i = 0; i < reading.mentions.size(); ++i) {
        if (reading.mentions[i].repeats) continue;
        ++told;
        if (!used[i])
            std::cout << "  extra " << reading.mentions[i].quote.begin << ' ' << reading.mentions[i].surface
                      << '\n';
    }
    std::cout << "mentions " << found << '/' << expected << " found, " << told << " told, roles " << roles
              << '/' << found << '\n';
    EXPECT_GE(static_cast<double>(found), 0.9 * static_cast<double>(expected));
    EXPECT_GE(static_cast<double>(found), 0.9 * static_cast<double>(told));
    EXPECT_GE(static_cast<double>(roles), 0.85 * static_cast<double>(found));
}

TEST_F(Interview, PullQuotesPointAtTheBody) {
    for (const Row& row : reference::table(folder + "mentions.csv")) {
        if (row.at("role_code").empty() || row.at("repeat_of").empty()) continue;
        const std::size_t begin = number(row, "char_start"), end = number(row, "char_end");
        const auto m = std::find_if(reading.mentions.begin(), reading.mentions.end(), [&](const Mention& x) {
            return overlap(x.quote.begin, x.quote.end, begin, end) > 0;
        });
        ASSERT_NE(m, reading.mentions.end()) << row.at("surface");
        ASSERT_TRUE(m->repeats) << row.at("surface") << ' ' << begin;
        EXPECT_EQ(paragraphAt(source, m->repeats->begin), number(row, "repeat_of"));
        EXPECT_EQ(words(source, *m->repeats), m->surface);
    }
}

TEST_F(Interview, LookalikesAreNoPlaces) {
    const auto references = reference::table(folder + "mentions.csv");
    std::size_t all = 0, wrong = 0;
    for (const Row& row : reference::table(folder + "lookalikes.csv")) {
        const std::size_t begin = number(row, "start"), end = begin + utf32(row.at("surface")).size();
        const bool place = std::any_of(references.begin(), references.end(), [&](const Row& r) {
            return !r.at("role_code").empty() &&
                   overlap(number(r, "char_start"), number(r, "char_end"), begin, end) > 0;
        });
        if (place) continue;
        ++all;
        for (const Mention& m : reading.mentions)
            if (overlap(m.quote.begin, m.quote.end, begin, end) > 0) {
                ++wrong;
                std::cout << "  taken for a place: " << begin << ' ' << m.surface << '\n';
            }
    }
    std::cout << "look-alikes left out " << all - wrong << '/' << all << '\n';
    EXPECT_LE(wrong * 50, all);
}

TEST_F(Interview, StatementsCoverTheEvents) {
    std::size_t all = 0, covered = 0, right = 0;
    for (const Row& row : reference::table(folder + "events.csv")) {
        if (row.at("voice_code") == "editor") continue;
        ++all;
        const std::size_t begin = number(row, "char_start"), end = number(row, "char_end");
        const Statement* best = nullptr;
        std::size_t most = 0;
        for (const Statement& s : reading.statements) {
            const std::size_t o = overlap(s.evidence.begin, s.evidence.end, begin, end);
            if (o * 2 >= std::min(end - begin, s.evidence.end - s.evidence.begin) && o > most) {
                most = o;
                best = &s;
            }
        }
        if (!best) {
            std::cout << "  no statement for " << row.at("event_id") << '\n';
            continue;
        }
        ++covered;
        const std::string got =
            nameOf(best->status) + "," + nameOf(best->presence) + "," + nameOf(best->voice);
        const std::string wanted =
            row.at("status_code") + "," + row.at("presence_code") + "," + row.at("voice_code");
        if (got == wanted)
            ++right;
        else
            std::cout << "  " << row.at("event_id") << ' ' << got << ", reference " << wanted << ": "
                      << words(source, best->evidence) << '\n';
    }
    std::cout << "events " << covered << '/' << all << " covered, " << right
              << " with status, presence and voice; " << reading.statements.size() << " statements\n";
    EXPECT_GE(static_cast<double>(right), 0.8 * static_cast<double>(all));
}

TEST_F(Interview, TheExecutedChainComesInOrder) {
    std::vector<std::string> chain;
    const auto tell = [&](bool earlier) {
        for (const Statement& s : reading.statements)
            if (s.toldEarlier == earlier)
                for (const auto& p : s.places)
                    if (p.role == Role::stop && s.status == Status::executed) {
                        const auto& m = reading.mentions[p.mention];
                        chain.push_back(reference::plain(m.name));
                    }
    };
    tell(true);
    tell(false);
    std::vector<std::string> wanted;  // as told, what was before the story first
    for (const Row& row : reference::table(folder + "mentions.csv")) {
        if (row.at("role_code") != "stop" || !row.at("repeat_of").empty()) continue;
        const bool prior = row.at("role").ends_with("_prior");
        std::string name = reference::plain(row.at("surface"));
        if (name.ends_with(" city")) name.resize(name.size() - 5);
        wanted.insert(prior ? wanted.begin() : wanted.end(), name);
    }
    ASSERT_GT(wanted.size(), 15u);
    EXPECT_EQ(chain, wanted);
}

TEST_F(Interview, ReadsInATenthOfASecond) {
    const auto start = std::chrono::steady_clock::now();
    const Reading again = read(source, lookup);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    std::cout << "read in " << took.count() << " ms\n";
    EXPECT_EQ(again.mentions, reading.mentions);
    EXPECT_LT(took.count(), 400);  // the aim is 100; the machine is shared
}

}  // namespace
}  // namespace retrace::text
