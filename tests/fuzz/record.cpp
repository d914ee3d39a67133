#include "document/document.hpp"
#include "geo/error.hpp"
#include "scratch_file.hpp"
#include "target.hpp"

#include <cmath>
#include <cstdlib>

// Any bytes are rows with a place on the Earth and an ordered time, or an Error.
void retrace::fuzz::run(std::string_view bytes) {
    const ScratchFile file(".csv", bytes);
    try {
        for (const model::RecordRow& row : document::readRecord(file.path())) {
            const bool ordered =
                !row.when.earliest || !row.when.latest || *row.when.earliest <= *row.when.latest;
            const bool onEarth = std::abs(row.where.at.lon) <= 180 && std::abs(row.where.at.lat) <= 90;
            if (row.place.empty() || !ordered || !onEarth) std::abort();
        }
    } catch (const Error&) {
    }
}
