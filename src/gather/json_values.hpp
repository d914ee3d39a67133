#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace retrace::gather {

using Json = nlohmann::json;

/// Nothing where the text is no JSON object, nested beyond reason included.
[[nodiscard]] std::optional<Json> parseObject(const std::string& text);
/// The member, null where the value is no object or has none.
[[nodiscard]] const Json& memberOf(const Json& value, const char* name);
/// A text, or a number as text; empty for anything else.
[[nodiscard]] std::string textOf(const Json& value);

}  // namespace retrace::gather
