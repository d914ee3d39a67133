#pragma once

#include "text/mentions.hpp"
#include "text/speakers.hpp"
#include "text/times.hpp"

namespace retrace::text {

/// The narrator's statements by offset of the evidence. Sets the mentions' roles and statements, the times'
/// statements, and may add times that hang on an event ("before Brest").
[[nodiscard]] std::vector<Statement> statementsOf(const Source&, const Tokens&,
                                                  const std::vector<ParagraphPart>&, const Speakers&,
                                                  std::vector<FoundMention>&, std::vector<FoundTime>&);

}  // namespace retrace::text
