#pragma once

#include <SFML/Window.hpp>

#include <memory>
#include <string>

namespace retrace::app {

/// SFML ends the program without a word where no display answers, so ask before. The connection is kept
/// until the window is closed: a server without clients may start over in between. Throws Error.
[[nodiscard]] std::shared_ptr<void> requireDisplay();
/// `asked` is WIDTHxHEIGHT, or empty for what suits the display. Throws Error.
[[nodiscard]] sf::VideoMode windowSize(const std::string& asked);
/// Pixels for a point of type: `asked`, or with 0 what the desktop sets through GDK_SCALE, else 1. Throws Error.
[[nodiscard]] float scaleOf(double asked);

}  // namespace retrace::app
