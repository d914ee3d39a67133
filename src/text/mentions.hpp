#pragma once

#include "text/lookalikes.hpp"
#include "text/reading.hpp"
#include "text/structure.hpp"

namespace retrace::text {

/// A mention with the tokens it stands on.
struct FoundMention {
    Mention mention;
    std::size_t firstToken = 0, lastToken = 0;  // end exclusive
    NameHit hit;
    bool inRoute = false;  // one of "the A-B-C route"
};

/// Place names by offset, look-alikes left out. Known names count by themselves; unknown ones where the
/// sentence says that they are places ("the village of X", "withdrew to X").
[[nodiscard]] std::vector<FoundMention> mentionsOf(const Source&, const Tokens&,
                                                   const std::vector<ParagraphPart>&, const NameLookup&,
                                                   std::vector<Note>& notes);

}  // namespace retrace::text
