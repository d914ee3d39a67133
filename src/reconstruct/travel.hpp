#pragma once

#include "reconstruct/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::reconstruct {

/// Roads are longer than the straight line between their ends: by 1.2 to 1.5 in most countries (Ballou,
/// Rahardja and Sakai 2002, "Selected country circuity factors for road travel distance estimation").
constexpr double detourFactor = 1.3;

/// No faster on average, m/s, with what the words say was used: on foot and with animals as
/// model::plausibleSpeed_m_s, else 120 km/h, which no column drives.
[[nodiscard]] double fastest_m_s(const std::string& means);

/// How far there is to go, and how that is known: "46 km along the M5", "36 km straight, 47 km as roads go".
struct WayToGo {
    double metres = 0;
    std::string how;
};
/// Along the roads that the leg is drawn along, else the straight way through the points times the detour
/// factor.
[[nodiscard]] WayToGo wayToGo(const model::Leg&, double straight_m);

/// The least that two places lie apart, anywhere within their radii; not below 0.
[[nodiscard]] double leastApart_m(const geo::Place&, const geo::Place&);

/// Of a time told in one sentence with a way "from Homs to Hama": "46 km from Homs to Hama would need 184
/// km/h"; nothing where the sentence tells no such way, or it could be done.
[[nodiscard]] std::optional<std::string> tooFarFor(const Words&, const std::vector<model::PlaceMention>&,
                                                   const text::TimeExpression&);

[[nodiscard]] double kmh(double metres, double seconds);
/// "46 km".
[[nodiscard]] std::string kilometres(double metres);

}  // namespace retrace::reconstruct
