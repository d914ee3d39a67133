#pragma once

#include <SFML/Window.hpp>

#include <vector>

namespace retrace::app {

/// Feeds SFML's window events to Dear ImGui, by the old input calls (before 1.87) and the new ones.
/// A press and its release inside one slow frame are both kept, of keys as of buttons.
class ImGuiBridge {
public:
    void handle(const sf::Event&);
    /// Call before ImGui::NewFrame().
    void beginFrame(sf::Vector2u windowSize, float seconds);

private:
    bool down_[3] = {false, false, false};
    bool clicked_[3] = {false, false, false};  // pressed since the last frame, even when already released
    std::vector<sf::Keyboard::Key> fresh_;     // keys pressed since the last frame
    std::vector<sf::Event::KeyEvent> releases_, dueReleases_;  // of fresh keys: told a frame later
};

}  // namespace retrace::app
