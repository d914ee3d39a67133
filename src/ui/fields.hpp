#pragma once

#include "ui/style.hpp"

#include <string>

namespace retrace::ui {

/// A line of typed text under its label; true when Enter was pressed in it. `focus`: the keys go to it now.
[[nodiscard]] bool field(const char* label, const char* hint, std::string& value, const Palette&, bool focus = false);

/// How sure a decision is: one of three.
void certaintyChips(std::string& chosen, const Palette&, float scale);

}  // namespace retrace::ui
