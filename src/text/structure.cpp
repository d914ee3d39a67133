#include "text/structure.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace retrace::text {
namespace {

bool isWord(const Token& t) {
    return t.kind != Token::Kind::mark;
}

std::vector<ParagraphPart> partsOf(const Source& source, const Tokens& tokens) {
    std::vector<ParagraphPart> parts(source.paragraphs.size());
    std::size_t t = 0;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        parts[p].firstToken = parts[p].firstWord = t;
        while (t < tokens.all.size() && tokens.all[t].paragraph == p) ++t;
        parts[p].lastToken = t;
    }
    return parts;
}

/// The speaker's label that opens the paragraph, lower-case; empty where none.
std::string labelOf(const ParagraphPart& part, const Tokens& tokens, std::size_t& after) {
    std::string label;
    for (std::size_t i = part.firstToken; i < std::min(part.lastToken, part.firstToken + 5); ++i) {
        const Token& t = tokens.all[i];
        if (t.kind == Token::Kind::mark) {
            if (t.text == ":" && i > part.firstToken) {
                after = i + 1;
                return label;
            }
            if (t.text == "." && t.end - tokens.all[part.firstToken].begin <= 8) {
                if (tokens.language->is(label, Cue::letterLabel) && i == part.firstToken + 1) {
                    after = i + 1;
                    return label;
                }
                continue;
            }
            return {};
        }
        if (!t.capital) return {};
        label += (label.empty() ? "" : " ") + t.lower;
    }
    return {};
}

/// The label as it stands, without its colon.
std::string spelled(const ParagraphPart& part, const Tokens& tokens, std::size_t after) {
    std::string label;
    for (std::size_t i = part.firstToken; i + 1 < after; ++i)
        label += (label.empty() || tokens.all[i].kind == Token::Kind::mark ? "" : " ") + tokens.all[i].text;
    return label;
}

bool asks(const ParagraphPart& part, const Tokens& tokens) {
    for (std::size_t i = part.firstToken; i < part.lastToken; ++i)
        if (tokens.all[i].text == "?") return true;
    return false;
}

/// Labels to speakers. Q, Question, Interviewer ask; otherwise, of labels that recur, the one whose
/// paragraphs mostly hold a question mark.
void assignLabels(std::vector<ParagraphPart>& parts, const Tokens& tokens) {
    const Language& language = *tokens.language;
    std::vector<std::string> labels(parts.size());
    std::map<std::string, std::pair<int, int>> seen;  // paragraphs, of them asking
    for (std::size_t p = 0; p < parts.size(); ++p) {
        std::size_t after = parts[p].firstToken;
        labels[p] = labelOf(parts[p], tokens, after);
        if (labels[p].empty()) continue;
        auto& count = seen[labels[p]];
        ++count.first;
        count.second += asks(parts[p], tokens);
    }
    const auto asking = [&](const std::string& l) {
        if (language.is(l, Cue::questionLabel) || language.is(l, Cue::askerLabel)) return true;
        if (language.is(l, Cue::answerLabel)) return false;
        const auto c = seen[l];
        return c.first >= 2 && c.second * 3 >= c.first * 2;
    };
    const bool interview =
        std::any_of(seen.begin(), seen.end(), [&](const auto& s) { return asking(s.first); });
    if (!interview) return;
    bool begun = false;
    Speaker current = Speaker::editor;
    std::size_t answer = 0;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const auto found = labels[p].empty() ? std::pair<int, int>{} : seen[labels[p]];
        const bool isLabel =
            !labels[p].empty() && (found.first >= 2 || language.is(labels[p], Cue::questionLabel) ||
                                   language.is(labels[p], Cue::answerLabel));
        if (isLabel) {
            std::size_t after = parts[p].firstToken;
            (void)labelOf(parts[p], tokens, after);
            parts[p].firstWord = after;
            const bool question = asking(labels[p]);
            if (!question && !language.is(labels[p], Cue::answerLabel))
                parts[p].label = spelled(parts[p], tokens, after);
            if (question) ++answer;
            begun = begun || question;
            current = question ? Speaker::interviewer : Speaker::narrator;
        } else if (begun && current == Speaker::interviewer) {
            current = Speaker::narrator;
        }
        parts[p].speaker = begun || isLabel ? current : Speaker::editor;
        parts[p].answer = answer;
    }
}

struct WordCount {
    int words = 0, first = 0, third = 0, scholarly = 0;
    bool ended = false;
};

WordCount countWords(const ParagraphPart& part, const Tokens& tokens) {
    WordCount c;
    for (std::size_t i = part.firstWord; i < part.lastToken; ++i) {
        const Token& t = tokens.all[i];
        if (!isWord(t)) continue;
        ++c.words;
        c.first += t.is(Cue::firstPerson);
        c.third += t.is(Cue::thirdPerson);
        c.scholarly += t.is(Cue::authorWord);
    }
    if (part.lastToken > part.firstToken) {
        std::size_t last = part.lastToken - 1;
        while (last > part.firstToken && (tokens.all[last].text == "'" || tokens.all[last].text == "\"" ||
                                          tokens.all[last].text == "\u201D" || tokens.all[last].text == ")"))
            --last;
        const std::string& text = tokens.all[last].text;
        c.ended = text == "." || text == "!" || text == "?" || text == ":" || text == "\u2026";
    }
    return c;
}

/// Title and captions at the head, the author's note at the end.
void assignMargins(std::vector<ParagraphPart>& parts, const Tokens& tokens) {
    for (auto& part : parts) {
        const WordCount c = countWords(part, tokens);
        if (c.words >= 12 || c.first > 0) break;
        if (!c.ended && parts.size() > 1)
            part.speaker = Speaker::editor;
        else
            break;
    }
    for (auto it = parts.rbegin(); it != parts.rend(); ++it) {
        const WordCount c = countWords(*it, tokens);
        const bool note = c.first == 0 && ((c.third >= 1 && c.scholarly >= 2) || c.scholarly >= 4);
        const bool loose = c.first == 0 && !c.ended && c.words < 25;
        if (note)
            it->speaker = Speaker::editor;
        else if (!(loose && it->firstWord == it->firstToken))
            break;
    }
}

using WordIndex = std::unordered_map<std::string, std::vector<std::size_t>>;

std::vector<std::size_t> wordTokens(const ParagraphPart& part, const Tokens& tokens) {
    std::vector<std::size_t> out;
    for (std::size_t i = part.firstWord; i < part.lastToken; ++i)
        if (isWord(tokens.all[i])) out.push_back(i);
    return out;
}

/// For each word of the pull quote, the body word like it with the most like neighbours.
std::optional<RepeatedWords> alignment(const ParagraphPart& pull, const ParagraphPart& body,
                                       std::size_t bodyIndex, const Tokens& tokens, const std::string& id) {
    const auto a = wordTokens(pull, tokens), b = wordTokens(body, tokens);
    WordIndex where;
    for (std::size_t j = 0; j < b.size(); ++j) where[tokens.all[b[j]].lower].push_back(j);
    RepeatedWords out;
    out.ofParagraph = bodyIndex;
    out.tokenInBody.assign(pull.lastToken - pull.firstToken, body.lastToken);
    const auto same = [&](std::size_t i, std::size_t j, std::size_t d, bool forward) {
        if (forward ? (i + d >= a.size() || j + d >= b.size()) : (i < d || j < d)) return false;
        return tokens.all[a[forward ? i + d : i - d]].lower == tokens.all[b[forward ? j + d : j - d]].lower;
    };
    std::size_t low = tokens.all.size(), high = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto found = where.find(tokens.all[a[i]].lower);
        if (found == where.end()) continue;
        std::size_t best = b.size();
        int bestScore = 0;
        const std::size_t tried = std::min<std::size_t>(found->second.size(), 64);
        for (std::size_t k = 0; k < tried; ++k) {
            const std::size_t j = found->second[k];
            int score = 1;
            for (std::size_t d = 1; d <= 4; ++d) score += same(i, j, d, true) + same(i, j, d, false);
            if (score > bestScore) {
                bestScore = score;
                best = j;
            }
        }
        if (best == b.size() || bestScore < 3) continue;
        out.tokenInBody[a[i] - pull.firstToken] = b[best];
        low = std::min(low, b[best]);
        high = std::max(high, b[best]);
    }
    if (high < low) return std::nullopt;
    out.body = {id, tokens.all[low].begin, tokens.all[high].end};
    return out;
}

/// Paragraphs of five words or more, nine in ten of whose word pairs stand in another paragraph, repeat it;
/// of two alike the later repeats the earlier.
void findRepeats(std::vector<ParagraphPart>& parts, const Tokens& tokens, const std::string& id) {
    constexpr std::size_t mostHolders = 16;
    std::unordered_map<std::string, std::vector<std::size_t>> holders;  // word triple -> paragraphs
    std::vector<std::vector<std::string>> triples(parts.size());
    std::vector<std::size_t> length(parts.size());
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const auto w = wordTokens(parts[p], tokens);
        length[p] = w.size();
        for (std::size_t i = 0; i + 2 < w.size(); ++i) {
            std::string key;
            for (std::size_t d = 0; d < 3; ++d) key += tokens.all[w[i + d]].lower.substr(0, 40) + ' ';
            auto& list = holders[key];
            if ((list.empty() || list.back() != p) && list.size() < mostHolders) list.push_back(p);
            triples[p].push_back(std::move(key));
        }
    }
    for (std::size_t p = 0; p < parts.size(); ++p) {
        if (length[p] < 5) continue;
        std::unordered_map<std::size_t, std::size_t> votes;
        for (const auto& key : triples[p])
            for (const std::size_t q : holders[key]) ++votes[q];
        std::optional<std::size_t> best;
        for (const auto& [q, n] : votes) {
            if (q == p || n * 10 < triples[p].size() * 7) continue;
            const bool longer = length[q] > length[p] + length[p] / 10;
            const bool alike = !longer && length[q] * 10 >= length[p] * 9 && q < p;
            if ((longer || alike) && (!best || q < *best)) best = q;
        }
        if (best) parts[p].repeats = alignment(parts[p], parts[*best], *best, tokens, id);
    }
    // A chain ends at the paragraph that counts.
    for (auto& part : parts)
        if (part.repeats) {
            const auto& body = parts[part.repeats->ofParagraph];
            if (!body.repeats) continue;
            for (std::size_t& t : part.repeats->tokenInBody)
                if (t < body.lastToken && t >= body.firstToken)
                    t = body.repeats->tokenInBody[t - body.firstToken];
            part.repeats->body = body.repeats->body;
            part.repeats->ofParagraph = body.repeats->ofParagraph;
        }
}

}  // namespace

std::vector<ParagraphPart> structureOf(const Source& source, const Tokens& tokens) {
    auto parts = partsOf(source, tokens);
    assignLabels(parts, tokens);
    assignMargins(parts, tokens);
    findRepeats(parts, tokens, source.id);
    return parts;
}

}  // namespace retrace::text
