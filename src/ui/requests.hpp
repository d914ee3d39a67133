#pragma once

#include "document/verbs.hpp"
#include "model/reconstruction.hpp"

#include <cstdio>
#include <map>
#include <string>
#include <utility>

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
[[nodiscard]] inline document::Request setTime(const model::Event& event, const std::string& time,
                                               const std::string& certainty, const std::string& reason) {
    document::Request request{"set-time", {quoteArgument(event.evidence.front()), time}, {{"certainty", certainty}}};
    if (!reason.empty()) request.named["reason"] = reason;
    return request;
}
/// `radius` in metres as it was typed; `grounds`: certainty= and reason=.
[[nodiscard]] inline document::Request choosePoint(const text::Quote& quote, const geo::LonLat& at, const std::string& radius,
                                                   std::map<std::string, std::string> grounds) {
    char lon[32], lat[32];
    std::snprintf(lon, sizeof lon, "%.6f", at.lon);
    std::snprintf(lat, sizeof lat, "%.6f", at.lat);
    grounds["radius"] = radius;
    return {"choose-point", {quoteArgument(quote), lon, lat}, std::move(grounds)};
}

}  // namespace retrace::ui
