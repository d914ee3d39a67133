#include "gazetteer/spelling.hpp"
#include "reconstruct/choose_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

namespace retrace::reconstruct {
namespace {

bool sameName(const NameGroup& group, const text::Mention& mention) {
    if (isWideKind(group.kind) != isWideKind(mention.kind)) return false;
    if (gazetteer::folded(group.name) == gazetteer::folded(mention.name)) return true;
    return gazetteer::spellingKey(group.name) == gazetteer::spellingKey(mention.name) &&
           gazetteer::compareNames(mention.name, group.name).score >= 0.85;
}

std::string trimmed(std::string words) {
    constexpr const char* blank = " \n\r\t";
    words.erase(0, std::min(words.find_first_not_of(blank), words.size()));
    words.erase(words.find_last_not_of(blank) + 1);
    return words;
}

// What a name is said to lie in right behind it: "Zahra in Homs", "Zahra (Aleppo province)"; folded.
std::string saidToLieIn(const Words& words, const text::Reading& reading, std::size_t mention) {
    static constexpr std::array inward{"in",     "in the",     ", in",       ", in the",    "(",
                                       "of the", "in eastern", "in western", "in northern", "in southern"};
    if (mention + 1 >= reading.mentions.size()) return {};
    const auto &own = reading.mentions[mention], &next = reading.mentions[mention + 1];
    constexpr std::size_t reach = 20;  // letters
    if (next.quote.begin < own.quote.end || next.quote.begin - own.quote.end > reach) return {};
    const auto between = trimmed(wordsOf(words, {own.quote.source, own.quote.end, next.quote.begin}));
    const bool inside = std::ranges::find(inward, between) != inward.end();
    const bool afterComma = between == "," && (isWideKind(next.kind) || !next.literal);
    return inside || afterComma ? gazetteer::folded(next.name) : std::string();
}

enum class Said { itself, theOther, another };

// "the other Zahra", "another Zahra".
Said saidToBe(const Words& words, const text::Mention& mention) {
    constexpr std::size_t reach = 22;  // letters, with "village of" between
    const auto begin = mention.quote.begin;
    const auto before = wordsOf(words, {mention.quote.source, begin - std::min(begin, reach), begin});
    if (before.ends_with("another ") || before.ends_with("another village called ")) return Said::another;
    return before.ends_with("other ") || before.ends_with("other village of ") ? Said::theOther
                                                                               : Said::itself;
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

namespace {

/// Numbers of the times that hang on each statement.
using TimesOf = std::vector<std::vector<std::size_t>>;
TimesOf timesByStatement(const text::Reading& reading) {
    TimesOf out(reading.statements.size());
    for (std::size_t t = 0; t < reading.times.size(); ++t)
        if (reading.times[t].statement < out.size()) out[reading.times[t].statement].push_back(t);
    return out;
}

// How far a stop can be from the one before where it is told how long after it came ("twenty minutes later"):
// as far as nothing on the ground goes. Nothing where no such time is told.
std::optional<double> reachOf(const text::Reading& reading, const TimesOf& timesOf,
                              const text::Mention& mention) {
    constexpr double fastest_m_s = 60, slack_m = 10'000;
    constexpr std::int64_t longest_s = 12 * 3600;
    std::optional<double> reach_m;
    if (mention.statement >= timesOf.size()) return std::nullopt;
    for (const std::size_t t : timesOf[mention.statement]) {
        const auto& time = reading.times[t];
        if (time.lasts || time.relation != text::TimeRelation::after || !time.anchorWords.empty() ||
            !time.highSeconds || *time.highSeconds > longest_s)
            continue;
        const double reach = fastest_m_s * static_cast<double>(*time.highSeconds) + slack_m;
        if (!reach_m || reach < *reach_m) reach_m = reach;
    }
    return reach_m;
}

// The group that a mention belongs to, a new one where there is none. Of several places of a name the one
// last spoken of is meant, "the other" is the one before it.
std::vector<NameGroup>::iterator groupMeant(std::vector<NameGroup>& groups, const text::Mention& mention,
                                            const std::string& inside, Said said) {
    std::vector<std::vector<NameGroup>::iterator> fitting;
    for (auto each = groups.begin(); each != groups.end(); ++each) {
        const bool apart = !inside.empty() && !each->inside.empty() && inside != each->inside;
        if (sameName(*each, mention) && !apart) fitting.push_back(each);
    }
    std::ranges::stable_sort(fitting, std::greater<>{}, [&](const auto& each) {
        return std::pair(!inside.empty() && inside == each->inside, each->mentions.back());
    });
    if (said == Said::itself && !fitting.empty()) return fitting.front();
    if (said == Said::theOther && fitting.size() > 1) return fitting[1];
    groups.push_back({.name = mention.name, .query = mention.name});
    return groups.end() - 1;
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
        for (std::size_t i = 0; i < reading.mentions.size(); ++i) {
            const auto& mention = reading.mentions[i];
            const auto inside = saidToLieIn(words, reading, i);
            const auto said = saidToBe(words, mention);
            const auto group = groupMeant(groups, mention, inside, said);
            if (group->inside.empty()) group->inside = inside;
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
                                            geo::isDivision(group.candidates.front().place.type));
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
    std::map<std::pair<std::size_t, std::size_t>, Nearness> links;
    const auto link = [&](std::size_t a, std::size_t b, double weight, std::optional<double> reach_m) {
        if (groupOf[a] == groupOf[b]) return;
        const auto [low, high] = std::minmax(groupOf[a], groupOf[b]);
        auto& between = links.try_emplace({low, high}, Nearness{low, high, 0, {}}).first->second;
        between.weight += weight;
        if (reach_m && (!between.reach_m || *reach_m < *between.reach_m)) between.reach_m = reach_m;
    };
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        const auto& mentions = words.readings[s].mentions;
        const auto first = firstMention(words, s);
        const TimesOf timesOf = timesByStatement(words.readings[s]);
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
                     (together ? 1.5 : 1.0) / (1 + std::max(0.0, gap) / halfway), std::nullopt);
            }
            if (!isStop(a, words.readings[s])) continue;
            if (lastStop)
                link(first + *lastStop, first + counted[i], alongRoute, reachOf(words.readings[s], timesOf, a));
            lastStop = counted[i];
        }
    }
    std::vector<Nearness> list;
    for (const auto& [pair, each] : links)
        if (each.a < groups && each.b < groups) list.push_back(each);
    return list;
}

}  // namespace retrace::reconstruct
