#pragma once

#include "document/document.hpp"
#include "document/verbs.hpp"
#include "model/reconstruction.hpp"
#include "scene/scene.hpp"
#include "scene/story.hpp"
#include "typeset/typeset.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace retrace::ui {

using Requests = std::vector<document::Request>;

/// What is selected: an event, a mention, or nothing.
struct Selection {
    std::optional<std::size_t> event, mention;
    bool operator==(const Selection&) const = default;
};

/// What panels may read. They change nothing of it: they append Requests.
struct Facts {
    const document::Opened& opened;
    const document::Document& document;       // History's current one
    const model::Reconstruction& reconstruction;
    const std::vector<scene::Cue>& cues;
    Selection selection;
    model::StoryTime time = 0;
    bool playing = false;
    double speed = 2400;                      // story seconds a second
    bool motion = true;
    scene::ThemeName theme = scene::ThemeName::light;
    bool present = false;
    float scale = 1;
    std::string undoName, redoName;
    bool unsaved = false;
    bool bundled = false;                     // the example: saving asks for another name
    std::string status;                       // last message, e.g. "saved to ..."
    std::optional<geo::LonLat> cursor;        // ground under the mouse
};

/// The window cut into rooms, pixels.
struct Layout {
    struct Rect {
        float x = 0, y = 0, width = 0, height = 0;
    };
    Rect top, left, map, right, bottom;
};
[[nodiscard]] Layout layoutFor(geo::ScreenSize window, float scale, bool present);

/// What the panels remember between frames: scroll positions, open dialogs, the search text.
struct TextFlow;
struct PanelState {
    std::vector<std::shared_ptr<TextFlow>> flows;   // the testimony set in lines, one a source; made anew when it must
    std::string search;
    bool searchOpen = false, helpOpen = false, fileOpen = false, pasteOpen = false, timeOpen = false;
    bool fileForSave = false;
    std::filesystem::path folder;
    std::string fileName, pasted, timeFrom, timeTo, timeReason;
    std::string timeEvent;                         // the id of the event whose time is being set
    std::optional<std::size_t> scrolledToEvent;
    std::optional<std::size_t> hoveredCandidate;   // of the selected mention: shown as a ghost on the map
    bool orderOfTelling = false;
    bool allSteps = false;                         // of how a time was derived
    std::vector<std::filesystem::path> recent;
};

/// Fonts, colours and spacing of all panels; call once per theme or scale change, outside a frame. The
/// font atlas is rebuilt: its texture must be uploaded again.
void applyStyle(scene::ThemeName, float scale, const typeset::Fonts&);

void topBar(const Facts&, const Layout&, PanelState&, Requests&);
void testimonyPanel(const Facts&, const Layout&, PanelState&, Requests&);
void inspectorPanel(const Facts&, const Layout&, PanelState&, Requests&);
void timelinePanel(const Facts&, const Layout&, PanelState&, Requests&);
void searchBox(const Facts&, const Layout&, PanelState&, Requests&);
void fileDialog(const Facts&, const Layout&, PanelState&, Requests&);
void helpSheet(const Facts&, const Layout&, PanelState&, Requests&);

/// All of them.
void panels(const Facts&, const Layout&, PanelState&, Requests&);

}  // namespace retrace::ui
