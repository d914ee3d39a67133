#pragma once

#include "text/teller.hpp"

namespace retrace::text {

/// "suggested", "was advised", "thought about going": what follows is advice or a thought, no deed.
[[nodiscard]] bool isAdvice(const Builder&, const Clause&);
/// Who says it is nobody who gives orders: "some said", "my aunt said", "we said".
[[nodiscard]] bool isAdviser(const Builder&, const Clause&, Who);
/// "some said we should", where both verbs make one clause.
[[nodiscard]] bool sayAside(const Builder&, const Clause&);

}  // namespace retrace::text
