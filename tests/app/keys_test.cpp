#include "app/keys.hpp"

#include <gtest/gtest.h>

#include <map>

namespace retrace::app {
namespace {

using Key = sf::Keyboard::Key;

/// What a keyboard with an American layout sends for a declared key.
sf::Event::KeyEvent pressOf(std::string name) {
    static const std::map<std::string, Key> keys{
        {"Space", Key::Space}, {"Right", Key::Right},   {"Left", Key::Left},     {"Home", Key::Home},
        {"End", Key::End},     {"Escape", Key::Escape}, {"Delete", Key::Delete}, {"[", Key::LBracket},
        {"]", Key::RBracket},  {"+", Key::Equal},       {"-", Key::Hyphen},      {"/", Key::Slash},
        {"?", Key::Slash},   {"Tab", Key::Tab},       {"Enter", Key::Enter},   {"Up", Key::Up},
        {"Down", Key::Down},   {"PageUp", Key::PageUp}, {"PageDown", Key::PageDown}};
    sf::Event::KeyEvent event{};
    const auto strip = [&](const std::string& prefix) {
        if (name.rfind(prefix, 0) != 0 || name.size() == prefix.size()) return false;
        name.erase(0, prefix.size());
        return true;
    };
    event.control = strip("Ctrl+");
    event.shift = strip("Shift+") || name == "+" || name == "?";
    if (name.size() == 1 && name[0] >= 'A' && name[0] <= 'Z')
        event.code = static_cast<Key>(Key::A + (name[0] - 'A'));
    else if (name.size() == 1 && name[0] >= '0' && name[0] <= '9')
        event.code = static_cast<Key>(Key::Num0 + (name[0] - '0'));
    else if (keys.contains(name))
        event.code = keys.at(name);
    else
        ADD_FAILURE() << "no keyboard has the key " << name;
    return event;
}

TEST(Keys, EveryDeclaredKeyFindsItsVerb) {
    std::size_t declared = 0;
    for (const document::VerbDeclaration& verb : document::verbs()) {
        if (verb.key.empty()) continue;
        ++declared;
        const auto request = requestFor(pressOf(verb.key));
        ASSERT_TRUE(request) << verb.name << " by " << verb.key;
        EXPECT_EQ(request->verb, verb.name) << verb.key;
    }
    EXPECT_GT(declared, 15U);
}

TEST(Keys, NoKeyIsDeclaredTwice) {
    std::map<std::string, std::string> owner;
    for (const document::VerbDeclaration& verb : document::verbs()) {
        if (verb.key.empty()) continue;
        EXPECT_TRUE(owner.emplace(verb.key, verb.name).second)
            << verb.key << ": " << verb.name << " and " << owner[verb.key];
    }
}

TEST(Keys, ModifiersTellVerbsApart) {
    EXPECT_EQ(requestFor(pressOf("Ctrl+Z"))->verb, "undo");
    EXPECT_EQ(requestFor(pressOf("Ctrl+Shift+Z"))->verb, "redo");
    EXPECT_FALSE(requestFor(pressOf("Z")));
    sf::Event::KeyEvent withAlt = pressOf("Ctrl+Z");
    withAlt.alt = true;
    EXPECT_FALSE(requestFor(withAlt));
    EXPECT_EQ(requestFor(pressOf("/"))->verb, "search");
    EXPECT_EQ(requestFor(pressOf("?"))->verb, "help");
}

TEST(Keys, TheNumberPadZoomsAndF1Helps) {
    sf::Event::KeyEvent event{};
    event.code = Key::Add;
    EXPECT_EQ(requestFor(event)->verb, "zoom-in");
    event.code = Key::Subtract;
    EXPECT_EQ(requestFor(event)->verb, "zoom-out");
    event.code = Key::F1;
    EXPECT_EQ(requestFor(event)->verb, "help");
}

}  // namespace
}  // namespace retrace::app
