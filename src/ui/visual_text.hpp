#pragma once

#include <string>
#include <string_view>

namespace retrace::ui {

/// Text in the order and the letter forms in which Dear ImGui must draw it, letter after letter from the
/// left: Arabic letters joined (presentation forms), right-to-left runs reversed. Text without such letters
/// comes back as it is; what is no UTF-8 is replaced by U+FFFD.
[[nodiscard]] std::string visualText(std::string_view utf8);

}  // namespace retrace::ui
