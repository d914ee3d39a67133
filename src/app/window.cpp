#include "app/window.hpp"

#include "app/data_folder.hpp"
#include "app/drawing.hpp"
#include "app/imgui_bridge.hpp"
#include "app/keys.hpp"
#include "app/session.hpp"
#include "app/worker.hpp"
#include "geo/coordinates.hpp"
#include "geo/error.hpp"
#include "render/renderer.hpp"
#include "ui/panels.hpp"
#include "ui/requests.hpp"

#include <SFML/Window.hpp>
#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <dlfcn.h>
#include <fstream>
#include <iostream>
#include <memory>

namespace retrace::app {

namespace fs = std::filesystem;

namespace {

/// SFML ends the program without a word where no display answers, so ask before. The connection is kept
/// until the window is closed: a server without clients may start over in between.
std::shared_ptr<void> requireDisplay() {
    const char* advice = "; write pictures and a film instead with: retrace stills -o FOLDER, retrace film -o FILM.mp4";
    const char* name = std::getenv("DISPLAY");
    if (!name || !*name) throw Error(std::string("there is no display (DISPLAY is not set)") + advice);
    void* x11 = dlopen("libX11.so.6", RTLD_LAZY);
    if (!x11) return nullptr;
    using OpenDisplay = void* (*)(const char*);
    using CloseDisplay = int (*)(void*);
    const auto openDisplay = reinterpret_cast<OpenDisplay>(dlsym(x11, "XOpenDisplay"));
    const auto closeDisplay = reinterpret_cast<CloseDisplay>(dlsym(x11, "XCloseDisplay"));
    if (!openDisplay || !closeDisplay) return nullptr;
    void* display = openDisplay(nullptr);
    if (!display) throw Error(std::string("the display ") + name + " does not answer" + advice);
    return {display, closeDisplay};
}

sf::VideoMode windowSize(const std::string& asked) {
    unsigned width = 1280, height = 800;
    if (!asked.empty()) {
        if (std::sscanf(asked.c_str(), "%ux%u", &width, &height) != 2 || width < 640 || height < 400 || width > 16384 || height > 16384)
            throw Error("--size \"" + asked + "\" is no size for a window; write WIDTHxHEIGHT, at least 640x400");
        return {width, height};
    }
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    if (desktop.width > 1700 && desktop.height > 1000) return {1600, 960};
    return {std::min(width, desktop.width), std::min(height, desktop.height)};
}

/// Xft.dpi / 96 where the desktop sets it through GDK_SCALE; 1 otherwise.
float scaleOf(double asked) {
    if (asked > 0) {
        if (asked < 0.5 || asked > 4) throw Error("--ui-scale must lie between 0.5 and 4");
        return static_cast<float>(asked);
    }
    if (const char* gdk = std::getenv("GDK_SCALE"); gdk && std::atof(gdk) >= 1) return static_cast<float>(std::min(std::atof(gdk), 4.0));
    return 1;
}

struct ImGuiContextGuard {
    ImGuiContextGuard() {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui_ImplOpenGL3_Init("#version 330");
    }
    ~ImGuiContextGuard() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext();
    }
    ImGuiContextGuard(const ImGuiContextGuard&) = delete;
    ImGuiContextGuard& operator=(const ImGuiContextGuard&) = delete;
};

std::vector<fs::path> recentFiles() {
    std::vector<fs::path> files;
    std::ifstream in(stateFolder() / "recent.txt");
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) files.emplace_back(line);
    return files;
}

std::string clipboard() {
    const auto text = sf::Clipboard::getString().toUtf8();
    return {text.begin(), text.end()};
}

/// The window with everything it owns; one member function a step of the frame.
class Window {
public:
    Window(const fs::path& file, const CaseOptions& options, const WindowOptions& how)
        : window_(windowSize(how.size), "Retrace", sf::Style::Default, sf::ContextSettings(0, 0, 0, 3, 3, sf::ContextSettings::Core)),
          gazetteer_(openGazetteer(options)),
          ground_(groundOf(options)),
          fonts_(dataFolder()),
          renderer_(std::make_unique<render::Renderer>(fonts_, ground_)) {
        window_.setPosition({0, 0});
        window_.setVerticalSyncEnabled(true);
        session_ = openSession(file, gazetteer_, options, emptyView(scaleOf(how.scale), false));
        session_.scale = scaleOf(how.scale);
        session_.theme = how.theme;
        session_.panels.recent = recentFiles();
    }

    int run() {
        sf::Clock clock;
        while (!session_.quit && window_.isOpen()) {
            handleEvents();
            const float seconds = std::min(clock.restart().asSeconds(), 0.1f);
            takeDerived();
            advance(session_, seconds, view());
            frame(seconds);
            rest();
        }
        window_.close();
        return 0;
    }

private:
    [[nodiscard]] geo::ScreenSize size() const {
        return {static_cast<int>(window_.getSize().x), static_cast<int>(window_.getSize().y)};
    }
    [[nodiscard]] ui::Layout layout() const { return ui::layoutFor(size(), session_.scale, session_.present); }

    [[nodiscard]] scene::View emptyView(float scale, bool present) const {
        const ui::Layout rooms = ui::layoutFor(size(), scale, present);
        scene::View view;
        view.size = {std::max(1, static_cast<int>(rooms.map.width)), std::max(1, static_cast<int>(rooms.map.height))};
        view.scale = scale;
        view.present = present;
        view.bottomInset = present ? 100 * scale : 0;
        return view;
    }

    [[nodiscard]] scene::View view() const {
        scene::View view = emptyView(session_.scale, session_.present);
        view.theme = session_.theme;
        view.motion = session_.motion;
        view.graticule = session_.graticule;
        view.selectedEvent = session_.selection.event;
        if (session_.present) {   // elsewhere the bar above the map says it
            view.title = session_.history.current().title;
            view.badge = badgeOf(session_.history.current());
        }
        view.credits = ground_.credits;
        if (const auto cue = scene::cueAt(session_.shown.cues, storyNow(session_))) view.caption = cue->caption;
        if (session_.selection.mention && session_.panels.hoveredCandidate) {
            const auto& mention = session_.shown.reconstruction.mentions[*session_.selection.mention];
            if (*session_.panels.hoveredCandidate < mention.candidates.size())
                view.ghosts = {mention.candidates[*session_.panels.hoveredCandidate]};
        }
        return view;
    }

    void handleEvents() {
        sf::Event event{};
        while (window_.pollEvent(event)) {
            busy_ = 3;
            bridge_.handle(event);
            const ImGuiIO& io = ImGui::GetIO();
            if (event.type == sf::Event::Closed) ask({"quit", {}, {}});
            else if (event.type == sf::Event::KeyPressed && !io.WantTextInput) keyPressed(event.key);
            else if (event.type == sf::Event::MouseWheelScrolled && overMap(event.mouseWheelScroll.x, event.mouseWheelScroll.y))
                zoomBy(event.mouseWheelScroll);
            else if (event.type == sf::Event::MouseButtonPressed && event.mouseButton.button == sf::Mouse::Left &&
                     overMap(event.mouseButton.x, event.mouseButton.y))
                drag_ = Drag{{event.mouseButton.x, event.mouseButton.y}, {event.mouseButton.x, event.mouseButton.y}, false};
            else if (event.type == sf::Event::MouseMoved) mouseMoved({event.mouseMove.x, event.mouseMove.y});
            else if (event.type == sf::Event::MouseButtonReleased && event.mouseButton.button == sf::Mouse::Left) released();
        }
    }

    void keyPressed(const sf::Event::KeyEvent& key) {
        ui::PanelState& panels = session_.panels;
        const bool dialog = panels.searchOpen || panels.fileOpen || panels.pasteOpen;
        if (key.code == sf::Keyboard::Escape) {
            if (dialog || panels.helpOpen || panels.timeOpen)
                panels.searchOpen = panels.helpOpen = panels.fileOpen = panels.pasteOpen = panels.timeOpen = false;
            else if (session_.present) ask({"present", {}, {}});
            else session_.selection = {};
            return;
        }
        if (dialog) return;   // its field takes the letters, a frame later perhaps
        if (const auto request = requestFor(key)) ask(*request);
    }

    /// The mouse is over the map and no panel or dialog lies above it.
    [[nodiscard]] bool overMap(int x, int y) const {
        const ui::Layout::Rect map = layout().map;
        return !ImGui::GetIO().WantCaptureMouse && static_cast<float>(x) >= map.x && static_cast<float>(x) < map.x + map.width &&
               static_cast<float>(y) >= map.y && static_cast<float>(y) < map.y + map.height;
    }
    [[nodiscard]] geo::ScreenPoint onMap(sf::Vector2i p) const {
        const ui::Layout::Rect map = layout().map;
        return {static_cast<double>(p.x) - static_cast<double>(map.x), static_cast<double>(p.y) - static_cast<double>(map.y)};
    }

    void zoomBy(const sf::Event::MouseWheelScrollEvent& wheel) {
        const scene::View now = view();
        session_.camera = geo::zoomAbout(cameraNow(session_, now), now.size, onMap({wheel.x, wheel.y}), wheel.delta * 0.35);
        session_.flight.reset();
        session_.follow = false;
        moving_ = 6;
    }

    void mouseMoved(sf::Vector2i p) {
        cursor_ = overMap(p.x, p.y) || drag_ ? std::optional(onMap(p)) : std::nullopt;
        if (!drag_) return;
        const sf::Vector2i by = p - drag_->last;
        if (std::abs(p.x - drag_->start.x) + std::abs(p.y - drag_->start.y) > 4) drag_->moved = true;
        if (drag_->moved) {
            const scene::View now = view();
            session_.camera = geo::panned(cameraNow(session_, now), now.size, by.x, by.y);
            session_.flight.reset();
            session_.follow = false;
            moving_ = 6;
        }
        drag_->last = p;
    }

    void released() {
        if (!drag_) return;
        if (!drag_->moved && last_scene_) {
            const scene::Tag tag = scene::pick(*last_scene_, onMap(drag_->start));
            const auto& itineraries = session_.shown.reconstruction.itineraries;
            using Kind = scene::Tag::Kind;
            if (tag.kind == Kind::event) ask(ui::selectEvent(session_.shown.reconstruction, tag.index));
            else if (tag.kind == Kind::mention) ask(ui::selectMention(session_.shown.reconstruction, tag.index));
            else if (tag.kind == Kind::stop && !itineraries.empty() && tag.index < itineraries.front().stops.size())
                ask(ui::selectEvent(session_.shown.reconstruction, itineraries.front().stops[tag.index].event));
        }
        drag_.reset();
    }

    void ask(const document::Request& request) {
        try {
            if (request.verb == "new-text" && request.positional.empty() && request.named.empty()) session_.panels.pasted = clipboard();
            if (request.verb == "copy-coordinates") copyCoordinates();
            else carryOut(session_, request, gazetteer_, view());
        } catch (const std::exception& e) {
            session_.status = e.what();
        }
        busy_ = 3;
        if (session_.stale) derive_later();
        if (session_.exportRequest) exportNow();
    }

    void copyCoordinates() {
        if (!cursor_) throw Error("the mouse is not over the map, so there are no coordinates to copy");
        const scene::View now = view();
        const std::string text = geo::degreesText(geo::toLonLat(cameraNow(session_, now), now.size, *cursor_), 5);
        sf::Clipboard::setString(text);
        session_.status = "Copied " + text;
    }

    void derive_later() {
        session_.stale = false;
        document::Opened opened = session_.shown.opened;
        opened.document = session_.history.current();
        worker_.ask([opened, options = session_.options] { return derive(opened, openGazetteer(options), options); });
    }

    void takeDerived() {
        if (auto outcome = worker_.take()) {
            busy_ = 3;
            if (outcome->result) adopt(session_, std::move(*outcome->result));
            else session_.status = outcome->error;
        }
        if (auto outcome = exporter_.take()) {
            busy_ = 3;
            session_.status = outcome->result ? *outcome->result : outcome->error;
        }
    }

    /// Films and pictures are drawn beside the window in a context of their own.
    void exportNow() {
        const document::Request request = *session_.exportRequest;
        session_.exportRequest.reset();
        const bool film = request.verb == "export-film";
        DrawingOptions drawing;
        drawing.theme = session_.theme;
        drawing.motion = session_.motion;
        drawing.speed = session_.speed;
        drawing.at = timelineText();
        drawing.present = film || session_.present;
        const fs::path folder = session_.panels.folder.empty() || session_.bundled ? fs::current_path() : session_.panels.folder;
        drawing.out = request.positional.empty() ? folder / (film ? "retrace.mp4" : "retrace.png") : fs::path(request.positional.front());
        CaseOptions options = session_.options;
        options.quiet = true;
        session_.status = std::string(film ? "Writing the film to " : "Writing the picture to ") + drawing.out.string();
        exporter_.ask([film, drawing, options, shown = session_.shown] {
            if (film) writeFilmOf(shown, options, drawing);
            else writePicture(shown, options, drawing);
            return std::string(film ? "The film is written to " : "The picture is written to ") + drawing.out.string();
        });
    }

    [[nodiscard]] std::string timelineText() const {
        const timeline::Instant now{static_cast<std::int64_t>(std::llround(storyNow(session_)))};
        return timeline::isoText(now, "+00:00");
    }

    void applyStyleWhenChanged() {
        if (styled_theme_ == session_.theme && styled_scale_ == session_.scale) return;
        ui::applyStyle(session_.theme, session_.scale, fonts_);
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
        styled_theme_ = session_.theme;
        styled_scale_ = session_.scale;
    }

    void frame(float seconds) {
        applyStyleWhenChanged();
        scene::View now = view();
        now.camera = cameraNow(session_, now);
        const bool moves = session_.flight || drag_ || moving_ > 0 || (ground_view_ && ground_view_->camera != now.camera);
        if (moving_ > 0) --moving_;
        drawMap(now, moves);

        bridge_.beginFrame(window_.getSize(), seconds);
        ImGui_ImplOpenGL3_NewFrame();
        ImGui::NewFrame();
        ui::Requests requests;
        ui::panels(facts(now), layout(), session_.panels, requests);
        ImGui::Render();
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        window_.display();
        for (const document::Request& request : requests) ask(request);
    }

    void drawMap(const scene::View& now, bool moves) {
        const bool sameGround = ground_view_ && ground_view_->camera == now.camera && ground_view_->size == now.size &&
                                ground_view_->theme == now.theme && ground_view_->graticule == now.graticule && ground_scale_ == now.scale &&
                                ground_present_ == now.present;
        if (!sameGround) {
            ground_view_ = scene::groundView(now, townsIn(gazetteer_, now.camera, now.size), ground_, fonts_);
            ground_scale_ = now.scale;
            ground_present_ = now.present;
        }
        last_scene_ = scene::sceneAt(session_.shown.reconstruction, storyNow(session_), now, *ground_view_, fonts_);
        const ui::Layout::Rect map = layout().map;
        const double lower = static_cast<double>(size().height) - static_cast<double>(map.y) - static_cast<double>(map.height);
        renderer_->draw(*last_scene_, 0, {static_cast<double>(map.x), lower}, moves);
    }

    [[nodiscard]] ui::Facts facts(const scene::View& now) const {
        return {.opened = session_.shown.opened,
                .document = session_.history.current(),
                .reconstruction = session_.shown.reconstruction,
                .cues = session_.shown.cues,
                .selection = session_.selection,
                .time = storyNow(session_),
                .playing = session_.playing,
                .speed = session_.speed,
                .motion = session_.motion,
                .theme = session_.theme,
                .present = session_.present,
                .scale = session_.scale,
                .undoName = session_.history.undoName(),
                .redoName = session_.history.redoName(),
                .unsaved = session_.history.changedSinceSave(),
                .bundled = session_.bundled,
                .status = session_.status,
                .cursor = cursor_ ? std::optional(geo::toLonLat(now.camera, now.size, *cursor_)) : std::nullopt};
    }

    /// Nothing moves: wait for the next event in small sleeps instead of drawing the same picture again.
    void rest() {
        const bool alive = session_.playing || session_.flight || drag_ || moving_ > 0 || worker_.busy() || exporter_.busy();
        if (alive) return;
        if (busy_ > 0) {
            --busy_;
            return;
        }
        sf::sleep(sf::milliseconds(15));
    }

    struct Drag {
        sf::Vector2i start, last;
        bool moved = false;
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

    std::optional<scene::GroundView> ground_view_;
    float ground_scale_ = 0;
    bool ground_present_ = false;
    std::optional<scene::Scene> last_scene_;
    std::optional<Drag> drag_;
    std::optional<geo::ScreenPoint> cursor_;
    std::optional<scene::ThemeName> styled_theme_;
    float styled_scale_ = 0;
    int busy_ = 3;     // frames still to be drawn after the last event
    int moving_ = 0;   // frames for which the map counts as moving after the last pan or zoom
};

}  // namespace

int showWindow(const fs::path& file, const CaseOptions& options, const WindowOptions& how) {
    const std::shared_ptr<void> display = requireDisplay();
    return Window(file, options, how).run();
}

}  // namespace retrace::app
