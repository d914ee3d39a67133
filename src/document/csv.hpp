#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::document {

struct CsvRow {
    std::size_t line = 0;  // in the file, from 1, where the row begins
    std::vector<std::string> cells;
};

/// The rows of a CSV file after RFC 4180: quotes, doubled quotes, line ends within quotes; LF, CRLF or CR;
/// a UTF-8 mark at the start is skipped, so are empty lines. Throws Error for a quote that never ends.
[[nodiscard]] std::vector<CsvRow> parseCsv(std::string_view bytes, char separator,
                                           const std::string& nameForErrors);

/// The separator that stands most often in the first line outside quotes: ',' ';' or a tab.
[[nodiscard]] char separatorOf(std::string_view bytes);

}  // namespace retrace::document
