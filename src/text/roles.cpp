#include "text/roles.hpp"

#include <algorithm>
#include <optional>

namespace retrace::text {
namespace {

Link linkOfPreposition(const Tokens& tokens, std::size_t i, bool towards) {
    const Token& t = tokens.all[i];
    if (t.is(Cue::leadsTo)) return Link::to;
    if (t.is(Cue::leadsFrom)) return Link::from;
    if (t.is(Cue::leadsVia)) return Link::via;
    if (t.is(Cue::liesIn)) return towards ? Link::to : Link::in;
    if (t.is(Cue::liesBetween)) return Link::between;
    if (t.is(Cue::liesBeside)) return Link::beside;
    return Link::none;
}

/// "To the hospital in X", "from the camp in X": the noun at the token is where the way leads, or whence.
std::optional<Link> wayOf(const std::vector<Token>& all, std::size_t noun, std::size_t floor) {
    if (all[noun].kind != Token::Kind::word || all[noun].verb.past || all[noun].is(Tag::function)) return {};
    for (std::size_t i = noun; i > floor + 1 && noun - i < 4; --i) {
        const Token& t = all[i - 1];
        if (t.is(Cue::toWord)) return all[i].verb.base ? std::nullopt : std::optional{Link::to};
        if (t.is(Cue::leadsFrom)) return Link::from;
        if (!t.is(Tag::determiner) &&
            (t.kind != Token::Kind::word || t.verb.verb() || t.is(Tag::preposition)))
            return {};
    }
    return {};
}

bool listed(const Tokens& tokens, const FoundMention& earlier, const FoundMention& m) {
    if (earlier.firstToken == m.firstToken) return true;  // parts of one hyphenated route
    if (earlier.lastToken > m.firstToken || m.firstToken - earlier.lastToken > 8) return false;
    bool joined = false, gap = false;
    for (std::size_t i = earlier.lastToken; i < m.firstToken; ++i) {
        const Token& t = tokens.all[i];
        const bool asWell = i + 1 < m.firstToken && t.is(Cue::listFiller) && i > earlier.lastToken &&
                            tokens.all[i - 1].is(Cue::asWord) && tokens.all[i + 1].is(Cue::asWord);
        if (t.text == "," || t.is(Cue::andOr) || asWell)  // "as well as"
            joined = true;
        else if (joined && t.is(Tag::kind) && !t.capital)  // "A and the village of B"
            continue;
        else if (joined && t.is(Cue::ofWord) && tokens.all[i - 1].is(Tag::kind))
            continue;
        else if (joined && t.is(Cue::gap))
            gap = true;
        else if (gap && (t.is(Tag::preposition) || t.is(Tag::determiner) || t.is(Tag::kind)))
            continue;
        else if (m.firstToken - earlier.lastToken > 5)
            return false;
        else if (!(t.is(Cue::listFiller) ||
                   (t.is(Tag::kind) && i == earlier.lastToken)))
            return false;
    }
    return joined;
}

}  // namespace

Linked linkOf(const Tokens& tokens, const Clause& c, const FoundMention& m, const FoundMention* earlier,
              const Linked& earlierLink) {
    if (earlier && listed(tokens, *earlier, m)) {
        Linked same = earlierLink;
        same.route = same.route || m.inRoute;
        same.listed = true;
        return same;
    }
    Linked out;
    const auto& all = tokens.all;
    out.afterPurpose = c.infinitive != 0 && m.firstToken > c.infinitive;
    const Token* after = m.lastToken < all.size() && all[m.lastToken].sentence == all[m.firstToken].sentence
                             ? &all[m.lastToken]
                             : nullptr;
    out.route = m.inRoute || (after && after->is(Tag::routeKind));
    // "the A and B route" names one road through both.
    for (std::size_t i = m.lastToken; !out.route && i < std::min(all.size(), m.lastToken + 4) &&
                                      all[i].sentence == all[m.firstToken].sentence;
         ++i) {
        if (all[i].is(Tag::routeKind) && i > m.lastToken + 1) out.route = true;
        if (!(all[i].is(Cue::andWord) || all[i].text == "," || all[i].capital)) break;
    }
    bool towards = false;
    std::string at;  // "opened the bridge at X"
    const std::size_t floor = std::max(c.first, m.firstToken > 14 ? m.firstToken - 14 : 0);
    for (std::size_t i = m.firstToken; i > floor; --i) {
        const Token& t = all[i - 1];
        if (t.is(Cue::ofWord)) {
            // The noun before "of" tells whether the chain goes on.
            if (i < 2 || i - 1 <= floor) break;
            const Token& head = all[i - 2];
            if (head.is(Cue::outWord)) {
                out.link = Link::from;
                return out;
            }
            if (head.is(Cue::directionOf)) towards = out.direction = true;
            if (head.is(Cue::wayWord) && i >= 3 && all[i - 3].is(Cue::byWord)) {
                out.link = Link::via;
                return out;
            }
            if (head.is(Cue::allWord) || head.is(Tag::kind) || head.is(Cue::directionOf) ||
                head.is(Cue::partOfPlace)) {
                --i;
                continue;
            }
            out.link = head.is(Cue::frontOf)       ? Link::in
                       : head.is(Tag::direction) ? Link::beside
                                                 : Link::of;
            out.head = head.lower;
            out.people = head.is(Tag::personNoun);
            return out;
        }
        if (t.is(Cue::asWord) && i >= 2 && all[i - 2].is(Cue::asFar)) {  // "as far as X"
            out.link = Link::to;
            return out;
        }
        // "to the checkpoint before X", "from the hills near X": the noun stands for the place.
        if (t.is(Cue::locates) && i >= 3 && i - 1 > floor + 1 && all[i - 2].is(Tag::kind) &&
            all[i - 2].sentence == t.sentence && !all[i - 2].verb.past) {
            at = t.lower;
            --i;
            continue;
        }
        if (t.is(Tag::preposition)) {
            out.link = linkOfPreposition(tokens, i - 1, towards);
            if (t.is(Cue::beforeWord) && i - 1 > c.first && standsBefore(all[i - 2].verb))
                out.link = Link::in;
            out.preposition = t.lower;
            out.at = t.is(Cue::atWord);
            out.liesOn = t.is(Cue::liesOn);
            if (i >= 2 && all[i - 2].sentence == t.sentence) {
                out.head = all[i - 2].lower;
                // "my sister in X", not "took my sister to X"
                out.people = (all[i - 2].is(Tag::personNoun) || all[i - 2].is(Tag::family)) &&
                             !all[i - 2].verb.past && !t.is(Cue::leadsTo);
                if (out.link == Link::in) out.link = wayOf(all, i - 2, floor).value_or(Link::in);
                if (t.is(Cue::leadsFrom) && all[i - 2].is(Cue::awayWord)) out.link = Link::beside;
                if (t.is(Cue::liesOn) && out.route) out.link = Link::via;
                if (t.is(Cue::ofWord)) out.link = Link::of;
            }
            return out;
        }
        const VerbForm& v = t.verb;
        if ((v.verb() && !t.is(Tag::kind)) || t.is(Tag::placeVerb)) {
            out.link = at.empty() ? Link::object : Link::in;
            out.preposition = at;
            out.at = tokens.language->is(at, Cue::atWord);
            out.head = t.lower;
            return out;
        }
        if (t.is(Tag::auxiliary) || t.is(Tag::modal) || t.kind == Token::Kind::mark) return out;
        if (t.is(Tag::determiner) || t.is(Tag::kind) || t.is(Tag::directionWord) || t.is(Tag::nameHead) ||
            t.tags == 0 || t.is(Tag::faith) || t.is(Tag::demonym) || t.is(Cue::allWord))
            continue;
        return out;
    }
    return out;
}

Role ownRole(Action action, const Linked& l) {
    const bool goes = action == Action::move || action == Action::leave || action == Action::withdraw ||
                      action == Action::come || action == Action::get || action == Action::put ||
                      action == Action::advance || action == Action::send;
    const bool stays = action == Action::deploy || action == Action::hold || action == Action::occupy ||
                       action == Action::stay || action == Action::arrive;
    if (l.people && !stays) return Role::reference;
    if (l.route && (l.link == Link::via || l.link == Link::object || l.link == Link::in))
        return goes || stays ? Role::via : Role::reference;
    switch (l.link) {
        case Link::to:
            if (l.afterPurpose && !goes)
                return stays && action == Action::deploy ? Role::stop : Role::reference;
            return goes || stays ? (l.afterPurpose ? Role::reference : Role::stop) : Role::reference;
        case Link::from:
            return goes || stays ? Role::origin : Role::reference;
        case Link::via:  // "positions along the river"
            return stays && action != Action::arrive ? Role::stop
                   : goes || stays                   ? Role::via
                                                     : Role::reference;
        case Link::in:
            if (stays) return l.afterPurpose && action != Action::deploy ? Role::reference : Role::stop;
            if (action == Action::move && l.at && !l.afterPurpose)
                return Role::stop;  // "crossed the river at X"
            return action == Action::attack && !l.afterPurpose ? Role::stop : Role::reference;
        case Link::object:
            if (action == Action::leave || action == Action::withdraw) return Role::origin;
            if (action == Action::arrive || action == Action::occupy || action == Action::hold ||
                action == Action::capture)
                return Role::stop;
            if (action == Action::move) return Role::via;
            return Role::reference;
        case Link::of:
            return action == Action::withdraw ? Role::origin : Role::reference;
        default:
            return Role::reference;
    }
}

}  // namespace retrace::text
