#include "reconstruct/rivers.hpp"

#include "reconstruct/order_events.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace retrace::reconstruct {
namespace {

// "We crossed the Marne": a thing with an article that one crosses.
bool isCrossed(const Words& words, const text::Quote& name) {
    constexpr std::size_t reach = 16;
    auto said = wordsOf(words, {name.source, name.begin > reach ? name.begin - reach : 0, name.begin});
    const auto named = wordsOf(words, name);
    if (const std::string_view article = "the "; !named.starts_with(article)) {
        if (!said.ends_with(article)) return false;
        said.resize(said.size() - article.size());
    }
    while (said.ends_with(' ') || said.ends_with('\n') || said.ends_with('\r')) said.pop_back();
    return said.ends_with("cross") || said.ends_with("crossed") || said.ends_with("crossing");
}

void move(std::vector<model::PlaceRef>& from, std::vector<model::PlaceRef>& via, const auto& isOne) {
    for (const auto& ref : from)
        if (isOne(ref) && std::ranges::find(via, ref) == via.end()) via.push_back(ref);
    std::erase_if(from, isOne);
}

}  // namespace

bool isRiver(const model::PlaceMention& m) {
    if (m.place) return m.place->type == "river";
    static constexpr std::array kinds{"river", "canal", "stream"};
    return std::ranges::find(kinds, m.mention.kind) != kinds.end();
}

void goByRivers(const Words& words, const std::vector<model::PlaceMention>& mentions,
                const std::vector<std::size_t>& groupOf, std::vector<model::Event>& events) {
    std::set<std::size_t> crossed;  // groups that no gazetteer knows
    for (std::size_t m = 0; m < mentions.size(); ++m)
        if (!mentions[m].place && mentions[m].decided != model::Decided::analyst &&
            isCrossed(words, mentions[m].mention.quote))
            crossed.insert(groupOf[m]);
    const auto isOne = [&](const model::PlaceRef& ref) {
        const auto& m = mentions[ref.mention];
        return isRiver(m) || (!m.place && crossed.contains(groupOf[ref.mention]));
    };
    for (auto& event : events) {
        if (!setsOut(event.kind) && event.kind != "arrive") continue;
        move(event.to, event.via, isOne);
        move(event.from, event.via, isOne);
    }
}

}  // namespace retrace::reconstruct
