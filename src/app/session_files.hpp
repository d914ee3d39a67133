#pragma once

#include "app/session.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace retrace::app {

// What a session opens, saves and keeps: files, the list of recent ones, drafts.

/// Another document takes this one's place; what belongs to the user stays. A bare text too. Throws Error.
void openFile(Session&, const std::filesystem::path&, const gazetteer::Gazetteer&, const scene::View&);
void openText(Session&, const std::string& utf8, const gazetteer::Gazetteer&, const scene::View&);

/// Saves and drops the draft. Throws Error for the bundled case and where the file cannot be written; opens a
/// question and throws where another program wrote the session's file since, unless `overwrite`.
void saveTo(Session&, const std::filesystem::path&, bool overwrite);

/// The recent files, the newest first; files that are gone too.
[[nodiscard]] std::vector<std::filesystem::path> recentFiles();

/// Opens the question what shall become of unsaved decisions, and throws Error; not where `request` says
/// discard=yes (the draft stays all the same).
void requireNothingUnsaved(Session&, const document::Request& request);

/// Writes the draft of an undone, redone or new decision; a failure is told in the status and stops nothing.
void keepDraft(Session&);
/// Carries out recover-draft, discard-draft, keep-draft.
void settleDraft(Session&, const document::Request&, const gazetteer::Gazetteer&, const scene::View&);

}  // namespace retrace::app
