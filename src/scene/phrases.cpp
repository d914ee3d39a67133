#include "scene/phrases.hpp"

#include "scene/captions.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace retrace::scene {
namespace {

/// How the words of a kind of event go with its places; `at` stands before the place where it happened.
struct Verb {
    std::string_view kind, past, infinitive, at;
    bool travels = false;  // the place is a goal: "to A"
};

constexpr std::array verbs{
    Verb{"move", "went", "go", "to", true},
    Verb{"withdraw", "withdrew", "withdraw", "to", true},
    Verb{"advance", "advanced", "advance", "to", true},
    Verb{"arrive", "arrived", "arrive", "at"},
    Verb{"deploy", "deployed", "deploy", "at"},
    Verb{"hold", "held", "hold", ""},
    Verb{"stay", "stayed", "stay", "at"},
    Verb{"occupy", "took up positions", "take up positions", "at"},
    Verb{"attack", "attacked", "attack", ""},
    Verb{"capture", "took", "take", ""},
    Verb{"cut", "cut the way", "cut the way", "at"},
    Verb{"besiege", "surrounded", "surround", ""},
    Verb{"defect", "changed sides", "change sides", "at"},
    Verb{"plan", "planned to go", "plan to go", "to", true},
    Verb{"hand-over", "handed over", "hand over", ""},
    Verb{"observe", "watched", "watch", "at"},
    Verb{"order", "gave orders", "give orders", "concerning"},
    Verb{"warn", "gave a warning", "give a warning", "about"},
    Verb{"report", "gave news", "give news", "of"},
};

Verb verbOf(const model::Event& e) {
    const auto known = std::ranges::find(verbs, e.kind, &Verb::kind);
    if (known != verbs.end()) return *known;
    return {e.kind, "were", "be", "at"};
}

std::string listed(const model::Reconstruction& r, const std::vector<model::PlaceRef>& refs) {
    std::vector<std::string> names;
    for (const model::PlaceRef& ref : refs) {
        std::string name = nameWords(r, ref);
        if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

// " from A to B by way of C", as far as the words name them.
std::string placesPhrase(const model::Reconstruction& r, const model::Event& e, const Verb& verb) {
    const std::string from = listed(r, e.from), to = listed(r, e.to), via = listed(r, e.via);
    std::string text;
    if (!from.empty()) text += " from " + from;
    if (!to.empty()) {
        text += ' ';
        if (!verb.at.empty()) text.append(verb.at).append(" ");
        text += to;
    }
    if (!via.empty()) text += " by way of " + via;
    return text;
}

bool placeless(const model::Event& e) {
    return e.from.empty() && e.to.empty() && e.via.empty();
}

// What was lost, a place before an actor; nothing where the event is no loss.
std::string lostBy(const model::Reconstruction& r, const model::Event& e) {
    if (e.kind != "lose") return {};
    const std::string place = listed(r, !e.to.empty() ? e.to : !e.from.empty() ? e.from : e.via);
    return place.empty() ? actorWords(e.actor) : place;
}

}  // namespace

std::string actorWords(const std::string& actor) {
    if (actor.empty() || actor == "we" || actor == "We" || actor == "us" || actor == "they" ||
        actor == "They")
        return "they";
    if (actor == "I" || actor == "i" || actor == "me") return "the narrator";
    const auto startsWith = [&](std::string_view start) { return actor.starts_with(start); };
    if (startsWith("our ")) return "their " + actor.substr(4);
    if (startsWith("my ")) return "the narrator's " + actor.substr(3);
    for (const std::string_view start : {"the ", "The ", "a ", "an ", "some ", "his ", "their ", "its ",
                                         "one ", "another ", "this ", "that ", "these ", "those ", "all "})
        if (startsWith(start)) {
            std::string lower = actor;
            if (lower.front() == 'T') lower.front() = 't';
            return lower;
        }
    const bool name = actor.front() >= 'A' && actor.front() <= 'Z';
    return name ? actor : "the " + actor;
}

std::string deedPhrase(const model::Reconstruction& r, const model::Event& e) {
    if (const std::string lost = lostBy(r, e); !lost.empty()) return lost + " fell";
    const Verb verb = verbOf(e);
    const bool going = verb.travels && e.to.empty() && !e.via.empty();
    const std::string past = e.kind == "withdraw" || !going ? std::string(verb.past) : "went";
    // "They" is the narrator's own unit in these captions; of somebody else it would mislead.
    const bool somebody = e.status == model::Status::otherActor && (e.actor == "they" || e.actor == "They");
    const std::string actor = somebody ? "others" : actorWords(e.actor);
    // "were" needs a plural; an actor named in the singular is said to have been there.
    const bool bare = past == "were";
    if (bare && placeless(e)) return "this came next";
    if (bare && actor == "the narrator") return "the narrator was" + placesPhrase(r, e, verb);
    return actor + " " + past + placesPhrase(r, e, verb);
}

std::string orderPhrase(const model::Reconstruction& r, const model::Event& e) {
    Verb verb = verbOf(e);
    if (e.kind == "order" || e.kind == "warn" || e.kind == "report") verb = verbs[0];
    if (placeless(e)) return "an order came";
    return "the order was to " + std::string(verb.infinitive) + placesPhrase(r, e, verb);
}

std::string fearPhrase(const model::Reconstruction& r, const model::Event& e) {
    if (const std::string lost = lostBy(r, e); !lost.empty()) return "it was feared that " + lost + " might fall";
    const Verb verb = verbOf(e);
    if (e.kind == "order" || e.kind == "warn" || e.kind == "report" || verb.infinitive == "be") {
        const std::string where = listed(r, e.to.empty() ? e.from : e.to);
        return where.empty() ? "something was feared that is not told as having happened"
                             : "there was a fear concerning " + where;
    }
    return "it was feared that " + actorWords(e.actor) + " might " + std::string(verb.infinitive) +
           placesPhrase(r, e, verb);
}

std::string denialPhrase(const model::Reconstruction& r, const model::Event& e) {
    if (const std::string lost = lostBy(r, e); !lost.empty()) return lost + " did not fall";
    const Verb verb = verbOf(e);
    if (verb.infinitive == "be")
        return actorWords(e.actor) + " were not" + (placeless(e) ? " there" : placesPhrase(r, e, verb));
    return actorWords(e.actor) + " did not " + std::string(verb.infinitive) + placesPhrase(r, e, verb);
}

}  // namespace retrace::scene
