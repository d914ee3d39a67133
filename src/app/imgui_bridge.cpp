#include "app/imgui_bridge.hpp"

#include <imgui/imgui.h>

#include <algorithm>
#include <utility>

namespace retrace::app {

namespace {

int buttonIndex(sf::Mouse::Button button) {
    switch (button) {
        case sf::Mouse::Left:
            return 0;
        case sf::Mouse::Right:
            return 1;
        case sf::Mouse::Middle:
            return 2;
        default:
            return -1;
    }
}

ImGuiKey keyOf(sf::Keyboard::Key key) {
    switch (key) {
        case sf::Keyboard::Tab:
            return ImGuiKey_Tab;
        case sf::Keyboard::Left:
            return ImGuiKey_LeftArrow;
        case sf::Keyboard::Right:
            return ImGuiKey_RightArrow;
        case sf::Keyboard::Up:
            return ImGuiKey_UpArrow;
        case sf::Keyboard::Down:
            return ImGuiKey_DownArrow;
        case sf::Keyboard::PageUp:
            return ImGuiKey_PageUp;
        case sf::Keyboard::PageDown:
            return ImGuiKey_PageDown;
        case sf::Keyboard::Home:
            return ImGuiKey_Home;
        case sf::Keyboard::End:
            return ImGuiKey_End;
        case sf::Keyboard::Insert:
            return ImGuiKey_Insert;
        case sf::Keyboard::Delete:
            return ImGuiKey_Delete;
        case sf::Keyboard::Backspace:
            return ImGuiKey_Backspace;
        case sf::Keyboard::Space:
            return ImGuiKey_Space;
        case sf::Keyboard::Enter:
            return ImGuiKey_Enter;
        case sf::Keyboard::Escape:
            return ImGuiKey_Escape;
        case sf::Keyboard::A:
            return ImGuiKey_A;
        case sf::Keyboard::C:
            return ImGuiKey_C;
        case sf::Keyboard::V:
            return ImGuiKey_V;
        case sf::Keyboard::X:
            return ImGuiKey_X;
        case sf::Keyboard::Y:
            return ImGuiKey_Y;
        case sf::Keyboard::Z:
            return ImGuiKey_Z;
        default:
            return ImGuiKey_COUNT;
    }
}

#if IMGUI_VERSION_NUM < 18700
void keyEvent(ImGuiKey key, bool down, const sf::Event::KeyEvent& event) {
    ImGuiIO& io = ImGui::GetIO();
    for (int i = 0; i < ImGuiKey_COUNT; ++i) io.KeyMap[i] = i;
    if (key != ImGuiKey_COUNT) io.KeysDown[key] = down;
    io.KeyCtrl = event.control;
    io.KeyShift = event.shift;
    io.KeyAlt = event.alt;
}

void releaseKeys() {
    ImGuiIO& io = ImGui::GetIO();
    for (bool& down : io.KeysDown) down = false;
    io.KeyCtrl = io.KeyShift = io.KeyAlt = false;
}
#else
void keyEvent(ImGuiKey key, bool down, const sf::Event::KeyEvent& event) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, event.control);
    io.AddKeyEvent(ImGuiMod_Shift, event.shift);
    io.AddKeyEvent(ImGuiMod_Alt, event.alt);
    if (key != ImGuiKey_COUNT) io.AddKeyEvent(key, down);
}

void releaseKeys() {
    ImGui::GetIO().AddFocusEvent(false);
    ImGui::GetIO().AddFocusEvent(true);
}
#endif

}  // namespace

void ImGuiBridge::handle(const sf::Event& event) {
    ImGuiIO& io = ImGui::GetIO();
    switch (event.type) {
        case sf::Event::MouseMoved:
            io.MousePos = {static_cast<float>(event.mouseMove.x), static_cast<float>(event.mouseMove.y)};
            break;
        case sf::Event::MouseButtonPressed:
        case sf::Event::MouseButtonReleased:
            io.MousePos = {static_cast<float>(event.mouseButton.x), static_cast<float>(event.mouseButton.y)};
            if (const int index = buttonIndex(event.mouseButton.button); index >= 0) {
                down_[index] = event.type == sf::Event::MouseButtonPressed;
                if (down_[index]) clicked_[index] = true;
            }
            break;
        case sf::Event::MouseWheelScrolled:
            if (event.mouseWheelScroll.wheel == sf::Mouse::VerticalWheel)
                io.MouseWheel += event.mouseWheelScroll.delta;
            else
                io.MouseWheelH += event.mouseWheelScroll.delta;
            break;
        case sf::Event::TextEntered:
            if (event.text.unicode >= 32 && event.text.unicode != 127)
                io.AddInputCharacter(event.text.unicode);
            break;
        case sf::Event::KeyPressed:
            keyEvent(keyOf(event.key.code), true, event.key);
            fresh_.push_back(event.key.code);
            break;
        case sf::Event::KeyReleased:
            if (std::ranges::find(fresh_, event.key.code) != fresh_.end())
                releases_.push_back(event.key);
            else
                keyEvent(keyOf(event.key.code), false, event.key);
            break;
        // Another window gets the releases of what is held now.
        case sf::Event::LostFocus:
            releaseKeys();
            fresh_.clear();
            for (bool& down : down_) down = false;
            break;
        case sf::Event::MouseLeft:
            io.MousePos = {-1e9f, -1e9f};
            break;
        default:
            break;
    }
}

void ImGuiBridge::beginFrame(sf::Vector2u windowSize, float seconds) {
    ImGuiIO& io = ImGui::GetIO();
    for (const sf::Event::KeyEvent& key : dueReleases_) keyEvent(keyOf(key.code), false, key);
    dueReleases_ = std::exchange(releases_, {});
    fresh_.clear();
    io.DisplaySize = {static_cast<float>(windowSize.x), static_cast<float>(windowSize.y)};
    io.DeltaTime = seconds > 0 ? seconds : 1e-4f;
    for (int i = 0; i < 3; ++i) {
        io.MouseDown[i] = down_[i] || clicked_[i];
        clicked_[i] = false;
    }
}

}  // namespace retrace::app
