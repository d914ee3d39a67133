#include "gather/gather.hpp"

#include <algorithm>

#include "gather/bytes.hpp"
#include "gather/gdal.hpp"
#include "gather/geonames.hpp"
#include "gather/linked_places.hpp"
#include "gather/map.hpp"
#include "gather/table.hpp"
#include "gather/whos_on_first.hpp"
#include "geo/error.hpp"

namespace retrace::gather {

namespace fs = std::filesystem;

namespace {

/// Of all tables of regions given, of one beside a dump, and of the dumps' own rows.
RegionNames regionNames(const std::vector<Source>& sources, Intake& intake) {
    RegionNames names;
    for (const Source& source : sources)
        if (source.format == Format::geonamesRegions) readGeoNamesRegions(source.file, names, intake);
    for (const Source& source : sources) {
        if (source.format != Format::geonames || !names.empty()) continue;
        const fs::path beside = fs::path(shownName(source.file)).parent_path() / "admin1CodesASCII.txt";
        std::error_code ignored;
        if (fs::is_regular_file(beside, ignored)) readGeoNamesRegions(beside.string(), names, intake);
    }
    if (!names.empty()) return names;
    for (const Source& source : sources) {
        if (source.format != Format::geonames) continue;
        intake.begin("looking for regions in " + shownName(source.file));
        findRegionRows(source.file, names);
    }
    return names;
}

void read(const Source& source, const Order& order, const RegionNames& regions, Intake& intake) {
    switch (source.format) {
        case Format::geonames:
            return readGeoNames(source.file, regions, intake);
        case Format::geonamesNames:
            return readGeoNamesNames(source.file, intake);
        case Format::geonamesRegions:
            return;  // read before
        case Format::table:
            return readTable(source.file, order.columns, intake);
        case Format::linkedPlaces:
            return readLinkedPlaces(source.file, intake);
        case Format::whosOnFirst:
            return readWhosOnFirst(source.file, intake);
        case Format::whosOnFirstJson:
            return readWhosOnFirstJson(source.file, intake);
        case Format::map:
            return readMap(source, order.columns, intake);
    }
}

std::string counted(std::size_t number, const std::string& one, const std::string& many) {
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(digits.begin() + static_cast<std::ptrdiff_t>(i - 3), ',');
    return digits + " " + (number == 1 ? one : many);
}

void requireAnother(const Order& order, const fs::path& file) {
    std::error_code ignored;
    for (const Source& source : order.sources)
        if (fs::equivalent(shownName(source.file), file, ignored))
            throw Error(file.string() + " is a source; write the gazetteer to another file");
    if (fs::is_directory(file, ignored))
        throw Error(file.string() + " is a folder; name the gazetteer's file, such as " +
                    (file / "my.gpkg").string());
}

}  // namespace

Report buildGazetteer(const Order& order, const fs::path& file, const gazetteer::BuildInfo& info,
                      const gazetteer::BuildProgress& progress) {
    requireAnother(order, file);
    prepareGdal();
    const Messages quiet;
    gazetteer::Builder builder(file, info, progress);
    Intake intake(builder, order.filter, progress);
    const RegionNames regions = regionNames(order.sources, intake);
    for (const Source& source : order.sources) {
        intake.begin("reading " + shownName(source.file));
        read(source, order, regions, intake);
    }
    Report report{intake.taken(), intake.leftOut(), intake.refusals(), {}};
    if (report.taken > 0) report.counts = builder.finish();
    return report;
}

std::string reportText(const Report& report) {
    std::string text = counted(report.taken, "row", "rows") +
                       " taken: " + counted(report.counts.places, "place", "places") + ", " +
                       counted(report.counts.names, "name", "names") + "\n";
    if (report.leftOut > 0)
        text += counted(report.leftOut, "row", "rows") + " left out: not wanted, or no place\n";
    if (report.counts.orphans > 0)
        text += counted(report.counts.orphans, "name", "names") + " left out: of places that no row gives\n";
    std::size_t refused = 0;
    for (const Refusal& each : report.refused) refused += each.rows;
    if (refused == 0) return text;
    text += counted(refused, "row", "rows") + " refused:\n";
    for (const Refusal& each : report.refused)
        text += "    " + counted(each.rows, "row", "rows") + ", the first at " + each.first + ": " +
                each.why + "\n";
    return text;
}

}  // namespace retrace::gather
