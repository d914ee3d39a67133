#include "document/anchoring.hpp"

#include <algorithm>
#include <utility>

namespace retrace::document {
namespace {

/// Letters with every run of blanks as one space and quotation marks made plain; `origin` has the place of
/// each letter in the text, and one more for the end.
struct Folded {
    std::u32string letters;
    std::vector<std::size_t> origin;
};

bool isBlank(char32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x202F || c == 0x2009;
}

char32_t plain(char32_t c) {
    if (c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0x2BB) return '\'';
    if (c == 0x201C || c == 0x201D) return '"';
    if (c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014) return '-';
    return c;
}

Folded folded(std::u32string_view text) {
    Folded result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isBlank(text[i])) {
            if (!result.letters.empty() && result.letters.back() == ' ') continue;
            result.letters += U' ';
        } else {
            result.letters += plain(text[i]);
        }
        result.origin.push_back(i);
    }
    result.origin.push_back(text.size());
    return result;
}

std::size_t distance(std::size_t a, std::size_t b) {
    return a > b ? a - b : b - a;
}

std::vector<std::size_t> occurrences(std::u32string_view text, std::u32string_view words) {
    std::vector<std::size_t> found;
    if (words.empty()) return found;
    for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1))
        found.push_back(at);
    return found;
}

std::optional<std::size_t> nearest(const std::vector<std::size_t>& places, std::size_t expected) {
    const auto best = std::min_element(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return distance(a, expected) < distance(b, expected);
    });
    if (best == places.end()) return std::nullopt;
    return *best;
}

std::string shown(const std::string& words) {
    constexpr std::size_t most = 60;
    const std::u32string letters = text::utf32(words);
    return "'" + (letters.size() <= most ? words : text::utf8(letters.substr(0, most)) + "...") + "'";
}

const text::Source* sourceOf(const std::vector<text::Source>& texts, const std::string& id) {
    const auto found = std::find_if(texts.begin(), texts.end(), [&](const auto& s) { return s.id == id; });
    return found == texts.end() ? nullptr : &*found;
}

/// By how much words that stand exactly once have moved, by their old place: a guide for words that stand
/// often.
struct Shift {
    std::size_t was = 0, is = 0;
};

std::size_t expectedPlace(std::size_t was, const std::vector<Shift>& shifts) {
    const auto guide = std::min_element(shifts.begin(), shifts.end(), [&](const Shift& a, const Shift& b) {
        return distance(a.was, was) < distance(b.was, was);
    });
    if (guide == shifts.end()) return was;
    return guide->is >= guide->was ? was + (guide->is - guide->was)
                                   : was - std::min(was, guide->was - guide->is);
}

struct Marked {
    model::Anchor* anchor;
    std::string what;  // "the decision on ...", "the chapter ..."
};

std::string lostText(const std::string& what, const model::Anchor& anchor) {
    return what + ": the words stand no longer in " + anchor.quote.source + "; decide again or correct the text";
}

std::vector<Marked> anchorsOf(Document& document) {
    std::vector<Marked> all;
    for (model::Decision& decision : document.decisions) {
        if (model::rowOf(decision)) continue;
        all.push_back({&decision.anchor, "the decision on " + shown(decision.anchor.words)});
    }
    for (Chapter& chapter : document.chapters) {
        all.push_back({&chapter.anchor, "the chapter " + shown(chapter.title)});
    }
    return all;
}

bool isRow(const model::RecordRow& row, const model::Decision& decision) {
    return row.row == *model::rowOf(decision) && row.place == decision.anchor.words;
}

std::string lostRow(const model::Decision& decision) {
    return "the decision on the record's row " + shown(decision.anchor.words) +
           ": no record has it any more; decide again or correct the record";
}

/// To the row of that place where there is but one.
void reanchorRow(model::Decision& decision, const std::vector<model::RecordRow>& record,
                 std::vector<std::string>& notes, std::vector<std::string>& lost) {
    if (std::ranges::any_of(record, [&](const auto& row) { return isRow(row, decision); })) return;
    const auto same = [&](const model::RecordRow& row) { return row.place == decision.anchor.words; };
    if (std::ranges::count_if(record, same) != 1) return lost.push_back(lostRow(decision));
    auto& line = *std::get<model::SettleControl>(decision.what).row;
    const std::size_t now = std::ranges::find_if(record, same)->row;
    notes.push_back("the decision on the record's row " + shown(decision.anchor.words) + ": moved with it from line " +
                    std::to_string(line) + " to " + std::to_string(now));
    line = now;
}

bool isAnchored(const model::Anchor& anchor, const std::vector<text::Source>& texts) {
    const text::Source* source = sourceOf(texts, anchor.quote.source);
    if (source == nullptr || anchor.quote.end > source->letters.size() || anchor.quote.begin >= anchor.quote.end)
        return false;
    const std::u32string there = source->letters.substr(anchor.quote.begin, anchor.quote.end - anchor.quote.begin);
    const std::u32string wanted = text::utf32(anchor.words);
    return there == wanted || folded(there).letters == folded(wanted).letters;
}

}  // namespace

std::optional<text::Quote> findAnchor(const model::Anchor& anchor, const text::Source& source,
                                      std::size_t expected) {
    const std::u32string wanted = text::utf32(anchor.words);
    const std::u32string_view letters = source.letters;
    if (anchor.quote.begin <= letters.size() && letters.substr(anchor.quote.begin, wanted.size()) == wanted &&
        expected == anchor.quote.begin) {
        return text::Quote{source.id, anchor.quote.begin, anchor.quote.begin + wanted.size()};
    }
    if (const auto at = nearest(occurrences(letters, wanted), expected)) {
        return text::Quote{source.id, *at, *at + wanted.size()};
    }
    const Folded text = folded(letters), words = folded(wanted);
    const auto from =
        std::lower_bound(text.origin.begin(), text.origin.end(), expected) - text.origin.begin();
    const auto at = nearest(occurrences(text.letters, words.letters), static_cast<std::size_t>(from));
    if (!at) return std::nullopt;
    const std::size_t last = text.origin[*at + words.letters.size() - 1];
    return text::Quote{source.id, text.origin[*at], last + 1};
}

void reanchor(Document& document, const std::vector<text::Source>& texts,
              const std::vector<model::RecordRow>& record, std::vector<std::string>& notes,
              std::vector<std::string>& lost) {
    const std::vector<Marked> all = anchorsOf(document);
    std::map<std::string, std::vector<Shift>> shifts;
    for (const Marked& marked : all) {
        const text::Source* source = sourceOf(texts, marked.anchor->quote.source);
        if (source == nullptr) continue;
        const auto places = occurrences(source->letters, text::utf32(marked.anchor->words));
        if (places.size() == 1) shifts[source->id].push_back({marked.anchor->quote.begin, places.front()});
    }
    for (const Marked& marked : all) {
        model::Anchor& anchor = *marked.anchor;
        const text::Source* source = sourceOf(texts, anchor.quote.source);
        const auto found =
            source == nullptr
                ? std::nullopt
                : findAnchor(anchor, *source, expectedPlace(anchor.quote.begin, shifts[anchor.quote.source]));
        if (!found) {
            lost.push_back(lostText(marked.what, anchor));
        } else if (*found != anchor.quote) {
            notes.push_back(marked.what + ": moved with its words from " +
                            std::to_string(anchor.quote.begin) + " to " + std::to_string(found->begin) +
                            " in " + anchor.quote.source);
            anchor = {*found, text::words(*source, *found)};
        }
    }
    for (model::Decision& decision : document.decisions)
        if (model::rowOf(decision)) reanchorRow(decision, record, notes, lost);
}

bool isAnchored(const model::Decision& decision, const std::vector<text::Source>& texts,
                const std::vector<model::RecordRow>& record) {
    if (!model::rowOf(decision)) return isAnchored(decision.anchor, texts);
    return std::ranges::any_of(record, [&](const auto& row) { return isRow(row, decision); });
}

std::vector<std::string> lostAnchors(const Document& document, const std::vector<text::Source>& texts,
                                     const std::vector<model::RecordRow>& record) {
    Document copy = document;
    std::vector<std::string> lost;
    for (const Marked& marked : anchorsOf(copy))
        if (!isAnchored(*marked.anchor, texts)) lost.push_back(lostText(marked.what, *marked.anchor));
    for (const model::Decision& decision : document.decisions)
        if (model::rowOf(decision) && !isAnchored(decision, texts, record)) lost.push_back(lostRow(decision));
    return lost;
}

}  // namespace retrace::document
