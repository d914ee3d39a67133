#include "text/lookalikes.hpp"

#include "text/letter_case.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

bool endsIn(const std::string& word, const std::vector<std::string>& endings) {
    return std::ranges::any_of(endings, [&](const auto& e) { return word.ends_with(e); });
}

/// What forces are for: "liberation", "defence", "resistance", "security".
bool namesPurpose(const Tokens& tokens, const Token& t) {
    return !t.capital && t.kind == Token::Kind::word && t.lower.size() >= 7 &&
           endsIn(t.lower, tokens.language->purposeEndings);
}

const Token* next(const Tokens& tokens, std::size_t i, std::size_t sentence) {
    return i < tokens.all.size() && tokens.all[i].sentence == sentence ? &tokens.all[i] : nullptr;
}

}  // namespace

std::string withoutArticle(const std::string& lower) {
    const std::size_t hyphen = lower.find('-');
    if (hyphen == std::string::npos || hyphen > 4 || hyphen + 1 >= lower.size()) return lower;
    return isArabicArticle(std::string_view(lower).substr(0, hyphen)) ? lower.substr(hyphen + 1) : lower;
}

std::string plainName(const std::string& name) {
    std::string lower;
    for (const char c : name) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return withoutArticle(lower);
}

People peopleOf(const Tokens& tokens) {
    People people;
    const auto& all = tokens.all;
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        if (!all[i].capital || all[i].sentence != all[i + 1].sentence) continue;
        if (!all[i].is(Tag::givenName) || all[i].possessive || all[i].is(Tag::month)) continue;
        const Token& surname = all[i + 1];
        if (!surname.capital || surname.kind != Token::Kind::word || surname.tags != 0) continue;
        if (i + 2 < all.size() && all[i + 2].sentence == surname.sentence && all[i + 2].is(Tag::kind))
            continue;
        people.surnames.insert(withoutArticle(surname.lower));
    }
    return people;
}

std::string lookalike(const Tokens& tokens, const NameRun& run, const People& people) {
    const auto& all = tokens.all;
    const Token& head = all[run.first];
    const Token& tail = all[run.last - 1];
    const std::size_t sentence = head.sentence;
    const Token* after = next(tokens, run.last, sentence);
    const Token* before =
        run.first > 0 && all[run.first - 1].sentence == sentence ? &all[run.first - 1] : nullptr;
    const bool kindAfter = after && after->is(Tag::kind);
    const bool single = run.last - run.first == 1;

    if (head.is(Tag::month) || head.is(Tag::weekday)) return "date";
    for (std::size_t i = run.first; i < run.last; ++i) {
        if (all[i].is(Tag::organisationAlone)) return "organisation";
        if (all[i].is(Tag::prayer)) return "prayer";
        if (all[i].is(Tag::operation) && !kindAfter && (!single || all[i].is(Cue::operationWord)))
            return "operation";
        if (i > run.first && all[i].is(Tag::media)) return "newspaper";
    }
    const bool built = !single && tail.is(Tag::kindInName);  // "Freedom Bridge"
    for (std::size_t i = run.first; i < run.last && !built; ++i)
        if (all[i].is(Tag::organisation)) {
            if (all[i].is(Cue::middleWord) && !single) return "organisation";
            if (all[i].is(Cue::middleWord)) continue;
            return "organisation";
        }
    if (after && after->capital && after->is(Tag::organisation))
        return "organisation";                                                        // "X Liberation Army"
    if (after && !after->capital && after->is(Cue::regiment)) return "organisation";  // "an Ohio regiment"
    // "X liberation forces", "X defence brigades"
    const Token* beyond = next(tokens, run.last + 1, sentence);
    if (after && beyond && namesPurpose(tokens, *after) && beyond->is(Tag::organisation))
        return "organisation";
    if (single && head.is(Tag::media)) return "newspaper";
    if (!kindAfter) {
        if (people.surnames.contains(withoutArticle(tail.lower))) return "person";
        if (head.is(Tag::givenName) && !single) return "person";
        if (head.is(Tag::title) && !single && !head.is(Tag::nameHead)) return "person";
        if (before && before->is(Tag::title) && (before->capital || !before->is(Tag::function)) &&
            !before->is(Tag::nameHead))
            return "person";
        if (before && before->is(Cue::address)) return "person";
    }
    if (single && head.is(Tag::givenName) && !kindAfter && !(before && before->is(Tag::preposition)))
        return "person";
    if (tail.is(Tag::demonym) || head.is(Tag::demonym)) return "demonym";
    if (single && head.lower.size() >= 6 && endsIn(head.lower, tokens.language->demonymEndings))
        return "demonym";
    if (head.is(Tag::faith) || tail.is(Tag::faith)) return "faith";
    if (single && head.is(Tag::language)) return "language";
    if (after && after->is(Tag::abstractNoun) && after->kind == Token::Kind::word && !after->capital &&
        after->is(Cue::lawWord))
        return "law";
    return {};
}

}  // namespace retrace::text
