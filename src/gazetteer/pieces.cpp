#include "gazetteer/pieces.hpp"

#include <algorithm>

#include "gazetteer/code_points.hpp"

namespace retrace::gazetteer {

namespace {

constexpr std::size_t longestName = 48;  // code points; longer ones are no names that somebody mistypes

constexpr std::size_t filedBy = 3;  // letters of a piece: more would make many small drawers

struct Cut {
    std::size_t at = 0, size = 0;
};

/// Pieces as equal as can be, the longer ones last.
Cut cutOf(std::size_t length, std::size_t pieces, std::size_t number) {
    const std::size_t size = length / pieces, longer = length % pieces;
    const std::size_t shortOnes = pieces - longer;
    return {number * size + (number > shortOnes ? number - shortOnes : 0),
            size + (number >= shortOnes ? 1 : 0)};
}

}  // namespace

std::size_t editsAllowed(std::size_t length) {
    return length < 3 || length > longestName ? 0 : length < 5 ? 1 : 2;
}

std::vector<Piece> piecesOf(std::u32string_view name) {
    std::vector<Piece> pieces;
    const std::size_t edits = editsAllowed(name.size());
    for (std::size_t i = 0; edits > 0 && i <= edits; ++i) {
        const Cut cut = cutOf(name.size(), edits + 1, i);
        pieces.push_back({name.size(), i, utf8Of(name.substr(cut.at, std::min(cut.size, filedBy)))});
    }
    return pieces;
}

std::vector<Piece> probesFor(std::u32string_view asked) {
    std::vector<Piece> probes;
    const auto mine = static_cast<long>(asked.size());
    for (long length = std::max(3L, mine - 2); length <= mine + 2; ++length) {
        const auto edits = static_cast<long>(editsAllowed(static_cast<std::size_t>(length)));
        const long longer = mine - length;
        if (edits == 0 || std::abs(longer) > edits) continue;
        for (long i = 0; i <= edits; ++i) {
            const Cut cut = cutOf(static_cast<std::size_t>(length), static_cast<std::size_t>(edits) + 1,
                                  static_cast<std::size_t>(i));
            const auto at = static_cast<long>(cut.at), size = static_cast<long>(cut.size);
            // At most i edits lie before the piece and edits - i behind it (multi-match-aware selection).
            const long from = std::max({0L, at - i, at + longer - (edits - i)});
            const long to = std::min({mine - size, at + i, at + longer + (edits - i)});
            for (long start = from; start <= to; ++start) {
                Piece probe{static_cast<std::size_t>(length), static_cast<std::size_t>(i),
                            utf8Of(asked.substr(static_cast<std::size_t>(start), std::min(cut.size, filedBy)))};
                if (std::find(probes.begin(), probes.end(), probe) == probes.end())
                    probes.push_back(std::move(probe));
            }
        }
    }
    return probes;
}

EditMeter::EditMeter(std::u32string asked) : asked_(std::move(asked)) {
    if (asked_.size() > 64) asked_.resize(64);
    for (std::size_t i = 0; i < asked_.size(); ++i)
        if (asked_[i] < 128) ascii_[asked_[i]] |= 1ULL << i;
}

unsigned long long EditMeter::whereIs(char32_t letter) const {
    if (letter < 128) return ascii_[letter];
    unsigned long long places = 0;
    for (std::size_t i = 0; i < asked_.size(); ++i)
        if (asked_[i] == letter) places |= 1ULL << i;
    return places;
}

std::size_t EditMeter::distanceTo(std::string_view utf8) const {
    if (asked_.empty()) return codePoints(utf8).size();
    unsigned long long plus = ~0ULL, minus = 0;
    std::size_t distance = asked_.size();
    const unsigned long long last = 1ULL << (asked_.size() - 1);
    const auto step = [&](char32_t letter) {
        const unsigned long long same = whereIs(letter);
        const unsigned long long diagonal = (((same & plus) + plus) ^ plus) | same | minus;
        unsigned long long up = minus | ~(diagonal | plus), down = plus & diagonal;
        if (up & last) ++distance;
        if (down & last) --distance;
        up = (up << 1) | 1;
        down <<= 1;
        plus = down | ~(diagonal | up);
        minus = up & diagonal;
    };
    const bool ascii =
        std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii)
        for (const char c : utf8) step(static_cast<unsigned char>(c));
    else
        for (const char32_t c : codePoints(utf8)) step(c);
    return distance;
}

}  // namespace retrace::gazetteer
