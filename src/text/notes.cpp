#include "text/clause_parts.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

bool isNamed(const Reader& r, const Segment& s) {
    for (std::size_t i = s.first; i < s.last; ++i) {
        const Token& t = r.at(i);
        if (t.kind == Token::Kind::word && t.capital && !t.is(Tag::function) && !t.is(Cue::partOf) &&
            !leadsNote(t))
            return true;
    }
    return false;
}

bool isTimed(const Reader& r, const Segment& s) {
    for (std::size_t i = s.first; i < s.last; ++i) {
        const bool clock = i > s.first && r.at(i).is(Cue::numberWord) && r.at(i - 1).is(Tag::preposition);
        if (isTimeWord(r.at(i)) || clock) return true;
    }
    return false;
}

/// Whether a name or only words of time stand at the head, and not "Dr Nabil with the light cases to X".
bool isHeaded(const Reader& r, const Segment& s) {
    for (std::size_t i = s.first; i < s.last; ++i) {
        const Token& t = r.at(i);
        if (!leadsNote(t) && !t.is(Cue::partOf) && (t.capital || !t.is(Tag::function)))
            return t.capital && !t.is(Tag::title) && !t.is(Tag::function);
    }
    return true;
}

/// "then to X", "past X", "and so into X": a step of its own behind another.
bool opensStep(const Reader& r, const Segment& s) {
    std::size_t i = s.first;
    while (i + 1 < s.last && r.at(i).is(Cue::sequence)) ++i;
    return i > s.first || r.at(i).is(Tag::preposition);
}

/// ", and we slept": the narrator goes on behind a note.
bool goesOn(const Reader& r, const Segment& s) {
    return s.first + 1 < s.last && r.at(s.first).is(Cue::trailing) && r.at(s.first + 1).is(Cue::selfWord);
}

}  // namespace

bool isTimeWord(const Token& t) {
    return t.kind == Token::Kind::number || (t.is(Cue::timeNoun) && !t.is(Cue::sequence)) ||
           t.is(Tag::month) || t.is(Tag::weekday) || t.is(Tag::prayer);
}

bool leadsNote(const Token& t) {
    return isTimeWord(t) || t.kind == Token::Kind::mark || t.is(Tag::preposition) || t.is(Tag::determiner) ||
           t.is(Cue::sequence) || t.is(Cue::trailing) || t.is(Cue::vehicle) || t.is(Cue::numberWord) ||
           t.is(Cue::post) || (t.is(Tag::kind) && !t.capital);
}

bool isTimedNote(const Tokens& tokens, const Clause& c, std::size_t first, std::size_t last) {
    const Token& head = tokens.all[first];
    if (!c.verbless || leadsNote(head) || head.is(Cue::partOf)) return false;
    if (last < c.last && tokens.all[last].is(Cue::ofWord)) return false;  // "Notes of a soldier, 1942"
    bool timed = false;
    for (std::size_t i = c.first; i < c.last; ++i) {
        if (i >= first && i < last) continue;
        const Token& t = tokens.all[i];
        if (i < first && !leadsNote(t)) return false;
        timed = timed || isTimeWord(t);
    }
    return timed || (first > c.first && tokens.all[first - 1].is(Tag::preposition));
}

std::vector<Clause> notesAhead(const Reader& r, std::span<const Segment> segments) {
    std::size_t end = 0;
    while (end < segments.size() && groupsOf(r, segments[end].first, segments[end].last).empty()) ++end;
    const auto divides = [&](std::size_t i) { return r.at(segments[i].last - 1).is(Cue::divider); };
    if (end > 0 && end < segments.size()) {
        const Segment& next = segments[end];
        const bool afterTime = isNamed(r, segments[end - 1]) && isTimed(r, segments[end - 1]);
        if (!r.at(next.first).is(Cue::addsPlace) && !(afterTime && goesOn(r, next)))
            while (end > 0 && !divides(end - 1)) --end;
    }
    std::vector<Segment> notes;
    bool named = false, timed = false, any = false;
    for (std::size_t i = 0; i < end; ++i) {
        const Segment& s = segments[i];
        const bool another = isNamed(r, s);
        const bool apart = timed || isTimed(r, s) || opensStep(r, s) || (i > 0 && divides(i - 1));
        if (notes.empty() || (another && named && apart)) {
            if (!isHeaded(r, s)) break;
            notes.push_back(s);
            named = timed = false;
        }
        notes.back().last = s.last;
        named = named || another;
        any = any || another;
        timed = timed || isTimed(r, s);
    }
    if (!any) return {};
    std::vector<Clause> out;
    for (const Segment& s : notes) {
        Clause c;
        c.first = c.verb = s.first;
        c.last = s.last;
        c.verbless = true;
        out.push_back(c);
    }
    return out;
}

}  // namespace retrace::text
