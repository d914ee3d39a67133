#include "evaluate/expected.hpp"

#include "geo/error.hpp"

#include <charconv>
#include <cmath>
#include <initializer_list>
#include <map>

namespace retrace::evaluate {
namespace {

std::string trimmed(std::string text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// Line breaks and runs of blanks as one blank: a table may hold a name that the text breaks.
std::string onOneLine(const std::string& words) {
    std::string line;
    for (const char c : words) {
        const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return trimmed(line);
}

/// One table with its header.
struct Table {
    std::string file;
    std::map<std::string, std::size_t> columns;

    Table(const std::vector<document::CsvRow>& rows, std::string name) : file(std::move(name)) {
        if (rows.empty()) throw Error(file + " is empty; its first line must name the columns");
        for (std::size_t i = 0; i < rows.front().cells.size(); ++i)
            columns.try_emplace(lower(trimmed(rows.front().cells[i])), i);
    }

    /// The first of the names that the header has; empty where it has none of them.
    [[nodiscard]] std::string column(std::initializer_list<const char*> names) const {
        for (const char* name : names)
            if (columns.contains(name)) return name;
        return {};
    }
    [[nodiscard]] std::string required(std::initializer_list<const char*> names) const {
        const std::string found = column(names);
        if (found.empty())
            throw Error(file + ": no column '" + *names.begin() + "'; the first line must name the columns");
        return found;
    }
    [[nodiscard]] std::string cell(const document::CsvRow& row, const std::string& name) const {
        const auto found = columns.find(name);
        return found == columns.end() || found->second >= row.cells.size()
                   ? ""
                   : trimmed(row.cells[found->second]);
    }
    [[noreturn]] void refuse(const document::CsvRow& row, const std::string& name,
                             const std::string& need) const {
        throw Error(file + ", line " + std::to_string(row.line) + ": " + name + " is '" + cell(row, name) +
                    "'; " + need);
    }
    [[nodiscard]] std::size_t offset(const document::CsvRow& row, const std::string& name) const {
        const std::string text = cell(row, name);
        std::size_t value = 0;
        const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (failed != std::errc() || end != text.data() + text.size())
            refuse(row, name, "write a count of letters from the start of the text, from 0");
        return value;
    }
    [[nodiscard]] double number(const document::CsvRow& row, const std::string& name, double low, double high,
                                const std::string& need) const {
        const std::string text = cell(row, name);
        double value = 0;
        const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (failed != std::errc() || end != text.data() + text.size() || !(value >= low && value <= high))
            refuse(row, name, need);
        return value;
    }
    /// 1, yes, true or 0, no, false; `otherwise` where the cell is empty or there is no such column.
    [[nodiscard]] bool flag(const document::CsvRow& row, const std::string& name, bool otherwise) const {
        const std::string text = lower(cell(row, name));
        if (text.empty()) return otherwise;
        if (text == "1" || text == "yes" || text == "true") return true;
        if (text != "0" && text != "no" && text != "false") refuse(row, name, "write 1 or 0, yes or no");
        return false;
    }
};

/// Holds the words of a row against the text.
void requireWords(const Table& table, const document::CsvRow& row, const text::Source& source,
                  std::size_t begin, std::size_t end, const std::string& surface) {
    const std::string at = table.file + ", line " + std::to_string(row.line) + ": ";
    const std::string span = std::to_string(begin) + " to " + std::to_string(end);
    if (begin >= end) throw Error(at + "the span " + span + " is empty; its end must lie behind its start");
    if (end > source.letters.size())
        throw Error(at + "the span " + span + " goes beyond the text, which has " +
                    std::to_string(source.letters.size()) +
                    " letters; give the text that the table was made for");
    const std::string words = onOneLine(text::words(source, {source.id, begin, end}));
    if (words != onOneLine(surface))
        throw Error(at + "the table has \"" + onOneLine(surface) + "\" and the text \"" + words + "\" at " +
                    span + "; give the text that the table was made for");
}

}  // namespace

std::vector<Expected> expectedOf(const std::vector<document::CsvRow>& rows, const std::string& nameForErrors,
                                 const text::Source& source) {
    const Table table(rows, nameForErrors);
    const std::string start = table.required({"start", "char_start"}),
                      end = table.required({"end", "char_end"});
    const std::string surface = table.required({"surface"}), name = table.column({"name", "canonical"});
    for (const char* needed : {"lat", "lon"}) (void)table.required({needed});
    std::vector<Expected> expected;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const document::CsvRow& row = rows[i];
        Expected e{.begin = table.offset(row, start), .end = table.offset(row, end), .line = row.line};
        e.surface = table.cell(row, surface);
        e.name = table.cell(row, name);
        requireWords(table, row, source, e.begin, e.end, e.surface);
        if (table.cell(row, "lat").empty() != table.cell(row, "lon").empty())
            table.refuse(row, table.cell(row, "lat").empty() ? "lat" : "lon",
                         "give both lat and lon, or none");
        if (!table.cell(row, "lat").empty())
            e.at = geo::LonLat{table.number(row, "lon", -180, 180, "write decimal degrees from -180 to 180"),
                               table.number(row, "lat", -90, 90, "write decimal degrees from -90 to 90")};
        if (!table.cell(row, "tolerance_km").empty())
            e.tolerance_km = table.number(row, "tolerance_km", 0.001, 20040, "write kilometres, above 0");
        e.literal = table.flag(row, "literal", true);
        e.listed = table.flag(row, "in_gazetteer", true) && e.at;
        e.alarm = lower(table.cell(row, "note")).starts_with("alarm");
        e.repeats = !table.cell(row, "repeat_of").empty();
        expected.push_back(std::move(e));
    }
    return expected;
}

std::vector<Lookalike> lookalikesOf(const std::vector<document::CsvRow>& rows,
                                    const std::string& nameForErrors, const text::Source& source) {
    const Table table(rows, nameForErrors);
    const std::string start = table.required({"start", "char_start"}), surface = table.required({"surface"});
    const std::string kind = table.column({"kind", "note"});
    std::vector<Lookalike> lookalikes;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        Lookalike l{.begin = table.offset(rows[i], start)};
        l.surface = table.cell(rows[i], surface);
        l.kind = table.cell(rows[i], kind);
        l.end = l.begin + text::utf32(l.surface).size();
        requireWords(table, rows[i], source, l.begin, l.end, l.surface);
        lookalikes.push_back(std::move(l));
    }
    return lookalikes;
}

}  // namespace retrace::evaluate
