#pragma once

#include <string>
#include <string_view>

namespace retrace::ui {

/// The letters by which people search: without case, accents, vowel signs and lengthening strokes; Arabic
/// letters that are written for one another (alef with hamza, final yeh, teh marbuta) as one. UTF-8.
[[nodiscard]] std::string folded(std::string_view utf8);

}  // namespace retrace::ui
