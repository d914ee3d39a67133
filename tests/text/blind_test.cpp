// Testimonies written, with their tables, before the reader had seen them: see blind/README.md.

#include "reference.hpp"
#include "told.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

namespace retrace::text {
namespace {

struct Stop {
    std::string name;
    std::vector<std::string> when;  // the words of time on its statement
};

struct Score {
    std::size_t expected = 0, found = 0;  // stops in their order
    std::size_t extra = 0;                // stops that are none
    std::size_t dated = 0, datable = 0;   // found stops that bear the words of time that the table gives
};

struct Case {
    const char* name;
    std::size_t found, extra, dated;  // the floor
};

std::string bare(std::string_view name) {
    std::string out = reference::plain(name);
    return out.starts_with("al-") ? out.substr(3) : out;
}

std::vector<Stop> stopsOf(const Source& source, const Reading& reading) {
    std::vector<Stop> out;
    for (const bool earlier : {true, false})
        for (const Statement& s : reading.statements)
            for (const auto& p : s.places) {
                if (s.toldEarlier != earlier || s.status != Status::executed || p.role != Role::stop)
                    continue;
                Stop stop{bare(reading.mentions[p.mention].name), {}};
                for (const std::size_t t : s.times)
                    stop.when.push_back(words(source, reading.times[t].quote));
                out.push_back(stop);
            }
    return out;
}

/// The longest common chain of the told and the expected stops; prints what differs.
Score scoreOf(const std::vector<Stop>& told, const std::vector<reference::Row>& rows) {
    std::vector<reference::Row> wanted;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(wanted),
                 [](const auto& row) { return row.at("expected") == "stop"; });
    const auto same = [&](std::size_t i, std::size_t j) {
        return told[i].name == bare(wanted[j].at("place"));
    };
    std::vector<std::vector<std::size_t>> best(told.size() + 1,
                                               std::vector<std::size_t>(wanted.size() + 1, 0));
    for (std::size_t i = told.size(); i-- > 0;)
        for (std::size_t j = wanted.size(); j-- > 0;)
            best[i][j] = same(i, j) ? best[i + 1][j + 1] + 1 : std::max(best[i + 1][j], best[i][j + 1]);
    Score score;
    score.expected = wanted.size();
    std::size_t i = 0, j = 0;
    while (i < told.size() || j < wanted.size()) {
        if (i < told.size() && j < wanted.size() && same(i, j)) {
            ++score.found;
            const std::string& when = wanted[j].at("when");
            const bool has = std::any_of(told[i].when.begin(), told[i].when.end(),
                                         [&](const std::string& w) { return w.find(when) != w.npos; });
            score.datable += when.empty() ? 0 : 1;
            score.dated += !when.empty() && has ? 1 : 0;
            if (!when.empty() && !has) std::cout << "  no \"" << when << "\" at " << told[i].name << '\n';
            ++i;
            ++j;
        } else if (j == wanted.size() || (i < told.size() && best[i + 1][j] >= best[i][j + 1])) {
            const bool again = i > 0 && told[i - 1].name == told[i].name;  // a stay, told on
            if (!again) std::cout << "  extra stop " << told[i].name << '\n';
            score.extra += again ? 0 : 1;
            ++i;
        } else {
            std::cout << "  missed " << wanted[j++].at("place") << '\n';
        }
    }
    return score;
}

struct Blind : testing::TestWithParam<Case> {};

TEST_P(Blind, StopsInOrder) {
    const std::string file = std::string(RETRACE_TESTS) + "/text/blind/" + GetParam().name;
    const auto rows = reference::table(file + ".csv");
    const Source source = readSource("t", reference::fileText(file + ".txt"));
    reference::KnownNames known;
    for (const auto& row : rows)
        if (row.at("known") != "no")
            (row.at("known") == "country" ? known.countries : known.names)
                .insert(reference::plain(row.at("place")));
    const Score score = scoreOf(stopsOf(source, read(source, reference::lookupIn(known))), rows);
    std::cout << GetParam().name << ": stops " << score.found << '/' << score.expected << ", extra "
              << score.extra << ", words of time " << score.dated << '/' << score.datable << '\n';
    EXPECT_GE(score.found, GetParam().found);
    EXPECT_LE(score.extra, GetParam().extra);
    EXPECT_GE(score.dated, GetParam().dated);
}

INSTANTIATE_TEST_SUITE_P(Texts, Blind,
                         testing::Values(Case{"vicksburg-1863", 11, 0, 10}, Case{"sarajevo-1992", 11, 0, 9},
                                         Case{"basra-road-1991", 8, 1, 7}));

}  // namespace
}  // namespace retrace::text
