#pragma once

#include "timeline/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace retrace::timeline {

/// "Z", "+03:00", "-0330", "+03", "+02:25:12" as seconds east of Greenwich, 18 hours at most; else nothing.
[[nodiscard]] std::optional<std::int64_t> parseOffset(std::string_view);
/// "+03:00"; with seconds where the offset has some, as local mean times do.
[[nodiscard]] std::string offsetText(std::int64_t seconds);
/// Seconds east of Greenwich at that instant. Throws Error for an unknown zone.
[[nodiscard]] std::int64_t offsetSeconds(Instant, const std::string& zone);

/// "2024-12-05" and nothing else.
[[nodiscard]] std::optional<Date> parseDate(std::string_view);
/// "2024-12-05".
[[nodiscard]] std::string dateText(const Date&);

}  // namespace retrace::timeline
