#pragma once

#include <string>
#include <string_view>

namespace retrace::gather {

/// Of a settlement by its people; 0 is unknown.
[[nodiscard]] std::string settlementType(long population);
/// Half the width of a settlement of that many people, roughly.
[[nodiscard]] double settlementRadius_m(long population);
[[nodiscard]] bool isSettled(std::string_view type);  // city, town, village, quarter

/// How far from its point a place of that type may reach where nothing better is known.
[[nodiscard]] double usualRadius_m(std::string_view type, long population);

/// Of a GeoNames feature class ("P") and code ("PPLA"). Empty where it is no place that a testimony would
/// name (a seabed feature, a well's number).
[[nodiscard]] std::string typeOfGeoNames(std::string_view featureClass, std::string_view code,
                                         long population, std::string_view country);

/// Of words as other lists have them: "human settlement", "locality", "peak", "aerodrome", "PPL". Empty where
/// none is known.
[[nodiscard]] std::string typeOfWords(std::string_view words, long population, std::string_view country);

/// What the country's first-level divisions are called here: "governorate" or "region".
[[nodiscard]] std::string firstDivision(std::string_view country);

}  // namespace retrace::gather
