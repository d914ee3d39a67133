#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::gazetteer {

/// How a misspelt name is found: a name is cut into one piece more than it may have edits, so that some piece
/// is left whole whatever the edits are, and stands in the misspelt name at about its own place (Pass-Join:
/// Li, Deng, Wang and Feng, "Pass-Join: A partition-based method for similarity joins", PVLDB 5, 2011).
struct Piece {
    std::size_t length = 0;  // of the whole name, in code points
    std::size_t number = 0;  // of the piece, from 0
    std::string letters;     // its first three, UTF-8
    bool operator==(const Piece&) const = default;
};

/// Edits (a letter dropped, added or changed) that a name of that many code points may have: 0, 1 or 2.
[[nodiscard]] std::size_t editsAllowed(std::size_t length);
/// What the index files a name under; nothing where it is too short or too long to be looked up so.
[[nodiscard]] std::vector<Piece> piecesOf(std::u32string_view name);
/// Under what every name within its allowed edits of the one asked for is filed at least once.
[[nodiscard]] std::vector<Piece> probesFor(std::u32string_view asked);

/// Levenshtein distance from one name to many (Myers' bit vectors, JACM 46, 1999).
class EditMeter {
public:
    /// Of the name asked for only the first 64 code points are looked at.
    explicit EditMeter(std::u32string asked);
    [[nodiscard]] std::size_t distanceTo(std::string_view utf8) const;

private:
    [[nodiscard]] unsigned long long whereIs(char32_t letter) const;
    std::u32string asked_;
    unsigned long long ascii_[128] = {};
};

}  // namespace retrace::gazetteer
