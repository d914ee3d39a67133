#include "text/qualities.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

std::string wordsOf(const Tokens& tokens, std::size_t first, std::size_t last) {
    std::string out;
    for (std::size_t i = first; i < last; ++i) out += (out.empty() ? "" : " ") + tokens.all[i].text;
    return out;
}

bool isCount(const Token& t) {
    return t.is(Cue::numberWord) || (t.kind == Token::Kind::number && t.text.find_first_not_of("0123456789,") == std::string::npos);
}

bool isCounted(const Token& t) {
    return t.is(Tag::unit) || t.is(Tag::friendly) || t.is(Tag::personNoun) || t.is(Tag::weapons) ||
           t.is(Tag::enemy) || t.is(Tag::family) || t.is(Cue::vehicle);
}

}  // namespace

std::string meansIn(const Tokens& tokens, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i + 1 < last; ++i) {
        const Token& t = tokens.all[i];
        if (!t.is(Cue::byMeans)) continue;
        if (tokens.all[i + 1].is(Cue::onFoot)) return wordsOf(tokens, i, i + 2);
        for (std::size_t k = i + 1; k < std::min(last, i + 6); ++k) {
            const Token& noun = tokens.all[k];
            if (noun.is(Cue::vehicle)) {
                std::size_t begin = i + 1;
                while (begin < k && tokens.all[begin].is(Cue::article)) ++begin;
                return wordsOf(tokens, begin, k + 1);
            }
            const bool inside = noun.kind == Token::Kind::number ||
                                (noun.kind == Token::Kind::word && !noun.capital && !noun.is(Tag::preposition));
            if (!inside) break;
        }
    }
    for (std::size_t i = first; i < last; ++i)
        if (tokens.all[i].is(Cue::walks)) return tokens.all[i].text;
    return {};
}

std::string quantityIn(const Tokens& tokens, std::size_t first, std::size_t last,
                       const std::function<bool(std::size_t)>& inTime) {
    for (std::size_t i = first; i + 1 < last; ++i) {
        if (!isCount(tokens.all[i]) || inTime(i)) continue;
        std::size_t end = i + 1;
        if (end + 1 < last && tokens.all[end].is(Cue::ofWord) && tokens.all[end + 1].is(Cue::objectPronoun)) {
            end += 2;
        } else {
            while (end < last && end < i + 5 && !isCounted(tokens.all[end]) &&
                   tokens.all[end].kind == Token::Kind::word && !tokens.all[end].verb.past &&
                   !tokens.all[end].is(Tag::determiner) &&
                   !(tokens.all[end].is(Tag::preposition) && !tokens.all[end].is(Cue::ofWord)))
                ++end;
            // "we were about forty,"
            const bool alone = i > first && tokens.all[i - 1].is(Cue::about) &&
                               tokens.all[i + 1].kind == Token::Kind::mark;
            if (alone) return wordsOf(tokens, i - 1, i + 1);
            if (end >= last || !isCounted(tokens.all[end])) continue;
            ++end;
        }
        return wordsOf(tokens, i > first && tokens.all[i - 1].is(Cue::about) ? i - 1 : i, end);
    }
    return {};
}

}  // namespace retrace::text
