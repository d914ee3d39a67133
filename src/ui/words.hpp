#pragma once

#include "model/reconstruction.hpp"

#include <string>
#include <string_view>

namespace retrace::ui {

// The careful words in which panels speak of what was read.

/// "stop · Shihat Hama · village, within 500 m" or why it is undecided.
[[nodiscard]] std::string describeMention(const model::PlaceMention&);
/// An event in sentences: "The narrator says they withdrew to Hama.", whether it was done, and its span.
[[nodiscard]] std::string describeEvent(const model::Reconstruction&, const model::Event&);
/// With a capital letter and a full stop.
[[nodiscard]] std::string sentence(std::string words);
/// A kind of event as a heading: "Withdrawing", "An order".
[[nodiscard]] std::string kindWords(const std::string& kind);
/// "time of Damascus" for the zone Asia/Damascus.
[[nodiscard]] std::string zoneWords(const std::string& zone);
/// Where the zone of the clock comes from: the document (`chosen`), or the places named.
[[nodiscard]] std::string zoneReason(const std::string& zone, bool chosen);
/// A short label for a bar: the place, the hour where there is one.
[[nodiscard]] std::string shortLabel(const model::Reconstruction&, const model::Event&);
/// "we · seen by the narrator · done".
[[nodiscard]] std::string standing(const model::Event&);
/// "done", "ordered, not told as done", "only thought of", "denied", "done by others", "background".
[[nodiscard]] std::string statusWords(text::Status);
[[nodiscard]] std::string voiceWords(text::Voice, text::Presence);
[[nodiscard]] std::string quoteOf(const model::Reconstruction&, const text::Quote&);
[[nodiscard]] std::string dayWords(model::DayCode);
/// The declared key of a verb, as menus and hints write it; empty where it has none.
[[nodiscard]] std::string keyOf(std::string_view verb);

}  // namespace retrace::ui
