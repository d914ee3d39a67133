#include "document/csv.hpp"

#include <utility>

#include "geo/error.hpp"

namespace retrace::document {
namespace {

std::string_view withoutMark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

}  // namespace

char separatorOf(std::string_view bytes) {
    std::size_t commas = 0, semicolons = 0, tabs = 0;
    bool quoted = false;
    for (const char c : withoutMark(bytes)) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        commas += c == ',';
        semicolons += c == ';';
        tabs += c == '\t';
    }
    if (semicolons > commas && semicolons >= tabs) return ';';
    return tabs > commas ? '\t' : ',';
}

std::vector<CsvRow> parseCsv(std::string_view bytes, char separator, const std::string& nameForErrors) {
    const std::string_view text = withoutMark(bytes);
    std::vector<CsvRow> rows;
    std::size_t line = 1, quoteLine = 0;
    CsvRow row{line, {}};
    std::string cell;
    bool quoted = false, wasQuoted = false;
    const auto endRow = [&] {
        const bool empty = row.cells.empty() && cell.empty() && !wasQuoted;
        row.cells.push_back(std::exchange(cell, {}));
        if (!empty) rows.push_back(std::move(row));
        wasQuoted = false;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool lineEnds = c == '\n' || (c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
        if (lineEnds) ++line;
        if (quoted) {
            if (c != '"') {
                cell += c;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cell += c;
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == '"' && cell.empty() && !wasQuoted) {
            quoted = wasQuoted = true;
            quoteLine = line;
        } else if (c == separator) {
            row.cells.push_back(std::exchange(cell, {}));
            wasQuoted = false;
        } else if (lineEnds) {
            endRow();
            row = {line, {}};
        } else if (c != '\r') {
            cell += c;
        }
    }
    if (quoted) {
        throw Error(nameForErrors + ", line " + std::to_string(quoteLine) +
                    ": a quotation mark opens and never closes; close it or double it");
    }
    if (!row.cells.empty() || !cell.empty() || wasQuoted) endRow();
    return rows;
}

}  // namespace retrace::document
