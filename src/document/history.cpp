#include "document/history.hpp"

#include <limits>
#include <utility>

namespace retrace::document {
namespace {

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

}  // namespace

History::History(Document first) {
    steps_.push_back({std::move(first), {}});
}

const Document& History::current() const {
    return steps_[at_].document;
}

void History::push(Document document, std::string what) {
    if (saved_ != nowhere && saved_ > at_) saved_ = nowhere;  // what was saved is being dropped
    steps_.resize(at_ + 1);
    steps_.push_back({std::move(document), std::move(what)});
    ++at_;
}

bool History::undo() {
    if (at_ == 0) return false;
    --at_;
    return true;
}

bool History::redo() {
    if (at_ + 1 >= steps_.size()) return false;
    ++at_;
    return true;
}

std::string History::undoName() const {
    return at_ == 0 ? std::string() : steps_[at_].what;
}

std::string History::redoName() const {
    return at_ + 1 < steps_.size() ? steps_[at_ + 1].what : std::string();
}

bool History::changedSinceSave() const {
    return at_ != saved_;
}

void History::markSaved() {
    saved_ = at_;
}

void History::relocate(const Document& saved) {
    for (Step& step : steps_) {
        for (SourceRef& source : step.document.sources)
            for (const SourceRef& other : saved.sources)
                if (other.id == source.id) source.path = other.path, source.sha256 = other.sha256;
        if (step.document.records.size() == saved.records.size()) step.document.records = saved.records;
    }
}

}  // namespace retrace::document
