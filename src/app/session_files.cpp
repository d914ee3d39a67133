#include "app/session_files.hpp"

#include "app/data_folder.hpp"
#include "app/drafts.hpp"
#include "app/records.hpp"
#include "document/files.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <fstream>

namespace retrace::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostRecent = 8;

bool same(const fs::path& a, const fs::path& b) {
    std::error_code ignored;
    return !a.empty() && !b.empty() && fs::equivalent(a, b, ignored);
}

/// The file that the session's words come from: a document or a bare text; empty for pasted words.
fs::path originOf(const Session& s) {
    const document::Opened& opened = s.shown.opened;
    if (!s.file.empty()) return s.file;
    if (opened.folder.empty() || opened.document.sources.empty()) return {};
    return opened.folder / opened.document.sources.front().path;
}

void remember(Session& s, const fs::path& file) {
    auto& recent = s.panels.recent;
    const fs::path whole = fs::absolute(file).lexically_normal();
    std::erase(recent, whole);
    recent.insert(recent.begin(), whole);
    if (recent.size() > mostRecent) recent.resize(mostRecent);
    if (!s.keepsState) return;
    std::error_code ignored;
    fs::create_directories(stateFolder(), ignored);
    std::ofstream out(stateFolder() / "recent.txt");
    for (const fs::path& each : recent) out << each.string() << "\n";
}

void replaceBy(Session& s, Session&& other) {
    other.panels.recent = s.panels.recent;
    if (other.panels.folder.empty()) other.panels.folder = s.panels.folder;
    other.exporting = s.exporting;
    other.keepsState = s.keepsState;
    other.theme = s.theme;
    other.scale = s.scale;
    other.motion = s.motion;
    other.present = s.present;
    other.graticule = s.graticule;
    other.others = s.others;
    other.plans = s.plans;
    if (other.panels.drafts.empty()) other.panels.drafts = s.panels.drafts;
    s = std::move(other);
}

ui::DraftOffer offerFor(const Draft& draft) {
    return {draft.path, draft.of, draft.document.title, changedText(draft), contentsText(draft)};
}

void requireSameOnDisk(Session& s, const fs::path& file) {
    constexpr std::size_t limit = 64u << 20;
    if (s.onDisk.empty() || !same(file, s.file)) return;
    if (document::sha256(document::readFile(file, limit)) == s.onDisk) return;
    s.panels.changedOnDisk = file;
    throw Error(file.string() + " was written by another program since it was opened; save under another name, or " +
                "write over it with overwrite=yes");
}

/// The words of the draft become the session's own, unsaved and without a file.
void openDraftItself(Session& s, const Draft& draft, const gazetteer::Gazetteer& gazetteer, const scene::View& view) {
    replaceBy(s, sessionOf(openAny(draft.path), gazetteer, s.options, view));
    s.draft = draft.path;
    s.panels.folder.clear();
    document::Document undecided = s.history.current();
    undecided.decisions.clear();
    const document::Document whole = s.history.current();
    s.history = document::History(undecided);
    s.history.push(whole, "recover-draft");
}

void recover(Session& s, const fs::path& path, const gazetteer::Gazetteer& gazetteer, const scene::View& view) {
    const Draft draft = readDraft(path);
    if (!aboutOneDocument(path, draftOf(s)) && !same(draft.of, originOf(s))) {
        std::error_code ignored;
        if (draft.of.empty() || !fs::exists(draft.of, ignored)) {
            openDraftItself(s, s.keepsState ? readDraft(claim(path)) : draft, gazetteer, view);
            s.status = "Recovered what was not saved; save it under a name";
            return;
        }
        replaceBy(s, openSession(draft.of, gazetteer, s.options, view));
    }
    std::vector<std::string> notes;
    s.history.push(recovered(draft, s.shown.opened, notes), "recover-draft");
    s.stale = true;
    s.status = "Recovered the work of " + changedText(draft) + "; it is not saved yet";
    for (const std::string& note : notes) s.status += "; " + note;
    // The draft on disk goes only when another holds the same.
    if (path == draftOf(s) || !s.keepsState) return;
    writeDraft(s);
    removeDraft(path);
}

/// Saves the draft as a document of its own beside the one that is open.
void keepBoth(Session& s, const fs::path& draft, const fs::path& file) {
    if (same(file, bundledCase())) throw Error("the bundled example is never overwritten; choose another name");
    if (same(file, s.file)) throw Error(file.string() + " is the document that is open; choose another name to keep both");
    const document::Opened opened = openAny(draft);
    (void)document::saveAs(opened, opened.document, file);
    removeDraft(draft);
    remember(s, file);
    s.status = "The draft is saved to " + file.string();
}

}  // namespace

std::vector<fs::path> recentFiles() {
    std::vector<fs::path> files;
    std::ifstream in(stateFolder() / "recent.txt");
    for (std::string line; files.size() < mostRecent && std::getline(in, line);)
        if (!line.empty()) files.emplace_back(line);
    return files;
}

void openFile(Session& s, const fs::path& file, const gazetteer::Gazetteer& gazetteer, const scene::View& view) {
    replaceBy(s, openSession(file, gazetteer, s.options, view));
    remember(s, file);
}

void openText(Session& s, const std::string& utf8, const gazetteer::Gazetteer& gazetteer, const scene::View& view) {
    replaceBy(s, sessionOf(document::fromText("", utf8), gazetteer, s.options, view));
    s.draft = draftPath({}, s.history.current());
    offerDrafts(s, false);
}

void saveTo(Session& s, const fs::path& file, bool overwrite) {
    if (same(file, bundledCase())) throw Error("the bundled example is never overwritten; save it under another name");
    if (!overwrite) requireSameOnDisk(s, file);
    // In its own folder only pasted words move; elsewhere the texts and records go along.
    const document::Document moved = document::saveAs(s.shown.opened, s.history.current(), file);
    const fs::path old = draftOf(s);
    const bool unanswered = std::ranges::find(s.panels.drafts, old, &ui::DraftOffer::draft) != s.panels.drafts.end();
    if (!unanswered && s.keepsState) removeDraft(old);
    s.history.relocate(moved);
    s.shown.opened.document.sources = moved.sources;
    s.shown.opened.document.records = moved.records;
    s.shown.opened.path = file;
    s.shown.opened.folder = fs::absolute(file).parent_path();
    s.history.markSaved();
    s.file = file;
    s.onDisk = s.shown.opened.sha256 = document::sha256(document::toJson(moved));
    s.draft = draftPath(file, moved);
    s.bundled = false;
    s.status = "Saved to " + file.string();
    remember(s, file);
}

void requireNothingUnsaved(Session& s, const document::Request& request) {
    if (document::saysYes(request, "discard") || !s.history.changedSinceSave()) return;
    s.panels.leaving = request;
    throw Error("there are unsaved decisions; save them first, or ask again with discard=yes");
}

void offerDrafts(Session& s, bool everyDocument) {
    const fs::path mine = draftOf(s);
    std::error_code ignored;
    std::vector<ui::DraftOffer> own;
    for (const fs::path& path : draftsOf(mine)) try {
            const Draft draft = readDraft(path);
            if (differs(draft, s.history.current())) own.push_back(offerFor(draft));
        } catch (const std::exception& e) {
            s.status = "A draft cannot be read and stays where it is: " + std::string(e.what());
        }
    if (!own.empty()) s.panels.drafts = own;
    for (const Draft& draft : everyDocument ? draftsLeft() : std::vector<Draft>()) {
        if (aboutOneDocument(draft.path, mine)) continue;
        if (const auto file = draft.of; !file.empty() && fs::exists(file, ignored)) try {
                if (!differs(draft, openAny(file).document)) continue;
            } catch (const std::exception&) {
                continue;   // offered when the file can be read again
            }
        s.panels.drafts.push_back(offerFor(draft));
    }
}

void writeDraft(const Session& s) {
    writeDraft(s.shown.opened, s.history.current(), draftOf(s), originOf(s));
}

void keepDraft(Session& s) {
    if (!s.keepsState) return;
    try {
        // A draft nobody has decided upon yet is never written over.
        for (ui::DraftOffer& offer : s.panels.drafts)
            if (offer.draft == draftOf(s)) offer.draft = setAside(offer.draft);
        writeDraft(s);
    } catch (const std::exception& e) {
        s.status = std::string("The autosave failed: ") + e.what();
    }
}

void settleDraft(Session& s, const document::Request& request, const gazetteer::Gazetteer& gazetteer,
                 const scene::View& view) {
    const bool keep = request.verb == "keep-draft";
    fs::path draft = s.panels.drafts.empty() ? draftOf(s) : s.panels.drafts.front().draft;
    if (const auto named = request.named.find("draft"); named != request.named.end()) draft = named->second;
    else if (!keep && !request.positional.empty()) draft = request.positional.front();
    if (!fs::exists(draft)) throw Error("there is no draft " + draft.string());
    if (keep && request.positional.empty()) {
        s.panels.fileOpen = s.panels.fileForSave = true;
        s.panels.keepDraft = draft;
        s.panels.fileName = "recovered.retrace";
        return;
    }
    if (request.verb == "recover-draft") {
        if (!same(readDraft(draft).of, originOf(s)) && draft != draftOf(s)) requireNothingUnsaved(s, request);
        recover(s, draft, gazetteer, view);
    } else if (keep) {
        keepBoth(s, draft, request.positional.front());
    } else {
        discardDraft(draft);
        s.status = "The draft is discarded";
    }
    std::erase_if(s.panels.drafts, [&](const ui::DraftOffer& offer) { return offer.draft == draft; });
    s.panels.draftsLater = false;
}

}  // namespace retrace::app
