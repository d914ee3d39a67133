#include "evaluate/faults.hpp"

#include "geo/coordinates.hpp"

#include <algorithm>

namespace retrace::evaluate {
namespace {

std::string placeText(const std::string& name, const std::optional<geo::LonLat>& at) {
    if (!at) return name;
    std::string text = name;
    if (!text.empty()) text += ' ';
    return text.append("(").append(geo::degreesText(*at)).append(")");
}

Fault ofRow(FaultKind kind, const Testimony& t, const Expected& e) {
    Fault fault{.kind = kind, .text = t.name, .begin = e.begin, .end = e.end, .surface = e.surface};
    fault.expected = placeText(e.name, e.at);
    fault.literal = e.literal;
    return fault;
}

void tellFound(Fault& fault, const Found& found) {
    const model::PlaceMention& m = found.mention;
    if (m.place) fault.got = placeText(m.place->name, m.place->where.at) + " " + m.place->id;
    fault.confidence = m.confidence;
    fault.why = m.why;
}

void addMatch(std::vector<Fault>& faults, const Testimony& t, const Match& match) {
    const Expected& e = t.expected[match.expected];
    const Found& found = t.found[match.found];
    const auto tell = [&](FaultKind kind) {
        Fault fault = ofRow(kind, t, e);
        fault.error_km = error_km(e, found.mention.place);
        fault.rank = rankOfRight(e, found.mention.candidates);
        tellFound(fault, found);
        faults.push_back(std::move(fault));
    };
    const bool literal = found.mention.mention.literal;
    if (e.literal && !literal) tell(FaultKind::notLiteral);
    if (!e.literal && literal) tell(FaultKind::takenLiterally);
    const auto error = error_km(e, found.mention.place);
    const bool off = error && *error > e.tolerance_km;
    if (e.alarm) {
        if (found.mention.place && (off || !e.at)) tell(FaultKind::namesake);
    } else if (!e.listed || !e.at) {
        if (found.mention.place && e.literal && (off || !e.at)) tell(FaultKind::invented);
    } else if (!found.mention.place) {
        tell(FaultKind::open);
    } else if (off) {
        tell(FaultKind::elsewhere);
    }
}

void addExtra(std::vector<Fault>& faults, const Testimony& t, const Found& found) {
    const text::Mention& m = found.mention.mention;
    const auto like = std::ranges::find_if(
        t.lookalikes, [&](const Lookalike& l) { return m.quote.begin < l.end && l.begin < m.quote.end; });
    Fault fault{.kind = like == t.lookalikes.end() ? FaultKind::extra : FaultKind::lookalike,
                .text = t.name,
                .begin = m.quote.begin,
                .end = m.quote.end,
                .surface = m.surface};
    if (like != t.lookalikes.end()) fault.expected = "no place: " + like->kind;
    fault.literal = m.literal;
    tellFound(fault, found);
    faults.push_back(std::move(fault));
}

}  // namespace

std::string nameOf(FaultKind kind) {
    switch (kind) {
        case FaultKind::missed:
            return "missed";
        case FaultKind::notLiteral:
            return "not-literal";
        case FaultKind::takenLiterally:
            return "taken-literally";
        case FaultKind::extra:
            return "extra";
        case FaultKind::lookalike:
            return "look-alike";
        case FaultKind::open:
            return "open";
        case FaultKind::elsewhere:
            return "elsewhere";
        case FaultKind::namesake:
            return "namesake";
        case FaultKind::invented:
            return "invented";
    }
    return {};
}

std::vector<Fault> faultsOf(const std::vector<Testimony>& testimonies) {
    std::vector<Fault> all;
    for (const Testimony& t : testimonies) {
        const Judgement j = judge(t);
        std::vector<Fault> faults;
        for (const Match& match : j.matches) addMatch(faults, t, match);
        for (const std::size_t e : j.missed) faults.push_back(ofRow(FaultKind::missed, t, t.expected[e]));
        for (const std::size_t f : j.extra) addExtra(faults, t, t.found[f]);
        std::ranges::stable_sort(faults, {}, &Fault::begin);
        all.insert(all.end(), faults.begin(), faults.end());
    }
    return all;
}

}  // namespace retrace::evaluate
