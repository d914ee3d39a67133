#include "text/letter_case.hpp"
#include "text/name_finder.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

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
        if (i < t.end && isArabicArticle(lower)) continue;  // the article stays with its name
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

}  // namespace

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
    marks.kind = route ? f.tokens.language->singular(after->lower) : "";
    for (const auto& [b, e] : parts)
        add(f, i, i + 1, b, e, nameText(f, b, e, t.possessive), marks, f.ask(f.textOf(b, e)), true);
    return true;
}

}  // namespace retrace::text
