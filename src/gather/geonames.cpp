#include "gather/geonames.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "gather/kinds.hpp"
#include "gather/lines.hpp"
#include "gather/scripts.hpp"

namespace retrace::gather {

namespace {

constexpr double colloquialWeight = 0.8, historicWeight = 0.9;

bool isNumber(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// True for a language or none; false for what is no name of a place ("link", "post", "iata", "fr_1793" is
/// one).
bool isLanguage(std::string_view code) {
    static constexpr std::array<std::string_view, 12> others{
        "link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "abbr", "phon", "piny", "fr_1793"};
    return std::ranges::find(others, code) == others.end();
}

}  // namespace

void readGeoNamesRegions(const std::string& file, RegionNames& names, Intake& intake) {
    RecordReader records(file, '\t', false);
    for (Record record; records.next(record);) {
        if (record.fault.empty() && record.cells.size() < 2)
            record.fault = "has fewer columns than a GeoNames table";
        if (!record.fault.empty())
            intake.refuse(record.fault, {file, record.line});
        else
            names[record.cells[0]] = record.cells[1];
    }
}

void findRegionRows(const std::string& dump, RegionNames& names) {
    LineReader lines(dump);
    while (lines.next()) {
        if (lines.line().find("\tADM1\t") == std::string::npos || !isUtf8(lines.line())) continue;
        const auto cells = split(lines.line(), '\t');
        if (cells.size() >= 15 && cells[7] == "ADM1")
            names.emplace(std::string(cells[8]) + "." + std::string(cells[10]), cells[1]);
    }
}

void readGeoNames(const std::string& file, const RegionNames& regions, Intake& intake) {
    LineReader lines(file);
    while (lines.next()) {
        const RowAt at{file, lines.number()};
        const std::string& line = lines.line();
        if (line.empty() || line.starts_with('#')) continue;
        if (lines.isTooLong()) {
            intake.refuse("is longer than a million bytes", at);
            continue;
        }
        const auto cells = split(line, '\t');
        if (cells.size() < 15 || !isNumber(cells[0])) {
            intake.refuse(cells.size() < 15 ? "has fewer columns than a GeoNames dump"
                                            : "has no GeoNames id in its first column",
                          at);
            continue;
        }
        if (!isUtf8(line)) {
            intake.refuse("is not UTF-8; save the file as UTF-8", at);
            continue;
        }
        const long population = peopleOf(cells[14]);
        const auto others = split(cells[3], ',');
        gazetteer::PlaceRow row;
        row.place = {.id = "gn:" + std::string(cells[0]),
                     .name = std::string(cells[1]),
                     .name_ar = arabicNameAmong(others),
                     .type = typeOfGeoNames(cells[6], cells[7], population, cells[8]),
                     .where = {{numberOf(cells[5]), numberOf(cells[4])}, 0},
                     .country = std::string(cells[8]),
                     .population = population};
        if (row.place.type.empty()) {  // the seabed
            intake.leaveOut();
            continue;
        }
        const auto region = regions.find(row.place.country + "." + std::string(cells[10]));
        if (region != regions.end()) row.place.region = region->second;
        if (cells[2] != cells[1]) row.names.push_back({std::string(cells[2])});
        for (const std::string_view name : others)
            if (name != cells[1] && !isCodeOrTransliteration(name)) row.names.push_back({std::string(name)});
        intake.take(std::move(row), at);
    }
}

void readGeoNamesNames(const std::string& file, Intake& intake) {
    LineReader lines(file);
    while (lines.next()) {
        const RowAt at{file, lines.number()};
        const auto cells = split(lines.line(), '\t');
        if (lines.isTooLong() || cells.size() < 4 || !isNumber(cells[1])) {
            intake.refuse("has not the columns of GeoNames' alternate names", at);
            continue;
        }
        if (!isUtf8(cells[3])) {
            intake.refuse("is not UTF-8; save the file as UTF-8", at);
            continue;
        }
        const std::string id = "gn:" + std::string(cells[1]);
        if (cells[2] == "wkdt" && cells[3].starts_with('Q') && isNumber(cells[3].substr(1)))
            intake.addSameAs(id, "wd:" + std::string(cells[3]));
        const auto isSet = [&](std::size_t column) { return column < cells.size() && cells[column] == "1"; };
        const double weight = isSet(6) ? colloquialWeight : isSet(7) ? historicWeight : 1;
        if (isLanguage(cells[2]))
            intake.addNames(id, {{std::string(cells[3]), weight}});
        else
            intake.leaveOut();
    }
}

}  // namespace retrace::gather
