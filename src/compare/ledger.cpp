#include "compare/ledger.hpp"

#include "compare/statements.hpp"
#include "geo/geodesic.hpp"
#include "timeline/span.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace retrace::compare {
namespace {

using Kind = Statement::Kind;
constexpr double ever = std::numeric_limits<double>::infinity();

/// A statement with the row it is held against, and when it can have been by both.
struct Held {
    const Statement* statement = nullptr;
    std::optional<Change> row;
    double earliest = -ever, latest = ever;  // by the words, Unix seconds
    double apart_s = 0, apart_m = 0;
    bool returned = false;   // the place came back before the statement
    double low = -ever, high = ever;  // by words and row together
    std::set<std::size_t> against;    // statements that the records order otherwise
};

double secondsOf(const std::optional<timeline::Instant>& t, double otherwise) {
    return t ? static_cast<double>(t->seconds) : otherwise;
}

double gap(double aLow, double aHigh, double bLow, double bHigh) {
    return aLow > bHigh ? aLow - bHigh : aHigh < bLow ? aHigh - bLow : 0;
}

bool isNear(const geo::Whereabouts& a, const geo::Whereabouts& b, double& distance_m) {
    constexpr double least_m = 2500, most_m = 6000;
    distance_m = geo::distance_m(a.at, b.at);
    return distance_m <= std::clamp(std::max(a.radius_m, b.radius_m), least_m, most_m);
}

/// Whether the row tells of the same matter: the side lost the place, or the party that is told of took it.
bool isComparable(const Statement& s, const Change& c) {
    const bool takes = s.kind == Kind::denied || s.kind == Kind::closed;
    if (takes) return c.to == s.side && c.from != s.side;
    return (c.from == s.side || !c.from) && c.to != s.side;
}

/// The row of the place that fits the words best: meeting them in time, then near in time, then in place.
Held heldAgainst(const Statement& s, const std::vector<Change>& changes) {
    Held held{.statement = &s,
              .earliest = secondsOf(s.when.earliest, -ever),
              .latest = secondsOf(s.when.latest, ever)};
    for (const Change& c : changes) {
        double distance = 0;
        if (!isNear(s.place.where, c.where, distance) || !isComparable(s, c)) continue;
        const double apart = gap(held.earliest, held.latest, c.earliest, c.latest);
        const bool better = !held.row || std::abs(apart) < std::abs(held.apart_s) ||
                            (apart == held.apart_s && distance < held.apart_m - 1);
        if (!better) continue;
        held.row = c;
        held.apart_s = apart;
        held.apart_m = distance;
    }
    return held;
}

/// Whether the side had the place back after the row and before the words' latest.
bool cameBack(const Held& held, const std::vector<Change>& changes) {
    return std::ranges::any_of(changes, [&](const Change& c) {
        double distance = 0;
        return isNear(held.statement->place.where, c.where, distance) && c.to == held.statement->side &&
               c.latest >= held.row->latest && c.earliest <= held.latest;
    });
}

/// A later statement of the same teller that the place was lost after all.
bool fallsLater(const Statement& denied, const std::vector<Statement>& statements) {
    return std::ranges::any_of(statements, [&](const Statement& s) {
        return s.kind == Kind::changed && s.order > denied.order && s.side != denied.side &&
               s.place.id == denied.place.id;
    });
}

void narrow(Held& held) {
    const Change& row = *held.row;
    const Kind kind = held.statement->kind;
    held.low = held.earliest;
    held.high = held.latest;
    if (kind == Kind::changed || kind == Kind::closed) held.low = std::max(held.low, row.earliest);
    if (kind != Kind::closed) held.high = std::min(held.high, row.latest);
}

/// The fewest statements, one after the other those that most others speak against, whose order of telling the
/// record's times cannot hold.
void findDisorder(std::vector<Held*>& fitting) {
    for (auto* a : fitting)
        for (auto* b : fitting)
            if (a->statement->order < b->statement->order && a->low > b->high) {
                a->against.insert(b->row->row);
                b->against.insert(a->row->row);
            }
    std::vector<Held*> left = fitting;
    const auto conflicts = [&](const Held* a) {
        return std::ranges::count_if(left, [&](const Held* b) { return a != b && a->against.contains(b->row->row); });
    };
    while (!left.empty()) {
        const auto worst = std::ranges::max_element(left, {}, conflicts);
        if (conflicts(*worst) == 0) break;
        left.erase(worst);
    }
    for (auto* kept : left) kept->against.clear();
    std::set<std::size_t> sound;
    for (const auto* kept : left) sound.insert(kept->row->row);
    for (auto* held : fitting)
        std::erase_if(held->against, [&](std::size_t row) { return !sound.contains(row); });
}

/// The row that a decision names as what dated the statement.
std::optional<std::size_t> datingRow(const model::Reconstruction& full, const text::Quote& quote) {
    for (const auto& decision : full.decisions) {
        const auto* time = std::get_if<model::SetTime>(&decision.what);
        if (!time || time->recordRow.empty() || !text::overlaps(decision.anchor.quote, quote)) continue;
        for (std::size_t i = 0; i < full.record.size(); ++i)
            if (!full.record[i].place.empty() && time->recordRow.starts_with(full.record[i].place)) return i;
        return full.record.size();  // a row that no record has any more: dated by it nevertheless
    }
    return std::nullopt;
}

std::optional<std::size_t> datingRow(const model::Reconstruction& told, const model::Reconstruction& full,
                                     const Statement& s) {
    for (const auto event : {s.event, s.came})
        for (const auto& quote : told.events[event].evidence)
            if (const auto row = datingRow(full, quote)) return row;
    return std::nullopt;
}

std::string rowSpan(const model::Reconstruction& r, std::size_t row) {
    return r.record[row].place + ", row " + std::to_string(r.record[row].row) + ": " +
           timeline::spanText(r.record[row].when, r.zone);
}

std::string apartText(double seconds) {
    const double hours = std::abs(seconds) / 3600;
    const std::string length = hours < 48 ? std::to_string(std::llround(hours * 10) / 10) + "." +
                                                std::to_string(std::llround(hours * 10) % 10) + " h"
                                          : std::to_string(std::llround(hours / 24)) + " days";
    return length + (seconds > 0 ? " later" : " earlier");
}

std::string toldText(const model::Reconstruction& r, const timeline::Span& span) {
    return span.earliest || span.latest ? "the narrator's words give " + timeline::spanText(span, r.zone)
                                        : std::string("the narrator's words give no time");
}

/// Bounds near enough to each other to say when, not only in which order.
bool isTimed(const timeline::Span& span) {
    constexpr std::int64_t wide = 36 * timeline::hour;
    return span.earliest && span.latest && *span.latest - *span.earliest <= wide;
}

Entry entryOf(const model::Reconstruction& told, const Held& held) {
    const Statement& s = *held.statement;
    Entry entry{.what = s.what,
                .event = told.events[s.kind == Kind::present ? s.came : s.event].id,
                .quote = s.quote,
                .place = s.place,
                .told = s.when,
                .apart_m = held.row ? held.apart_m : 0};
    if (held.row) entry.rows = {held.row->row};
    return entry;
}

void contradictInTime(Entry& entry, const model::Reconstruction& told, const Held& held) {
    entry.verdict = Verdict::contradicted;
    entry.basis = Basis::time;
    entry.apart_s = held.apart_s;
    entry.finding = toldText(told, held.statement->when) + "; the record has " + rowSpan(told, held.row->row) + ", so he tells it " +
                    apartText(held.apart_s);
}

void judge(Entry& entry, const model::Reconstruction& told, const Held& held, bool deniedForGood, std::size_t inOrder) {
    const Statement& s = *held.statement;
    const std::string row = "the record has " + rowSpan(told, held.row->row);
    // A stay before the place was lost, or a denial before it fell, is what both tell.
    const bool onlyLater = s.kind == Kind::present || s.kind == Kind::denied;
    if (deniedForGood) {
        entry.verdict = Verdict::contradicted;
        entry.basis = Basis::substance;
        entry.finding = "the narrator says so and tells of no later loss; " + row;
    } else if (held.apart_s != 0 && !(onlyLater && held.apart_s < 0) && !held.returned) {
        contradictInTime(entry, told, held);
    } else if (!held.against.empty()) {
        entry.verdict = Verdict::contradicted;
        entry.basis = Basis::order;
        entry.rows.insert(entry.rows.end(), held.against.begin(), held.against.end());
        entry.finding = "the order of telling is not the record's: it has " + rowSpan(told, held.row->row) + ", and " +
                        rowSpan(told, *held.against.begin());
    } else if (isTimed(s.when)) {
        entry.verdict = Verdict::agrees;
        entry.basis = Basis::time;
        entry.apart_s = 0;
        entry.finding = toldText(told, s.when) + "; " + row;
    } else if (inOrder >= 3) {
        entry.verdict = Verdict::agrees;
        entry.basis = Basis::order;
        entry.finding = "as far as the order of telling goes: " + toldText(told, s.when) + "; " + row;
    } else {
        entry.finding = toldText(told, s.when) + ", too little to hold against the record, which has " +
                        rowSpan(told, held.row->row);
    }
}

std::vector<std::size_t> untoldRows(const model::Reconstruction& told, const std::vector<Entry>& entries) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < told.record.size(); ++i) {
        const bool spoken = std::ranges::any_of(entries, [&](const Entry& entry) {
            double distance = 0;
            return std::ranges::find(entry.rows, i) != entry.rows.end() ||
                   isNear(entry.place.where, told.record[i].where, distance);
        });
        if (!spoken) out.push_back(i);
    }
    return out;
}

}  // namespace

std::string nameOf(Verdict verdict) {
    switch (verdict) {
        case Verdict::agrees:
            return "agrees";
        case Verdict::contradicted:
            return "contradicted";
        case Verdict::datedBy:
            return "dated-by";
        case Verdict::alone:
            break;
    }
    return "alone";
}

std::string nameOf(Basis basis) {
    return basis == Basis::time ? "time" : basis == Basis::order ? "order" : basis == Basis::substance ? "substance" : "";
}

std::size_t Ledger::count(Verdict verdict) const {
    return static_cast<std::size_t>(std::ranges::count(entries, verdict, &Entry::verdict));
}

Ledger ledgerOf(const model::Reconstruction& told, const model::Reconstruction& full) {
    Ledger ledger;
    if (told.record.empty()) return ledger;
    const auto statements = statementsOf(told);
    const auto changes = changesOf(told);
    std::vector<Held> all;
    for (const Statement& s : statements) all.push_back(heldAgainst(s, changes));
    std::vector<Held*> fitting;
    for (Held& held : all) {
        if (!held.row) continue;
        held.returned = cameBack(held, changes);
        narrow(held);
        const bool forGood = held.statement->kind == Kind::denied && !fallsLater(*held.statement, statements);
        if (held.low <= held.high && !forGood) fitting.push_back(&held);
    }
    findDisorder(fitting);
    const auto sound = static_cast<std::size_t>(
        std::ranges::count_if(fitting, [](const Held* held) { return held->against.empty(); }));
    for (const Held& held : all) {
        const Statement& s = *held.statement;
        if (!held.row && s.kind == Kind::present) continue;  // no statement of who held it
        Entry entry = entryOf(told, held);
        if (!held.row) {
            entry.finding = "no row of the record speaks of it";
        } else {
            const bool forGood = s.kind == Kind::denied && !fallsLater(s, statements) && held.row->earliest <= held.latest;
            judge(entry, told, held, forGood, sound);
        }
        const auto dating = datingRow(told, full, s);
        if (dating && entry.verdict != Verdict::contradicted) {
            entry.verdict = Verdict::datedBy;
            entry.basis = Basis::none;
            entry.apart_s.reset();
            if (*dating < told.record.size()) {
                entry.rows = {*dating};
                entry.finding = "its day comes from the record itself: " + rowSpan(told, *dating);
            } else {
                entry.finding = "its day comes from a record";
            }
        }
        ledger.entries.push_back(std::move(entry));
    }
    ledger.untold = untoldRows(told, ledger.entries);
    return ledger;
}

}  // namespace retrace::compare
