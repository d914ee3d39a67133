#include "gazetteer/sound_distance.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace retrace::gazetteer {

namespace {

constexpr std::size_t longest = 96;
constexpr int whole = 100;  // another consonant
constexpr int alike = 55;   // a like one: no pair of consonants but of y, w, v costs less

constexpr bool isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

constexpr bool isOneOf(char a, char b, std::string_view pair) {
    return (a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0]);
}

constexpr int vowelChange(char a, char b) {
    for (const std::string_view near : {"ae", "ei", "ou"})
        if (isOneOf(a, b, near)) return 15;
    return isOneOf(a, b, "ai") || isOneOf(a, b, "ao") ? 30 : 40;
}

constexpr int changeOf(char a, char b) {
    if (a == b) return 0;
    if (isVowel(a) && isVowel(b)) return vowelChange(a, b);
    for (const std::string_view glide : {"yi", "wu", "wo", "vw"})
        if (isOneOf(a, b, glide)) return 15;
    if (isVowel(a) != isVowel(b)) return 110;
    for (const std::string_view near :
         {"kg", "kx", "xh", "dz", "td", "sz", "sc", "jg", "bp", "fv", "gx", "jc", "ts", "bv"})
        if (isOneOf(a, b, near)) return alike;
    return whole;
}

/// Letters as numbers: 1 to 26, anything else 0.
constexpr std::size_t numberOf(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a' + 1) : 0;
}

constexpr std::size_t letters = 27;
constexpr auto changeCosts = [] {
    std::array<std::array<std::uint8_t, letters>, letters> table{};
    const auto letter = [](std::size_t n) { return n == 0 ? '\0' : static_cast<char>('a' + n - 1); };
    for (std::size_t a = 0; a < letters; ++a)
        for (std::size_t b = 0; b < letters; ++b)
            table[a][b] = static_cast<std::uint8_t>(changeOf(letter(a), letter(b)));
    return table;
}();

int change(char a, char b) {
    const std::size_t x = numberOf(a), y = numberOf(b);
    return x + y == 0 ? (a == b ? 0 : whole) : changeCosts[x][y];
}

int dropCost(std::string_view s, std::size_t i) {
    if (!isVowel(s[i])) return s[i] == 'h' ? 60 : whole;
    const bool last = i + 1 == s.size();
    if (last && s[i] == 'e' && i > 0 && !isVowel(s[i - 1])) return 25;  // mute, as in French: Afrine
    if (i == 0 || last) return 45;
    const bool ownSyllable = (s[i - 1] == 'i' || s[i - 1] == 'u') && s[i] != 'i' && s[i] != 'u';  // Baniyas
    return ownSyllable ? 60 : 20;  // otherwise vowels come and go between spellings
}

}  // namespace

int soundDistance(std::string_view a, std::string_view b, int most) {
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    // Levenshtein over one row.
    std::array<int, longest + 1> row, drop;
    row[0] = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
        drop[j] = dropCost(b, j);
        row[j + 1] = row[j] + drop[j];
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        const int dropped = dropCost(a, i);
        int diagonal = row[0], least = row[0] += dropped;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const int best =
                std::min({diagonal + change(a[i], b[j]), row[j + 1] + dropped, row[j] + drop[j]});
            diagonal = row[j + 1];
            row[j + 1] = best;
            least = std::min(least, best);
        }
        if (least > most) return least;
    }
    return row[b.size()];
}

std::uint32_t consonantsIn(std::string_view sounds) {
    constexpr std::string_view cheap = "hvwy";
    std::uint32_t bits = 0;
    for (const char c : sounds)
        if (numberOf(c) > 0 && !isVowel(c) && cheap.find(c) == std::string_view::npos)
            bits |= 1U << numberOf(c);
    return bits;
}

int leastSoundDistance(std::uint32_t a, std::uint32_t b) {
    // Each consonant that only one of them has is dropped or changed; a change may settle one of each.
    return alike * std::max(std::popcount(a & ~b), std::popcount(b & ~a));
}

}  // namespace retrace::gazetteer
