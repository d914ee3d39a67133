#pragma once

#include "evaluate/expected.hpp"
#include "text/source.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::evaluate {

/// A text of a published corpus with its annotations.
struct Article {
    text::Source source;
    std::vector<Expected> expected;
    std::size_t lost = 0;  // annotations whose words do not stand where they say, nor near
};

/// The XML of LGL, TR-News (toponyms with a gaztag) and GeoVirus (locations). Coordinates hold within 161 km,
/// the custom of the literature. Offsets that count otherwise than in code points are led back to the nearest
/// place with the same words. Articles without words are left out. Entities that the file declares itself
/// are refused. Throws Error naming the file and, where it is no XML, the line.
[[nodiscard]] std::vector<Article> readCorpusXml(std::string_view bytes, const std::string& nameForErrors);

/// One text of GeoWebNews with its annotations in brat's standoff form: "T5<tab>Literal 631 648<tab>words"
/// and
/// "#6<tab>AnnotatorNotes T5<tab>29.9556, -90.0578", or a GeoNames number, which `byId` looks up
/// ("gn:7303238"). Literal are the kinds Literal, Literal_Modifier, Mixed, Coercion and Embedded_Literal;
/// Metonymic and Non_Literal_Modifier are mentions of no point; demonyms, languages, homonyms and expressions
/// are none.
[[nodiscard]] Article readBrat(std::string_view text, std::string_view annotations,
                               const std::string& nameForErrors,
                               const std::function<std::optional<geo::LonLat>(std::string_view id)>& byId);

/// Where the words stand that nearest to `begin` read so, at most 200 letters away; nothing where they do
/// not.
[[nodiscard]] std::optional<std::size_t> nearestPlace(const text::Source&, std::u32string_view words,
                                                      std::size_t begin);

}  // namespace retrace::evaluate
