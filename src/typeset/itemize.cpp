// Unicode's bidirectional algorithm (UAX 9) through FriBidi, then scripts and faces.
#include "typeset/itemize.hpp"

#include <fribidi.h>
#include <hb.h>

#include <algorithm>

namespace retrace::typeset {

namespace {

using Line = std::vector<std::uint32_t>;

bool isDigit(std::uint32_t c) {
    return c >= '0' && c <= '9';
}

/// Marks, joiners, spaces, punctuation: they go with their neighbours.
bool goesAlong(std::uint32_t c, hb_script_t script) {
    return !isDigit(c) &&
           (script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN);
}

std::vector<FriBidiLevel> levelsOf(const Line& line) {
    const auto length = static_cast<FriBidiStrIndex>(line.size());
    std::vector<FriBidiCharType> types(line.size());
    std::vector<FriBidiBracketType> brackets(line.size());
    std::vector<FriBidiLevel> levels(line.size(), 0);
    fribidi_get_bidi_types(line.data(), length, types.data());
    fribidi_get_bracket_types(line.data(), length, types.data(), brackets.data());
    FriBidiParType base = FRIBIDI_PAR_WLTR;  // weak: by the first strong letter
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &base, levels.data()) == 0)
        std::fill(levels.begin(), levels.end(), FriBidiLevel{0});
    return levels;
}

/// The script and the face of every code point.
struct Letters {
    std::vector<hb_script_t> scripts;
    std::vector<std::uint32_t> faces;
};

Letters lettersOf(const Line& line, Weight weight, FaceChain& chain) {
    hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
    const std::size_t n = line.size();
    Letters letters{std::vector<hb_script_t>(n), std::vector<std::uint32_t>(n)};
    std::size_t leader = n;  // the last letter that decides for those that go along
    for (std::size_t i = 0; i < n; ++i) {
        letters.scripts[i] = hb_unicode_script(unicode, line[i]);
        if (!goesAlong(line[i], letters.scripts[i])) {
            letters.faces[i] = chain.faceFor(line[i], weight);
            if (isDigit(line[i])) letters.scripts[i] = leader < n ? letters.scripts[leader] : HB_SCRIPT_LATIN;
            leader = i;
        }
    }
    const auto follow = [&](std::size_t i, std::size_t by) {
        const bool mark = letters.scripts[i] == HB_SCRIPT_INHERITED;
        letters.scripts[i] = letters.scripts[by];
        const bool sameFace = mark || chain.covers(letters.faces[by], line[i]);
        letters.faces[i] = sameFace ? letters.faces[by] : chain.faceFor(line[i], weight);
    };
    const auto decides = [&](std::size_t i) {
        return !goesAlong(line[i], hb_unicode_script(unicode, line[i]));
    };
    std::size_t first = 0;
    while (first < n && !decides(first)) ++first;
    std::size_t by = first;
    for (std::size_t i = 0; i < n; ++i) {
        if (decides(i))
            by = i;
        else if (first < n)
            follow(i, by);
        else
            letters.faces[i] = chain.faceFor(line[i], weight);
    }
    return letters;
}

/// Rule L2 on whole items: from the highest level down, every stretch at that level or above is reversed.
void reorder(std::vector<Item>& items, std::vector<FriBidiLevel>& levels) {
    FriBidiLevel highest = 0;
    for (const FriBidiLevel level : levels) highest = std::max(highest, level);
    for (FriBidiLevel level = highest; level > 0; --level) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            std::size_t end = i;
            while (end < items.size() && levels[end] >= level) ++end;
            if (end == i) continue;
            const auto from = static_cast<std::ptrdiff_t>(i), to = static_cast<std::ptrdiff_t>(end);
            std::reverse(items.begin() + from, items.begin() + to);
            std::reverse(levels.begin() + from, levels.begin() + to);
            i = end - 1;
        }
    }
}

}  // namespace

std::vector<Item> itemize(const Line& line, Weight weight, FaceChain& faces) {
    if (line.empty()) return {};
    const std::vector<FriBidiLevel> levels = levelsOf(line);
    const Letters letters = lettersOf(line, weight, faces);
    std::vector<Item> items;
    std::vector<FriBidiLevel> itemLevels;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool continues = i > 0 && levels[i] == levels[i - 1] &&
                               letters.scripts[i] == letters.scripts[i - 1] &&
                               letters.faces[i] == letters.faces[i - 1];
        if (continues) {
            items.back().end = i + 1;
            continue;
        }
        items.push_back(
            {i, i + 1, letters.faces[i], static_cast<std::uint32_t>(letters.scripts[i]), levels[i] % 2 != 0});
        itemLevels.push_back(levels[i]);
    }
    reorder(items, itemLevels);
    return items;
}

Direction baseDirection(const Line& line) {
    const auto length = static_cast<FriBidiStrIndex>(line.size());
    std::vector<FriBidiCharType> types(line.size());
    fribidi_get_bidi_types(line.data(), length, types.data());
    const FriBidiParType direction = fribidi_get_par_direction(types.data(), length);
    if (FRIBIDI_IS_RTL(direction)) return Direction::rightToLeft;
    return direction == FRIBIDI_PAR_LTR ? Direction::leftToRight : Direction::none;
}

}  // namespace retrace::typeset
