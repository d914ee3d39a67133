#include "gather/lines.hpp"

#include <cstring>

#include "geo/error.hpp"

namespace retrace::gather {

namespace {

constexpr std::size_t bufferSize = 1 << 16;
constexpr std::size_t longestQuotation = 100;     // lines of one row
constexpr std::size_t largestQuotation = 100000;  // bytes of a row of several lines

/// Cuts a line into cells; false where a quotation is open at its end.
bool cutQuoted(const std::string& text, char separator, std::vector<std::string>& cells) {
    cells.assign(1, {});
    bool quoted = false, wasQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"') {
                cells.back() += c;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cells.back() += c;
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == '"' && cells.back().empty() && !wasQuoted) {
            quoted = wasQuoted = true;
        } else if (c == separator) {
            cells.emplace_back();
            wasQuoted = false;
        } else {
            cells.back() += c;
        }
    }
    return !quoted;
}

}  // namespace

bool isUtf8(std::string_view bytes) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    const auto* end = at + bytes.size();
    while (at < end) {
        if (*at < 0x80) {
            ++at;
            continue;
        }
        const int more = *at >= 0xF0 ? 3 : *at >= 0xE0 ? 2 : 1;
        if (*at < 0xC2 || *at > 0xF4 || end - at <= more) return false;
        const unsigned char second = at[1];
        if ((*at == 0xE0 && second < 0xA0) || (*at == 0xED && second > 0x9F) ||
            (*at == 0xF0 && second < 0x90) || (*at == 0xF4 && second > 0x8F))
            return false;
        for (int i = 1; i <= more; ++i)
            if ((at[i] & 0xC0) != 0x80) return false;
        at += more + 1;
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n\v\f";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

LineReader::LineReader(const std::string& name) : bytes_(name), buffer_(bufferSize) {
    if (!fill()) return;
    const std::string_view head(buffer_.data(), filled_);
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
        throw Error(shownName(name) + " is written in UTF-16; save it as UTF-8");
    if (head.starts_with("\xEF\xBB\xBF")) at_ = 3;
    if (head.find('\0') != std::string_view::npos)
        throw Error(shownName(name) +
                    " holds zero bytes: it is no text, or UTF-16; save it as UTF-8 where it is a text");
}

bool LineReader::fill() {
    at_ = 0;
    filled_ = bytes_.read(buffer_.data(), buffer_.size());
    return filled_ > 0;
}

bool LineReader::next() {
    line_.clear();
    tooLong_ = false;
    bool any = false;
    while (at_ < filled_ || fill()) {
        if (sawReturn_) {  // of CRLF
            sawReturn_ = false;
            if (buffer_[at_] == '\n') {
                ++at_;
                continue;
            }
        }
        any = true;
        const char* from = buffer_.data() + at_;
        std::size_t length = filled_ - at_;
        if (const void* end = std::memchr(from, '\n', length))
            length = static_cast<std::size_t>(static_cast<const char*>(end) - from);
        if (const void* end = std::memchr(from, '\r', length))
            length = static_cast<std::size_t>(static_cast<const char*>(end) - from);
        const std::size_t room = longestLine - line_.size();
        tooLong_ = tooLong_ || length > room;
        line_.append(from, std::min(length, room));
        at_ += length;
        if (at_ == filled_) continue;
        sawReturn_ = buffer_[at_++] == '\r';
        break;
    }
    if (any) ++number_;
    return any;
}

RecordReader::RecordReader(const std::string& name, char separator, bool quotes)
    : lines_(name), separator_(separator), quotes_(quotes) {}

bool RecordReader::nextLine(Line& line) {
    if (!ahead_.empty()) {
        line = std::move(ahead_.front());
        ahead_.pop_front();
        return true;
    }
    if (!lines_.next()) return false;
    line = {lines_.number(), lines_.line(), lines_.isTooLong()};
    return true;
}

bool RecordReader::next(Record& record) {
    Line line;
    do {
        if (!nextLine(line)) return false;
    } while (line.text.empty());
    record.line = line.number;
    record.fault.clear();
    record.cells.clear();
    if (line.tooLong) {
        record.fault = "is longer than a million bytes";
        return true;
    }
    if (!isUtf8(line.text)) {
        record.fault = "is not UTF-8; save the file as UTF-8";
        return true;
    }
    if (!quotes_) {
        const auto cells = split(line.text, separator_);
        record.cells.assign(cells.begin(), cells.end());
        return true;
    }
    if (cutQuoted(line.text, separator_, record.cells)) return true;
    std::string text = line.text;
    std::vector<Line> taken;
    for (Line more; taken.size() < longestQuotation && text.size() < largestQuotation && nextLine(more);) {
        text += "\n" + more.text;
        taken.push_back(std::move(more));
        if (taken.back().text.find('"') == std::string::npos || taken.back().tooLong) continue;
        if (cutQuoted(text, separator_, record.cells)) {
            if (!isUtf8(text)) record.fault = "is not UTF-8; save the file as UTF-8";
            return true;
        }
    }
    ahead_.insert(ahead_.begin(), std::make_move_iterator(taken.begin()),
                  std::make_move_iterator(taken.end()));
    record.cells.clear();
    record.fault = "opens a quotation mark that never closes";
    return true;
}

}  // namespace retrace::gather
