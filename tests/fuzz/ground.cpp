#include "basemap/ground.hpp"
#include "geo/error.hpp"
#include "scratch_file.hpp"
#include "target.hpp"

#include <algorithm>
#include <cstdlib>

// The first line is the ending of the file's name, the rest its bytes: any of them are something to draw on
// the Earth, or an Error that leaves the ground as it was.
void retrace::fuzz::run(std::string_view bytes) {
    const std::size_t line = std::min(bytes.find('\n'), bytes.size());
    std::string ending = ".";
    for (const char c : bytes.substr(0, std::min<std::size_t>(line, 8)))
        if (c >= 'a' && c <= 'z') ending += c;
    const ScratchFile file(ending, bytes.substr(std::min(line + 1, bytes.size())));
    basemap::Ground ground;
    try {
        basemap::addUserGround(ground, file.path());
        if (ground.features.empty() && ground.images.empty() && ground.reliefs.empty()) std::abort();
        for (const basemap::Feature& feature : ground.features)
            for (const auto& part : feature.parts)
                for (const geo::LonLat& at : part)
                    if (!(at.lon >= -360 && at.lon <= 360 && at.lat >= -90 && at.lat <= 90)) std::abort();
    } catch (const Error&) {
        if (!ground.features.empty() || !ground.images.empty() || !ground.reliefs.empty()) std::abort();
    }
}
