#include "gather/linked_places.hpp"

#include <cmath>
#include <limits>

#include "gather/columns.hpp"
#include "gather/features.hpp"
#include "gather/geometry.hpp"
#include "gather/json_values.hpp"
#include "gather/kinds.hpp"
#include "gather/scripts.hpp"

namespace retrace::gather {

namespace {

std::vector<std::string> typeWords(const Json& feature) {
    std::vector<std::string> words;
    const Json& types = memberOf(feature, "types");
    if (types.is_array())
        for (const Json& type : types) {
            words.push_back(textOf(memberOf(type, "label")));
            if (words.back().empty()) words.back() = textOf(memberOf(type, "sourceLabel"));
            for (const Json& label : memberOf(type, "sourceLabels"))
                words.push_back(textOf(memberOf(label, "label")));
        }
    const Json& classes = memberOf(memberOf(feature, "properties"), "fclasses");
    if (classes.is_array())
        for (const Json& each : classes) words.push_back(textOf(each) == "P" ? "settlement" : "");
    return words;
}

gazetteer::PlaceRow rowOfFeature(const Json& feature, const std::string& stem) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    gazetteer::PlaceRow row;
    geo::Place& place = row.place;
    const Json& properties = memberOf(feature, "properties");
    place.name = textOf(memberOf(properties, "title"));
    const Json& names = memberOf(feature, "names");
    if (names.is_array())
        for (const Json& each : names) {
            const std::string name = textOf(memberOf(each, "toponym"));
            if (place.name_ar.empty() && isArabic(name)) place.name_ar = name;
            row.names.push_back({name});
        }
    const Json& codes = memberOf(properties, "ccodes");
    if (codes.is_array() && codes.size() == 1) place.country = textOf(codes[0]);
    place.population = peopleOf(textOf(memberOf(properties, "population")));
    for (const std::string& word : typeWords(feature))
        if (place.type.empty()) place.type = typeOfWords(word, place.population, place.country);
    place.where.at = {none, none};
    if (const Json& geometry = memberOf(feature, "geometry"); geometry.is_object())
        if (const auto read =
                whereaboutsOfText(geometry.dump(-1, ' ', false, Json::error_handler_t::replace)))
            place.where = *read;
    std::string id = textOf(memberOf(feature, "@id"));
    if (id.empty()) id = textOf(memberOf(feature, "id"));
    place.id = knownId(id);
    if (place.id.empty() && !id.empty()) {
        const std::size_t slash = id.find_last_of('/');
        place.id = "user:" + stem + ":" + (slash == std::string::npos ? id : id.substr(slash + 1));
    }
    std::ranges::replace(place.id, ' ', '-');
    if (place.id.empty() && std::isfinite(place.where.at.lat)) place.id = idByPosition(place);
    const Json& links = memberOf(feature, "links");
    if (links.is_array())
        for (const Json& link : links) {
            const std::string type = textOf(memberOf(link, "type"));
            const std::string other = knownId(textOf(memberOf(link, "identifier")));
            if ((type.ends_with("exactMatch") || type.ends_with("closeMatch")) && !other.empty() &&
                other != place.id)
                place.sameAs.push_back(other);
        }
    return row;
}

}  // namespace

void readLinkedPlaces(const std::string& file, Intake& intake) {
    FeatureReader features(file);
    const std::string stem = stemOf(file);
    while (features.next()) {
        const RowAt at{file, features.line()};
        const auto feature = parseObject(features.text());
        if (features.text().empty())
            intake.refuse("is a feature of more than 64 million bytes", at);
        else if (!feature)
            intake.refuse("is no JSON object that can be read", at);
        else
            intake.take(rowOfFeature(*feature, stem), at);
    }
    if (features.endsWithin())
        intake.refuse("is where the file ends, within its features; fetch it again", {file, features.line()});
}

}  // namespace retrace::gather
