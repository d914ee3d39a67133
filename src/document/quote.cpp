#include <algorithm>
#include <charconv>

#include "document/verbs.hpp"
#include "geo/error.hpp"

namespace retrace::document {
namespace {

std::optional<std::size_t> wholeNumber(std::string_view text) {
    std::size_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

Error wrong(const std::string& text, const std::string& advice) {
    return Error("the quote is '" + text + "'; " + advice);
}

}  // namespace

text::Quote parseQuote(const std::string& text, const std::vector<text::Source>& texts) {
    const std::size_t colon = text.rfind(':');
    const std::string_view range = std::string_view(text).substr(colon == std::string::npos ? 0 : colon + 1);
    const std::size_t dash = range.find('-');
    const auto begin = wholeNumber(range.substr(0, dash));
    const auto end = dash == std::string_view::npos ? std::nullopt : wholeNumber(range.substr(dash + 1));
    if (!begin || !end || *begin >= *end) throw wrong(text, "write source:begin-end, offsets in code points");
    const auto source = std::ranges::find_if(texts, [&](const text::Source& s) {
        return colon == std::string::npos || s.id == std::string_view(text).substr(0, colon);
    });
    if (source == texts.end()) throw wrong(text, "name a source of the document");
    if (*end > source->letters.size())
        throw wrong(text, "the source has only " + std::to_string(source->letters.size()) + " letters");
    return {source->id, *begin, *end};
}

}  // namespace retrace::document
