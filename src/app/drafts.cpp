#include "app/drafts.hpp"

#include "app/data_folder.hpp"
#include "app/records.hpp"
#include "document/anchoring.hpp"
#include "geo/error.hpp"

#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>

namespace retrace::app {

namespace fs = std::filesystem;

namespace {

constexpr const char* draftName = "draft.retrace";
constexpr const char* aboutName = "about.txt";  // the file it was made from, the program's number and start

struct About {
    fs::path of;
    long program = 0;
    std::string started;  // empty in drafts of older versions
};

About aboutOf(const fs::path& draft) {
    About about;
    std::ifstream in(draft.parent_path() / aboutName);
    std::string line;
    if (std::getline(in, line)) about.of = line;
    if (std::getline(in, line)) about.program = std::atol(line.c_str());
    std::getline(in, about.started);
    return about;
}

/// When a program started, in ticks since the machine did: numbers of programs are used again. Empty where no
/// program has the number.
std::string startOf(long number) {
    std::ifstream in("/proc/" + std::to_string(number) + "/stat");
    std::string text((std::istreambuf_iterator<char>(in)), {});
    const std::size_t name = text.rfind(')');  // the name may hold blanks
    if (name == std::string::npos) return {};
    std::istringstream fields(text.substr(name + 1));
    std::string field;
    for (int i = 3; i <= 22; ++i) fields >> field;  // proc(5): state is the third, starttime the 22nd
    return field;
}

/// The name of a running program; empty where none has the number.
std::string programName(long number) {
    std::ifstream in("/proc/" + std::to_string(number) + "/comm");
    std::string name;
    std::getline(in, name);
    return name;
}

bool belongsToAnother(const About& about) {
    const long mine = static_cast<long>(::getpid());
    if (about.program <= 0 || about.program == mine) return false;
    if (!about.started.empty()) return startOf(about.program) == about.started;
    return programName(about.program) == programName(mine);
}

void writeAbout(const fs::path& folder, const fs::path& of) {
    const long mine = static_cast<long>(::getpid());
    std::ofstream(folder / aboutName) << (of.empty() ? "" : fs::absolute(of).string()) << "\n"
                                      << mine << "\n"
                                      << startOf(mine) << "\n";
}

/// What the folders of one document's drafts begin with.
std::string keyOf(const fs::path& draft) {
    const std::string folder = draft.parent_path().filename().string();
    return folder.substr(0, folder.find('-'));
}

fs::path folderOf(const std::string& key) {
    return stateFolder() / "drafts" / (key + "-" + std::to_string(::getpid()));
}

/// The folder, or "folder-1", "folder-2" ... where it is there already.
fs::path freeFolder(const fs::path& folder) {
    fs::path free = folder;
    for (int number = 1; fs::exists(free); ++number) free = folder.string() + "-" + std::to_string(number);
    return free;
}

std::size_t missingFrom(const std::vector<model::Decision>& decisions,
                        const std::vector<model::Decision>& others) {
    return static_cast<std::size_t>(std::ranges::count_if(decisions, [&](const model::Decision& decision) {
        return std::ranges::find(others, decision) == others.end();
    }));
}

std::string counted(std::size_t number, const std::string& what) {
    return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

}  // namespace

fs::path draftPath(const fs::path& file, const document::Document& document) {
    std::string name = file.empty() ? document.title : fs::absolute(file).string();
    if (file.empty())  // two pasted texts may bear one title
        for (const document::SourceRef& source : document.sources) name += source.sha256;
    return folderOf(document::sha256(name).substr(0, 16)) / draftName;
}

bool aboutOneDocument(const fs::path& draft, const fs::path& other) {
    return keyOf(draft) == keyOf(other);
}

std::vector<fs::path> draftsOf(const fs::path& draft) {
    std::vector<fs::path> drafts;
    std::error_code failed, ignored;
    for (fs::directory_iterator it(stateFolder() / "drafts", failed), end; !failed && it != end;
         it.increment(failed)) {
        const fs::path each = it->path() / draftName;
        if (aboutOneDocument(each, draft) && fs::exists(each, ignored) && !belongsToAnother(aboutOf(each)))
            drafts.push_back(each);
    }
    std::ranges::sort(drafts, std::greater(),
                      [&](const fs::path& each) { return fs::last_write_time(each, ignored); });
    return drafts;
}

fs::path claim(const fs::path& draft) {
    const About about = aboutOf(draft);
    if (belongsToAnother(about))
        throw Error("another Retrace has taken the draft " + draft.string() + "; close it first");
    if (about.program == static_cast<long>(::getpid()) && about.started == startOf(about.program))
        return draft;
    const fs::path mine = freeFolder(folderOf(keyOf(draft)));
    fs::rename(draft.parent_path(), mine);
    writeAbout(mine, about.of);
    return mine / draft.filename();
}

void writeDraft(const document::Opened& opened, const document::Document& document, const fs::path& draft,
                const fs::path& of) {
    fs::create_directories(draft.parent_path());
    writeAbout(draft.parent_path(), of);
    (void)document::saveAs(opened, document, draft);
}

Draft readDraft(const fs::path& draft) {
    return {draft, aboutOf(draft).of, openAny(draft).document, fs::last_write_time(draft)};
}

std::vector<Draft> draftsLeft() {
    std::vector<Draft> drafts;
    std::error_code failed;
    for (fs::directory_iterator it(stateFolder() / "drafts", failed), end; !failed && it != end;
         it.increment(failed)) {
        const fs::path draft = it->path() / draftName;
        std::error_code ignored;
        if (!fs::exists(draft, ignored) || belongsToAnother(aboutOf(draft))) continue;
        try {
            drafts.push_back(readDraft(draft));
        } catch (const std::exception&) {
            continue;  // it stays where it is
        }
    }
    std::ranges::sort(drafts, [](const Draft& a, const Draft& b) { return a.changed > b.changed; });
    return drafts;
}

bool differs(const Draft& draft, const document::Document& document) {
    const document::Document& other = draft.document;
    // An opened document without a zone takes that of its places: that is no change.
    const bool otherZone = !other.zone.empty() && !document.zone.empty() && other.zone != document.zone;
    return other.title != document.title || otherZone || other.referenceDate != document.referenceDate ||
           other.decisions != document.decisions || other.chapters != document.chapters;
}

document::Document recovered(const Draft& draft, const document::Opened& opened,
                             std::vector<std::string>& notes) {
    document::Document document = draft.document;
    for (document::SourceRef& source : document.sources) {
        const auto same = std::ranges::find(opened.document.sources, source.id, &document::SourceRef::id);
        if (same == opened.document.sources.end())
            throw Error("the draft " + draft.path.string() + " is about another text, " + source.id +
                        "; open the draft by itself");
        source = *same;
    }
    document.records = opened.document.records;
    document::reanchor(document, opened.texts, opened.record, notes, notes);
    return document;
}

std::string changedText(const Draft& draft) {
    // C++20's clock_cast is not in every library: both clocks are read now.
    const auto ago = fs::file_time_type::clock::now() - draft.changed;
    const std::time_t when = std::chrono::system_clock::to_time_t(
        std::chrono::system_clock::now() -
        std::chrono::duration_cast<std::chrono::system_clock::duration>(ago));
    std::tm local{};
    ::localtime_r(&when, &local);
    char text[64];
    std::strftime(text, sizeof text, "%-d %b %Y, %H:%M", &local);
    return text;
}

std::string contentsText(const Draft& draft) {
    if (draft.of.empty())
        return counted(draft.document.decisions.size(), "decision") + " on a text that was never saved";
    document::Document file;
    try {
        file = openAny(draft.of).document;
    } catch (const std::exception&) {
        return counted(draft.document.decisions.size(), "decision") +
               "; the file itself cannot be read any more";
    }
    const std::size_t more = missingFrom(draft.document.decisions, file.decisions);
    const std::size_t fewer = missingFrom(file.decisions, draft.document.decisions);
    std::string text;
    if (more > 0) text = counted(more, "decision") + " that the file does not have";
    if (fewer > 0)
        text += (text.empty() ? "" : ", ") + counted(fewer, "decision") + " of the file taken back";
    if (text.empty()) text = "a title, zone, date or chapters other than the file's";
    if (fs::last_write_time(draft.of) > draft.changed) text += "; the file was written later";
    return text;
}

fs::path setAside(const fs::path& draft) {
    const fs::path other = freeFolder(draft.parent_path());
    fs::rename(draft.parent_path(), other);
    return other / draft.filename();
}

void discardDraft(const fs::path& draft) {
    const fs::path kept = stateFolder() / "discarded" / draft.parent_path().filename();
    fs::create_directories(kept.parent_path());
    fs::remove_all(kept);
    fs::rename(draft.parent_path(), kept);
}

void removeDraft(const fs::path& draft) {
    std::error_code ignored;
    fs::remove_all(draft.parent_path(), ignored);
}

}  // namespace retrace::app
