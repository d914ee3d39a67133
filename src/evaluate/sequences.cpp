#include "evaluate/sequences.hpp"

#include <algorithm>
#include <tuple>

namespace retrace::evaluate {

Pairs matchStretches(const std::vector<Stretch>& a, const std::vector<Stretch>& b, bool half) {
    std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> all;  // overlap, index, index
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t begin = std::max(a[i].begin, b[j].begin), end = std::min(a[i].end, b[j].end);
            if (begin >= end) continue;
            const std::size_t shorter = std::min(a[i].end - a[i].begin, b[j].end - b[j].begin);
            if (!half || (end - begin) * 2 >= shorter) all.emplace_back(end - begin, i, j);
        }
    std::ranges::stable_sort(all, std::greater<>{}, [](const auto& each) { return std::get<0>(each); });
    std::vector<bool> usedA(a.size(), false), usedB(b.size(), false);
    Pairs out;
    for (const auto& [overlap, i, j] : all) {
        if (usedA[i] || usedB[j]) continue;
        usedA[i] = usedB[j] = true;
        out.emplace_back(i, j);
    }
    std::ranges::sort(out);
    return out;
}

std::size_t editDistance(std::size_t first, std::size_t second,
                         const std::function<bool(std::size_t, std::size_t)>& same) {
    std::vector<std::size_t> row(second + 1);
    for (std::size_t j = 0; j <= second; ++j) row[j] = j;
    for (std::size_t i = 1; i <= first; ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= second; ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (same(i - 1, j - 1) ? 0u : 1u)});
            diagonal = above;
        }
    }
    return row[second];
}

std::optional<double> kendallTau(const std::vector<std::pair<int, int>>& ranks) {
    std::ptrdiff_t agreeing = 0, pairs = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i)
        for (std::size_t j = i + 1; j < ranks.size(); ++j) {
            const int a = ranks[j].first - ranks[i].first, b = ranks[j].second - ranks[i].second;
            if (a == 0 || b == 0) continue;
            ++pairs;
            agreeing += (a > 0) == (b > 0) ? 1 : -1;
        }
    if (pairs == 0) return std::nullopt;
    return static_cast<double>(agreeing) / static_cast<double>(pairs);
}

}  // namespace retrace::evaluate
