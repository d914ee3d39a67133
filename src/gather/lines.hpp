#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gather/bytes.hpp"

namespace retrace::gather {

/// Longer lines are no row of any list of places: what is beyond is skipped.
inline constexpr std::size_t longestLine = 1'000'000;

[[nodiscard]] bool isUtf8(std::string_view bytes);
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Cut at every separator; one empty part where the text is empty.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// The lines of a text file in bounded memory: LF, CRLF or CR; a UTF-8 mark at the start is skipped.
class LineReader {
public:
    /// Throws Error where the file is UTF-16, which no line of it could be told from.
    explicit LineReader(const std::string& name);
    /// False at the end.
    [[nodiscard]] bool next();
    [[nodiscard]] const std::string& line() const { return line_; }  // without its end
    [[nodiscard]] std::size_t number() const { return number_; }     // from 1
    [[nodiscard]] bool isTooLong() const { return tooLong_; }        // line() holds its beginning
    [[nodiscard]] const std::string& file() const { return bytes_.name(); }

private:
    [[nodiscard]] bool fill();
    ByteStream bytes_;
    std::vector<char> buffer_;
    std::size_t at_ = 0, filled_ = 0, number_ = 0;
    bool tooLong_ = false, sawReturn_ = false;
    std::string line_;
};

/// One row of a table.
struct Record {
    std::size_t line = 0;  // where it begins, from 1
    std::vector<std::string> cells;
    std::string fault;  // why it cannot be read; empty where it can
};

/// Rows after RFC 4180 (quotes, doubled quotes, line ends within quotes), or without any quoting. A quotation
/// mark that never closes costs its own line only.
class RecordReader {
public:
    RecordReader(const std::string& name, char separator, bool quotes);
    /// False at the end. Empty lines are passed over.
    [[nodiscard]] bool next(Record& record);

private:
    struct Line {
        std::size_t number = 0;
        std::string text;
        bool tooLong = false;
    };
    [[nodiscard]] bool nextLine(Line& line);
    LineReader lines_;
    std::deque<Line> ahead_;  // lines looked at for the end of a quotation, to be read again
    char separator_;
    bool quotes_;
};

}  // namespace retrace::gather
