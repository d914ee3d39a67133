#pragma once

#include "document/verbs.hpp"
#include "model/reconstruction.hpp"

#include <string>

namespace retrace::ui {

/// "source:begin-end", as verbs take a quote.
[[nodiscard]] inline std::string quoteArgument(const text::Quote& quote) {
    return quote.source + ":" + std::to_string(quote.begin) + "-" + std::to_string(quote.end);
}
[[nodiscard]] inline document::Request selectMention(const model::Reconstruction& r, std::size_t mention) {
    return {"select", {quoteArgument(r.mentions[mention].mention.quote)}, {}};
}
[[nodiscard]] inline document::Request selectEvent(const model::Reconstruction& r, std::size_t event) {
    return {"select-event", {r.events[event].id}, {}};
}

}  // namespace retrace::ui
