#include "text/clause_tests.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

bool anyMatches(const ClauseView& v, std::size_t first, std::size_t last, const WordSet& set) {
    for (std::size_t i = first; i < std::min(last, v.tokens->all.size()); ++i)
        if (matches(v.tokens->all[i], set)) return true;
    return false;
}

bool hasName(const std::vector<std::string>& names, const std::string& value) {
    return std::ranges::any_of(names, [&](const std::string& name) {
        return name == value || (name == "none" && value.empty()) || (name == "any" && !value.empty());
    });
}

std::uint64_t flagsOf(const Clause& c) {
    const auto flag = [](bool set, Flag f) { return set ? bit(f) : 0; };
    return flag(c.passive, Flag::passive) | flag(c.progressive, Flag::progressive) |
           flag(c.present, Flag::present) | flag(c.perfect, Flag::perfect) | flag(c.copula, Flag::copula) |
           flag(c.negated, Flag::negated) | flag(c.able, Flag::able) | flag(c.nominal, Flag::nominal) |
           flag(c.feared, Flag::feared) | flag(c.conditional, Flag::conditional) |
           flag(c.speech, Flag::quoted) | flag(c.verbless, Flag::verbless) |
           flag(c.gapped, Flag::gapped) | flag(c.subject.covert, Flag::covert) |
           flag(c.subject.token > c.first, Flag::subjectSaid);
}

std::uint64_t flagsOf(const Linked& l) {
    return (l.route ? bit(Flag::route) : 0) | (l.people ? bit(Flag::people) : 0) |
           (l.afterPurpose ? bit(Flag::afterPurpose) : 0) | (l.listed ? bit(Flag::listed) : 0) |
           (l.direction ? bit(Flag::direction) : 0) | (l.heads ? bit(Flag::heads) : 0) |
           (l.adverbial ? bit(Flag::adverbial) : 0);
}

bool linkHolds(const Test& t, const ClauseView& v) {
    const auto has = [&](const Linked& l) {
        return (t.mask >> static_cast<unsigned>(l.link) & 1) != 0;
    };
    if (v.place) return has(*v.place);
    return v.links && std::ranges::any_of(*v.links, has);
}

bool isSo(const Test& t, const ClauseView& v) {
    const Clause& c = *v.clause;
    const auto& all = v.tokens->all;
    const auto masked = [&](auto value) { return (t.mask >> static_cast<unsigned>(value) & 1) != 0; };
    switch (t.feature) {
        case Feature::verb:
            return matches(all[c.verb], t.set);
        case Feature::subject:
            return matches(all[c.subject.token], t.set);
        case Feature::opens:
            return matches(all[c.first], t.set);
        case Feature::second:
            return c.first + 1 < c.last && matches(all[c.first + 1], t.set);
        case Feature::before:
            return anyMatches(v, c.first, c.verb, t.set);
        case Feature::after:
            return anyMatches(v, c.verb + 1, t.within == 0 ? c.last : std::min(c.last, c.verb + 1 + t.within),
                              t.set);
        case Feature::words:
            return anyMatches(v, c.first, c.last, t.set);
        case Feature::ends:
            return c.last > c.first && matches(all[c.last - 1], t.set);
        case Feature::phrase:
            for (std::size_t i = c.first; i + t.sequence.size() <= c.last; ++i)
                if (std::equal(t.sequence.begin(), t.sequence.end(),
                               all.begin() + static_cast<std::ptrdiff_t>(i),
                               [](const WordSet& set, const Token& token) { return matches(token, set); }))
                    return true;
            return false;
        case Feature::action:
            return masked(c.action);
        case Feature::actor:
            return masked(v.who);
        case Feature::lead:
            return hasName(t.names, c.lead);
        case Feature::modal:
            return hasName(t.names, c.modal);
        case Feature::governed:
            return masked(c.governed);
        case Feature::is:
            return ((flagsOf(c) | v.flags | (v.place ? flagsOf(*v.place) : 0)) & t.mask) != 0;
        case Feature::places: {
            const std::size_t count = v.links ? v.links->size() : 0;
            return count >= t.low && count <= t.high;
        }
        case Feature::link:
            return linkHolds(t, v);
        case Feature::actorRaw:
            return masked(c.subject.who);
        case Feature::sentenceBefore:
            return anyMatches(v, v.sentenceFirst, c.verb, t.set);
        case Feature::sentenceOpens:
            return matches(all[v.sentenceFirst], t.set);
        case Feature::behindPlace:
            return v.behindPlace < c.last && matches(all[v.behindPlace], t.set);
        case Feature::preposition:
            return v.place && t.set.words.contains(v.place->preposition);
    }
    return false;
}

}  // namespace

bool matches(const Token& token, const WordSet& set) {
    return (set.number && token.kind == Token::Kind::number) || (set.capital && token.capital) ||
           (set.mark && token.kind == Token::Kind::mark) || (set.ing && token.verb.ing) ||
           (set.base && token.verb.base) || (set.past && token.verb.past) || set.words.contains(token.lower);
}

bool holds(const Test& test, const ClauseView& view) {
    return isSo(test, view) == test.wanted;
}

bool holdsAll(const std::vector<AnyOf>& tests, const ClauseView& view) {
    return std::ranges::all_of(tests, [&](const AnyOf& any) {
        return std::ranges::any_of(any, [&](const Test& test) { return holds(test, view); });
    });
}

}  // namespace retrace::text
