#include "text/speakers.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace retrace::text {
namespace {

/// The tokens of one quotation, without its marks.
struct Quoted {
    std::size_t first = 0, last = 0;
};

bool isQuoteMark(const Token& t) {
    return t.text == "\"" || t.text == "\u201C" || t.text == "\u201D" || t.text == "\u00AB" ||
           t.text == "\u00BB" || t.text == "\u201E";
}

std::vector<Quoted> quotationsOf(const Tokens& tokens) {
    std::vector<Quoted> out;
    std::optional<std::size_t> open;
    for (std::size_t i = 0; i < tokens.all.size(); ++i) {
        const Token& t = tokens.all[i];
        if (open && tokens.all[*open].paragraph != t.paragraph) open.reset();
        if (!isQuoteMark(t)) continue;
        if (!open) {
            open = i;
        } else {
            if (i > *open + 1) out.push_back({*open + 1, i});
            open.reset();
        }
    }
    return out;
}

class Report {
public:
    Report(Tokens& tokens, const std::vector<ParagraphPart>& parts) : tokens_(tokens), parts_(parts) {
        quotations_ = quotationsOf(tokens);
        quoted_.assign(tokens.all.size(), false);
        for (const Quoted& q : quotations_)
            for (std::size_t i = q.first; i < q.last; ++i) quoted_[i] = true;
    }

    /// Nobody says "we" outside the quotations, and several times somebody does inside.
    [[nodiscard]] bool isOne() const {
        std::size_t inside = 0, outside = 0;
        for (std::size_t i = 0; i < tokens_.all.size(); ++i) {
            const Token& t = tokens_.all[i];
            if (parts_[t.paragraph].speaker != Speaker::narrator) continue;
            if (t.is(Cue::selfWord) || t.is(Cue::ownWord)) ++(quoted_[i] ? inside : outside);
        }
        return inside >= 3 && outside * 10 < inside;
    }

    Speakers assign() {
        findPeople();
        if (names_.size() < 2) return {{}};
        attribute();
        return names_;
    }

private:
    const Token& at(std::size_t i) const { return tokens_.all[i]; }
    bool nameLike(std::size_t i) const {
        return i < tokens_.all.size() && at(i).capital && at(i).kind == Token::Kind::word &&
               (at(i).tags == 0 || at(i).is(Tag::givenName)) && !quoted_[i];
    }
    std::size_t nameEnd(std::size_t i) const {
        const std::size_t sentence = at(i).sentence;
        while (i < tokens_.all.size() && at(i).sentence == sentence && nameLike(i)) ++i;
        return i;
    }
    void know(std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            if (people_.contains(at(i).lower)) {
                for (std::size_t k = first; k < last; ++k) people_.emplace(at(k).lower, people_[at(i).lower]);
                return;
            }
        std::string name;
        for (std::size_t i = first; i < last; ++i) name += (name.empty() ? "" : " ") + at(i).text;
        for (std::size_t i = first; i < last; ++i) people_.emplace(at(i).lower, names_.size());
        names_.push_back(std::move(name));
    }

    /// "says Denys", "Denys says", "Denys, 24, a fitter": of the first kinds near a quotation only.
    void findPeople() {
        for (std::size_t i = 0; i < tokens_.all.size(); ++i) {
            if (!nameLike(i) || (i > 0 && nameLike(i - 1) && at(i - 1).sentence == at(i).sentence)) continue;
            const std::size_t end = nameEnd(i);
            const bool aged = end + 2 < tokens_.all.size() && at(end).text == "," &&
                              at(end + 1).kind == Token::Kind::number && at(end + 2).text == ",";
            const bool after = i > 0 && at(i - 1).is(Cue::tells) && !quoted_[i - 1];
            const bool before = end < tokens_.all.size() && at(end).is(Cue::tells) && !quoted_[end];
            if (aged || ((after || before) && nearQuotation(i))) know(i, end);
        }
    }

    bool nearQuotation(std::size_t i) const {
        return std::any_of(quotations_.begin(), quotations_.end(), [&](const Quoted& q) {
            return at(q.first).paragraph == at(i).paragraph && (q.last + 4 >= i && i + 12 >= q.first);
        });
    }

    [[nodiscard]] std::size_t personAt(std::size_t i) const {
        if (quoted_[i] || !at(i).capital) return 0;
        const auto found = people_.find(at(i).lower);
        return found == people_.end() ? 0 : found->second;
    }

    /// Whom the words between a quotation and the next mark of a sentence's end name as its speaker.
    [[nodiscard]] std::size_t saidBy(std::size_t from) const {
        const std::size_t paragraph = from < tokens_.all.size() ? at(from).paragraph : 0;
        bool tells = false;
        for (std::size_t i = from; i < tokens_.all.size() && i < from + 8 && at(i).paragraph == paragraph; ++i) {
            if (quoted_[i] || at(i).text == ".") break;
            tells = tells || at(i).is(Cue::tells);
            if (const std::size_t person = personAt(i);
                person && (tells || (i + 1 < tokens_.all.size() && at(i + 1).is(Cue::tells))))
                return person;
        }
        return 0;
    }

    void attribute() {
        std::size_t current = 0, quotation = 0;
        for (std::size_t i = 0; i < tokens_.all.size(); ++i) {
            Token& t = tokens_.all[i];
            if (parts_[t.paragraph].speaker != Speaker::narrator) continue;
            while (quotation < quotations_.size() && quotations_[quotation].last <= i) ++quotation;
            if (quoted_[i]) {
                const Quoted& q = quotations_[quotation];
                if (i == q.first)
                    if (const std::size_t person = saidBy(q.last + 1)) current = person;
                t.speaker = current;
                continue;
            }
            if (const std::size_t person = personAt(i)) {
                current = person;
                t.speaker = person;
                t.cues = (t.cues & ~bit(Cue::pronoun)) | (t.possessive ? bit(Cue::ownWord) : bit(Cue::selfWord));
                t.tags |= bit(Tag::givenName);
            } else if (current != 0 && (t.is(Cue::personPronoun) || t.is(Cue::personsOwn))) {
                t.speaker = current;
                const bool owns = t.is(Cue::personsOwn);
                t.cues &= ~(bit(Cue::pronoun) | bit(Cue::othersWord));
                t.cues |= owns ? bit(Cue::ownWord) : bit(Cue::selfWord);
            }
        }
        spread();
    }

    /// What a paragraph tells beside the words about a person is told by whom it is about: the one named last in
    /// it, before its first the first.
    void spread() {
        for (const ParagraphPart& part : parts_) {
            if (part.speaker != Speaker::narrator) continue;
            std::size_t now = 0;
            for (std::size_t i = part.firstWord; i < part.lastToken && now == 0; ++i) now = tokens_.all[i].speaker;
            for (std::size_t i = part.firstWord; i < part.lastToken; ++i) {
                std::size_t& speaker = tokens_.all[i].speaker;
                if (speaker == 0) speaker = now;
                now = speaker;
            }
        }
    }

    Tokens& tokens_;
    const std::vector<ParagraphPart>& parts_;
    std::vector<Quoted> quotations_;
    std::vector<bool> quoted_;
    std::map<std::string, std::size_t> people_;  // lower-case parts of their names
    Speakers names_{{}};
};

/// Several people answer in an interview: each under a label of his own.
Speakers answering(Tokens& tokens, const std::vector<ParagraphPart>& parts) {
    Speakers names{{}};
    std::map<std::string, std::size_t> index;
    for (const ParagraphPart& part : parts)
        if (part.speaker == Speaker::narrator && !part.label.empty()) index.emplace(part.label, 0);
    if (index.size() < 2) return names;
    for (auto& [label, number] : index) {
        number = names.size();
        names.push_back(label);
    }
    std::size_t current = 0;
    for (const ParagraphPart& part : parts) {
        if (part.speaker != Speaker::narrator) continue;
        if (!part.label.empty()) current = index[part.label];
        for (std::size_t i = part.firstWord; i < part.lastToken; ++i) tokens.all[i].speaker = current;
    }
    return names;
}

}  // namespace

Speakers assignSpeakers(Tokens& tokens, const std::vector<ParagraphPart>& parts) {
    Speakers answers = answering(tokens, parts);
    if (answers.size() > 1) return answers;
    Report report(tokens, parts);
    return report.isOne() ? report.assign() : Speakers{{}};
}

}  // namespace retrace::text
