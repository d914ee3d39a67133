#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "gazetteer/spelling.hpp"

namespace retrace::gazetteer {

/// A folded name with what comparing needs, worked out once for many comparisons.
struct SoundedName {
    std::string folded;
    std::string plain;             // without articles
    std::string sounds;            // of what romanized() makes of it where it is of another script
    std::string key;               // as files have it
    std::string otherSounds;       // with "ch" as kh; empty where there is none
    std::uint32_t letters = 0;     // lettersIn(plain)
    std::uint32_t consonants = 0;  // consonantsIn(sounds)
    bool arabic = false;           // has Arabic letters
    bool otherScript = false;      // than Latin, Arabic and Cyrillic
};

[[nodiscard]] SoundedName soundedName(std::string folded);
[[nodiscard]] NameMatch compareSounded(const SoundedName& asked, const SoundedName& known);

/// Its score alone, several times as fast where most names are below `least`; 0 for those.
[[nodiscard]] double soundedScore(const SoundedName& asked, const SoundedName& known, double least);

}  // namespace retrace::gazetteer
