#pragma once

#include "compare/ledger.hpp"
#include "compare/record_side.hpp"
#include "document/basis.hpp"
#include "document/document.hpp"
#include "front/field.hpp"
#include "gazetteer/gazetteer.hpp"
#include "model/reconstruction.hpp"
#include "scene/story.hpp"
#include "text/language.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace retrace::app {

using document::By;

/// The files NAME.txt of a folder as a language. Throws Error.
[[nodiscard]] std::shared_ptr<const text::Language> languageIn(const std::filesystem::path& folder);

/// The options that all commands share.
struct CaseOptions {
    std::vector<std::filesystem::path> gazetteers;  // besides the one that ships
    std::vector<std::filesystem::path> records;     // besides the document's own
    std::vector<std::filesystem::path> ground;
    std::string zone;           // empty: the document's, else found from the places
    std::string referenceDate;  // YYYY-MM-DD
    bool userGazetteers = false;                    // those of the user's own folder too
    bool handWritten = true;    // false: measure without the hand-written rows
    By by = By::all;            // what times and places rest on
    std::shared_ptr<const text::Language> language;  // the words are read in; none: English
    bool online = false;
    bool quiet = false;
};

/// Who held what: by the narrators' words and decisions, by other sources' records, by all of them.
struct Fronts {
    std::shared_ptr<const front::Field> told, recorded, both;
};

/// A document with all that follows from it.
struct Case {
    By by = By::all;
    document::Opened opened;
    model::Reconstruction reconstruction;
    std::vector<scene::ChapterStart> chapters;
    std::vector<scene::Cue> cues;
    Fronts front;
    compare::Ledger ledger;  // what words and decisions alone give against the records
    std::vector<std::vector<std::optional<compare::RecordSide>>> recordSides;  // by itinerary and stop
};

[[nodiscard]] gazetteer::Gazetteer openGazetteer(const CaseOptions&);
/// Opens a text or a document (empty path: the bundled case) with the records that the options add.
[[nodiscard]] document::Opened openDocument(const std::filesystem::path&, const CaseOptions&);
/// What follows from a document's words and decisions. Pure; the window calls it on its worker thread.
[[nodiscard]] Case derive(document::Opened, const gazetteer::Gazetteer&, const CaseOptions&);

/// The line that pictures and films must carry about what they show; empty where no source asks for one.
[[nodiscard]] std::string badgeOf(const document::Document&);

}  // namespace retrace::app
