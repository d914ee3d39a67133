#include <charconv>
#include <cmath>

#include "document/csv.hpp"
#include "document/document.hpp"
#include "document/files.hpp"
#include "geo/error.hpp"

namespace retrace::document {
namespace {

constexpr std::size_t recordLimit = 64u << 20;
constexpr double knownRadius_m = 1000, approximateRadius_m = 3000;

std::string trimmed(std::string_view s) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!s.empty() && blank(s.front())) s.remove_prefix(1);
    while (!s.empty() && blank(s.back())) s.remove_suffix(1);
    return std::string(s);
}

std::string lower(std::string s) {
    for (char& c : s) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return s;
}

/// Notes that doubt the coordinates ("coords memory", "approximate"); "date from memory" does not.
double radiusFrom(const std::string& note) {
    const std::string text = lower(note);
    const auto has = [&](const char* word) { return text.find(word) != std::string::npos; };
    const bool doubtful = has("approx") || (has("coord") && (has("memory") || has("low")));
    return doubtful ? approximateRadius_m : knownRadius_m;
}

struct Columns {
    std::map<std::string, std::size_t> at;
    [[nodiscard]] std::string cell(const CsvRow& row, const char* name) const {
        const auto found = at.find(name);
        if (found == at.end() || found->second >= row.cells.size()) return {};
        return trimmed(row.cells[found->second]);
    }
};

Columns columnsOf(const CsvRow& header, const std::string& where) {
    Columns columns;
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        columns.at.try_emplace(lower(trimmed(header.cells[i])), i);
    }
    for (const char* needed : {"place", "lat", "lon"}) {
        if (!columns.at.contains(needed)) {
            throw Error(where + ", line " + std::to_string(header.line) + ": no column '" + needed +
                        "'; the first line must name place, lat, lon (and from_side, to_side, earliest_utc, "
                        "latest_utc, source, confidence, note)");
        }
    }
    return columns;
}

double degrees(std::string text, double limit, bool decimalComma, const std::string& what) {
    if (decimalComma) {
        for (char& c : text) {
            if (c == ',') c = '.';
        }
    }
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size() || !(std::abs(value) <= limit)) {
        throw Error(what + " is '" + text + "'; write decimal degrees, not beyond " +
                    std::to_string(static_cast<int>(limit)));
    }
    return value;
}

std::optional<timeline::Instant> instant(const std::string& text, const std::string& what) {
    if (text.empty()) return std::nullopt;
    const auto t = timeline::parseIso(text, "+00:00");
    if (!t)
        throw Error(what + " is '" + text + "'; write ISO 8601 like 2024-12-05T06:30Z, or leave it empty");
    return t;
}

}  // namespace

std::vector<model::RecordRow> readRecord(const std::filesystem::path& path) {
    return parseRecord(readFile(path, recordLimit), path.filename().string());
}

std::vector<model::RecordRow> parseRecord(std::string_view bytes, const std::string& file) {
    const char separator = separatorOf(bytes);
    const std::vector<CsvRow> rows = parseCsv(bytes, separator, file);
    if (rows.empty()) throw Error(file + ": empty; the first line must name the columns place, lat, lon ...");
    const Columns columns = columnsOf(rows.front(), file);

    std::vector<model::RecordRow> record;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto cell = [&](const char* name) { return columns.cell(rows[i], name); };
        const std::string where = file + ", line " + std::to_string(rows[i].line) + ": ";
        model::RecordRow row;
        row.row = rows[i].line;
        row.place = cell("place");
        if (row.place.empty()) throw Error(where + "no place; name it or delete the row");
        row.fromSide = cell("from_side");
        row.toSide = cell("to_side");
        row.source = cell("source");
        row.confidence = cell("confidence");
        row.note = cell("note");
        row.where = {{degrees(cell("lon"), 180, separator == ';', where + "lon"),
                      degrees(cell("lat"), 90, separator == ';', where + "lat")},
                     radiusFrom(row.note)};
        row.when.earliest = instant(cell("earliest_utc"), where + "earliest_utc");
        row.when.latest = instant(cell("latest_utc"), where + "latest_utc");
        if (row.when.earliest && row.when.latest && *row.when.latest < *row.when.earliest) {
            throw Error(where + "latest_utc lies before earliest_utc; swap or correct them");
        }
        row.when.origins = {timeline::Origin::record};
        record.push_back(std::move(row));
    }
    return record;
}

}  // namespace retrace::document
