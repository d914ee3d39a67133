#include "text/tokens.hpp"

#include "text/letter_case.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace retrace::text {
namespace {

constexpr std::size_t longestSentence = 300;

UChar32 icu(char32_t c) {
    return static_cast<UChar32>(c);
}
bool isLetter(char32_t c) {
    return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                    : u_isalpha(icu(c)) || u_charType(icu(c)) == U_NON_SPACING_MARK;
}
bool isDigit(char32_t c) {
    return c >= '0' && c <= '9';
}
bool isApostrophe(char32_t c) {
    return c == '\'' || c == 0x2018 || c == 0x2019 || c == '`' || c == 0x02BC || c == 0xB4;
}
bool isHyphen(char32_t c) {
    return c == '-' || c == 0x2010 || c == 0x2011;
}
bool isSpace(char32_t c) {
    return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF;
}

std::string normalised(std::u32string_view s, bool lower) {
    std::u32string out(s);
    for (char32_t& c : out) {
        if (isApostrophe(c) || c == 0x02BF || c == 0x02BE)
            c = '\'';
        else if (isHyphen(c))
            c = '-';
        else if (lower)
            c = c < 0x80 ? (c >= 'A' && c <= 'Z' ? c + 32 : c) : static_cast<char32_t>(u_tolower(icu(c)));
    }
    return utf8(out);
}

/// Upper-case first letter, or so after an article and a hyphen.
bool startsCapital(std::u32string_view s) {
    std::size_t i = 0;
    while (i < s.size() && !isLetter(s[i])) ++i;
    if (i == s.size()) return false;
    if (u_isupper(icu(s[i])) || u_istitle(icu(s[i]))) return true;
    for (std::size_t j = i; j < s.size() && j < i + 4; ++j) {
        if (!isHyphen(s[j]) || j + 1 >= s.size()) continue;
        if (isArabicArticle(utf8(s.substr(i, j - i)))) {
            std::size_t k = j + 1;
            while (k < s.size() && !isLetter(s[k])) ++k;
            return k < s.size() && (u_isupper(icu(s[k])) || u_istitle(icu(s[k])));
        }
    }
    return false;
}

class Scanner {
public:
    Scanner(const Source& source, const Language& language, Tokens& out)
        : s_(source.letters), language_(language), out_(out) {}

    void paragraph(const Paragraph& p, std::size_t index) {
        singleOpen_ = 0;
        end_ = p.end;
        for (std::size_t i = p.begin; i < p.end;) {
            if (isSpace(s_[i])) {
                ++i;
                continue;
            }
            const std::size_t tail = contractedEnd(i);
            i = tail > i ? push(i, tail, Token::Kind::word) : isLetter(s_[i]) ? word(i) : isDigit(s_[i]) ? number(i) : mark(i);
            out_.all.back().paragraph = index;
        }
    }

private:
    char32_t at(std::size_t i) const { return i < end_ ? s_[i] : U'\0'; }

    std::size_t push(std::size_t begin, std::size_t end, Token::Kind kind) {
        Token t;
        t.begin = begin;
        t.end = end;
        t.kind = kind;
        const std::u32string_view view = std::u32string_view(s_).substr(begin, end - begin);
        t.text = normalised(view, false);
        t.lower = normalised(view, true);
        if (kind == Token::Kind::word) {
            if (std::string owner = inflected(t.lower, language_.possessives);
                t.lower.size() > 2 && owner.size() < t.lower.size()) {
                t.possessive = true;
                if (language_.tagsOf(t.lower) == 0) t.lower = std::move(owner);
            }
            t.capital = startsCapital(view);
        }
        t.tags = language_.tagsOf(t.lower);
        t.cues = language_.cuesOf(t.lower);
        if (kind == Token::Kind::word) t.verb = language_.verbForm(t.lower);
        if (t.capital && t.tags == 0 && language_.isAdverb(t.lower)) t.tags = bit(Tag::function);
        if (t.capital && t.is(Tag::month)) t.tags &= ~bit(Tag::modal);  // "May"
        out_.all.push_back(std::move(t));
        return end;
    }

    /// "'ve" right behind "we": the end of a word of its own; else where it begins.
    std::size_t contractedEnd(std::size_t begin) const {
        if (!isApostrophe(s_[begin]) || out_.all.empty() || out_.all.back().end != begin) return begin;
        std::size_t end = begin + 1;
        while (end < end_ && isLetter(s_[end])) ++end;
        const auto words = normalised(std::u32string_view(s_).substr(begin, end - begin), true);
        return out_.all.back().is(Cue::contractionHost) && isContraction(words) ? end : begin;
    }

    /// Whether the word up to here is one that "'ve" and the like follow, and one of them does.
    bool splitsHere(std::size_t begin, std::size_t apostrophe) const {
        std::size_t end = apostrophe + 1;
        while (end < end_ && isLetter(s_[end])) ++end;
        const std::u32string_view letters(s_);
        return isContraction(normalised(letters.substr(apostrophe, end - apostrophe), true)) &&
               language_.cuesOf(normalised(letters.substr(begin, apostrophe - begin), true))
                   .test(static_cast<std::size_t>(Cue::contractionHost));
    }

    bool isContraction(const std::string& lower) const {
        return language_.cuesOf(lower).test(static_cast<std::size_t>(Cue::contraction));
    }

    std::size_t word(std::size_t begin) {
        for (const std::string& pointed : language_.pointedWords)
            if (const std::size_t end = endOf(pointed, begin); end > begin)
                return push(begin, end, Token::Kind::word);
        std::size_t i = begin;
        while (i < end_) {
            if (isLetter(s_[i]) || isDigit(s_[i])) {
                ++i;
            } else if (isApostrophe(s_[i]) && splitsHere(begin, i)) {
                return push(begin, i, Token::Kind::word);
            } else if ((isApostrophe(s_[i]) || isHyphen(s_[i])) && isLetter(at(i + 1))) {
                i += 1;
            } else if (isHyphen(s_[i]) && isApostrophe(at(i + 1)) && isLetter(at(i + 2))) {
                i += 2;  // "al-'Ulayya"
            } else {
                break;
            }
        }
        // A sign at the end belongs to a name that ends in hamza or 'ayn, and to a plural's possessive,
        // unless it closes a quotation.
        if (isApostrophe(at(i)) && s_[i] != 0x2018 && singleOpen_ == 0 && !isLetter(at(i + 1))) ++i;
        return push(begin, i, Token::Kind::word);
    }

    /// Where "a.m." or "a.m" ends, in any case; `begin` where it does not stand there. ASCII.
    std::size_t endOf(std::string_view pointed, std::size_t begin) const {
        std::size_t i = begin;
        for (const char c : pointed.substr(0, pointed.size() - 1)) {
            const char32_t is = at(i) >= 'A' && at(i) <= 'Z' ? at(i) + 32 : at(i);
            if (is != static_cast<unsigned char>(c)) return begin;
            ++i;
        }
        if (isLetter(at(i))) return begin;
        return at(i) == '.' ? i + 1 : i;
    }

    std::size_t number(std::size_t begin) {
        std::size_t i = begin;
        while (i < end_ &&
               (isDigit(s_[i]) || ((s_[i] == ':' || s_[i] == ',' || s_[i] == '.') && isDigit(at(i + 1)))))
            ++i;
        if (const std::size_t day = dottedDay(begin, i); day > begin)
            return push(begin, day, Token::Kind::number);
        while (i < end_ && isLetter(s_[i])) ++i;
        return push(begin, i, Token::Kind::number);
    }

    /// "7.12.2024": where the day ends, and the month, for they are numbers of their own; else `begin`.
    std::size_t dottedDay(std::size_t begin, std::size_t end) const {
        const auto points = std::count(s_.begin() + std::ptrdiff_t(begin), s_.begin() + std::ptrdiff_t(end), U'.');
        const std::size_t point = s_.find(U'.', begin);
        const bool ofDate = points == 2 || (points == 1 && isDayBefore(begin));
        return ofDate && point - begin <= 2 ? point : begin;
    }
    bool isDayBefore(std::size_t begin) const {
        const auto& all = out_.all;
        return all.size() >= 2 && all.back().end == begin && all.back().text == "." &&
               all[all.size() - 2].kind == Token::Kind::number && all[all.size() - 2].end + 1 == begin;
    }

    std::size_t mark(std::size_t i) {
        const char32_t c = s_[i];
        const bool opens =
            (i == 0 || isSpace(s_[i - 1]) || s_[i - 1] == '(' || s_[i - 1] == '[') && isLetter(at(i + 1));
        if (isApostrophe(c)) {
            if (opens)
                ++singleOpen_;
            else if (singleOpen_ > 0)
                --singleOpen_;
        }
        return push(i, i + 1, Token::Kind::mark);
    }

    const std::u32string& s_;
    const Language& language_;
    Tokens& out_;
    std::size_t end_ = 0;
    int singleOpen_ = 0;
};

bool isClosing(const Token& t) {
    return t.kind == Token::Kind::mark &&
           (t.text == "'" || t.text == "\"" || t.text == ")" || t.text == "]" || t.text == "\u201D");
}

/// Words after which a full stop ends nothing.
bool isAbbreviation(const Token& t) {
    if (t.kind != Token::Kind::word) return false;
    if (t.is(Tag::month)) return t.capital && t.is(Cue::shortMonth);
    if (t.is(Cue::abbreviation)) return true;
    return t.text.size() == 1 && t.capital && !t.is(Cue::singularSelf);
}

void cutSentences(Tokens& tokens) {
    auto& all = tokens.all;
    // "am 7. Dezember", in languages that write days so.
    const bool pointedDays = std::ranges::count(tokens.language->time.dayEndings, ".") > 0;
    const auto isDay = [&](std::size_t i) {
        return pointedDays && i > 0 && all[i - 1].kind == Token::Kind::number && i + 1 < all.size() &&
               all[i + 1].is(Tag::month);
    };
    std::size_t first = 0;
    // "7.12.2024"
    const auto isInDate = [&](std::size_t i) {
        return i > 0 && all[i - 1].kind == Token::Kind::number && i + 1 < all.size() &&
               all[i + 1].kind == Token::Kind::number && all[i + 1].begin == all[i].end;
    };
    const auto close = [&](std::size_t last) {
        if (last <= first) return;
        for (std::size_t i = first; i < last; ++i) all[i].sentence = tokens.sentences.size();
        tokens.sentences.push_back({first, last, all[first].paragraph});
        first = last;
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > first && all[i].paragraph != all[first].paragraph) close(i);
        if (i - first >= longestSentence) close(i);
        const bool ends = (all[i].kind == Token::Kind::mark &&
                           (all[i].text == "!" || all[i].text == "?" || all[i].text == "\u2026" ||
                            (all[i].text == "." && !(i > 0 && isAbbreviation(all[i - 1])) && !isDay(i) && !isInDate(i)))) ||
                          (all[i].is(Cue::pointedHalf) && i + 1 < all.size() && all[i + 1].capital &&
                           !all[i + 1].is(Tag::month) && !all[i + 1].is(Tag::weekday));
        if (!ends) continue;
        std::size_t after = i + 1;
        while (after < all.size() && isClosing(all[after])) ++after;
        const bool lowerNext = after < all.size() && all[after].kind == Token::Kind::word &&
                               !all[after].capital && all[after].paragraph == all[i].paragraph;
        if (!lowerNext) {
            close(after);
            i = after - 1;
        }
    }
    close(all.size());
}

/// Quotation marks that hold four words or more are speech.
void markSpeech(Tokens& tokens) {
    auto& all = tokens.all;
    std::size_t open = all.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Token& t = all[i];
        if (open < i && all[open].paragraph != t.paragraph) open = all.size();
        if (t.kind != Token::Kind::mark) continue;
        const bool quoteMark = t.text == "'" || t.text == "\"" || t.text == "\u201C" || t.text == "\u201D";
        if (!quoteMark) continue;
        const bool before = i == 0 || all[i - 1].end < t.begin || all[i - 1].paragraph != t.paragraph;
        if (open >= i && before) {
            open = i;
        } else if (open < i) {
            if (i - open > 4)
                for (std::size_t j = open + 1; j < i; ++j) all[j].speech = true;
            open = all.size();
        }
    }
}

}  // namespace

Tokens tokensOf(const Source& source, const Language& language) {
    Tokens tokens{.language = &language, .all = {}, .sentences = {}};
    Scanner scanner(source, language, tokens);
    for (std::size_t p = 0; p < source.paragraphs.size(); ++p) scanner.paragraph(source.paragraphs[p], p);
    cutSentences(tokens);
    markSpeech(tokens);
    return tokens;
}

}  // namespace retrace::text
