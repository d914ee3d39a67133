#pragma once

#include <string>
#include <string_view>

#include "gazetteer/spelling.hpp"

namespace retrace::gazetteer {

/// A folded name with what comparing needs, worked out once for many comparisons.
struct SoundedName {
    std::string folded;
    std::string plain;  // without articles
    std::string sounds;
    std::string key;
};

[[nodiscard]] SoundedName soundedName(std::string folded);
[[nodiscard]] NameMatch compareSounded(const SoundedName& asked, const SoundedName& known);

}  // namespace retrace::gazetteer
