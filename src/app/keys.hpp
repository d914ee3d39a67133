#pragma once

#include "document/verbs.hpp"

#include <SFML/Window/Event.hpp>
#include <optional>

namespace retrace::app {

/// The verb whose declared key was pressed; nothing where none has that key.
[[nodiscard]] std::optional<document::Request> requestFor(const sf::Event::KeyEvent&);

}  // namespace retrace::app
