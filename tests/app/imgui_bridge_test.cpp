#include "app/imgui_bridge.hpp"

#include <gtest/gtest.h>
#include <imgui/imgui.h>

namespace retrace::app {
namespace {

class Bridge : public testing::Test {
protected:
    void SetUp() override { ImGui::CreateContext(); }
    void TearDown() override { ImGui::DestroyContext(); }
    void key(sf::Event::EventType type, sf::Keyboard::Key code, bool control = false) {
        sf::Event event{};
        event.type = type;
        event.key.code = code;
        event.key.control = control;
        bridge.handle(event);
    }
    ImGuiBridge bridge;
};

// Newer versions keep what was fed in a queue of events until the next frame.
#if IMGUI_VERSION_NUM < 18700
TEST_F(Bridge, PassesLettersAndNoControlCharacters) {
    sf::Event event{};
    event.type = sf::Event::TextEntered;
    for (const sf::Uint32 letter : {U'a', U'\b', U'\r', U'\x7f', U'\u0645'}) {
        event.text.unicode = letter;
        bridge.handle(event);
    }
    const auto& queue = ImGui::GetIO().InputQueueCharacters;
    ASSERT_EQ(queue.Size, 2);
    EXPECT_EQ(queue[0], 'a');
    EXPECT_EQ(queue[1], 0x645);
}

TEST_F(Bridge, HoldsKeysUntilTheyAreReleased) {
    const ImGuiIO& io = ImGui::GetIO();
    key(sf::Event::KeyPressed, sf::Keyboard::Left, true);
    EXPECT_TRUE(io.KeysDown[io.KeyMap[ImGuiKey_LeftArrow]]);
    EXPECT_TRUE(io.KeyCtrl);
    bridge.beginFrame({1280, 800}, 0.016f);
    key(sf::Event::KeyReleased, sf::Keyboard::Left);
    EXPECT_FALSE(io.KeysDown[io.KeyMap[ImGuiKey_LeftArrow]]);
    EXPECT_FALSE(io.KeyCtrl);
}

TEST_F(Bridge, KeepsAKeyThatIsPressedAndReleasedWithinOneFrame) {
    const ImGuiIO& io = ImGui::GetIO();
    key(sf::Event::KeyPressed, sf::Keyboard::Enter);
    key(sf::Event::KeyReleased, sf::Keyboard::Enter);
    bridge.beginFrame({1280, 800}, 0.016f);
    EXPECT_TRUE(io.KeysDown[io.KeyMap[ImGuiKey_Enter]]) << "the frame must see it";
    bridge.beginFrame({1280, 800}, 0.016f);
    EXPECT_FALSE(io.KeysDown[io.KeyMap[ImGuiKey_Enter]]);
}

TEST_F(Bridge, ReleasesKeysWhenTheWindowLosesTheFocus) {
    const ImGuiIO& io = ImGui::GetIO();
    key(sf::Event::KeyPressed, sf::Keyboard::Delete, true);
    sf::Event lost{};
    lost.type = sf::Event::LostFocus;
    bridge.handle(lost);
    EXPECT_FALSE(io.KeysDown[io.KeyMap[ImGuiKey_Delete]]);
    EXPECT_FALSE(io.KeyCtrl);
}
#endif

}  // namespace
}  // namespace retrace::app
