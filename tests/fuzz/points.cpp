#include "app/front_points.hpp"
#include "geo/error.hpp"
#include "require.hpp"
#include "target.hpp"

#include <cmath>
#include <string>

// Any bytes are points on the Earth, no more than there are lines, or an Error of one line.
void retrace::fuzz::run(std::string_view bytes) {
    try {
        const auto points = app::pointsIn(bytes, "points.csv");
        std::size_t lines = 1;
        for (const char c : bytes) lines += c == '\n' || c == '\r';
        require(points.size() < lines);
        for (const geo::LonLat& p : points) require(std::abs(p.lon) <= 180 && std::abs(p.lat) <= 90);
    } catch (const Error& fault) {
        const std::string message = fault.what();
        require(message.starts_with("points.csv") && message.size() < 200);
        require(message.find_first_of("\r\n") == std::string::npos);
    }
}
