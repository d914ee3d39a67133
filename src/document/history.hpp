#pragma once

#include "document/document.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace retrace::document {

/// Undo is a list of values: each step holds the document after it and what was done.
class History {
public:
    explicit History(Document first = {});
    [[nodiscard]] const Document& current() const;
    void push(Document, std::string what);  // drops what was undone
    bool undo();                            // false where there is nothing
    bool redo();
    [[nodiscard]] std::string undoName() const;  // empty where there is nothing
    [[nodiscard]] std::string redoName() const;
    [[nodiscard]] bool changedSinceSave() const;
    void markSaved();
    /// The document was saved elsewhere: every step takes over where the texts and records of `saved` lie.
    /// Sources are told by their ids, records by their place in the list. Nothing to undo comes of it.
    void relocate(const Document& saved);

private:
    struct Step {
        Document document;
        std::string what;
    };
    std::vector<Step> steps_;
    std::size_t at_ = 0, saved_ = 0;
};

}  // namespace retrace::document
