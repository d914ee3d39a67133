#include "text/times.hpp"

#include "text/time_values.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

/// Where the phrase ends right before the expression (or with its first word "of"), its beginning: "the night
/// of 24 February", "shortly before dawn". Words of an expression before are not taken.
std::size_t withLead(TimeMatcher& matcher, std::optional<std::uint32_t> lead, const Part& p,
                     std::size_t floor, const Sentence& sentence) {
    constexpr std::size_t longest = 4;  // words of a lead
    if (!lead) return p.first;
    for (std::size_t i = std::max(floor, p.first - std::min(p.first, longest)); i < p.first; ++i)
        if (const auto found = matcher.match(*lead, i, sentence);
            found && (found->last == p.first || found->last == p.first + 1))
            return i;
    return p.first;
}

/// The quote begins with the words that say how near ("shortly before dawn") or which part of the day ("the
/// morning of the 7th").
std::size_t withLeads(TimeMatcher& matcher, const TimeGrammar& grammar, const Part& p, std::size_t floor,
                      const Sentence& sentence) {
    const bool open = p.time.relation == TimeRelation::before || p.time.relation == TimeRelation::after;
    if (open && (p.time.clock || p.time.prayer || p.time.date))
        if (const std::size_t first = withLead(matcher, grammar.nearness, p, floor, sentence);
            first < p.first)
            return first;
    return p.time.date ? withLead(matcher, grammar.dayLead, p, floor, sentence) : p.first;
}

/// The longest expression that begins at the token, the first rule's of equally long ones.
std::optional<Part> partAt(TimeMatcher& matcher, const TimeGrammar& grammar, std::size_t i,
                           const Sentence& sentence) {
    std::optional<Part> best;
    for (const std::uint16_t r : matcher.rulesAt(i)) {
        const auto match = matcher.match(grammar.rules[r].start, i, sentence);
        if (!match || (best && match->last <= best->last)) continue;
        if (auto part = partOf(grammar.rules[r].kind, i, *match)) {
            part->rule = r;
            best = std::move(part);
        }
    }
    return best;
}

bool joinable(const TimeExpression& a, const TimeExpression& b) {
    const int kinds =
        (a.clock.has_value() && b.clock.has_value()) + (a.date.has_value() && b.date.has_value()) +
        (a.dayOffset.has_value() && b.dayOffset.has_value()) + (a.prayer.has_value() && b.prayer.has_value());
    const auto day = [](const TimeExpression& t) { return t.date || t.days || t.dayOffset; };
    if (day(a) && day(b)) return false;  // two days, or the one within the other: leave them apart
    if ((a.weekday && (b.weekday || b.date || b.dayOffset)) || (b.weekday && (a.date || a.dayOffset)))
        return false;
    const bool duration = a.lowSeconds || b.lowSeconds || a.highSeconds || b.highSeconds;
    return kinds == 0 && !duration && !(a.clock && b.prayer) && !(a.prayer && b.clock);
}

void join(Part& a, const Part& b) {
    a.last = b.last;
    a.noSuchDay = a.noSuchDay || b.noSuchDay;
    a.ofEntry = a.ofEntry || b.ofEntry;
    if (b.time.clock) {
        a.time.clock = b.time.clock;
        a.time.midnight = b.time.midnight;
        a.time.relation = b.time.relation;
    }
    if (b.time.prayer) {
        a.time.prayer = b.time.prayer;
        a.time.light = b.time.light;
        if (!a.time.clock) a.time.relation = b.time.relation;
    }
    if (b.time.date) a.time.date = b.time.date;
    if (b.time.days) a.time.days = b.time.days;
    if (b.time.weekday) a.time.weekday = b.time.weekday;
    if (b.time.dayOffset) a.time.dayOffset = b.time.dayOffset;
    a.time.approximate = a.time.approximate || b.time.approximate;
}

}  // namespace

std::vector<FoundTime> timesOf(const Source& source, const Tokens& tokens,
                               const std::vector<ParagraphPart>& paragraphs) {
    std::vector<Part> parts;
    const TimeGrammar& grammar = tokens.language->time;
    TimeMatcher matcher(tokens);
    for (const Sentence& sentence : tokens.sentences) {
        for (std::size_t i = sentence.first; i < sentence.last;) {
            auto best = partAt(matcher, grammar, i, sentence);
            if (!best) {
                ++i;
                continue;
            }
            const std::size_t floor =
                parts.empty() ? sentence.first : std::max(sentence.first, parts.back().last);
            i = best->last;
            best->first = withLeads(matcher, grammar, *best, floor, sentence);
            // "from early May to mid-July": the end of what began before
            const bool stretches = !parts.empty() && parts.back().last + 1 == best->first &&
                                   tokens.all[parts.back().last].is(Cue::toWord) &&
                                   parts.back().time.relation == TimeRelation::from;
            if (stretches && (best->time.days || best->time.date) && best->time.relation == TimeRelation::at)
                best->time.relation = TimeRelation::until;
            best->heads = sentence.paragraph < paragraphs.size() &&
                          best->first <= paragraphs[sentence.paragraph].firstWord &&
                          !tokens.all[best->first].is(Tag::preposition) && best->last < tokens.all.size() &&
                          (tokens.all[best->last].kind == Token::Kind::mark ||
                           tokens.all[best->last - 1].kind == Token::Kind::mark);
            best->framed = sentence.paragraph < paragraphs.size() &&
                           paragraphs[sentence.paragraph].speaker != Speaker::narrator;
            if (!parts.empty()) {
                Part& before = parts.back();
                const bool same = tokens.all[before.first].sentence == tokens.all[best->first].sentence;
                const bool adjacent = best->first == before.last ||
                                      (best->first == before.last + 1 && tokens.all[before.last].text == ",");
                if (same && adjacent && joinable(before.time, best->time)) {
                    join(before, *best);
                    continue;
                }
            }
            parts.push_back(*best);
        }
    }
    std::vector<FoundTime> out;
    for (Part& p : inTimeTold(parts)) {
        FoundTime f{std::move(p.time), p.first, p.last, p.figure, p.noSuchDay, p.rule};
        f.time.quote = {source.id, tokens.all[p.first].begin, tokens.all[p.last - 1].end};
        out.push_back(std::move(f));
    }
    return out;
}

}  // namespace retrace::text
