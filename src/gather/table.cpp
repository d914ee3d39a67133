#include "gather/table.hpp"

#include "gather/bytes.hpp"
#include "gather/lines.hpp"
#include "geo/error.hpp"

namespace retrace::gather {

char separatorOf(std::string_view header) {
    std::size_t commas = 0, semicolons = 0, tabs = 0;
    bool quoted = false;
    for (const char c : header) {
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

void readTable(const std::string& file, const ColumnChoice& choice, Intake& intake) {
    LineReader first(file);
    while (first.next() && first.line().empty()) {
    }
    const char separator = separatorOf(first.line());
    RecordReader records(file, separator, true);
    Record record;
    if (!records.next(record)) throw Error(shownName(file) + " is empty");
    if (!record.fault.empty())
        throw Error(shownName(file) + ":" + std::to_string(record.line) + " " + record.fault);
    const std::vector<std::string> headers = record.cells;
    const Columns columns = columnsOf(headers, choice, stemOf(file));
    if (!columns.name || !columns.havePlace()) {
        std::string list;
        for (const std::string& header : headers) list += (list.empty() ? "" : ", ") + header;
        throw Error(shownName(file) + " has no column that is " + (columns.name ? "a position" : "a name") +
                    " (" + list.substr(0, 200) + "); say which with --columns name=..,lat=..,lon=..");
    }
    while (records.next(record)) {
        const RowAt at{file, record.line};
        if (record.fault.empty() && record.cells.size() > headers.size())
            record.fault = "has more cells than the header";
        if (!record.fault.empty())
            intake.refuse(record.fault, at);
        else
            intake.take(rowOf(columns, record.cells), at);
    }
}

}  // namespace retrace::gather
