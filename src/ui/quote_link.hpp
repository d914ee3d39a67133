#pragma once

#include "ui/panels.hpp"
#include "ui/style.hpp"

#include <string>

namespace retrace::ui {

/// The quoted words as something to click; true when they were.
[[nodiscard]] bool quoteLink(const std::string& words, const Palette&, float scale);

/// Marks the words in the testimony and selects what was read at them.
void showQuote(const Facts&, const text::Quote&, PanelState&, Requests&);

}  // namespace retrace::ui
