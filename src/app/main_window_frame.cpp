// One frame: the map, the panels above it, rest.
#include "app/fronts.hpp"
#include "app/main_window.hpp"
#include "app/moves.hpp"

#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>

#include <algorithm>
#include <utility>

namespace retrace::app {

geo::ScreenSize Window::size() const {
    return {static_cast<int>(window_.getSize().x), static_cast<int>(window_.getSize().y)};
}

ui::Layout Window::layout() const {
    return ui::layoutFor(size(), session_.scale, session_.present);
}

scene::View Window::emptyView(float scale, bool present) const {
    const ui::Layout rooms = ui::layoutFor(size(), scale, present);
    scene::View view;
    view.size = {std::max(1, static_cast<int>(rooms.map.width)),
                 std::max(1, static_cast<int>(rooms.map.height))};
    view.scale = scale;
    view.present = present;
    view.bottomInset = present ? 100 * scale : 0;
    return view;
}

scene::View Window::view() const {
    scene::View view = emptyView(session_.scale, session_.present);
    view.theme = session_.theme;
    view.motion = session_.motion;
    view.graticule = session_.graticule;
    view.others = session_.others;
    view.plans = session_.plans;
    view.front = frontViewOf(session_.shown, session_.front);
    const auto hovered = session_.panels.hoveredEvent;
    view.selectedEvent =
        hovered && !session_.playing && !session_.present ? hovered : session_.selection.event;
    if (session_.present) {  // elsewhere the bar above the map says it
        view.title = session_.history.current().title;
        view.badge = badgeOf(session_.history.current());
        view.progress = session_.seconds / std::max(scene::duration(session_.pace), 1e-6);
    }
    view.credits = ground_.credits;
    if (const auto cue = scene::cueAt(session_.shown.cues, storyNow(session_))) view.caption = cue->caption;
    addGhosts(view);
    return view;
}

void Window::applyStyleWhenChanged() {
    if (styled_theme_ == session_.theme && styled_scale_ == session_.scale) return;
    ui::applyStyle(session_.theme, session_.scale, fonts_);
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
    styled_theme_ = session_.theme;
    styled_scale_ = session_.scale;
}

void Window::frame(float seconds) {
    applyStyleWhenChanged();
    scene::View now = view();
    now.camera = cameraNow(session_, now);
    const bool moves =
        session_.flight || drag_ || moving_ > 0 || (keeper_.last() && keeper_.last()->camera != now.camera);
    if (moving_ > 0) --moving_;
    drawMap(now, moves);
    if (std::exchange(mouse_moved_, false)) hoverMap();
    askFront();

    bridge_.beginFrame(window_.getSize(), seconds);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    ui::Requests requests;
    ui::panels(facts(now), layout(), session_.panels, requests);
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    window_.display();
    for (const document::Request& request : requests) ask(request);
    searchGazetteer();
}

void Window::drawMap(const scene::View& now, bool moves) {
    const Names names = session_.follow ? Names::anew : drag_ && drag_->moved ? Names::moving : Names::kept;
    last_scene_ = scene::sceneAt(session_.shown.reconstruction, storyNow(session_), now,
                                 keeper_.at(now, names), fonts_);
    const ui::Layout::Rect map = layout().map;
    const double lower =
        static_cast<double>(size().height) - static_cast<double>(map.y) - static_cast<double>(map.height);
    renderer_->draw(*last_scene_, 0, {static_cast<double>(map.x), lower}, moves);
}

void Window::askFront() {
    if (!session_.frontAsked) {
        answered_.clear();
        return;
    }
    const FrontQuestion question{*session_.frontAsked, storyNow(session_), session_.story, session_.front.shown};
    if (!answered_.empty() && asked_ == question) return;
    asked_ = question;
    answered_ = answersAt(session_.shown, session_.front, question.at, question.t);
}

ui::Facts Window::facts(const scene::View& now) const {
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
            .cursor = cursor_ ? std::optional(geo::toLonLat(now.camera, now.size, *cursor_)) : std::nullopt,
            .mentionInHand = mentionInHand(session_),
            .by = session_.shown.by,
            .front = session_.front,
            .frontAnswers = answered_,
            .ledger = session_.shown.ledger,
            .recordSides = session_.shown.recordSides};
}

void Window::rest() {
    const bool alive =
        session_.playing || session_.flight || drag_ || moving_ > 0 || worker_.busy() || exporter_.busy() ||
        session_.panels.animating;
    if (alive) return;
    if (busy_ > 0) {
        --busy_;
        return;
    }
    sf::sleep(sf::milliseconds(15));
}

void Window::addGhosts(scene::View& view) const {
    const ui::PanelState& panels = session_.panels;
    const auto& mentions = session_.shown.reconstruction.mentions;
    const bool hovers = panels.hoveredMention && *panels.hoveredMention < mentions.size();
    const auto mention = hovers ? panels.hoveredMention : mentionInHand(session_);
    if (!mention || *mention >= mentions.size() || session_.playing || session_.present) return;
    constexpr std::size_t most = 6;  // as many as the inspector lists
    const auto& candidates = mentions[*mention].candidates;
    view.ghosts.assign(candidates.begin(),
                       candidates.begin() + static_cast<std::ptrdiff_t>(std::min(candidates.size(), most)));
    view.emphasisedGhost = hovers ? panels.hoveredCandidate : panels.candidate;
}

}  // namespace retrace::app
