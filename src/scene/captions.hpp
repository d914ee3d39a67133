#pragma once

#include "scene/scene.hpp"

#include <string>

namespace retrace::scene {

/// An event in careful words: who says it, whether done, ordered, feared or denied, and no hour or day that
/// the words do not give. Places that are left open stand in quotation marks.
[[nodiscard]] CaptionText captionOf(const model::Reconstruction&, std::size_t event);

/// Seconds a person needs for it: at least 2.5, at most 15 characters a second.
[[nodiscard]] double readingSeconds(const CaptionText&);

/// "06:00", "from 06:00 to 09:00", "until 23:00"; empty without an hour.
[[nodiscard]] std::string hourWords(const model::When&);

/// When an event was, in the narrator's own precision: the hour where the words give one ("06:00", "until
/// 23:00"); else the words themselves, in quotation marks (“before dawn”); empty where they give neither.
[[nodiscard]] std::string hourWords(const model::Reconstruction&, const model::Event&);

/// An event in one plain sentence with its careful words, for a tip: "The narrator says they went to Homs
/// (stated by the narrator · day stated)."
[[nodiscard]] std::string sentenceOf(const model::Reconstruction&, std::size_t event);

/// The name of a mention as the testimony has it; in quotation marks while its place is open.
[[nodiscard]] std::string nameWords(const model::Reconstruction&, const model::PlaceRef&);

/// A span beside a mark: bounds half a day or more apart are no hours that a label should show. "between 5
/// Dec, 09:45 and 7 Dec, 00:00" is read "5-6 Dec"; the inspector keeps the exact bounds.
[[nodiscard]] std::string labelSpanWords(const timeline::Span&, const std::string& zone);

}  // namespace retrace::scene
