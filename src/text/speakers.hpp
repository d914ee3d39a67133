#pragma once

#include "text/structure.hpp"
#include "text/tokens.hpp"

#include <string>
#include <vector>

namespace retrace::text {

/// Who tells, where a text lets several people tell: a report with quotations, or an interview with several
/// who answer. Index 0 is the text's own narrator.
using Speakers = std::vector<std::string>;

/// Finds them, and writes into the tokens whose words they are (`Token::speaker`). In a report, where nobody
/// says "we" outside quotation marks, the people who are quoted become narrators of their own: their names
/// and the pronouns for them act as "I" does, their "his" and "her" as "my". A quotation is attributed by the
/// verb of saying beside it, else to the person spoken of last.
[[nodiscard]] Speakers assignSpeakers(Tokens&, const std::vector<ParagraphPart>&);

}  // namespace retrace::text
