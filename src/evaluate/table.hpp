#pragma once

#include "document/csv.hpp"
#include "text/source.hpp"

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

namespace retrace::evaluate {

/// Lower case of ASCII letters.
[[nodiscard]] std::string lower(std::string);

/// One reference table with its header; its words are read in lower case. Every fault is an Error that names
/// file, line and what to write.
struct Table {
    std::string file;
    std::map<std::string, std::size_t> columns;

    Table(const std::vector<document::CsvRow>& rows, std::string name);

    /// The first of the names that the header has; empty where it has none of them.
    [[nodiscard]] std::string column(std::initializer_list<const char*> names) const;
    [[nodiscard]] std::string required(std::initializer_list<const char*> names) const;
    [[nodiscard]] std::string cell(const document::CsvRow& row, const std::string& name) const;
    [[noreturn]] void refuse(const document::CsvRow& row, const std::string& name, const std::string& need) const;
    /// A count of letters from the start of the text.
    [[nodiscard]] std::size_t offset(const document::CsvRow& row, const std::string& name) const;
    [[nodiscard]] double number(const document::CsvRow& row, const std::string& name, double low, double high,
                                const std::string& need) const;
    /// 1, yes, true or 0, no, false; `otherwise` where the cell is empty or there is no such column.
    [[nodiscard]] bool flag(const document::CsvRow& row, const std::string& name, bool otherwise) const;
};

/// Holds the words of a row against the text.
void requireWords(const Table& table, const document::CsvRow& row, const text::Source& source, std::size_t begin,
                  std::size_t end, const std::string& surface);

}  // namespace retrace::evaluate
