#pragma once

#include "app/case.hpp"
#include "scene/front_picture.hpp"
#include "ui/front_look.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::app {

/// Throws Error in one line where it is none of ui::frontChoices; `what` names the option.
void requireFront(const std::string& shown, const std::string& what);

/// The fronts that a view of the case shows; nothing for "none" and where nobody claims anything.
[[nodiscard]] std::optional<scene::FrontView> frontViewOf(const Case&, const ui::FrontLook&);

/// What the fronts that are shown say of a point, and by which claims.
[[nodiscard]] std::vector<ui::FrontAnswer> answersAt(const Case&, const ui::FrontLook&, const geo::LonLat&,
                                                     model::StoryTime);

}  // namespace retrace::app
