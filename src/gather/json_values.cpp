#include "gather/json_values.hpp"

#include <algorithm>

namespace retrace::gather {

namespace {

constexpr std::size_t deepest = 64;  // brackets within brackets: the parser's own stack is not theirs to fill

bool isTooDeep(const std::string& text) {
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' && quoted)
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '{' || c == '['))
            ++depth;
        else if (!quoted && (c == '}' || c == ']') && depth > 0)
            --depth;
        if (depth > deepest) return true;
    }
    return false;
}

}  // namespace

std::optional<Json> parseObject(const std::string& text) {
    if (isTooDeep(text)) return std::nullopt;
    Json read = Json::parse(text, nullptr, false);
    return read.is_object() ? std::optional(std::move(read)) : std::nullopt;
}

const Json& memberOf(const Json& value, const char* name) {
    static const Json none;
    if (!value.is_object()) return none;
    const auto found = value.find(name);
    return found == value.end() ? none : *found;
}

std::string textOf(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    return value.is_number() ? value.dump() : std::string();
}

}  // namespace retrace::gather
