#include "evaluate/table.hpp"

#include "geo/error.hpp"

#include <charconv>

namespace retrace::evaluate {
namespace {

std::string trimmed(std::string text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
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

}  // namespace

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

Table::Table(const std::vector<document::CsvRow>& rows, std::string name) : file(std::move(name)) {
    if (rows.empty()) throw Error(file + " is empty; its first line must name the columns");
    for (std::size_t i = 0; i < rows.front().cells.size(); ++i)
        columns.try_emplace(lower(trimmed(rows.front().cells[i])), i);
}

std::string Table::column(std::initializer_list<const char*> names) const {
    for (const char* name : names)
        if (columns.contains(name)) return name;
    return {};
}

std::string Table::required(std::initializer_list<const char*> names) const {
    const std::string found = column(names);
    if (found.empty())
        throw Error(file + ": no column '" + *names.begin() + "'; the first line must name the columns");
    return found;
}

std::string Table::cell(const document::CsvRow& row, const std::string& name) const {
    const auto found = columns.find(name);
    return found == columns.end() || found->second >= row.cells.size() ? ""
                                                                       : trimmed(row.cells[found->second]);
}

void Table::refuse(const document::CsvRow& row, const std::string& name, const std::string& need) const {
    throw Error(file + ", line " + std::to_string(row.line) + ": " + name + " is '" + cell(row, name) +
                "'; " + need);
}

std::size_t Table::offset(const document::CsvRow& row, const std::string& name) const {
    const std::string text = cell(row, name);
    std::size_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size())
        refuse(row, name, "write a count of letters from the start of the text, from 0");
    return value;
}

double Table::number(const document::CsvRow& row, const std::string& name, double low, double high,
                     const std::string& need) const {
    const std::string text = cell(row, name);
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size() || !(value >= low && value <= high))
        refuse(row, name, need);
    return value;
}

bool Table::flag(const document::CsvRow& row, const std::string& name, bool otherwise) const {
    const std::string text = lower(cell(row, name));
    if (text.empty()) return otherwise;
    if (text == "1" || text == "yes" || text == "true") return true;
    if (text != "0" && text != "no" && text != "false") refuse(row, name, "write 1 or 0, yes or no");
    return false;
}

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

}  // namespace retrace::evaluate
