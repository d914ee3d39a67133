// Keys, mouse and wheel.
#include "app/keys.hpp"
#include "app/main_window.hpp"
#include "ui/requests.hpp"

#include <imgui/imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace retrace::app {

void Window::handleEvents() {
    sf::Event event{};
    while (window_.pollEvent(event)) {
        busy_ = 3;
        bridge_.handle(event);
        const ImGuiIO& io = ImGui::GetIO();
        if (event.type == sf::Event::Closed)
            ask({"quit", {}, {}});
        else if (event.type == sf::Event::KeyPressed &&
                 (!io.WantTextInput || event.key.code == sf::Keyboard::Escape))
            keyPressed(event.key);
        else if (event.type == sf::Event::MouseWheelScrolled &&
                 overMap(event.mouseWheelScroll.x, event.mouseWheelScroll.y))
            zoomBy(event.mouseWheelScroll);
        else if (event.type == sf::Event::MouseButtonPressed && event.mouseButton.button == sf::Mouse::Left &&
                 overMap(event.mouseButton.x, event.mouseButton.y))
            drag_ = Drag{{event.mouseButton.x, event.mouseButton.y},
                         {event.mouseButton.x, event.mouseButton.y},
                         false,
                         overHandle({event.mouseButton.x, event.mouseButton.y})};
        else if (event.type == sf::Event::MouseMoved)
            mouseMoved({event.mouseMove.x, event.mouseMove.y});
        else if (event.type == sf::Event::MouseButtonReleased && event.mouseButton.button == sf::Mouse::Left)
            released();
    }
}

bool Window::dialogKey(const sf::Event::KeyEvent& key) {
    ui::PanelState& panels = session_.panels;
    using Key = sf::Keyboard::Key;
    if (panels.searchOpen || panels.fileOpen || panels.pasteOpen) return false;
    if (panels.leavingExport) {
        document::Request request = *panels.leavingExport;
        if (key.code != Key::S) return true;
        panels.leavingExport.reset();
        request.named["abandon"] = "yes";
        ask(request);
        return true;
    }
    if (!panels.changedOnDisk.empty()) {
        if (key.code != Key::S && key.code != Key::O) return true;
        const std::filesystem::path file = std::exchange(panels.changedOnDisk, {});
        if (key.code == Key::S)
            ask({"save-as", {}, {}});
        else
            ask({"save-as", {file.string()}, {{"overwrite", "yes"}}});
        return true;
    }
    if (panels.leaving) {
        document::Request request = *panels.leaving;
        if (key.code != Key::S && key.code != Key::L) return true;
        panels.leaving.reset();
        if (key.code == Key::S)
            request = {"save", {}, {}};
        else
            request.named["discard"] = "yes";
        ask(request);
        return true;
    }
    if (panels.drafts.empty() || panels.draftsLater) return false;
    if (key.code == Key::R)
        ask({"recover-draft", {}, {}});
    else if (key.code == Key::D)
        ask({"discard-draft", {}, {}});
    else if (key.code == Key::K)
        ask({"keep-draft", {}, {}});
    return true;
}

void Window::keyPressed(const sf::Event::KeyEvent& key) {
    ui::PanelState& panels = session_.panels;
    const bool dialog = ui::dialogOpen(panels);
    if (key.code == sf::Keyboard::Escape) {
        if (dialog && !panels.searchOpen && !panels.fileOpen && !panels.pasteOpen) {
            if (panels.leavingExport)
                panels.leavingExport.reset();
            else if (!panels.changedOnDisk.empty())
                panels.changedOnDisk.clear();
            else if (panels.leaving)
                panels.leaving.reset();
            else
                panels.draftsLater = true;
        } else if (dialog || panels.helpOpen || panels.timeOpen) {
            panels.searchOpen = panels.helpOpen = panels.fileOpen = panels.pasteOpen = panels.timeOpen =
                false;
        } else if (!panels.placing.empty()) {
            panels.placing.clear();
        } else if (session_.present) {
            ask({"present", {}, {}});
        } else {
            session_.selection = {};
        }
        return;
    }
    if (dialogKey(key) || dialog) return;  // its field takes the letters, a frame later perhaps
    if (key.code == sf::Keyboard::F11)
        ask({"present", {}, {}});
    else if (const auto request = requestFor(key))
        ask(*request);
}

bool Window::overMap(int x, int y) const {
    const ui::Layout::Rect map = layout().map;
    return !ImGui::GetIO().WantCaptureMouse && static_cast<float>(x) >= map.x &&
           static_cast<float>(x) < map.x + map.width && static_cast<float>(y) >= map.y &&
           static_cast<float>(y) < map.y + map.height;
}

geo::ScreenPoint Window::onMap(sf::Vector2i p) const {
    const ui::Layout::Rect map = layout().map;
    return {static_cast<double>(p.x) - static_cast<double>(map.x),
            static_cast<double>(p.y) - static_cast<double>(map.y)};
}

void Window::zoomBy(const sf::Event::MouseWheelScrollEvent& wheel) {
    if (wheel.wheel != sf::Mouse::VerticalWheel) return;
    constexpr double seconds = 0.16;
    const scene::View now = view();
    const geo::Camera here = cameraNow(session_, now);
    // Clicks that follow quickly add up.
    const bool zooming = session_.flight && zoom_target_ && session_.flight->to == *zoom_target_;
    zoom_target_ = geo::zoomAbout(zooming ? *zoom_target_ : here, now.size, onMap({wheel.x, wheel.y}),
                                  wheel.delta * 0.35);
    session_.camera = *zoom_target_;
    if (session_.motion)
        session_.flight = Flight{here, *zoom_target_, 0, seconds};
    else
        session_.flight.reset();
    session_.follow = false;
    moving_ = 6;
}

void Window::mouseMoved(sf::Vector2i p) {
    cursor_ = overMap(p.x, p.y) || drag_ ? std::optional(onMap(p)) : std::nullopt;
    mouse_moved_ = true;
    if (!drag_) return;
    const sf::Vector2i by = p - drag_->last;
    if (std::abs(p.x - drag_->start.x) + std::abs(p.y - drag_->start.y) > 4) drag_->moved = true;
    if (drag_->moved && drag_->handle) {
        const double share = onMap(p).x / std::max(1.0, static_cast<double>(layout().map.width));
        session_.front.swipe = std::clamp(share, 0.02, 0.98);
    } else if (drag_->moved) {
        const scene::View now = view();
        session_.camera = geo::panned(cameraNow(session_, now), now.size, by.x, by.y);
        session_.flight.reset();
        session_.follow = false;
        moving_ = 6;
    }
    drag_->last = p;
}

bool Window::overHandle(sf::Vector2i p) const {
    if (session_.front.shown != "swipe") return false;
    const double x = session_.front.swipe * static_cast<double>(layout().map.width);
    return std::abs(onMap(p).x - x) < 8 * static_cast<double>(session_.scale);
}

std::optional<std::size_t> Window::eventOf(const scene::Tag& tag) const {
    const auto& itineraries = session_.shown.reconstruction.itineraries;
    using Kind = scene::Tag::Kind;
    if (tag.kind == Kind::event) return tag.index;
    if (itineraries.empty()) return std::nullopt;
    if (tag.kind == Kind::stop && tag.index < itineraries.front().stops.size())
        return itineraries.front().stops[tag.index].event;
    if (tag.kind == Kind::leg && tag.index < itineraries.front().legs.size())
        return itineraries.front().legs[tag.index].event;
    return std::nullopt;
}

void Window::hoverMap() {
    session_.panels.mapEvent.reset();
    if (cursor_ && !drag_ && last_scene_ && !session_.playing)
        session_.panels.mapEvent = eventOf(scene::pick(*last_scene_, *cursor_));
}

void Window::released() {
    if (!drag_) return;
    const bool onPanel = !drag_->moved && ImGui::GetIO().WantCaptureMouse;  // it came in under the mouse
    if (onPanel) return drag_.reset();
    if (!drag_->moved && !session_.panels.placing.empty()) {
        putPoint(onMap(drag_->start));
    } else if (!drag_->moved && last_scene_) {
        const scene::Tag tag = scene::pick(*last_scene_, onMap(drag_->start));
        const auto& itineraries = session_.shown.reconstruction.itineraries;
        using Kind = scene::Tag::Kind;
        if (tag.kind == Kind::event)
            ask(ui::selectEvent(session_.shown.reconstruction, tag.index));
        else if (tag.kind == Kind::mention)
            ask(ui::selectMention(session_.shown.reconstruction, tag.index));
        else if (tag.kind == Kind::stop && !itineraries.empty() &&
                 tag.index < itineraries.front().stops.size())
            ask(ui::selectEvent(session_.shown.reconstruction, itineraries.front().stops[tag.index].event));
        else if (tag.kind == Kind::claim && tag.index < session_.shown.reconstruction.claims.size())
            showClaim(session_.shown.reconstruction.claims[tag.index]);
        else if (session_.front.shown != "none" && !session_.present)
            askFrontAt(onMap(drag_->start));
    }
    drag_.reset();
}

void Window::askFrontAt(const geo::ScreenPoint& at) {
    const scene::View now = view();
    const geo::LonLat point = geo::toLonLat(cameraNow(session_, now), now.size, at);
    std::array<char, 32> lon{}, lat{};
    (void)std::snprintf(lon.data(), lon.size(), "%.5f", point.lon);
    (void)std::snprintf(lat.data(), lat.size(), "%.5f", point.lat);
    ask({"ask-front", {lon.data(), lat.data()}, {}});
}

void Window::showClaim(const model::ControlClaim& claim) {
    const model::Reconstruction& r = session_.shown.reconstruction;
    if (claim.quote)
        for (std::size_t i = 0; i < r.events.size(); ++i)
            if (!r.events[i].evidence.empty() && r.events[i].evidence.front() == *claim.quote)
                return ask(ui::selectEvent(r, i));
    if (!claim.record || *claim.record >= r.record.size()) return;
    const model::RecordRow& row = r.record[*claim.record];
    session_.status = "Record, line " + std::to_string(row.row) + ": " + row.place + ", " + row.toSide +
                      (row.source.empty() ? "" : "; source: " + row.source) +
                      (row.confidence.empty() ? "" : "; " + row.confidence);
}

void Window::putPoint(const geo::ScreenPoint& at) {
    const scene::View now = view();
    const geo::Camera camera = cameraNow(session_, now);
    const geo::LonLat point = geo::toLonLat(camera, now.size, at);
    // A click is no surer than the hand and the map's scale.
    const double radius_m = std::max(50.0, 6 * geo::metresPerPixel(camera, point.lat));
    try {
        const text::Quote quote = document::parseQuote(session_.panels.placing, session_.shown.opened.texts);
        session_.panels.placing.clear();
        ask(ui::choosePoint(quote, point, std::to_string(std::lround(radius_m)),
                            ui::groundsAndReach(session_.panels)));
    } catch (const std::exception& e) {
        session_.status = e.what();
    }
}

}  // namespace retrace::app
