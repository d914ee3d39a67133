#include "text/clause_effects.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

namespace retrace::text {
namespace {

using Values = std::vector<std::string>;

Presence presenceNow(const Step& s) {
    return s.b.teller.absent ? Presence::unit : Presence::narrator;
}

/// "seen", "seen/told" (told where the narrator was absent), "as-heard" (reported inside what was said).
std::optional<Voice> voiceOf(const std::string& words, const Step* s) {
    if (words == "as-heard") {
        if (!s) return Voice::seen;
        return s->ctx.reported ? Voice::reported : s->b.teller.absent ? Voice::told : Voice::seen;
    }
    if (words == "as-claimed") return s && s->ctx.reported ? Voice::reported : Voice::claimed;
    const std::size_t slash = words.find('/');
    const auto there = voiceNamed(std::string_view(words).substr(0, slash));
    if (slash == std::string::npos) return there;
    const auto absent = voiceNamed(std::string_view(words).substr(slash + 1));
    if (!there || !absent) return std::nullopt;
    return s && s->b.teller.absent ? absent : there;
}

bool* contextFlag(Context& ctx, std::string_view name) {
    if (name == "reported") return &ctx.reported;
    if (name == "commanded") return &ctx.commanded;
    if (name == "advised") return &ctx.advised;
    if (name == "adviser") return &ctx.adviser;
    if (name == "disbelieved") return &ctx.disbelieved;
    return nullptr;
}

void remember(Step& s) {
    const bool other = s.who == Who::enemy || s.who == Who::friendly || s.who == Who::family ||
                       s.who == Who::command || (s.who == Who::unit && s.b.teller.absent);
    if (other && s.c.subject.who != Who::pronoun)
        s.b.teller.other = {s.who, s.c.subject.words, s.c.subject.token, s.c.subject.covert};
}

void setPlaces(Step& s, Role role) {
    for (const std::size_t m : s.places) setRole(s.b, m, role, Mention::npos);
}

void tell(Step& s, const Values& v) {
    if (v[0] == "own") return ownStatement(s);
    if (v[0] == "other") return otherStatement(s);
    s.draft.kind = v[0] == "action" ? kindName(s.c.action) : v[0];
    s.draft.status = *statusNamed(v[1]);
    s.draft.voice = *voiceOf(v[2], &s);
    s.draft.presence = v.size() > 3 ? Presence::none : presenceNow(s);
    if (s.draft.actor.empty()) s.draft.actor = s.c.subject.words;
    emitDraft(s);
}

/// "This happened at six": the hour of what was told last, and of the arrival just before.
void dateLast(Step& s) {
    Builder& b = s.b;
    Teller& t = b.teller;
    if (!t.last) return;
    const std::size_t newest = *t.last;
    const bool arrived = t.lastArrival && s.sentenceIndex - t.lastArrivalSentence <= 1;
    extend(b, arrived ? *t.lastArrival : newest, s.c.last);
    if (!arrived) return;
    for (const std::size_t i : b.near) {
        if (b.times[i].firstToken < s.c.first || b.times[i].firstToken >= s.c.last) continue;
        b.times[i].time.statement = *t.lastArrival;
        b.out[*t.lastArrival].times.push_back(i);
        if (newest != *t.lastArrival) b.out[newest].times.push_back(i);
    }
}

/// "After they had left": the words that another event's time hangs on.
void anchor(Step& s) {
    if (!s.c.lead.empty() && !actsInWar(s.c.action)) return;
    std::size_t word = s.c.first;
    bool soon = false;
    while (word + 1 < s.c.last && !s.b.at(word).is(s.c.lead)) {
        if (s.b.at(word).is(Cue::soon)) {
            ++word;
            soon = true;
            break;
        }
        ++word;
    }
    const bool before = s.b.tokens.language->is(s.c.lead, Cue::beforeWord);
    if (before || s.b.tokens.language->is(s.c.lead, Cue::afterWord) || soon)
        anchorTime(s.b, s.c, before ? TimeRelation::before : TimeRelation::after, word + 1, s.c.last);
}

struct Known {
    std::function<std::string(const Values&)> fault;  // empty: fits
    std::function<void(Step&, const Values&)> act;
    bool ends = false;
};

std::function<std::string(const Values&)> wants(std::size_t low, std::size_t high) {
    return [=](const Values& v) {
        return v.size() >= low && v.size() <= high ? std::string{} : "wants another number of words";
    };
}

std::string roleFault(const Values& v, std::size_t at) {
    return v.size() == at + 1 && roleNamed(v[at]) ? std::string{} : "wants a role: stop, origin, via ...";
}

const std::map<std::string, Known, std::less<>>& effects() {
    static const std::map<std::string, Known, std::less<>> all{
        {"begin",
         {[](const Values& v) {
              Context ctx{Context::npos};
              const bool good =
                  !v.empty() && std::ranges::all_of(v, [&](const auto& n) { return contextFlag(ctx, n); });
              return good ? std::string{} : "wants reported, commanded, advised, adviser or disbelieved";
          },
          [](Step& s, const Values& v) {
              for (const auto& name : v) *contextFlag(s.ctx, name) = true;
              if (v.front() == "reported" || v.front() == "advised") s.ctx.complement = s.k + 1;
          }}},
        {"end",
         {wants(1, 9),
          [](Step& s, const Values& v) {
              for (const auto& name : v)
                  if (bool* flag = contextFlag(s.ctx, name)) *flag = false;
          }}},
        {"afresh", {wants(0, 0), [](Step& s, const Values&) { s.ctx.carryFrom = Context::npos; }}},
        {"carry",
         {wants(0, 1),
          [](Step& s, const Values& v) {
              if (!v.empty())
                  s.ctx.carryFrom = s.sentence.first;
              else if (s.ctx.carryFrom == Context::npos)
                  s.ctx.carryFrom = s.c.first;
          }}},
        {"evidence", {wants(1, 1), [](Step& s, const Values&) { s.from = s.c.first; }}},
        {"actor",
         {[](const Values& v) {
              return !v.empty() && v.size() < 3 && whoNamed(v[0]) ? std::string{} : "wants an actor";
          },
          [](Step& s, const Values& v) {
              s.who = *whoNamed(v[0]);
              if (v.size() < 2) return;
              if (s.who == Who::self)
                  s.c.subject = {Who::self, v[1], s.c.verb, false};
              else
                  s.c.subject.words = v[1];
          }}},
        {"actor-after",
         {wants(1, 99),
          [](Step& s, const Values&) {
              for (std::size_t i = s.c.verb + 1; i < s.c.last; ++i) {
                  const Token& w = s.b.at(i);
                  const bool family = w.is(Tag::family);
                  if (!family && !w.is(Tag::friendly) && !w.is(Tag::unit)) continue;
                  s.b.teller.other = {family ? Who::family : Who::friendly, w.lower, i, false};
                  s.draft.actor = w.lower;
                  return;
              }
          }}},
        {"called",
         {wants(2, 2),
          [](Step& s, const Values& v) {
              const bool so = v[1] == "self" ? self(s.who) : s.ctx.commanded;
              if (so) s.draft.actor = v[0];
          }}},
        {"action",
         {[](const Values& v) {
              return v.size() == 1 && isAction(v[0]) ? std::string{} : "wants an action";
          },
          [](Step& s, const Values& v) { s.c.action = actionNamed(v[0]); }}},
        {"kind",
         {wants(1, 1), [](Step& s, const Values& v) { s.kind = v[0]; }}},
        {"mark",
         {[](const Values& v) {
              return v.size() == 1 && flagNamed(v[0]) ? std::string{} : "wants a mark of a clause";
          },
          [](Step& s, const Values& v) { s.marks |= *flagNamed(v[0]); }}},
        {"returns", {wants(0, 0), [](Step& s, const Values&) { s.b.teller.absent = false; }}},
        {"unmark",
         {[](const Values& v) {
              const bool good = v.size() == 1 && (v[0] == "passive" || v[0] == "present" || v[0] == "perfect");
              return good ? std::string{} : "wants passive, present or perfect";
          },
          [](Step& s, const Values& v) {
              (v[0] == "passive" ? s.c.passive : v[0] == "present" ? s.c.present : s.c.perfect) = false;
          }}},
        {"places",
         {[](const Values& v) { return roleFault(v, 0); },
          [](Step& s, const Values& v) { setPlaces(s, *roleNamed(v[0])); }}},
        {"places-background",
         {wants(0, 0),
          [](Step& s, const Values&) {
              if (s.b.background) setPlaces(s, Role::background);
          }}},
        {"roles",
         {[](const Values& v) { return roleFault(v, 1); },
          [](Step& s, const Values& v) { s.draft.roles.assign(s.places.size(), *roleNamed(v[1])); }}},
        {"roles-of-friends",
         {[](const Values& v) { return roleFault(v, 0); },
          [](Step& s, const Values& v) {
              if (s.who != Who::enemy && s.who != Who::event && s.who != Who::place)
                  s.draft.roles.assign(s.places.size(), *roleNamed(v[0]));
          }}},
        {"roles-by", {wants(1, 1), [](Step& s, const Values& v) { s.draft.roles = rolesBy(v[0], s); }}},
        {"status",
         {[](const Values& v) {
              return v.size() == 1 && statusNamed(v[0]) ? std::string{} : "wants a status";
          },
          [](Step& s, const Values& v) { s.draft.status = *statusNamed(v[0]); }}},
        {"voice",
         {[](const Values& v) {
              return v.size() == 1 && (v[0] == "not-claimed" || voiceOf(v[0], nullptr)) ? std::string{}
                                                                                        : "wants a voice";
          },
          [](Step& s, const Values& v) {
              s.voiced = true;
              if (v[0] != "not-claimed")
                  s.draft.voice = *voiceOf(v[0], &s);
              else if (s.draft.voice == Voice::claimed)
                  s.draft.voice = Voice::seen;
          }}},
        {"presence",
         {[](const Values& v) {
              const bool good = v.size() == 1 && (v[0] == "as-was" || v[0] == "none");
              return good ? std::string{} : "wants as-was or none";
          },
          [](Step& s, const Values& v) {
              s.presence = v[0] == "none" ? Presence::none : presenceNow(s);
          }}},
        {"remember", {wants(0, 0), [](Step& s, const Values&) { remember(s); }}},
        {"remember-as",
         {wants(1, 1),
          [](Step& s, const Values& v) {
              s.b.teller.other = {Who::enemy, v[0], s.c.subject.token, false};
          }}},
        {"date-last", {wants(0, 0), [](Step& s, const Values&) { dateLast(s); }}},
        {"anchor", {wants(0, 0), [](Step& s, const Values&) { anchor(s); }}},
        {"add-to-last",
         {wants(0, 0),
          [](Step& s, const Values&) {
              if (!s.b.teller.last || s.places.empty()) return;
              Statement& last = s.b.out[*s.b.teller.last];
              const Role role = last.status == Status::otherActor ? Role::otherActor : Role::reference;
              last.places.push_back({s.places[0], role});
              setRole(s.b, s.places[0], role, *s.b.teller.last);
          }}},
        {"extend", {wants(0, 0), [](Step& s, const Values&) {
              if (s.b.teller.last) extend(s.b, *s.b.teller.last, s.c.last);
          }}},
        {"merge",
         {wants(0, 0),
          [](Step& s, const Values&) {
              mergeStep(s.b, s.had, s.k > 0 ? &s.clauses[s.k - 1] : nullptr, s.c);
          }}},
        {"goal",
         {wants(0, 0),
          [](Step& s, const Values&) {
              for (std::size_t i = 0; i < s.places.size(); ++i)
                  if (s.links[i].link == Link::to) {
                      s.b.teller.intended = s.places[i];
                      s.b.teller.intendedSentence = s.sentenceIndex;
                      setRole(s.b, s.places[i], Role::destination, Mention::npos);
                  }
          }}},
        {"tell",
         {[](const Values& v) {
              if (v.size() == 1 && (v[0] == "own" || v[0] == "other")) return std::string{};
              const bool good = v.size() >= 3 && v.size() <= 4 && statusNamed(v[1]) && voiceOf(v[2], nullptr);
              return good ? std::string{} : "wants own, other, or KIND STATUS VOICE [none]";
          },
          tell}},
        {"executed", {wants(0, 0), [](Step& s, const Values&) { s.executed = true; }, true}},
        {"nothing", {wants(0, 0), [](Step& s, const Values&) { s.silent = true; }, true}},
        {"done", {wants(0, 0), [](Step&, const Values&) {}, true}},
    };
    return all;
}

}  // namespace

std::string faultOf(const Effect& effect) {
    const auto found = effects().find(effect.what);
    if (found == effects().end()) return "no effect is called \"" + effect.what + '"';
    const std::string fault = found->second.fault(effect.values);
    return fault.empty() ? fault : '"' + effect.what + "\" " + fault;
}

bool apply(const Effect& effect, Step& step) {
    const Known& known = effects().find(effect.what)->second;
    known.act(step, effect.values);
    return known.ends;
}

}  // namespace retrace::text
