#pragma once

#include "compare/ledger.hpp"
#include "compare/record_side.hpp"
#include "document/basis.hpp"
#include "document/document.hpp"
#include "document/verbs.hpp"
#include "model/reconstruction.hpp"
#include "scene/scene.hpp"
#include "scene/story.hpp"
#include "typeset/typeset.hpp"
#include "ui/front_look.hpp"
#include "ui/itinerary_table.hpp"

#include <filesystem>
#include <map>
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

[[nodiscard]] inline const compare::Ledger& noLedger() {
    static const compare::Ledger none;
    return none;
}
[[nodiscard]] inline const RecordSides& noRecordSides() {
    static const RecordSides none;
    return none;
}

/// What panels may read. They change nothing of it: they append Requests.
struct Facts {
    const document::Opened& opened;
    const document::Document& document;  // History's current one
    const model::Reconstruction& reconstruction;
    const std::vector<scene::Cue>& cues;
    Selection selection;
    model::StoryTime time = 0;
    bool playing = false;
    double speed = 2400;  // story seconds a second
    bool motion = true;
    scene::ThemeName theme = scene::ThemeName::light;
    bool present = false;
    float scale = 1;
    std::string undoName, redoName;
    bool unsaved = false;
    bool bundled = false;                        // the example: saving asks for another name
    std::string status;                          // last message, e.g. "saved to ..."
    std::optional<geo::LonLat> cursor;           // ground under the mouse
    std::optional<std::size_t> mentionInHand{};  // which name keys decide about
    document::By by = document::By::all;         // which decisions are applied
    FrontLook front{};
    std::vector<FrontAnswer> frontAnswers{};  // of the point that was asked about; none where none was
    const compare::Ledger& ledger = noLedger();
    const RecordSides& recordSides = noRecordSides();  // by itinerary and stop
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
struct FolderListing;

/// Work that an earlier run left unsaved, in words.
struct DraftOffer {
    std::filesystem::path draft, of;
    std::string title, when, what;
    bool operator==(const DraftOffer&) const = default;
};

/// What stands below the map.
enum class Below { timeline, itinerary, doubts, ledger };

/// A bar of the timeline in hand.
enum class BarPart { begin, whole, end };
struct BarDrag {
    std::size_t event = 0;
    BarPart part = BarPart::whole;
    model::StoryTime grabbed = 0;
    float x = 0;         // of the mouse when it was pressed
    bool moved = false;  // far enough to be no click
};

struct PanelState {
    std::optional<BarDrag> drag;
    Below below = Below::timeline;
    float telling = 0;       // from the order of happening (0) to that of telling (1), while bars glide
    bool animating = false;  // something still glides: the next frame shows more
    std::optional<text::Quote> shownQuote;  // of a doubt that was clicked: marked in the testimony
    bool quoteScrolled = true;              // and brought into view
    std::vector<std::shared_ptr<TextFlow>>
        flows;  // the testimony set in lines, one a source; made anew when it must
    std::string search;
    bool searchOpen = false, helpOpen = false, fileOpen = false, pasteOpen = false, timeOpen = false;
    bool fileForSave = false;
    std::filesystem::path folder;
    std::shared_ptr<FolderListing> listing;  // of `folder`; made anew when it must
    bool hiddenFiles = false;                // listed too
    std::optional<std::size_t> fileRow;      // of the listing, gone to by keys or mouse
    bool fileRowMoved = false;               // by keys: bring it into view
    int fileField = 0, fileFocused = 0;      // counts the names that were put into the field
    std::string fileName, pasted, timeTyped, timeReason;
    std::string timeEvent;  // the id of the event whose time is being set
    std::optional<std::size_t> scrolledToEvent;
    std::optional<std::size_t> hoveredCandidate, hoveredMention;  // emphasised on the map
    std::optional<std::size_t> hoveredEvent;  // under the mouse in a panel: marked in text, timeline and map
    std::optional<std::size_t> mapEvent;      // the same, under the mouse on the map; app/ sets it
    std::optional<std::size_t> hoverNow;      // of the frame that is being made
    bool orderOfTelling = false;
    bool helpVerbs = false;                     // the help shows what scripts say, not the keys
    bool allSteps = false;                      // of how a time was derived
    std::vector<std::filesystem::path> recent;  // absolute; may be gone

    std::vector<DraftOffer> drafts;                  // still to be decided upon, one after the other
    bool draftsLater = false;                        // not now: asked again when the program starts
    std::filesystem::path keepDraft;                 // what the save dialog saves instead of the document
    std::filesystem::path changedOnDisk;             // saving found it written by another program
    std::optional<document::Request> leavingExport;  // waits for what becomes of a film that is being written
    std::string exportProgress;                      // of a film that is being written, in words; else empty
    std::filesystem::path overwrite;                 // an existing file that was named once for saving
    std::optional<document::Request> leaving;        // waits for what becomes of unsaved decisions

    std::string reason;                  // why the next decision on a place is taken
    std::string certainty = "probable";  // of the next decision: certain, probable, possible
    std::string timeCertainty = "probable";
    std::optional<bool> allMentions;         // the next decision on a place: wherever it is named, or only here
    std::optional<std::size_t> reasonsOpen;  // the candidate whose reasons are all shown
    std::optional<std::size_t> candidate;         // emphasised by keyboard, of the name in hand
    Selection decidedFor;                         // the selection that the fields above belong to
    std::string placing;                          // QUOTE of the name whose point the next click puts
    std::string pointText, pointRadius = "1000";  // a position in letters; metres
    bool timeAsked = false;                       // by key: open the fields of the time
    bool allStatements = false;                   // on the timeline, not only the narrator's and the placed
    float mouseRest = 0;                          // seconds since the mouse moved, while presenting

    std::optional<std::size_t> settling;  // the claim whose holder is being settled
    std::string settledSide, settledTime, settledReason, settledCertainty = "probable";

    std::string gazetteerAsked;  // what `gazetteerFound` answers; app/ asks
    std::vector<geo::Candidate> gazetteerFound;
};

/// certainty= and reason= of the next decision on a place; a reason that was not written is left out.
[[nodiscard]] std::map<std::string, std::string> grounds(const PanelState&);
/// The same with all=, where it was said.
[[nodiscard]] std::map<std::string, std::string> groundsAndReach(const PanelState&);
[[nodiscard]] bool dialogOpen(const PanelState&);

/// Fonts, colours and spacing of all panels; call once per theme or scale change, outside a frame. The
/// font atlas is rebuilt: its texture must be uploaded again.
void applyStyle(scene::ThemeName, float scale, const typeset::Fonts&);

void topBar(const Facts&, const Layout&, PanelState&, Requests&);
void testimonyPanel(const Facts&, const Layout&, PanelState&, Requests&);
void inspectorPanel(const Facts&, const Layout&, PanelState&, Requests&);
void timelinePanel(const Facts&, const Layout&, PanelState&, Requests&);
void searchBox(const Facts&, const Layout&, PanelState&, Requests&);
void fileDialog(const Facts&, const Layout&, PanelState&, Requests&);
/// The buttons that appear while the mouse moves over a presentation.
void presentControls(const Facts&, const Layout&, PanelState&, Requests&);
/// Whose front the map shows, with its sides and its strength: a button in the map's corner that opens.
void frontControls(const Facts&, const Layout&, PanelState&, Requests&);
/// What the next click on the map does, while a point is being put.
void placingHint(const Facts&, const Layout&, PanelState&, Requests&);
/// What shall become of unsaved work: of an earlier run, or of this one before it is left.
void draftDialog(const Facts&, const Layout&, PanelState&, Requests&);
void leavingDialog(const Facts&, const Layout&, PanelState&, Requests&);
/// A file that another program wrote since it was opened; a film that is being written when one leaves.
void changedOnDiskDialog(const Facts&, const Layout&, PanelState&, Requests&);
void exportingDialog(const Facts&, const Layout&, PanelState&, Requests&);
void helpSheet(const Facts&, const Layout&, PanelState&, Requests&);

/// All of them.
void panels(const Facts&, const Layout&, PanelState&, Requests&);

}  // namespace retrace::ui
