#include "gazetteer/spelling.hpp"
#include "reconstruct/choose_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace retrace::reconstruct {
namespace {

bool sameName(const NameGroup& group, const text::Mention& mention) {
    if (isWideKind(group.kind) != isWideKind(mention.kind)) return false;
    if (gazetteer::folded(group.name) == gazetteer::folded(mention.name)) return true;
    return gazetteer::spellingKey(group.name) == gazetteer::spellingKey(mention.name) &&
           gazetteer::compareNames(mention.name, group.name).score >= 0.85;
}

// On the narrator's way, or meant to be.
bool isStop(const text::Mention& mention, const text::Reading& reading) {
    const auto role = mention.role;
    const bool others = mention.statement < reading.statements.size() &&
                        reading.statements[mention.statement].status == text::Status::otherActor;
    return !others &&
           (role == text::Role::stop || role == text::Role::destination || role == text::Role::origin);
}

}  // namespace

bool isWideKind(const std::string& kind) {
    static constexpr std::array wide{"countryside", "governorate", "province", "region",
                                     "district",    "country",     "river",    "desert"};
    return std::ranges::find(wide, kind) != wide.end();
}

std::vector<NameGroup> groupNames(const Words& words) {
    std::vector<NameGroup> groups;
    std::size_t number = 0;
    for (const auto& reading : words.readings) {
        for (const auto& mention : reading.mentions) {
            auto group = std::ranges::find_if(groups, [&](const auto& g) { return sameName(g, mention); });
            if (group == groups.end()) {
                groups.push_back({.name = mention.name, .query = mention.name});
                group = groups.end() - 1;
            }
            if (!mention.gloss.empty()) group->query = mention.gloss;
            if (group->kind.empty()) group->kind = mention.kind;
            group->literal = group->literal || mention.literal;
            group->onRoute = group->onRoute || mention.role == text::Role::via || isStop(mention, reading);
            group->mentions.push_back(number++);
        }
    }
    return groups;
}

void findContainers(const Words& words, const std::vector<std::size_t>& groupOf,
                    std::vector<NameGroup>& groups) {
    constexpr std::size_t reach = 120;  // letters
    const auto isDivisionNamed = [&](const text::Mention& mention, const NameGroup& group) {
        return isWideKind(mention.kind) || (!mention.literal && !group.candidates.empty() &&
                                            isDivision(group.candidates.front().place.type));
    };
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        const auto& mentions = words.readings[s].mentions;
        const auto first = firstMention(words, s);
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            const auto container = groupOf[first + i];
            if (!isDivisionNamed(mentions[i], groups[container])) continue;
            for (std::size_t j = 0; j < mentions.size(); ++j) {
                const auto &a = mentions[std::min(i, j)].quote, &b = mentions[std::max(i, j)].quote;
                const auto inner = groupOf[first + j];
                if (inner == container || b.begin < a.end || b.begin - a.end > reach ||
                    isDivisionNamed(mentions[j], groups[inner]))
                    continue;
                const auto between = wordsOf(words, {a.source, a.end, b.begin});
                if (between.find_first_of(".;!?\n") != std::string::npos) continue;
                auto& within = groups[inner].within;
                if (std::ranges::find(within, container) == within.end()) within.push_back(container);
            }
        }
    }
}

std::vector<Nearness> nearnessOf(const Words& words, const std::vector<std::size_t>& groupOf,
                                 std::size_t groups) {
    constexpr std::size_t reach = 5;  // mentions
    constexpr double halfway = 120;   // letters at which nearness is halved
    constexpr double alongRoute = 0.6;
    std::map<std::pair<std::size_t, std::size_t>, double> weights;
    const auto link = [&](std::size_t a, std::size_t b, double weight) {
        if (groupOf[a] != groupOf[b]) weights[std::minmax(groupOf[a], groupOf[b])] += weight;
    };
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        const auto& mentions = words.readings[s].mentions;
        const auto first = firstMention(words, s);
        std::vector<std::size_t> counted;
        for (std::size_t i = 0; i < mentions.size(); ++i)
            if (!mentions[i].repeats && mentions[i].literal) counted.push_back(i);
        std::optional<std::size_t> lastStop;
        for (std::size_t i = 0; i < counted.size(); ++i) {
            const auto& a = mentions[counted[i]];
            for (std::size_t j = i + 1; j < std::min(counted.size(), i + 1 + reach); ++j) {
                const auto& b = mentions[counted[j]];
                const double gap = static_cast<double>(b.quote.begin) - static_cast<double>(a.quote.end);
                if (gap > 8 * halfway) break;
                const bool together = a.statement != text::Mention::npos && a.statement == b.statement;
                link(first + counted[i], first + counted[j],
                     (together ? 1.5 : 1.0) / (1 + std::max(0.0, gap) / halfway));
            }
            if (!isStop(a, words.readings[s])) continue;
            if (lastStop) link(first + *lastStop, first + counted[i], alongRoute);
            lastStop = counted[i];
        }
    }
    std::vector<Nearness> list;
    for (const auto& [pair, weight] : weights)
        if (pair.first < groups && pair.second < groups) list.push_back({pair.first, pair.second, weight});
    return list;
}

}  // namespace retrace::reconstruct
