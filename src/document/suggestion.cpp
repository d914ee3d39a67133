#include "document/suggestion.hpp"

#include <algorithm>

namespace retrace::document {

namespace {

constexpr std::size_t most = 2, longest = 64;  // edits; bytes of a word that is compared at all

}  // namespace

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
    if (word.size() > longest) return {};
    const std::string* nearest = nullptr;
    std::size_t least = most + 1;
    for (const std::string& each : known) {
        const std::size_t edits = editDistance(word, each);
        // Of a short word too little would remain.
        if (edits >= least || 2 * edits >= std::max(word.size(), each.size())) continue;
        least = edits;
        nearest = &each;
    }
    return nearest == nullptr ? std::string() : "; did you mean " + *nearest + "?";
}

}  // namespace retrace::document
