#pragma once

#include <cstdint>
#include <string_view>

namespace retrace::gazetteer {

/// The cost of turning one name's sounds (soundsOf) into the other's, in hundredths: a consonant 100, a like
/// one (k/g, s/z, d/t ...) about half, vowels less, a vowel that a script does not write nothing much.
/// `most` or anything above it where it costs more than that: then it is not counted to the end.
/// Of longer names only the first 96 letters are looked at.
[[nodiscard]] int soundDistance(std::string_view a, std::string_view b, int most);

/// One bit for each consonant that the sounds hold; h, v, w and y, which come and go cheaply, not among them.
[[nodiscard]] std::uint32_t consonantsIn(std::string_view sounds);

/// What soundDistance() cannot fall below, given consonantsIn() of both.
[[nodiscard]] int leastSoundDistance(std::uint32_t a, std::uint32_t b);

}  // namespace retrace::gazetteer
