#pragma once

#include "document/document.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace retrace::app {

/// Work that was not saved, as it lies in the state folder: a document in a folder of its own with its texts.
struct Draft {
    std::filesystem::path path;   // of the draft's document
    std::filesystem::path of;     // the file it was made from; empty: words without a file
    document::Document document;
    std::filesystem::file_time_type changed;
};

/// Where this run of the program keeps the draft of a document: its number stands in the name, so that two
/// that run at once do not write over each other's. Words without a file are told apart by title and contents.
[[nodiscard]] std::filesystem::path draftPath(const std::filesystem::path& file, const document::Document&);

/// Whether two drafts are about one document, perhaps by different runs of the program.
[[nodiscard]] bool aboutOneDocument(const std::filesystem::path& draft, const std::filesystem::path& other);

/// The drafts of the document of `draft`, newest first, without those of a program that still runs.
[[nodiscard]] std::vector<std::filesystem::path> draftsOf(const std::filesystem::path& draft);

/// Makes a draft that a run left behind this run's own, and says where it lies now. Throws where another run
/// was quicker.
[[nodiscard]] std::filesystem::path claim(const std::filesystem::path& draft);

/// Writes a draft with its texts and notes whose it is. Throws Error.
void writeDraft(const document::Opened&, const document::Document&, const std::filesystem::path& draft,
                const std::filesystem::path& of);

/// Throws Error for a draft that cannot be read.
[[nodiscard]] Draft readDraft(const std::filesystem::path& draft);

/// The drafts in the state folder, newest first, without those of a program that still runs and those that
/// cannot be read.
[[nodiscard]] std::vector<Draft> draftsLeft();

/// Whether the draft says something else than the document.
[[nodiscard]] bool differs(const Draft&, const document::Document&);

/// The draft's document with the texts of `opened`, its decisions at their words in them; what moved and
/// what is lost goes to `notes`. Throws Error where `opened` lacks one of the draft's sources.
[[nodiscard]] document::Document recovered(const Draft&, const document::Opened& opened,
                                           std::vector<std::string>& notes);

/// "22 Nov 2026, 18:05" in the zone of this machine.
[[nodiscard]] std::string changedText(const Draft&);
/// What the draft has that its file has not, in words: "2 decisions that the file does not have".
[[nodiscard]] std::string contentsText(const Draft&);

/// Moves a draft out of the way of a newer one, and says where it lies now.
[[nodiscard]] std::filesystem::path setAside(const std::filesystem::path& draft);
/// A draft is not wanted any more; the last one discarded of a document stays in the folder "discarded".
void discardDraft(const std::filesystem::path& draft);
/// The draft has become a saved document.
void removeDraft(const std::filesystem::path& draft);

}  // namespace retrace::app
