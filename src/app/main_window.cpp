// What the window does besides drawing: carries requests out, hands slow work to its threads.
#include "app/main_window.hpp"

#include "app/clipboard.hpp"
#include "app/data_folder.hpp"
#include "app/display.hpp"
#include "app/exports.hpp"
#include "app/session_files.hpp"
#include "geo/coordinates.hpp"
#include "geo/error.hpp"
#include "ui/itinerary_table.hpp"

#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>

#include <algorithm>

namespace retrace::app {

namespace fs = std::filesystem;

namespace {

/// Longer than a text that is read, so that it is refused and not cut.
constexpr std::size_t mostPasted = 8u << 20;

std::string clipboard() {
    const auto text = sf::Clipboard::getString().toUtf8();
    return text.empty() ? foreignClipboard(mostPasted) : std::string(text.begin(), text.end());
}

const char* pastedText(void* kept) {
    auto& text = *static_cast<std::string*>(kept);
    text = clipboard();
    return text.c_str();
}

void copyText(void*, const char* utf8) {
    const std::string text = utf8;
    sf::Clipboard::setString(sf::String::fromUtf8(text.begin(), text.end()));
}

}  // namespace

ImGuiContextGuard::ImGuiContextGuard() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    // Without these its fields copy and paste among themselves only.
    io.ClipboardUserData = &pasted_;
    io.GetClipboardTextFn = pastedText;
    io.SetClipboardTextFn = copyText;
    ImGui_ImplOpenGL3_Init("#version 330");
}

ImGuiContextGuard::~ImGuiContextGuard() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

Window::Window(const fs::path& file, const CaseOptions& options, const WindowOptions& how)
    : window_(windowSize(how.size), "Retrace", sf::Style::Default,
              sf::ContextSettings(0, 0, 0, 3, 3, sf::ContextSettings::Core)),
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
    session_.panels.drafts.clear();
    offerDrafts(session_, true);
}

int Window::run() {
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

void Window::ask(const document::Request& request) {
    try {
        if (request.verb == "new-text" && request.positional.empty() && request.named.empty())
            session_.panels.pasted = clipboard();
        if (request.verb == "copy-coordinates")
            copyCoordinates();
        else if (request.verb == "copy-itinerary")
            copyItinerary();
        else
            carryOut(session_, request, gazetteer_, view());
    } catch (const std::exception& e) {
        session_.status = e.what();
    }
    busy_ = 3;
    if (session_.stale) deriveLater();
    if (session_.exportRequest) exportNow();
}

void Window::copyCoordinates() {
    if (!cursor_) throw Error("the mouse is not over the map, so there are no coordinates to copy");
    const scene::View now = view();
    const std::string text = geo::degreesText(geo::toLonLat(cameraNow(session_, now), now.size, *cursor_), 5);
    sf::Clipboard::setString(text);
    session_.status = "Copied " + text;
}

void Window::copyItinerary() {
    const std::string table = ui::itineraryTsv(session_.shown.reconstruction, session_.shown.recordSides);
    sf::Clipboard::setString(sf::String::fromUtf8(table.begin(), table.end()));
    session_.status = "Copied the itinerary: paste it into a spreadsheet";
}

void Window::deriveLater() {
    session_.stale = false;
    document::Opened opened = session_.shown.opened;
    opened.document = session_.history.current();
    derived_from_ = opened.document;
    derived_in_ = opened.path;
    worker_.ask(
        [opened, options = session_.options] { return derive(opened, openGazetteer(options), options); });
}

void Window::takeDerived() {
    if (auto outcome = worker_.take()) {
        busy_ = 3;
        // Another document may have been opened, or this one saved elsewhere, in the meantime.
        const bool otherBasis = outcome->result && outcome->result->by != session_.options.by;
        const bool stale =
            otherBasis || derived_from_ != session_.history.current() || derived_in_ != session_.shown.opened.path;
        if (stale)
            deriveLater();
        else if (outcome->result)
            adopt(session_, std::move(*outcome->result));
        else
            session_.status = outcome->error;
    }
    if (auto outcome = exporter_.take()) {
        busy_ = 3;
        session_.status = outcome->result ? *outcome->result : outcome->error;
        session_.exporting.reset();
        session_.panels.leavingExport.reset();
    }
    const bool films = session_.exporting && session_.exporting->film;
    session_.panels.exportProgress = films ? progressText(*session_.exporting) : "";
}

void Window::exportNow() {
    const document::Request request = *session_.exportRequest;
    session_.exportRequest.reset();
    ExportJob job;
    try {
        job = exportJob(session_, request, false);
    } catch (const std::exception& e) {
        session_.status = e.what();
        return;
    }
    session_.status =
        std::string(job.film ? "Writing the film to " : "Writing the picture to ") + job.drawing.out.string();
    session_.exporting = std::make_shared<ExportWatch>();
    session_.exporting->film = job.film;
    exporter_.ask(
        [job, shown = session_.shown, watch = session_.exporting] { return writeExport(shown, job, watch); });
}

void Window::searchGazetteer() {
    ui::PanelState& panels = session_.panels;
    if (!panels.searchOpen || panels.search == panels.gazetteerAsked) return;
    panels.gazetteerAsked = panels.search;
    panels.gazetteerFound.clear();
    constexpr std::size_t shortest = 2, most = 8;  // bytes; rows below those of the testimony
    if (panels.search.size() < shortest) return;
    // What begins so first, then what only sounds or looks like it.
    panels.gazetteerFound = gazetteer_.beginningWith(panels.search, most);
    const scene::View now = view();
    for (auto& similar : gazetteer_.search(panels.search, {.limit = most, .near = cameraNow(session_, now).center}))
        if (panels.gazetteerFound.size() < most &&
            std::ranges::none_of(panels.gazetteerFound,
                                 [&](const auto& found) { return found.place.id == similar.place.id; }))
            panels.gazetteerFound.push_back(std::move(similar));
}

}  // namespace retrace::app
