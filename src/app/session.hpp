#pragma once

#include "app/case.hpp"
#include "document/history.hpp"
#include "document/verbs.hpp"
#include "scene/scene.hpp"
#include "ui/panels.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace retrace::app {

/// A flight of the camera that is under way.
struct Flight {
    geo::Camera from, to;
    double elapsed = 0, seconds = 0;
};

/// Where the map looks during each cue, and the view and story that it was found for.
struct Shots {
    std::size_t story = 0;  // Session::story
    geo::ScreenSize size{};
    float scale = 0;
    bool present = false;
    std::vector<geo::Camera> cameras;
};

struct ExportWatch;  // exports.hpp

/// The one state of a run of the window. Everything derived in it can be made again from `history`.
struct Session {
    CaseOptions options;
    Case shown;
    document::History history;
    std::filesystem::path file;   // where "save" writes; empty: it asks for a name
    std::filesystem::path draft;  // where unsaved decisions are kept; set when the document is opened
    std::string onDisk;  // SHA-256 of `file` as it was opened or saved; another writer is noticed by it
    bool bundled = false;
    bool keepsState = true;  // writes drafts and the list of recent files; a script's run does not

    ui::Selection selection;
    ui::PanelState panels;
    scene::Pace pace;
    double seconds = 0;   // of the replay
    double speed = 5400;  // story seconds a second
    bool playing = false;
    bool motion = true, present = false, graticule = false, others = false, plans = false;
    ui::FrontLook front;
    std::optional<geo::LonLat> frontAsked;  // the point whose claims are listed
    bool follow = true;  // the camera goes with the story until the user moves the map
    scene::ThemeName theme = scene::ThemeName::light;
    float scale = 1;
    geo::Camera camera;
    std::optional<Flight> flight;
    std::size_t story = 0;           // counts the reconstructions that were shown
    mutable Shots shots;             // kept by cameraNow(): finding them takes longer than a frame
    std::optional<geo::Place> goTo;  // a decision has moved the name in hand there: the map flies when it can

    std::string status;
    bool stale = false;  // the document has changed since `shown` was derived
    bool quit = false;
    std::optional<document::Request> exportRequest;  // a picture or film to write; the window does it
    std::shared_ptr<ExportWatch> exporting;          // the one that is being written
};

/// Opens a document, or the bundled case for an empty path; the replay stands at its beginning.
[[nodiscard]] Session openSession(const std::filesystem::path&, const gazetteer::Gazetteer&,
                                  const CaseOptions&, const scene::View&);

/// A session on what was read already; it has no file and offers no draft.
[[nodiscard]] Session sessionOf(document::Opened, const gazetteer::Gazetteer&, const CaseOptions&,
                                const scene::View&);
/// Offers the draft of the session's document where it says something else than the file, and after it (for
/// the start of the program) those of other documents.
void offerDrafts(Session&, bool everyDocument);

/// Carries out what a panel, a key or a script asked for. Throws Error; the session is then as before.
/// `view` says how large the map is.
void carryOut(Session&, const document::Request&, const gazetteer::Gazetteer&, const scene::View& view);

/// Derives `shown` from the document again, in this thread.
void refresh(Session&, const gazetteer::Gazetteer&);
/// Takes over what a worker derived from the session's document.
void adopt(Session&, Case);

/// Time goes on by so many seconds of the wall clock.
void advance(Session&, double seconds, const scene::View&);

[[nodiscard]] model::StoryTime storyNow(const Session&);
/// The camera of this moment: on a flight, the story's own, or where the user left it.
[[nodiscard]] scene::Look cameraNow(const Session&, const scene::View&);

/// Where an unsaved document is kept until it is saved.
[[nodiscard]] std::filesystem::path draftOf(const Session&);
void writeDraft(const Session&);

}  // namespace retrace::app
