#pragma once

#include "geo/camera.hpp"
#include "model/decision.hpp"
#include "model/side.hpp"
#include "timeline/instant.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::document {

struct SourceRef {
    std::string id;                              // the name the quotes use
    std::filesystem::path path;                  // as written; relative to the document
    std::string sha256;                          // of the bytes when last read
    std::string title, author, published, note;  // the note stands on window, picture and film
    bool operator==(const SourceRef&) const = default;
};

struct RecordRef {
    std::filesystem::path path;
    std::string sha256;
    bool operator==(const RecordRef&) const = default;
};

/// A stretch of the story for the class: at its first event (anchored to its words) the caption appears.
struct Chapter {
    std::string title, caption;
    model::Anchor anchor;               // the words at which it begins
    std::optional<geo::Camera> camera;  // where the map looks; missing: what happens decides
    bool operator==(const Chapter&) const = default;
};

/// What is saved and undone. Nothing derived stands in it.
struct Document {
    std::string title;
    std::string zone;  // IANA; empty: found from the places
    std::optional<timeline::Date> referenceDate;
    std::vector<SourceRef> sources;
    std::vector<RecordRef> records;
    std::vector<model::Side> sides{};  // parties to the fighting; none: the two that the words tell of
    std::vector<model::Decision> decisions;
    std::vector<Chapter> chapters;
    bool operator==(const Document&) const = default;
};

/// Everything of a document that had to be read from disk.
struct Opened {
    Document document;
    std::filesystem::path path;       // of the .retrace file; empty for a bare text
    std::string sha256;               // of the .retrace file's bytes; empty for a bare text
    std::filesystem::path folder;     // where the paths of `document` start; empty for words without a file
    std::vector<text::Source> texts;  // as document.sources
    std::vector<model::RecordRow> record;
    std::vector<std::string> notes;  // "the file has changed since ...", "re-anchored ..."
    std::vector<std::string> lost;   // decisions that could not be re-anchored, in words
};

/// How a file of a record is read; the path is inside of the document's folder.
using RecordReader = std::function<std::vector<model::RecordRow>(const std::filesystem::path&)>;

/// A .retrace document (JSON) or a bare text, which becomes a document with one source. Paths that leave
/// the document's folder, network paths and special files are refused. Records are read by `reader`, without one as
/// readRecord() does. Throws Error.
[[nodiscard]] Opened open(const std::filesystem::path&, const RecordReader& reader = {});
[[nodiscard]] Opened fromText(std::string title, std::string utf8Text);

/// JSON text, two spaces, keys in a fixed order, final line end: equal documents give equal bytes.
[[nodiscard]] std::string toJson(const Document&);
[[nodiscard]] Document fromJson(const std::string&, const std::filesystem::path& nameForErrors);

/// Writes beside the target, syncs, renames: the old file stays whole when anything fails. Throws Error.
void save(const Document&, const std::filesystem::path&);
/// Saves `document` (of `opened`, perhaps changed since) in any folder: texts and records that do not lie
/// there yet are copied beside it, words without a file become one. Returns the document with the new
/// paths. Serves "save as", autosave and texts from the clipboard. Throws Error.
[[nodiscard]] Document saveAs(const Opened& opened, const Document& document, const std::filesystem::path&);

/// Reads a record CSV (place, lat, lon, from_side, to_side, earliest_utc, latest_utc, source, confidence,
/// note), columns by name. Throws Error naming the line of the first row that cannot be read.
[[nodiscard]] std::vector<model::RecordRow> readRecord(const std::filesystem::path&);
/// The same for the bytes of such a file; `file` names it in errors.
[[nodiscard]] std::vector<model::RecordRow> parseRecord(std::string_view bytes, const std::string& file);
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace retrace::document
