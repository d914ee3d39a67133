#include "app/keys.hpp"

#include <array>
#include <string>
#include <utility>

namespace retrace::app {

namespace {

using Key = sf::Keyboard::Key;

/// Names as the verbs' declaration writes them; one key may have several (a German / is Shift+7: text input).
constexpr std::array<std::pair<const char*, Key>, 23> named{{
    {"Space", Key::Space}, {"Left", Key::Left}, {"Right", Key::Right}, {"Up", Key::Up}, {"Down", Key::Down},
    {"Home", Key::Home}, {"End", Key::End}, {"PageUp", Key::PageUp}, {"PageDown", Key::PageDown},
    {"+", Key::Add}, {"+", Key::Equal}, {"-", Key::Subtract}, {"-", Key::Hyphen}, {"/", Key::Slash},
    {"/", Key::Divide}, {"Escape", Key::Escape}, {"Enter", Key::Enter}, {"Delete", Key::Delete}, {"F11", Key::F11},
    {"F1", Key::F1}, {"[", Key::LBracket}, {"]", Key::RBracket}, {"Tab", Key::Tab},
}};

bool bears(Key key, const std::string& name) {
    if (name.size() == 1 && name[0] >= 'A' && name[0] <= 'Z') return key == static_cast<Key>(Key::A + (name[0] - 'A'));
    if (name.size() == 1 && name[0] >= '0' && name[0] <= '9') return key == static_cast<Key>(Key::Num0 + (name[0] - '0'));
    for (const auto& [each, code] : named)
        if (name == each && code == key) return true;
    return false;
}

bool pressed(const sf::Event::KeyEvent& event, std::string key) {
    bool control = false, shift = false;
    const auto strip = [&key](const char* prefix) {
        const std::string start = prefix;
        if (key.size() <= start.size() || key.compare(0, start.size(), start) != 0) return false;
        key.erase(0, start.size());
        return true;
    };
    for (bool more = true; more;) {
        more = false;
        if (strip("Ctrl+")) control = more = true;
        if (strip("Shift+")) shift = more = true;
    }
    if (event.control != control || event.alt) return false;
    if (key == "?") return event.code == Key::F1 || (event.shift && event.code == Key::Slash);
    if (key == "+") return bears(event.code, key);   // on many keyboards with Shift
    return event.shift == shift && bears(event.code, key);
}

}  // namespace

std::optional<document::Request> requestFor(const sf::Event::KeyEvent& event) {
    for (const document::VerbDeclaration& verb : document::verbs())
        if (!verb.key.empty() && pressed(event, verb.key)) return document::Request{verb.name, {}, {}};
    return std::nullopt;
}

}  // namespace retrace::app
