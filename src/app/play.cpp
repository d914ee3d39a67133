#include "app/play.hpp"

#include "app/data_folder.hpp"
#include "app/drafts.hpp"
#include "document/history.hpp"
#include "document/verbs.hpp"
#include "geo/error.hpp"

#include <fstream>
#include <iostream>

namespace retrace::app {

namespace {

/// Verbs of the window that a script without one passes over: they change nothing that is saved.
bool isOfTheWindow(const document::Request& request) {
    for (const document::VerbDeclaration& verb : document::verbs())
        if (verb.name == request.verb) return !verb.changesDocument;
    return false;
}

/// The draft that the verb names, or that the window would offer for this file.
std::filesystem::path draftFor(const document::Request& request, const std::filesystem::path& file,
                               const document::Opened& opened) {
    if (const auto named = request.named.find("draft"); named != request.named.end()) return named->second;
    if (request.verb != "keep-draft" && !request.positional.empty()) return request.positional.front();
    const std::filesystem::path document = file.empty() ? bundledCase() : file;
    return draftPath(document.extension() == ".retrace" ? document : std::filesystem::path(), opened.document);
}

/// True when the verb was about a draft.
bool settleDraft(document::History& history, const document::Request& request, const std::filesystem::path& file,
                 const document::Opened& opened) {
    const bool recovers = request.verb == "recover-draft";
    if (!recovers && request.verb != "keep-draft" && request.verb != "discard-draft") return false;
    const std::filesystem::path path = draftFor(request, file, opened);
    if (!std::filesystem::exists(path)) throw Error("there is no draft " + path.string());
    if (recovers) {
        std::vector<std::string> notes;
        history.push(recovered(readDraft(path), opened, notes), "recover-draft");
        for (const std::string& note : notes) std::cerr << "retrace: " << note << "\n";
    } else if (request.verb == "keep-draft") {
        if (request.positional.empty()) throw Error("keep-draft wants the name of the document to write");
        const document::Opened draft = document::open(path);
        (void)document::saveAs(draft, draft.document, request.positional.front());
        removeDraft(path);
    } else {
        discardDraft(path);
    }
    return true;
}

}  // namespace

int playScript(const std::filesystem::path& script, const std::filesystem::path& file,
               const std::filesystem::path& out, const CaseOptions& options) {
    std::ifstream in(script);
    if (!in) throw Error("cannot read the script " + script.string() + "; check the name");
    document::Opened opened = openDocument(file, options);
    // Hours in the script are local: a document that names no zone takes that of its places.
    if (opened.document.zone.empty()) opened = derive(std::move(opened), openGazetteer(options), options).opened;
    document::History history(opened.document);

    std::size_t line = 0, done = 0;
    for (std::string words; std::getline(in, words);) {
        ++line;
        try {
            const auto request = document::parseRequest(words);
            if (!request) continue;
            if (request->verb == "undo" || request->verb == "redo") {
                const bool could = request->verb == "undo" ? history.undo() : history.redo();
                if (!could) throw Error("there is nothing to " + request->verb);
                ++done;
            } else if (settleDraft(history, *request, file, opened)) {
                ++done;
            } else if (!isOfTheWindow(*request)) {
                history.push(document::apply(history.current(), *request, opened.texts), document::textForm(*request));
                ++done;
            }
        } catch (const Error& e) {
            throw Error(script.string() + ":" + std::to_string(line) + ": " + e.what());
        }
    }
    if (!out.empty()) {
        if (std::filesystem::exists(out) && std::filesystem::equivalent(out, bundledCase()))
            throw Error("the bundled case is not written over; give -o another name than " + out.string());
        // Words and records must be found from the new folder, too.
        (void)document::saveAs(opened, history.current(), out);
    }
    if (!options.quiet)
        std::cerr << done << (done == 1 ? " verb" : " verbs") << " carried out"
                  << (out.empty() ? "; nothing written (-o FILE writes the document)" : ", written to " + out.string())
                  << "\n";
    return 0;
}

}  // namespace retrace::app
