#pragma once

#include "text/tokens.hpp"

#include <set>
#include <string>

namespace retrace::text {

/// People that the text names in full somewhere: their surnames stand for them everywhere.
struct People {
    std::set<std::string> surnames;  // lower-case, without an article
};
[[nodiscard]] People peopleOf(const Tokens&);

/// A run of capitalised words [first, last) and what surrounds it.
struct NameRun {
    std::size_t first = 0, last = 0;
};

/// Why a run of capitalised words is no place: "person", "demonym", "organisation", "prayer", "newspaper",
/// "operation", "month", "law" ...; empty where nothing speaks against it.
[[nodiscard]] std::string lookalike(const Tokens&, const NameRun&, const People&);

/// "al-Mina" -> "mina"
[[nodiscard]] std::string withoutArticle(const std::string& lower);
/// A name in lower-case letters without its article, to compare names of one text.
[[nodiscard]] std::string plainName(const std::string& name);

}  // namespace retrace::text
