#pragma once

#include "app/case.hpp"
#include "geo/place.hpp"

#include <string>
#include <vector>

namespace retrace::app {

/// The results of the commands in the formats of the contract. All end with a line end.
[[nodiscard]] std::string placesJson(const Case&);
[[nodiscard]] std::string eventsJson(const Case&);
/// `others`: the ways of others too, after those of who tells.
[[nodiscard]] std::string routeGeoJson(const Case&, bool others = false);
[[nodiscard]] std::string checkJson(const Case&);
[[nodiscard]] std::string candidatesJson(const std::vector<geo::Candidate>&, bool oneLine);

[[nodiscard]] std::string placesGeoJson(const Case&);
[[nodiscard]] std::string eventsGeoJson(const Case&);

/// A cell of a CSV file, quoted where RFC 4180 asks for it.
[[nodiscard]] std::string csvCell(const std::string&);
[[nodiscard]] std::string placesCsv(const Case&);
[[nodiscard]] std::string eventsCsv(const Case&);
[[nodiscard]] std::string routeCsv(const Case&);
[[nodiscard]] std::string checkCsv(const Case&);
[[nodiscard]] std::string candidatesCsv(const std::string& asked, const std::vector<geo::Candidate>&);

[[nodiscard]] std::string placesText(const Case&);
[[nodiscard]] std::string eventsText(const Case&);
[[nodiscard]] std::string routeText(const Case&);
[[nodiscard]] std::string checkText(const Case&);
[[nodiscard]] std::string candidatesText(const std::string& asked, const std::vector<geo::Candidate>&);

}  // namespace retrace::app
