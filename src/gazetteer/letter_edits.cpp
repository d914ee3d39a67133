#include "gazetteer/letter_edits.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "gazetteer/code_points.hpp"

namespace retrace::gazetteer {

namespace {

constexpr std::size_t longest = 64;

/// Letters of a name without memory of their own.
struct Letters {
    std::array<char32_t, longest> at;
    std::size_t size = 0;
};

/// False where the name is too long. Bytes that are no UTF-8 count as something.
bool readLetters(std::string_view utf8, Letters& letters) {
    letters.size = 0;
    for (const char byte : utf8) {
        const auto c = static_cast<unsigned char>(byte);
        if ((c & 0xC0U) == 0x80U && letters.size > 0) {
            char32_t& last = letters.at[letters.size - 1];
            last = (last << 6) | (c & 0x3FU);
            continue;
        }
        if (letters.size == longest) return false;
        letters.at[letters.size++] = c;
    }
    return true;
}

/// Optimal string alignment within two edits, by hand: what lies before the first and behind the last
/// difference is the same.
std::size_t editsUpToTwo(const char32_t* a, std::size_t m, const char32_t* b, std::size_t n) {
    while (m > 0 && n > 0 && *a == *b) ++a, ++b, --m, --n;
    while (m > 0 && n > 0 && a[m - 1] == b[n - 1]) --m, --n;
    if (m == 0 || n == 0) return m + n;
    if (m > n) {
        std::swap(a, b);
        std::swap(m, n);
    }
    if (n - m > 2) return 3;
    if (m == 1 && n == 1) return 1;
    if (m == 2 && n == 2 && a[0] == b[1] && a[1] == b[0]) return 1;
    // The first letters differ: one edit there, and the rest within one more.
    const auto same = [](const char32_t* x, std::size_t k, const char32_t* y, std::size_t l) {
        const std::size_t common = std::min(k, l);
        std::size_t i = 0;
        while (i < common && x[i] == y[i]) ++i;
        if (i == k && i == l) return true;
        if (k == l && std::equal(x + i + 1, x + k, y + i + 1)) return true;
        if (k == l && i + 1 < k && x[i] == y[i + 1] && x[i + 1] == y[i])
            return std::equal(x + i + 2, x + k, y + i + 2);
        if (k == l + 1) return std::equal(x + i + 1, x + k, y + i);
        return l == k + 1 && std::equal(y + i + 1, y + l, x + i);
    };
    const bool two = same(a + 1, m - 1, b + 1, n - 1) || same(a, m, b + 1, n - 1) ||
                     same(a + 1, m - 1, b, n) ||
                     (m > 1 && n > 1 && a[0] == b[1] && a[1] == b[0] && same(a + 2, m - 2, b + 2, n - 2));
    return two ? 2 : 3;
}

struct Difference {
    std::size_t fromA = 0, toA = 0, fromB = 0, toB = 0;
};

/// The stretches between letters that both have, by an alignment of least Levenshtein cost.
std::vector<Difference> differences(const std::u32string& a, const std::u32string& b) {
    const std::size_t width = b.size() + 1;
    std::vector<std::size_t> cost((a.size() + 1) * width);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& { return cost[i * width + j]; };
    for (std::size_t i = a.size() + 1; i-- > 0;)
        for (std::size_t j = width; j-- > 0;) {
            if (i == a.size() || j == b.size()) {
                at(i, j) = (a.size() - i) + (b.size() - j);
                continue;
            }
            at(i, j) =
                std::min({at(i + 1, j + 1) + (a[i] == b[j] ? 0U : 1U), at(i + 1, j) + 1, at(i, j + 1) + 1});
        }
    std::vector<Difference> all;
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        const bool both = i < a.size() && j < b.size();
        if (both && a[i] == b[j] && at(i, j) == at(i + 1, j + 1)) {
            ++i, ++j;
            continue;
        }
        if (all.empty() || all.back().toA != i || all.back().toB != j) all.push_back({i, i, j, j});
        if (both && at(i, j) == at(i + 1, j + 1) + 1)
            ++i, ++j;
        else if (i < a.size() && at(i, j) == at(i + 1, j) + 1)
            ++i;
        else
            ++j;
        all.back().toA = i;
        all.back().toB = j;
    }
    return all;
}

}  // namespace

Slip slipBetween(std::string_view a, std::string_view b) {
    Letters x, y;
    if (!readLetters(a, x) || !readLetters(b, y)) return Slip::more;
    switch (editsUpToTwo(x.at.data(), x.size, y.at.data(), y.size)) {
        case 0:
            return Slip::none;
        case 1: {
            if (x.size != y.size) return Slip::oneLetter;
            std::size_t changed = 0;
            for (std::size_t i = 0; i < x.size; ++i) changed += x.at[i] != y.at[i];
            return changed == 2 ? Slip::swapped : Slip::oneLetter;
        }
        case 2:
            return Slip::twoLetters;
        default:
            return Slip::more;
    }
}

std::uint32_t lettersIn(std::string_view utf8) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const bool last = i + 1 == utf8.size() || (static_cast<unsigned char>(utf8[i + 1]) & 0xC0U) != 0x80U;
        if (last) bits |= 1U << (static_cast<unsigned char>(utf8[i]) & 31U);
    }
    return bits;
}

std::string lettersThatDiffer(std::string_view a, std::string_view b) {
    const std::u32string x = codePoints(a), y = codePoints(b);
    std::string words;
    std::size_t count = 0;
    for (Difference d : differences(x, y)) {
        if (++count > 3) return {};
        const bool empty = d.fromA == d.toA || d.fromB == d.toB;
        if (empty && d.fromA > 0 && d.fromB > 0)
            --d.fromA, --d.fromB;
        else if (empty && d.toA < x.size() && d.toB < y.size())
            ++d.toA, ++d.toB;
        // The h of a digraph belongs to it.
        if (d.toA < x.size() && d.toB < y.size() && x[d.toA] == U'h' && y[d.toB] == U'h') ++d.toA, ++d.toB;
        const bool ending = d.toA == x.size() && d.toB == y.size() && d.fromA > 0 && d.fromB > 0;
        const std::string dash = ending ? "-" : "";
        const std::string one = utf8Of(std::u32string_view(x).substr(d.fromA, d.toA - d.fromA));
        const std::string other = utf8Of(std::u32string_view(y).substr(d.fromB, d.toB - d.fromB));
        const std::string pair = dash + one + "/" + dash + other;
        if (words.find(pair) != std::string::npos) continue;
        words += (words.empty() ? "" : ", ") + pair;
    }
    return words;
}

}  // namespace retrace::gazetteer
