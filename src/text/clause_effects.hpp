#pragma once

#include "text/clause_rules.hpp"

#include <string>

namespace retrace::text {

/// What is wrong with an effect as a rule writes it; empty where nothing is.
[[nodiscard]] std::string faultOf(const Effect&);

/// Carries an effect out. True where it ends the rules for this list.
bool apply(const Effect&, Step&);

}  // namespace retrace::text
