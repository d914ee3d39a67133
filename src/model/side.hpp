#pragma once

#include <string>
#include <vector>

namespace retrace::model {

/// A party to the fighting, as the document names it.
struct Side {
    std::string name;
    // Whom the words and the records mean by it, small letters: "army"; "opp*" all that begin so; "@enemy" all
    // whom the language of the words calls enemies (data/language, classes of words.txt).
    std::vector<std::string> called;
    std::string tint{};  // "#RRGGBB"; empty: the theme's, by the side's number
    int hatch = 0;       // pattern of its areas, from 1; 0: by the side's number
    bool operator==(const Side&) const = default;
};

/// Whether a side may have it as its tint.
[[nodiscard]] bool isTint(const std::string&);
/// The sides of a document that names none: the narrator's and his enemy's, by the words alone.
[[nodiscard]] std::vector<Side> sidesByWords();

}  // namespace retrace::model
