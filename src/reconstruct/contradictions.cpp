#include "reconstruct/contradictions.hpp"

#include <algorithm>
#include <set>

namespace retrace::reconstruct {
namespace {

model::Finding findingOf(const Words& words, const TimeDraft& draft, const SetAside& aside) {
    const auto& given = draft.supports[aside.constraint];
    const bool tooFast = given.strength == Support::travel;
    model::Finding finding{tooFast ? "impossible-speed" : "contradiction", "warning", {}, {}, {}};
    // The days and hours first, then what orders them; the mere order of the telling last and not at length.
    std::vector<std::size_t> members = aside.against;
    members.push_back(aside.constraint);
    std::ranges::sort(members);
    members.erase(std::unique(members.begin(), members.end()), members.end());
    std::ranges::stable_sort(members, std::greater<>{}, [&](auto m) { return draft.supports[m].strength; });
    constexpr std::size_t most = 5;
    std::set<std::string> told;
    for (const auto r : members) {
        const auto& support = draft.supports[r];
        if (support.words.empty()) continue;
        if (!support.evidence.empty() &&
            std::ranges::find(finding.evidence, support.evidence.front()) != finding.evidence.end())
            continue;  // "on that day", of the same words
        if (!told.insert(support.words).second) continue;
        if (told.size() <= most)
            finding.message +=
                (told.size() > 1 ? "; " : "by the narrator's words these cannot all be so: ") + support.words;
        for (const auto& quote : support.evidence)
            if (std::ranges::find(finding.evidence, quote) == finding.evidence.end())
                finding.evidence.push_back(quote);
    }
    if (told.size() > most)
        finding.message += "; and " + std::to_string(told.size() - most) + " more steps of the telling";
    finding.message += ". Set aside: " + given.words;
    if (finding.evidence.size() == 1)
        finding.message += " (" + shortWords(words, finding.evidence.front()) + ")";
    return finding;
}

}  // namespace

bool isStatedByWords(const Support& support) {
    return support.strength > Support::week;
}

std::vector<model::Finding> contradictionFindings(const Words& words, const TimeDraft& draft,
                                                  const std::vector<SetAside>& aside, std::size_t untold) {
    std::vector<model::Finding> findings;
    for (const auto& each : aside)
        if (isStatedByWords(draft.supports[each.constraint]))
            findings.push_back(findingOf(words, draft, each));
    if (untold > 0)
        findings.push_back({"contradictions",
                            "warning",
                            "the narrator's words contradict each other so often that " +
                                std::to_string(untold) +
                                " more contradictions are not told one by one; the weaker side of each is "
                                "set aside",
                            {},
                            {}});
    return findings;
}

}  // namespace retrace::reconstruct
