#include "evaluate/corpus.hpp"

#include "geo/error.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <pugixml.hpp>

namespace retrace::evaluate {
namespace {

constexpr double literatureTolerance_km = 161;

std::string trimmed(const char* text) {
    const std::string whole = text;
    const auto first = whole.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return whole.substr(first, whole.find_last_not_of(" \t\r\n") - first + 1);
}

template <class Number>
std::optional<Number> numberIn(const std::string& text) {
    Number value{};
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Nothing where a coordinate is missing; Error where it is none.
std::optional<geo::LonLat> positionIn(const pugi::xml_node& node, const std::string& where) {
    const std::string lat = trimmed(node.child_value("lat")), lon = trimmed(node.child_value("lon"));
    if (lat.empty() || lon.empty()) return std::nullopt;
    const auto y = numberIn<double>(lat), x = numberIn<double>(lon);
    if (!x || !y || !(std::abs(*x) <= 180) || !(std::abs(*y) <= 90))
        throw Error(where + ": \"" + lat + ", " + lon +
                    "\" is no position; lat and lon must be decimal degrees");
    return geo::LonLat{*x, *y};
}

void add(Article& article, const pugi::xml_node& node, const std::string& file) {
    const bool location = std::string(node.name()) == "location";
    const std::string words = trimmed(node.child_value(location ? "name" : "phrase"));
    const std::string where = file + ", " + article.source.id + ", \"" + words + "\"";
    const auto begin = numberIn<std::size_t>(trimmed(node.child_value("start")));
    if (!begin)
        throw Error(where + ": start is \"" + trimmed(node.child_value("start")) +
                    "\"; it must count letters from 0");
    const std::u32string letters = text::utf32(words);
    const auto at = nearestPlace(article.source, letters, *begin);
    if (!at) {
        ++article.lost;
        return;
    }
    const pugi::xml_node tag = location ? node : node.child("gaztag");
    Expected e{
        .begin = *at, .end = *at + letters.size(), .surface = words, .tolerance_km = literatureTolerance_km};
    e.name = location ? words : trimmed(tag.child_value("name"));
    e.at = positionIn(tag, where);
    if (!e.at && !location) e.at = positionIn(node, where);
    e.listed = e.at.has_value();
    article.expected.push_back(std::move(e));
}

std::size_t lineAt(std::string_view bytes, std::ptrdiff_t offset) {
    const auto end = std::min(bytes.size(), static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, offset)));
    return 1 + static_cast<std::size_t>(
                   std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
}

}  // namespace

std::optional<std::size_t> nearestPlace(const text::Source& source, std::u32string_view words,
                                        std::size_t begin) {
    constexpr std::size_t reach = 200;
    const std::u32string_view all = source.letters;
    if (words.empty() || words.size() > all.size()) return std::nullopt;
    const auto stands = [&](std::size_t at) {
        return at <= all.size() - words.size() && all.substr(at, words.size()) == words;
    };
    for (std::size_t off = 0; off <= reach; ++off) {
        if (begin >= off && stands(begin - off)) return begin - off;
        if (begin <= all.size() && stands(begin + off)) return begin + off;
    }
    return std::nullopt;
}

std::vector<Article> readCorpusXml(std::string_view bytes, const std::string& nameForErrors) {
    pugi::xml_document document;
    const auto parsed =
        document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_doctype);
    if (parsed.status == pugi::status_no_document_element)
        throw Error(nameForErrors + " is no XML; LGL, TR-News and GeoVirus are known");
    if (!parsed)
        throw Error(nameForErrors + ", line " + std::to_string(lineAt(bytes, parsed.offset)) +
                    ": this is no whole XML (" + parsed.description() + "); fetch the corpus again");
    for (const pugi::xml_node& node : document.children())
        if (node.type() == pugi::node_doctype &&
            std::string_view(node.value()).find("<!ENTITY") != std::string_view::npos)
            throw Error(nameForErrors +
                        " declares entities of its own, which are not followed; take its DOCTYPE out");
    const pugi::xml_node root = document.child("articles");
    if (!root) throw Error(nameForErrors + " has no <articles>; LGL, TR-News and GeoVirus are known");
    std::vector<Article> articles;
    std::size_t number = 0;
    for (const pugi::xml_node& node : root.children("article")) {
        ++number;
        const std::string docid = node.attribute("docid").value();
        const std::string words = node.child_value("text");
        if (trimmed(words.c_str()).empty()) continue;
        Article article{
            text::readSource("article " + (docid.empty() ? std::to_string(number) : docid), words), {}, 0};
        for (const pugi::xml_node& toponym : node.child("toponyms").children("toponym"))
            add(article, toponym, nameForErrors);
        for (const pugi::xml_node& location : node.child("locations").children("location"))
            add(article, location, nameForErrors);
        articles.push_back(std::move(article));
    }
    if (articles.empty())
        throw Error(nameForErrors + " holds no article with a text; LGL, TR-News and GeoVirus are known");
    return articles;
}

}  // namespace retrace::evaluate
