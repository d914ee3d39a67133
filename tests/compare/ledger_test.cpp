#include "compare/ledger.hpp"

#include <gtest/gtest.h>

#include <string>

namespace retrace::compare {
namespace {

using model::Control;

timeline::Instant at(int day, int hour) {
    return timeline::toInstant({{2024, 12, day}, hour * 60}, "UTC");
}
timeline::Span between(int day, int from, int to) {
    return {at(day, from), at(day, to), {timeline::Origin::words}};
}
timeline::Span noLater(int day) {
    return {std::nullopt, at(day, 0), {timeline::Origin::words}};
}

// Towns on a line, 20 km apart; side 0 is the narrator's, side 1 the other.
struct Account {
    model::Reconstruction r;

    Account() {
        r.sides = {{.name = "ours"}, {.name = "theirs"}};
        claim(Control::holds, "Home", 0, {}, 0);
        r.claims.back().side = "we";
    }
    static geo::Place town(const std::string& name) {
        const double column = name.empty() ? 0 : static_cast<double>(name[0] - 'A');
        return {.id = "t:" + name, .name = name, .type = "town", .where = {{36 + 0.22 * column, 36}, 500}};
    }
    std::size_t event(int order) {
        const std::size_t begin = 10 * r.events.size();
        model::Event event;
        event.id = "e@" + std::to_string(begin);
        event.order = order;
        event.evidence = {{"t", begin, begin + 9}};
        r.events.push_back(event);
        return r.events.size() - 1;
    }
    Account& claim(Control kind, const std::string& place, std::size_t party, const timeline::Span& when, int order) {
        const auto number = event(order);
        model::ControlClaim claim;
        claim.kind = kind;
        claim.place = town(place);
        claim.party = party;
        claim.event = number;
        claim.when = when;
        claim.quote = r.events[number].evidence.front();
        if (kind == Control::took) claim.before = 1 - party;
        r.claims.push_back(claim);
        return *this;
    }
    // From one side to the other.
    Account& row(const std::string& place, std::size_t to, const timeline::Span& when) {
        model::RecordRow row;
        row.row = r.record.size() + 2;
        row.place = place;
        row.where = town(place).where;
        row.when = when;
        r.record.push_back(row);
        model::ControlClaim claim;
        claim.kind = Control::took;
        claim.place = town(place);
        claim.party = to;
        claim.before = 1 - to;
        claim.from = static_cast<double>(when.earliest->seconds);
        claim.to = static_cast<double>(when.latest->seconds);
        claim.record = r.record.size() - 1;
        r.claims.push_back(claim);
        return *this;
    }
    // The narrator stays somewhere; the order is that of his coming.
    Account& stop(const std::string& place, const timeline::Span& when, int order) {
        if (r.itineraries.empty()) r.itineraries.emplace_back();
        model::Stop stop;
        stop.order = static_cast<int>(r.itineraries[0].stops.size()) + 1;
        stop.event = event(order);
        stop.place = town(place);
        stop.when.span = when;
        r.itineraries[0].stops.push_back(stop);
        return *this;
    }
    [[nodiscard]] Ledger ledger() const { return ledgerOf(r, r); }
    // "agrees time" of the statement about the place.
    [[nodiscard]] std::string verdictOn(const std::string& place) const {
        std::string out;
        for (const Entry& e : ledger().entries)
            if (e.place.name == place)
                out += (out.empty() ? "" : ", ") + nameOf(e.verdict) +
                       (e.basis == Basis::none ? "" : " " + nameOf(e.basis));
        return out;
    }
};

TEST(Ledger, ATimeThatMeetsTheRowsAgreesAndOneThatDoesNotIsContradicted) {
    Account account;
    account.claim(Control::left, "Arla", 0, between(5, 6, 12), 1).row("Arla", 1, between(5, 10, 14));
    account.claim(Control::took, "Bram", 1, between(6, 6, 8), 2).row("Bram", 1, between(6, 12, 14));
    EXPECT_EQ(account.verdictOn("Arla"), "agrees time");
    EXPECT_EQ(account.verdictOn("Bram"), "contradicted time");
    const auto ledger = account.ledger();
    EXPECT_EQ(ledger.entries[0].apart_s, 0);
    EXPECT_EQ(ledger.entries[1].apart_s, -4 * 3600.0) << "told four hours earlier";
    EXPECT_NE(ledger.entries[1].finding.find("4.0 h earlier"), std::string::npos);
    EXPECT_EQ(ledger.count(Verdict::contradicted), 1U);
    EXPECT_EQ(ledger.entries[1].rows, (std::vector<std::size_t>{1}));
}

TEST(Ledger, WhatNoRowSpeaksOfStandsAloneAndRowsThatNobodyTellsAreListed) {
    Account account;
    account.claim(Control::left, "Arla", 0, between(5, 6, 12), 1).row("Bram", 1, between(5, 10, 14));
    EXPECT_EQ(account.verdictOn("Arla"), "alone");
    EXPECT_EQ(account.ledger().untold, (std::vector<std::size_t>{0}));
    EXPECT_TRUE(Account().ledger().entries.empty()) << "without a record there is nothing to hold against";
}

TEST(Ledger, ARowOfTheOtherWayRoundIsNotComparable) {
    Account account;
    account.claim(Control::left, "Arla", 0, between(5, 6, 12), 1).row("Arla", 0, between(5, 10, 14));
    EXPECT_EQ(account.verdictOn("Arla"), "alone");
}

TEST(Ledger, TheOrderOfTellingIsHeldAgainstTheRecords) {
    Account account;
    account.claim(Control::left, "Arla", 0, noLater(20), 1).row("Arla", 1, between(2, 6, 12));
    account.claim(Control::cut, "Bram", 1, noLater(20), 2).row("Bram", 1, between(9, 6, 12));
    account.claim(Control::left, "Corl", 0, noLater(20), 3).row("Corl", 1, between(4, 6, 12));
    account.claim(Control::left, "Dorn", 0, noLater(20), 4).row("Dorn", 1, between(5, 6, 12));
    EXPECT_EQ(account.verdictOn("Arla"), "agrees order");
    EXPECT_EQ(account.verdictOn("Bram"), "contradicted order");
    EXPECT_EQ(account.verdictOn("Corl"), "agrees order");
    EXPECT_EQ(account.verdictOn("Dorn"), "agrees order");
    const auto ledger = account.ledger();
    EXPECT_EQ(ledger.entries[1].rows, (std::vector<std::size_t>{1, 2, 3})) << "its own row, then those it does not fit";
    EXPECT_FALSE(ledger.entries[0].apart_s) << "the words do not tell";
}

TEST(Ledger, TooFewUndatedStatementsTellNothing) {
    Account account;
    account.claim(Control::left, "Arla", 0, noLater(20), 1).row("Arla", 1, between(2, 6, 12));
    EXPECT_EQ(account.verdictOn("Arla"), "alone");
}

TEST(Ledger, ADenialHoldsUntilTheNarratorHimselfTellsOfTheFall) {
    Account account;
    account.claim(Control::notTaken, "Arla", 1, noLater(20), 1).row("Arla", 1, between(6, 6, 12));
    EXPECT_EQ(account.verdictOn("Arla"), "contradicted substance");
    account.claim(Control::left, "Arla", 0, between(6, 7, 9), 2);
    account.claim(Control::left, "Corl", 0, between(7, 7, 9), 3).row("Corl", 1, between(7, 6, 12));
    EXPECT_EQ(account.verdictOn("Arla"), "agrees order, agrees time");
    Account before;
    before.claim(Control::notTaken, "Arla", 1, between(3, 0, 6), 1).row("Arla", 1, between(6, 6, 12));
    EXPECT_EQ(before.verdictOn("Arla"), "agrees time") << "it fell after he spoke of it";
}

TEST(Ledger, AStayAfterThePlaceWasLostIsContradictedUnlessItCameBack) {
    Account account;
    account.stop("Arla", between(8, 6, 12), 1).stop("Bram", between(9, 6, 12), 2).row("Arla", 1, between(5, 6, 12));
    EXPECT_EQ(account.verdictOn("Arla"), "contradicted time");
    account.row("Arla", 0, between(6, 6, 12));
    EXPECT_EQ(account.verdictOn("Arla").find("contradicted"), std::string::npos);
    Account before;
    before.stop("Arla", between(3, 6, 12), 1).stop("Bram", between(4, 6, 12), 2).row("Arla", 1, between(5, 6, 12));
    EXPECT_EQ(before.verdictOn("Arla"), "agrees time");
    EXPECT_EQ(before.verdictOn("Bram"), "") << "a stay that no row speaks of says nothing of who held it";
}

TEST(Ledger, WhatIsDatedByARowNeverAgrees) {
    Account account;
    account.claim(Control::left, "Arla", 0, between(5, 6, 12), 1).row("Arla", 1, between(5, 10, 14));
    auto full = account.r;
    model::Decision decision{.what = model::SetTime{between(5, 6, 12), "Arla: somebody"}};
    decision.anchor.quote = account.r.claims[1].quote.value();
    full.decisions = {decision};
    const auto ledger = ledgerOf(account.r, full);
    ASSERT_EQ(ledger.entries.size(), 1U);
    EXPECT_EQ(ledger.entries[0].verdict, Verdict::datedBy);
    EXPECT_EQ(ledger.entries[0].rows, (std::vector<std::size_t>{0}));
    full.decisions[0].what = model::SetTime{between(5, 6, 12), ""};
    EXPECT_EQ(ledgerOf(account.r, full).entries[0].verdict, Verdict::agrees) << "the analyst's own decision";
}

TEST(Ledger, AClaimWithoutPlaceOrPartyIsNoStatement) {
    Account account;
    account.claim(Control::left, "Arla", 0, between(5, 6, 12), 1).row("Arla", 1, between(5, 10, 14));
    account.r.claims[1].place.reset();
    EXPECT_TRUE(account.ledger().entries.empty());
}

}  // namespace
}  // namespace retrace::compare
