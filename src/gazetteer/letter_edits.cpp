#include "gazetteer/letter_edits.hpp"

#include <algorithm>
#include <array>

namespace retrace::gazetteer {

namespace {

constexpr std::size_t longest = 64;

/// Letters of a name without memory of their own.
struct Letters {
    std::string_view bytes;
    std::array<char32_t, longest> at;
    std::array<std::uint16_t, longest> begin;  // in the bytes
    std::size_t size = 0;

    [[nodiscard]] std::string_view text(std::size_t from, std::size_t to) const {
        const std::size_t first = from < size ? begin[from] : bytes.size();
        return bytes.substr(first, (to < size ? begin[to] : bytes.size()) - first);
    }
};

/// False where the name is too long. Bytes that are no UTF-8 count as something.
bool readLetters(std::string_view utf8, Letters& letters) {
    letters.bytes = utf8;
    letters.size = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if ((c & 0xC0U) == 0x80U && letters.size > 0) {
            char32_t& last = letters.at[letters.size - 1];
            last = (last << 6) | (c & 0x3FU);
            continue;
        }
        if (letters.size == longest) return false;
        letters.begin[letters.size] = static_cast<std::uint16_t>(i);
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

constexpr std::size_t mostDifferences = 3;

/// The stretches between letters that both have, by an alignment of least Levenshtein cost; one more than
/// `mostDifferences` where there are more.
struct Differences {
    std::array<Difference, mostDifferences + 1> at;
    std::size_t count = 0;
};

Differences differences(const Letters& a, const Letters& b) {
    constexpr std::size_t width = longest + 1;
    std::array<std::uint8_t, width * width> cost;  // of what is left from there on
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint8_t& { return cost[i * width + j]; };
    for (std::size_t i = a.size + 1; i-- > 0;)
        for (std::size_t j = b.size + 1; j-- > 0;) {
            const auto left = (a.size - i) + (b.size - j);
            const auto best = i == a.size || j == b.size
                                  ? left
                                  : std::min<std::size_t>({at(i + 1, j + 1) + (a.at[i] == b.at[j] ? 0U : 1U),
                                                           at(i + 1, j) + 1U, at(i, j + 1) + 1U});
            at(i, j) = static_cast<std::uint8_t>(best);
        }
    Differences all;
    for (std::size_t i = 0, j = 0; i < a.size || j < b.size;) {
        const bool both = i < a.size && j < b.size;
        if (both && a.at[i] == b.at[j] && at(i, j) == at(i + 1, j + 1)) {
            ++i, ++j;
            continue;
        }
        const bool follows =
            all.count > 0 && all.at[all.count - 1].toA == i && all.at[all.count - 1].toB == j;
        if (!follows) {
            if (all.count > mostDifferences) return all;
            all.at[all.count++] = {i, i, j, j};
        }
        if (both && at(i, j) == at(i + 1, j + 1) + 1)
            ++i, ++j;
        else if (i < a.size && at(i, j) == at(i + 1, j) + 1)
            ++i;
        else
            ++j;
        all.at[all.count - 1].toA = i;
        all.at[all.count - 1].toB = j;
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
    Letters x, y;
    if (!readLetters(a, x) || !readLetters(b, y)) return {};
    const Differences all = differences(x, y);
    if (all.count > mostDifferences) return {};
    std::string words;
    for (std::size_t i = 0; i < all.count; ++i) {
        Difference d = all.at[i];
        const bool empty = d.fromA == d.toA || d.fromB == d.toB;
        if (empty && d.fromA > 0 && d.fromB > 0)
            --d.fromA, --d.fromB;
        else if (empty && d.toA < x.size && d.toB < y.size)
            ++d.toA, ++d.toB;
        // The h of a digraph belongs to it.
        if (d.toA < x.size && d.toB < y.size && x.at[d.toA] == U'h' && y.at[d.toB] == U'h') ++d.toA, ++d.toB;
        const bool ending = d.toA == x.size && d.toB == y.size && d.fromA > 0 && d.fromB > 0;
        std::string pair = ending ? "-" : "";
        pair += x.text(d.fromA, d.toA);
        pair += ending ? "/-" : "/";
        pair += y.text(d.fromB, d.toB);
        if (words.find(pair) != std::string::npos) continue;
        if (!words.empty()) words += ", ";
        words += pair;
    }
    return words;
}

}  // namespace retrace::gazetteer
