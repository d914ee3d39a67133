#pragma once

#include "model/reconstruction.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace retrace::ui {

/// What a stretch of the testimony is, for its look and for a click on it.
struct Marks {
    std::optional<std::size_t> mention;  // index into Reconstruction::mentions
    std::optional<std::size_t> time;     // index into the reading's times
    std::optional<std::size_t> event;    // index into Reconstruction::events
    bool quiet = false;                  // not the narrator's words, or a repeat
    bool operator==(const Marks&) const = default;
};

/// A piece of one line: letters with the same marks, without spaces inside.
struct Token {
    std::size_t begin = 0, end = 0;  // code points of the source
    std::string words;               // UTF-8, visual order
    float x = 0, y = 0, width = 0;   // pixels from the upper left corner of the column
    Marks marks;
};

struct TextFlow {
    std::string source;
    float columnWidth = 0, fontSize = 0;
    std::vector<Token> tokens;  // by offset
    float lineHeight = 0, height = 0;
    std::size_t signature = 0;  // of what it was made from
};

using Measure = std::function<float(const std::string& utf8, bool strong)>;

/// Sets a source in lines no wider than `width`. Mentions are measured in the strong weight.
[[nodiscard]] TextFlow flow(const model::Reconstruction&, std::size_t source, float width, float lineHeight,
                            const Measure&);

/// The y of the line in which the event's words begin; nothing where it has none in this source.
[[nodiscard]] std::optional<float> topOfEvent(const TextFlow&, const model::Reconstruction&,
                                              std::size_t event);

/// A number that changes when the flow must be made anew.
[[nodiscard]] std::size_t signatureOf(const model::Reconstruction&, std::size_t source);

}  // namespace retrace::ui
