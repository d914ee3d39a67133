#pragma once

#include "model/decision.hpp"

#include <string>
#include <vector>

namespace retrace::document {

/// What a reconstruction may rest on: the words alone, also what an analyst decided, also what other sources'
/// records dated.
enum class By { words, decisions, all };
[[nodiscard]] std::string nameOf(By);  // "words", "decisions", "all"
/// Throws Error for another word.
[[nodiscard]] By parseBy(const std::string&);

/// Whether the decision counts; one that names a record's row is the record's.
[[nodiscard]] bool isApplied(const model::Decision&, By);
[[nodiscard]] std::vector<model::Decision> applied(std::vector<model::Decision>, By);

}  // namespace retrace::document
