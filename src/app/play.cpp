#include "app/play.hpp"

#include "app/data_folder.hpp"
#include "app/exports.hpp"
#include "app/session.hpp"
#include "app/session_files.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <iostream>

namespace retrace::app {

namespace {

bool isOneOf(const std::string& verb, std::initializer_list<const char*> verbs) {
    return std::ranges::find(verbs, verb) != verbs.end();
}

bool changesDocument(const std::string& name) {
    const auto& all = document::verbs();
    const auto verb = std::ranges::find(all, name, &document::VerbDeclaration::name);
    return verb != all.end() && verb->changesDocument;
}

/// Verbs that ask the window's user something: a script must say it.
void requireEverythingSaid(const Session& s, const document::Request& request) {
    const std::string& verb = request.verb;
    const bool says = !request.positional.empty();
    if (isOneOf(verb, {"put-point", "edit-time", "copy-coordinates", "copy-itinerary"}))
        throw Error(verb + ": wants the window's mouse; a script writes choose-point, set-time or look");
    const bool words = verb == "new-text" && request.named.contains("text");
    if (isOneOf(verb, {"open", "new-text", "save-as", "keep-draft"}) && !says && !words)
        throw Error(verb + ": no file is named, and there is no window to ask; write " + verb + " PATH");
    if (verb == "save" && (s.file.empty() || s.bundled))
        throw Error(std::string("save: ") +
                    (s.bundled ? "the bundled case is not written over" : "the words have no document yet") +
                    "; write save-as PATH");
}

/// Whether the verb asks nothing of what follows from the document.
bool isAboutTheDocumentAlone(const document::Request& request) {
    return isOneOf(request.verb, {"undo", "redo", "save", "save-as"}) ||
           (changesDocument(request.verb) && !request.positional.empty());
}

void carryOutOne(Session& s, const document::Request& request, const gazetteer::Gazetteer& gazetteer,
                 const scene::View& view) {
    requireEverythingSaid(s, request);
    if (s.stale && !isAboutTheDocumentAlone(request)) refresh(s, gazetteer);
    s.status.clear();
    carryOut(s, request, gazetteer, view);
    if (!s.exportRequest) return;
    const ExportJob job = exportJob(s, *s.exportRequest, true);
    s.exportRequest.reset();
    s.status = writeExport(s.shown, job, std::make_shared<ExportWatch>());
}

}  // namespace

int playScript(const std::filesystem::path& script, const std::filesystem::path& file,
               const std::filesystem::path& out, const CaseOptions& options) {
    std::ifstream in(script);
    if (!in) throw Error("cannot read the script " + script.string() + "; check the name");
    const gazetteer::Gazetteer gazetteer = openGazetteer(options);
    scene::View view;
    Session s = openSession(file, gazetteer, options, view);
    s.keepsState = false;

    std::size_t line = 0, done = 0;
    for (std::string words; std::getline(in, words);) {
        ++line;
        try {
            const auto request = document::parseRequest(words);
            if (!request) continue;
            ++done;
            if (request->verb == "quit") break;
            carryOutOne(s, *request, gazetteer, view);
            if (!s.status.empty() && !options.quiet) std::cerr << s.status << "\n";
        } catch (const Error& e) {
            throw Error(script.string() + ":" + std::to_string(line) + ": " + e.what());
        }
    }
    if (in.bad() || (line == 0 && !in.eof()))
        throw Error("cannot read the script " + script.string() + "; give a file");
    // Words and records must be found from the new folder, too; -o may write over what is there.
    if (!out.empty()) saveTo(s, out, true);
    if (options.quiet) return 0;
    std::cerr << done << (done == 1 ? " verb" : " verbs") << " carried out";
    if (!out.empty())
        std::cerr << ", written to " << out.string();
    else if (s.history.changedSinceSave())
        std::cerr << "; nothing written (-o FILE writes the document)";
    std::cerr << "\n";
    return 0;
}

}  // namespace retrace::app
