#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"

namespace retrace::document {

/// Where the words of an anchor stand in a text that may have changed: there where the quote says; or at
/// the occurrence nearest to `expected`; the same words but for spaces, line ends and the shape of
/// quotation marks count when nothing is exact. Nothing where the words are gone.
[[nodiscard]] std::optional<text::Quote> findAnchor(const model::Anchor&, const text::Source&,
                                                    std::size_t expected);

/// Moves the decisions and chapters of `document` to their words in `texts`, and decisions about a record's row
/// to the row that names their place. What moved is told in `notes`; what is not found keeps its old place and
/// words and is told in `lost`.
void reanchor(Document& document, const std::vector<text::Source>& texts,
              const std::vector<model::RecordRow>& record, std::vector<std::string>& notes,
              std::vector<std::string>& lost);

/// Whether the words of a decision stand where its quote says, but for spaces and the shape of marks; of one
/// about a record's row, whether that row names its place.
[[nodiscard]] bool isAnchored(const model::Decision&, const std::vector<text::Source>& texts,
                              const std::vector<model::RecordRow>& record);

/// What reanchor() tells of decisions and chapters whose words are gone.
[[nodiscard]] std::vector<std::string> lostAnchors(const Document&, const std::vector<text::Source>& texts,
                                                   const std::vector<model::RecordRow>& record);

}  // namespace retrace::document
