#include "ui/reasons.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace retrace::ui {

namespace {

constexpr std::string_view separator = "; ";

/// Where the next step begins; not within quotes or parentheses, unless these are never closed.
std::size_t endOfStep(std::string_view chain, std::size_t from) {
    bool quoted = false;
    int depth = 0;
    for (std::size_t i = from; i < chain.size(); ++i) {
        if (chain[i] == '"') quoted = !quoted;
        if (chain[i] == '(') ++depth;
        if (chain[i] == ')') depth = std::max(0, depth - 1);
        if (!quoted && depth == 0 && chain.substr(i).starts_with(separator)) return i;
    }
    return quoted || depth > 0 ? std::min(chain.find(separator, from), chain.size()) : chain.size();
}

timeline::Origin originOf(std::string_view step) {
    if (step.starts_with("dated by the record")) return timeline::Origin::record;
    if (step.starts_with("set by the analyst")) return timeline::Origin::decision;
    return timeline::Origin::words;
}

}  // namespace

std::vector<BoundReasons> reasonsOf(const model::When& when) {
    constexpr std::string_view low = "no earlier: ", high = "no later: ";
    std::vector<BoundReasons> all;
    std::set<std::string> said;
    for (std::string_view chain : when.derivation) {
        BoundReasons bound;
        if (chain.starts_with(low)) {
            bound.which = BoundReasons::Which::earliest;
            chain.remove_prefix(low.size());
        } else if (chain.starts_with(high)) {
            bound.which = BoundReasons::Which::latest;
            chain.remove_prefix(high.size());
        }
        for (std::size_t from = 0; from < chain.size();) {
            const std::size_t end = endOfStep(chain, from);
            const std::string step(chain.substr(from, end - from));
            from = end + separator.size();
            if (said.insert(step).second) bound.steps.push_back({step, originOf(step)});
        }
        all.push_back(std::move(bound));
    }
    return all;
}

std::string originWords(timeline::Origin origin) {
    return origin == timeline::Origin::record     ? "the record"
           : origin == timeline::Origin::decision ? "the analyst"
                                                  : "the words";
}

}  // namespace retrace::ui
