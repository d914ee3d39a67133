#include "text/name_finder.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

/// "X on the 2nd.": unknown as the name may be, a note of the narrator's way says that it is a place.
bool inNote(Finder& f, std::size_t first, std::size_t last) {
    const std::size_t sentence = f.at(first).sentence;
    if (f.clausesOf != sentence) {
        f.clauses = clausesOf(f.tokens, f.tokens.sentences[sentence]);
        f.clausesOf = sentence;
    }
    return std::ranges::any_of(f.clauses, [&](const Clause& c) {
        return c.first <= first && last <= c.last && isTimedNote(f.tokens, c, first, last);
    });
}

/// Tries the run and its shorter parts; returns the token after what was taken.
std::size_t takeRun(Finder& f, std::size_t first) {
    std::size_t last = runEnd(f, first);
    // Leading function words and titles of a sentence are no part of the name.
    const bool heads = !f.before(first);
    const auto leads = [&](const Token& t) {
        const bool verb = heads && &t == &f.at(first) && t.verb.past && t.tags == 0;  // "Left Homs at five"
        return t.is(Tag::function) || t.is(Tag::preposition) || verb;
    };
    while (first < last && leads(f.at(first)) && !f.at(first).is(Tag::nameHead)) ++first;
    if (first == last) return last;
    // A sentence's first word before a name: "Near Brest" was dropped above, "Outside" too.
    // "Brest Orthodox village", "Bosnian Zvornik": the people's name is no part of the place's.
    const auto people = [](const Token& t) { return t.is(Tag::faith) || t.is(Tag::demonym); };
    const std::size_t runLast = last;
    while (last - first > 1 && people(f.at(last - 1))) --last;
    // "the Free French": whose force it is, not where.
    if (const Token* beyond = f.near(runLast, f.at(first).sentence);
        last < runLast && !(beyond && beyond->is(Tag::kind)) &&
        !sure(f.ask(nameText(f, f.at(first).begin, f.at(last - 1).end, false))))
        return runLast;
    while (last - first > 1 && people(f.at(first))) ++first;
    last = withPossessed(f, first, last);
    const std::string why = lookalike(f.tokens, {first, last}, f.people);
    if (!why.empty()) {
        if (why != "date")
            f.notes.push_back({"look-alike",
                               why + ", no place: " + f.textOf(f.at(first).begin, f.at(last - 1).end),
                               {{f.source.id, f.at(first).begin, f.at(last - 1).end}}});
        return last;
    }
    if (last - first == 1 && addChain(f, first)) return last;
    if (commonOnly(f, first, last)) return last;
    const auto common = [&](std::size_t a, std::size_t z) {
        for (std::size_t i = a; i < z; ++i)
            if (!(f.at(i).is(Tag::kind) || f.at(i).is(Tag::direction) || f.at(i).is(Tag::directionWord)))
                return false;
        return true;
    };
    if (common(first, last)) return last;

    const Token& tail = f.at(last - 1);
    const std::size_t begin = f.at(first).begin;
    std::size_t end = tail.end;
    std::string name = nameText(f, begin, end, tail.possessive);
    Marks marks = marksOf(f, first, last);
    // A trailing kind that is itself capitalised: "Zvornik City", "Route Nationale".
    const std::string head =
        last - first > 1 ? nameText(f, begin, f.at(last - 2).end, f.at(last - 2).possessive) : std::string();
    const bool ownFeature = isFeature(tail) && !sure(f.ask(head));  // "Pearl Harbor", "Grand Gulf"
    if (last - first > 1 && tail.is(Tag::kind) && !tail.is(Tag::nameHead) && !f.ask(name).exact &&
        !ownFeature) {
        marks.kind = f.tokens.language->singular(tail.lower);
        marks.strong = true;
        name = head;
        if (name.empty()) return last;
    } else if (last - first == 1 && tail.is(Tag::kind)) {
        return last;
    }
    NameHit hit = f.ask(name);
    std::size_t taken = last;
    if (const Token* kind = f.near(last, tail.sentence); marks.strong && kind && kind->is(Tag::kindInName) &&
                                                         !tail.possessive && tail.end + 1 == kind->begin) {
        const std::string whole = f.textOf(begin, kind->end);
        const NameHit wholeHit = f.ask(whole);
        if (sure(wholeHit)) {
            name = whole;
            hit = wholeHit;
        }
        end = kind->end;
        taken = last + 1;
    }
    if (tail.possessive && end == tail.end) {  // the name without its 's
        end = begin + utf32(name).size();
    }
    const bool listed = !f.found.empty() && follows(f, f.found.back(), first);
    const Token* before = f.before(first);
    const bool opens = !before || (before->kind == Token::Kind::mark && before->text != ",");
    const bool elsewhere = f.accepted.contains(plainName(name));
    bool accept =
        marks.strong || listed || (elsewhere && !(opens && f.lowerWords.contains(f.at(first).lower)));
    if (!accept && marks.weak && (f.narrated || sure(hit)))
        accept = !f.lowerWords.contains(f.at(first).lower) || sure(hit);
    if (!accept && sure(hit)) accept = !opens || !f.lowerWords.contains(f.at(first).lower);
    if (!accept && f.narrated && !f.lowerWords.contains(f.at(first).lower)) accept = inNote(f, first, last);
    if (!accept &&
        last - first >
            1) {  // a longer run may hold a known name at its head or tail: "Brest Orthodox village"
        for (std::size_t cut = last - 1; cut > first; --cut) {
            const std::string part = f.textOf(begin, f.at(cut - 1).end);
            if (!common(first, cut) && sure(f.ask(part)) &&
                lookalike(f.tokens, {first, cut}, f.people).empty()) {
                add(f, first, cut, begin, f.at(cut - 1).end, part, marksOf(f, first, cut), f.ask(part));
                return cut;
            }
        }
    }
    if (accept) add(f, first, taken, begin, end, name, marks, hit);
    return taken;
}

/// "the steppe", "the coastal region": common nouns that name a region.
void takeTerrain(Finder& f, std::size_t i) {
    const Token& t = f.at(i);
    const Token* before = f.before(i);
    Marks marks;
    if (t.is(Tag::terrain) && !t.capital && before && before->is(Cue::definite)) {
        marks.kind = "region";
        add(f, i, i + 1, t.begin, t.end, f.textOf(t.begin, t.end), marks, f.ask(t.text));
        f.found.back().mention.literal = false;
    } else if (t.is(Cue::regionWord) && before && before->is(Tag::directionWord) &&
               !before->capital) {
        marks.kind = "region";
        add(f, i - 1, i + 1, before->begin, t.end, f.textOf(before->begin, t.end), marks,
            f.ask(f.textOf(before->begin, t.end)));
        f.found.back().mention.literal = false;
    }
}

void findAll(Finder& f, const std::vector<ParagraphPart>& parts) {
    for (const auto& part : parts) {
        f.narrated = part.speaker == Speaker::narrator;
        for (std::size_t i = part.firstWord; i < part.lastToken;) {
            if (nameWord(f.at(i))) {
                i = std::max(i + 1, takeRun(f, i));
                if (!f.found.empty()) i = std::max(i, f.found.back().lastToken);
            } else {
                takeTerrain(f, i);
                ++i;
            }
        }
    }
}

}  // namespace

void add(Finder& f, std::size_t first, std::size_t last, std::size_t begin, std::size_t end, std::string name,
         const Marks& marks, const NameHit& hit, bool inRoute) {
    FoundMention m;
    m.firstToken = first;
    m.lastToken = last;
    m.hit = hit;
    m.inRoute = inRoute;
    m.mention.quote = {f.source.id, begin, end};
    m.mention.name = std::move(name);
    m.mention.kind = marks.kind;
    if (const Token* open = f.near(last, f.at(first).sentence);
        open && open->text == "[" && end == f.at(last - 1).end) {
        std::size_t close = last + 1;
        while (f.near(close, open->sentence) && f.at(close).text != "]" && close - last < 8) ++close;
        if (f.near(close, open->sentence) && f.at(close).text == "]" && close > last + 1) {
            m.mention.gloss = f.textOf(f.at(last + 1).begin, f.at(close - 1).end);
            m.mention.quote.end = f.at(close).end;
            m.lastToken = close + 1;
            if (const Token* kind = f.near(close + 1, open->sentence); kind && kind->is(Tag::kind))
                m.mention.kind = f.tokens.language->singular(kind->lower);
        }
    }
    m.mention.surface = words(f.source, m.mention.quote);
    f.found.push_back(std::move(m));
}

std::vector<FoundMention> mentionsOf(const Source& source, const Tokens& tokens,
                                     const std::vector<ParagraphPart>& parts, const NameLookup& lookup,
                                     std::vector<Note>& notes) {
    Finder f{source, tokens, lookup, peopleOf(tokens), {}, {}, {}, notes, {}, false, {}};
    for (const Token& t : tokens.all)
        if (t.kind == Token::Kind::word && !t.capital && t.lower.size() < longestName)
            f.lowerWords.insert(t.lower);
    findAll(f, parts);
    // What the sentence marks as a place once is one everywhere.
    for (const auto& m : f.found) f.accepted.insert(plainName(m.mention.name));
    f.found.clear();
    notes.clear();
    findAll(f, parts);
    // Pull quotes point at the words that count.
    for (auto& m : f.found) {
        const auto& part = parts[f.at(m.firstToken).paragraph];
        if (!part.repeats) continue;
        const std::size_t body = part.repeats->tokenInBody[m.firstToken - part.firstToken];
        const auto original = std::find_if(f.found.begin(), f.found.end(), [&](const FoundMention& o) {
            return o.firstToken <= body && body < o.lastToken && o.mention.name == m.mention.name;
        });
        if (original != f.found.end())
            m.mention.repeats = original->mention.quote;
        else
            m.mention.repeats = part.repeats->body;
    }
    return f.found;
}

}  // namespace retrace::text
