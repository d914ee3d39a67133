#pragma once

#include "app/drawing.hpp"
#include "app/ground_keeper.hpp"
#include "app/imgui_bridge.hpp"
#include "app/session.hpp"
#include "app/window.hpp"
#include "app/worker.hpp"
#include "render/renderer.hpp"
#include "ui/panels.hpp"

#include <SFML/Window.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace retrace::app {

struct ImGuiContextGuard {
    ImGuiContextGuard();
    ~ImGuiContextGuard();
    ImGuiContextGuard(const ImGuiContextGuard&) = delete;
    ImGuiContextGuard& operator=(const ImGuiContextGuard&) = delete;

private:
    std::string pasted_;  // what a field is given from the clipboard
};

/// The window with everything it owns; one member function a step of the frame.
class Window {
public:
    Window(const std::filesystem::path&, const CaseOptions&, const WindowOptions&);

    int run();

private:
    [[nodiscard]] geo::ScreenSize size() const;
    [[nodiscard]] ui::Layout layout() const;
    [[nodiscard]] scene::View emptyView(float scale, bool present) const;
    [[nodiscard]] scene::View view() const;
    void handleEvents();
    void keyPressed(const sf::Event::KeyEvent& key);

    /// The mouse is over the map and no panel or dialog lies above it.
    [[nodiscard]] bool overMap(int x, int y) const;
    [[nodiscard]] geo::ScreenPoint onMap(sf::Vector2i p) const;
    void zoomBy(const sf::Event::MouseWheelScrollEvent& wheel);
    void mouseMoved(sf::Vector2i p);
    void released();
    /// The event that a mark on the map tells of; nothing for grounds, names and claims.
    [[nodiscard]] std::optional<std::size_t> eventOf(const scene::Tag&) const;
    /// The panels mark what the mouse is over: once a frame, where it has moved.
    void hoverMap();
    void ask(const document::Request& request);
    void copyCoordinates();
    void copyItinerary();
    /// A click while a point is being put.
    void putPoint(const geo::ScreenPoint&);
    void searchGazetteer();
    /// The candidates that stand on the map as ghosts, and which of them is emphasised.
    void addGhosts(scene::View&) const;
    /// Keys that a dialog takes for its buttons; true when it did.
    [[nodiscard]] bool dialogKey(const sf::Event::KeyEvent&);
    void deriveLater();
    void takeDerived();

    /// Films and pictures are drawn beside the window in a context of their own.
    void exportNow();
    void showClaim(const model::ControlClaim&);
    void applyStyleWhenChanged();
    void frame(float seconds);
    void drawMap(const scene::View& now, bool moves);
    [[nodiscard]] ui::Facts facts(const scene::View& now) const;

    /// Nothing moves: wait for the next event in small sleeps instead of drawing the same picture again.
    void rest();

    /// The claims that decide at the point that was asked about, found again when anything has changed.
    void askFront();
    void askFrontAt(const geo::ScreenPoint&);
    [[nodiscard]] bool overHandle(sf::Vector2i p) const;

    struct Drag {
        sf::Vector2i start, last;
        bool moved = false;
        bool handle = false;  // of the handle between two fronts
    };
    struct FrontQuestion {
        geo::LonLat at;
        model::StoryTime t = 0;
        std::size_t story = 0;
        std::string shown;
        bool operator==(const FrontQuestion&) const = default;
    };

    sf::Window window_;
    ImGuiContextGuard imgui_;
    ImGuiBridge bridge_;
    gazetteer::Gazetteer gazetteer_;
    basemap::Ground ground_;
    typeset::Fonts fonts_;
    std::unique_ptr<render::Renderer> renderer_;
    Session session_;
    Worker<Case> worker_;
    Worker<std::string> exporter_;
    document::Document derived_from_;  // what worker_ was asked about last, and where it lay
    std::filesystem::path derived_in_;

    GroundKeeper keeper_{gazetteer_, ground_, fonts_};
    std::optional<scene::Scene> last_scene_;
    std::optional<Drag> drag_;
    FrontQuestion asked_;
    std::vector<ui::FrontAnswer> answered_;
    std::optional<geo::Camera> zoom_target_;  // where the wheel's short flight ends
    std::optional<geo::ScreenPoint> cursor_;
    bool mouse_moved_ = false;  // since the last frame
    std::optional<scene::ThemeName> styled_theme_;
    float styled_scale_ = 0;
    int busy_ = 3;    // frames still to be drawn after the last event
    int moving_ = 0;  // frames for which the map counts as moving after the last pan or zoom
};

}  // namespace retrace::app
