#pragma once

#include "ui/panels.hpp"
#include "ui/style.hpp"

namespace retrace::ui {

/// Who held the point that was asked about, by each front that is shown, with the claims that decide there, their
/// weights and words, and fields to settle one.
void frontCards(const Facts&, const Palette&, PanelState&, Requests&);

}  // namespace retrace::ui
