#include <cmath>
#include <cstdlib>

#include "gather/gather.hpp"
#include "gazetteer/gazetteer.hpp"
#include "geo/error.hpp"
#include "scratch_file.hpp"
#include "target.hpp"

namespace {

/// The bytes as one kind of list: a gazetteer that opens, or an Error.
void gatherAs(const std::filesystem::path& file, std::optional<retrace::gather::Format> format) {
    using namespace retrace;
    const fuzz::ScratchFile out(".gpkg", "");
    try {
        gather::Order order;
        order.sources = gather::sourcesOf(file.string(), format);
        const gather::Report report = gather::buildGazetteer(order, out.path(), {}, {});
        if (report.taken == 0) return;
        if (report.counts.places == 0 || report.counts.places > report.taken) std::abort();
        const gazetteer::Gazetteer built({out.path()});
        for (const geo::Place& place : built.inBox({-180, -90, 180, 90}, 100))
            if (!(std::abs(place.where.at.lon) <= 180 && std::abs(place.where.at.lat) <= 90) ||
                !(place.where.radius_m >= 0))
                std::abort();
    } catch (const Error&) {
    }
}

}  // namespace

// Any bytes are a list of places of every kind: rows, refusals with a reason, or an Error.
void retrace::fuzz::run(std::string_view bytes) {
    using gather::Format;
    const ScratchFile file(".list", bytes);
    gatherAs(file.path(), std::nullopt);
    for (const Format format : {Format::geonames, Format::geonamesNames, Format::table, Format::linkedPlaces,
                                Format::whosOnFirst, Format::whosOnFirstJson})
        gatherAs(file.path(), format);
}
