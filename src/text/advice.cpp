#include "text/advice.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

bool isIndefinite(const Token& t) {
    return isAny(t, {"some", "someone", "somebody", "others", "many", "most", "people", "everyone",
                     "everybody", "one"});
}

}  // namespace

bool isAdvice(const Builder& b, const Clause& c) {
    const Token& verb = b.at(c.verb);
    if (isAny(verb, {"suggested", "suggest", "suggesting", "proposed", "propose", "advised", "advise",
                     "recommended", "recommend", "urged", "considered", "consider", "considering",
                     "contemplated", "discussed"}))
        return true;
    // "thought about going", not "think of X": a memory
    if (c.verb + 2 >= c.last || !isAny(b.at(c.verb + 1), {"about", "of"})) return false;
    if (!b.at(c.verb + 2).verb.ing) return false;
    return isAny(verb, {"thought", "think", "thinking", "talked", "talking", "spoke", "speaking", "dreamt",
                        "dreamed", "dreaming"});
}

bool isAdviser(const Builder& b, const Clause& c, Who who) {
    if (c.passive) return false;
    if (self(who) || who == Who::family || (who == Who::friendly && !b.at(c.subject.token).is("officers")))
        return true;
    const bool indefinite =
        std::any_of(b.tokens.all.begin() + static_cast<std::ptrdiff_t>(c.first),
                    b.tokens.all.begin() + static_cast<std::ptrdiff_t>(c.verb), isIndefinite);
    return who == Who::other || (who == Who::nobody && indefinite);
}

bool sayAside(const Builder& b, const Clause& c) {
    for (std::size_t i = c.first; i + 1 < c.subject.token && i < c.first + 4; ++i)
        if (isIndefinite(b.at(i)) &&
            isAny(b.at(i + 1), {"said", "thought", "felt", "argued", "believed", "insisted"}))
            return true;
    return false;
}

}  // namespace retrace::text
