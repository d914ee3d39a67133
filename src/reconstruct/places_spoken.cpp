#include "reconstruct/places_spoken.hpp"

#include "reconstruct/claims.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

bool isSentenceEnd(char32_t c) {
    return c == U'.' || c == U'!' || c == U'?' || c == U'\n' || c == U'\u2029';
}

}  // namespace

bool isPoint(const model::PlaceMention& mention) {
    return mention.mention.literal && !mention.ignored &&
           !(mention.place && mention.place->type == "country");
}

std::vector<std::size_t> placesSpokenOf(const model::Reconstruction& r, const Words& words,
                                        const model::Event& event) {
    const auto& said = event.evidence.front();
    const auto source = std::ranges::find(words.sources, said.source, &text::Source::id);
    if (source == words.sources.end()) return {};
    const auto paragraph = text::paragraphAt(*source, said.begin);
    const auto sentence = [&](std::size_t at) {  // where the one that holds it begins
        while (at > 0 && !isSentenceEnd(source->letters[at - 1])) --at;
        return at;
    };
    std::vector<std::size_t> out;
    std::optional<std::size_t> first;
    int sentencesBack = 0;
    std::size_t last = sentence(said.begin);
    for (std::size_t m = r.mentions.size(); m-- > 0;) {
        const auto& mention = r.mentions[m];
        const auto& quote = mention.mention.quote;
        if (quote.source != said.source || quote.begin >= said.begin) continue;
        if (text::paragraphAt(*source, quote.begin) != paragraph) break;
        if (!mention.place || !isPoint(mention) || !isHoldable(*mention.place)) continue;
        const std::size_t begins = sentence(quote.begin);
        if (!first) {
            for (std::size_t at = last; at > begins; at = sentence(at > 0 ? at - 1 : 0)) ++sentencesBack;
            if (sentencesBack > 1) return {};
            first = begins;
        }
        if (begins != *first) break;
        const bool again = std::ranges::any_of(
            out, [&](auto other) { return r.mentions[other].place->id == mention.place->id; });
        if (!again) out.push_back(m);
    }
    std::ranges::reverse(out);
    return out;
}

}  // namespace retrace::reconstruct
