#include "text/mentions.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace retrace::text {
namespace {

constexpr std::size_t longestName = 60;  // bytes; nothing longer is a place name
constexpr std::size_t longestRun = 6;    // words

struct Finder {
    const Source& source;
    const Tokens& tokens;
    const NameLookup& lookup;
    People people;
    std::unordered_set<std::string> lowerWords;  // words seen without a capital
    std::unordered_map<std::string, NameHit> asked;
    std::vector<FoundMention> found;
    std::vector<Note>& notes;
    std::unordered_set<std::string> accepted;  // names taken for places elsewhere in the text
    bool narrated = false;                     // the paragraph is the narrator's

    const Token& at(std::size_t i) const { return tokens.all[i]; }
    const Token* near(std::size_t i, std::size_t sentence) const {
        return i < tokens.all.size() && at(i).sentence == sentence ? &at(i) : nullptr;
    }
    const Token* before(std::size_t i) const { return i == 0 ? nullptr : near(i - 1, at(i).sentence); }

    NameHit ask(const std::string& name) {
        if (name.empty() || name.size() > longestName || !lookup) return {};
        const auto known = asked.find(name);
        if (known != asked.end()) return known->second;
        return asked.emplace(name, lookup(name)).first->second;
    }

    std::string textOf(std::size_t begin, std::size_t end) const {
        return words(source, {source.id, begin, end});
    }
};

bool sure(const NameHit& hit) {
    return hit.known && (hit.exact || hit.score >= 0.9);
}

std::string singular(const std::string& kind) {
    if (kind.ends_with("ies")) return kind.substr(0, kind.size() - 3) + "y";
    if (kind == "axes") return "axis";
    if (kind.ends_with("s") && kind != "axis" && kind != "pass" && kind != "barracks" &&
        kind != "headquarters" && !kind.ends_with("ss") && kind != "outskirts" && kind != "surroundings" &&
        kind != "crossroads" && kind != "woods")
        return kind.substr(0, kind.size() - 1);
    return kind;
}

bool nameWord(const Token& t) {
    return t.kind == Token::Kind::word && t.capital && t.text != "I" && !t.text.starts_with("I'");
}

/// Small words inside names: "Frankfurt am Main", "Villers-sur-Mer", "Rio de la Plata".
bool joins(const Token& t) {
    for (const char* w : {"de", "la", "sur", "upon", "am", "an", "der", "den", "del", "do", "da", "al", "el",
                          "le", "les", "en", "bin", "ibn"})
        if (t.lower == w) return !t.capital;
    return false;
}

/// The end of the run of name words that begins at `i`.
std::size_t runEnd(const Finder& f, std::size_t i) {
    std::size_t end = i + 1;
    const std::size_t sentence = f.at(i).sentence;
    while (end - i < longestRun && !f.at(end - 1).possessive) {
        const Token* t = f.near(end, sentence);
        if (!t || f.at(end - 1).end + 1 != t->begin) break;  // exactly one space between
        if (nameWord(*t) && !(t->is(Tag::function) && !t->is(Tag::nameHead))) {
            ++end;
            continue;
        }
        const Token* beyond = f.near(end + 1, sentence);
        if (joins(*t) && beyond && nameWord(*beyond)) {
            end += 2;
            continue;
        }
        break;
    }
    return end;
}

/// A kind word with its name before or after it, and the preposition before the whole.
struct Marks {
    std::string kind;
    bool strong = false;  // the sentence says that it is a place
    bool weak = false;    // a preposition of place stands before it
};

bool placePreposition(const Token& t) {
    for (const char* w : {"in",     "at",      "near",   "towards", "toward", "into",     "outside",
                          "around", "through", "via",    "past",    "across", "along",    "between",
                          "beyond", "behind",  "inside", "off",     "above",  "opposite", "within"})
        if (t.lower == w) return true;
    return false;
}

bool motionWord(const Token& t) {
    for (const char* stem :
         {"withdr",  "retreat", "went",  "go",      "mov",     "march",    "head",   "left",    "leav",
          "driv",    "drove",   "fled",  "flee",    "advanc",  "travel",   "return", "came",    "com",
          "walk",    "cross",   "fell",  "pull",    "evacuat", "transfer", "deploy", "arriv",   "escap",
          "push",    "rode",    "row",   "sail",    "back",    "way",      "road",   "route",   "orders",
          "ordered", "sent",    "send",  "brought", "taken",   "down",     "up",     "out",     "on",
          "over",    "north",   "south", "east",    "west",    "took",     "take",   "brought", "transport",
          "trains",  "train",   "bus",   "carr",    "ferr",    "boat",     "ship",   "journey", "retir"})
        if (t.lower.starts_with(stem) && t.lower.size() <= std::string_view(stem).size() + 5) return true;
    return false;
}

Marks marksOf(const Finder& f, std::size_t first, std::size_t last) {
    Marks m;
    const std::size_t sentence = f.at(first).sentence;
    if (const Token* after = f.near(last, sentence); after && !f.at(last - 1).possessive) {
        if (after->is(Tag::kind) && f.at(last - 1).end + 1 == after->begin) {
            m.kind = singular(after->lower);
            m.strong = true;
        }
    }
    // "X fell", "X had fallen"
    if (const Token* a = f.near(last, sentence)) {
        const Token* c = f.near(last + 1, sentence);
        if ((a->is("fell") && !(c && c->is("back"))) ||
            (c && (a->is(Tag::auxiliary) || a->is(Tag::modal)) &&
             (c->is("fallen") || c->is("fall") || c->is("captured"))))
            m.weak = true;
    }
    std::size_t i = first;
    while (i > 0 && (f.at(i - 1).is("the") || f.at(i - 1).is(Tag::directionWord)) &&
           f.at(i - 1).sentence == sentence)
        --i;
    const Token* p = i > 0 ? f.near(i - 1, sentence) : nullptr;
    if (!p) return m;
    if (p->is("of") && i >= 2) {
        const Token& head = f.at(i - 2);
        if (head.sentence == sentence && (head.is(Tag::kind) || head.is(Tag::direction))) {
            if (m.kind.empty() && head.is(Tag::kind)) m.kind = singular(head.lower);
            m.strong = true;
        } else if (head.sentence == sentence &&
                   (head.is("out") || head.is("all") || head.is("streets") || head.is("fall"))) {
            m.strong = true;
        }
        return m;
    }
    if (p->is(Tag::kind) && p->kind == Token::Kind::word && !p->is("line") && !p->is("front")) {
        m.kind = m.kind.empty() ? singular(p->lower) : m.kind;  // "the town Bastogne"
        m.strong = true;
        return m;
    }
    if (placePreposition(*p)) {
        m.weak = true;
        return m;
    }
    if (p->is("from") && (i == 1 || f.at(i - 2).sentence != sentence)) {  // "From X we went on"
        const Token* a = f.near(last, sentence);
        m.weak = a && (a->is("we") || a->is("i") || a->is("to") || a->text == ",");
        return m;
    }
    if (p->is("to") || p->is("from") || p->is("for")) {
        for (std::size_t back = 2; back <= 9 && back <= i; ++back) {
            const Token& t = f.at(i - back);
            if (t.sentence != sentence) break;
            if (motionWord(t)) {
                m.weak = true;
                break;
            }
        }
        return m;
    }
    if (p->is(Tag::placeVerb)) m.weak = true;
    return m;
}

bool commonOnly(const Finder& f, std::size_t first, std::size_t last) {
    if (last - first != 1) return false;
    const Token& t = f.at(first);
    if (t.is(Tag::function) || t.is(Tag::auxiliary) || t.is(Tag::modal) || t.is(Tag::negation)) return true;
    const Token* before = f.before(first);
    const bool opens = !before || before->kind == Token::Kind::mark;
    return opens && f.lowerWords.contains(t.lower);
}

/// Places in a list share what the sentence says of the first: "the villages of A, B and C".
bool follows(const Finder& f, const FoundMention& earlier, std::size_t first) {
    if (earlier.lastToken >= first || first - earlier.lastToken > 5) return false;
    if (f.at(earlier.firstToken).sentence != f.at(first).sentence) return false;
    bool joined = false;
    for (std::size_t i = earlier.lastToken; i < first; ++i) {
        const Token& t = f.at(i);
        if (t.text == "," || t.is("and") || t.is("or"))
            joined = true;
        else if (!(t.is("the") || t.is("as") || t.is("well") || t.is("then") || t.is("to") || t.is("in") ||
                   (t.is(Tag::kind) && i == earlier.lastToken) || t.is("both") || t.is("nearby")))
            return false;
    }
    return joined;
}

void add(Finder& f, std::size_t first, std::size_t last, std::size_t begin, std::size_t end, std::string name,
         const Marks& marks, const NameHit& hit, bool inRoute = false) {
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
                m.mention.kind = singular(kind->lower);
        }
    }
    m.mention.surface = words(f.source, m.mention.quote);
    f.found.push_back(std::move(m));
}

std::string nameText(const Finder& f, std::size_t begin, std::size_t end, bool possessive) {
    std::string name = f.textOf(begin, end);
    if (possessive)
        for (const char* s : {"'s", "\u2019s", "\u2018s", "\u2019", "'"})
            if (name.ends_with(s)) {
                name.resize(name.size() - std::string_view(s).size());
                break;
            }
    return name;
}

/// "A-B-C route": offsets of the parts; empty where the word is no such chain.
std::vector<std::pair<std::size_t, std::size_t>> chainParts(const Finder& f, const Token& t) {
    std::vector<std::pair<std::size_t, std::size_t>> parts;
    const auto isDash = [](char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; };
    std::size_t begin = t.begin;
    for (std::size_t i = t.begin; i <= t.end; ++i) {
        if (i < t.end && !isDash(f.source.letters[i])) continue;
        const std::string part = f.textOf(begin, i);
        std::string lower = part;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (i < t.end && (tagsOf(lower) & bit(Tag::articlePrefix)))
            continue;  // the article stays with its name
        parts.emplace_back(begin, i);
        begin = i + 1;
    }
    for (const auto& [b, e] : parts) {
        const std::string part = f.textOf(b, e);
        bool capital = false;
        for (const char c : part) capital = capital || (c >= 'A' && c <= 'Z');
        if (!capital || e - b < 2) return {};
    }
    return parts.size() >= 2 ? parts : std::vector<std::pair<std::size_t, std::size_t>>{};
}

bool addChain(Finder& f, std::size_t i) {
    const Token& t = f.at(i);
    const auto parts = chainParts(f, t);
    if (parts.empty()) return false;
    const Token* after = f.near(i + 1, t.sentence);
    const bool route = after && (after->is(Tag::routeKind) || after->is(Tag::front));
    const NameHit whole = f.ask(nameText(f, t.begin, t.end, t.possessive));
    std::size_t known = 0;
    for (const auto& [b, e] : parts) known += sure(f.ask(f.textOf(b, e)));
    if (!(route && (known > 0 || !sure(whole))) && !(known == parts.size() && !sure(whole))) return false;
    Marks marks;
    marks.strong = true;
    marks.kind = route ? singular(after->lower) : "";
    for (const auto& [b, e] : parts)
        add(f, i, i + 1, b, e, nameText(f, b, e, t.possessive), marks, f.ask(f.textOf(b, e)), true);
    return true;
}

/// A kind of landform or building that stays part of a name, unlike "City" and "Province".
bool isFeature(const Token& t) {
    return isAny(t, {"gulf", "bay", "island", "islands", "lake", "port", "beach", "fort", "gorge", "pass",
                     "ridge", "harbor", "harbour", "valley", "heights", "forest", "woods", "crossing"});
}

/// "Milliken's Bend": where the possessor is no place by itself, it belongs to the name.
std::size_t withPossessed(Finder& f, std::size_t first, std::size_t last) {
    const Token& tail = f.at(last - 1);
    const Token* next = f.near(last, tail.sentence);
    if (!tail.possessive || !next || tail.end + 1 != next->begin || !nameWord(*next)) return last;
    const Token* before = f.before(first);
    if (!before || !placePreposition(*before)) return last;
    const bool plain = next->tags == 0 || next->is(Tag::kind) || next->is(Tag::nameHead);
    const std::string owner = nameText(f, f.at(first).begin, tail.end, true);
    if (!plain || next->is(Tag::function) || sure(f.ask(owner)) ||
        f.people.surnames.contains(plainName(owner)) || tail.is(Tag::givenName) || tail.is(Tag::family) ||
        sure(f.ask(next->text)))
        return last;
    return last + 1;
}

/// Tries the run and its shorter parts; returns the token after what was taken.
std::size_t takeRun(Finder& f, std::size_t first) {
    std::size_t last = runEnd(f, first);
    // Leading function words and titles of a sentence are no part of the name.
    while (first < last && f.at(first).is(Tag::function) && !f.at(first).is(Tag::nameHead)) ++first;
    if (first == last) return last;
    // A sentence's first word before a name: "Near Brest" was dropped above, "Outside" too.
    // "Brest Orthodox village", "Bosnian Zvornik": the people's name is no part of the place's.
    const auto people = [](const Token& t) { return t.is(Tag::faith) || t.is(Tag::demonym); };
    while (last - first > 1 && people(f.at(last - 1))) --last;
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
        marks.kind = singular(tail.lower);
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
    if (t.is(Tag::terrain) && !t.capital && before && before->is("the")) {
        marks.kind = "region";
        add(f, i, i + 1, t.begin, t.end, f.textOf(t.begin, t.end), marks, f.ask(t.text));
        f.found.back().mention.literal = false;
    } else if ((t.is("region") || t.is("provinces")) && before && before->is(Tag::directionWord) &&
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

std::vector<FoundMention> mentionsOf(const Source& source, const Tokens& tokens,
                                     const std::vector<ParagraphPart>& parts, const NameLookup& lookup,
                                     std::vector<Note>& notes) {
    Finder f{source, tokens, lookup, peopleOf(tokens), {}, {}, {}, notes, {}, false};
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
