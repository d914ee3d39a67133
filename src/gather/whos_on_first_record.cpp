#include "gather/whos_on_first_record.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "gather/geometry.hpp"
#include "gather/json_values.hpp"
#include "gather/kinds.hpp"
#include "gather/lines.hpp"

namespace retrace::gather {

namespace {

bool isNumber(const std::string& text) {
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c); });
}

/// EDTF as Who's On First uses it: a date says so, "" "u" "uuuu" ".." say nothing.
bool isDate(const std::string& edtf) {
    return std::ranges::any_of(edtf, [](unsigned char c) { return std::isdigit(c); });
}

void readNames(const Json& properties, WofPlace& place) {
    for (const auto& [key, value] : properties.items()) {
        if (!key.starts_with("name:") || !value.is_array()) continue;
        const std::string language = key.substr(5, 3);
        // Colloquial and historic names are names; abbreviations are not.
        if (key.find("_x_abbreviation") != std::string::npos) continue;
        const bool preferred = key.ends_with("_preferred");
        for (const Json& each : value) {
            auto name = std::pair(language, textOf(each));
            if (preferred)
                place.names.insert(place.names.begin(), std::move(name));
            else
                place.names.push_back(std::move(name));
        }
    }
}

std::string regionIdOf(const Json& properties) {
    const Json& hierarchy = memberOf(properties, "wof:hierarchy");
    return hierarchy.is_array() && !hierarchy.empty() ? textOf(memberOf(hierarchy[0], "region_id"))
                                                      : std::string();
}

}  // namespace

std::string whyNotCurrent(const WofState& state) {
    if (state.superseded) return "is superseded by another record";
    if (state.deprecated) return "is deprecated";
    if (state.ceased) return "has ceased to exist";
    return state.notCurrent ? "is not current" : std::string();
}

gazetteer::PlaceRow rowOfWof(const WofPlace& wof) {
    gazetteer::PlaceRow row;
    geo::Place& place = row.place;
    if (isNumber(wof.id)) place.id = "wof:" + wof.id;
    place.name = wof.name;
    if (wof.country.size() == 2 && wof.country != "XX" &&
        std::isalpha(static_cast<unsigned char>(wof.country[0])) != 0)
        place.country = wof.country;
    place.population = wof.population;
    place.region = wof.region;
    place.type = typeOfWords(wof.placetype, place.population, place.country);
    if (place.type == "region" || place.type == "governorate") place.region.clear();
    place.where = {wof.at, wof.radius_m};
    for (const auto& [language, name] : wof.names) {
        if (place.name_ar.empty() && language == "ara") place.name_ar = name;
        row.names.push_back({name});
    }
    for (const auto& [source, id] : wof.concordances) {
        if (source == "gn:id" && isNumber(id)) place.sameAs.push_back("gn:" + id);
        if ((source == "wd:id" || source == "wk:id") && id.starts_with('Q'))
            place.sameAs.push_back("wd:" + id);
    }
    return row;
}

std::string wofName(const std::string& json) {
    const auto record = parseObject(json);
    return record ? textOf(memberOf(memberOf(*record, "properties"), "wof:name")) : std::string();
}

void takeWofRecord(const std::string& json, const RowAt& at,
                   const std::function<std::string(const std::string& id)>& regionName, Intake& intake) {
    const auto record = parseObject(json);
    if (!record) return intake.refuse("is no JSON object that can be read", at);
    const Json& properties = memberOf(*record, "properties");
    if (!properties.is_object() || !properties.contains("wof:id"))
        return intake.refuse("is no record of Who's On First: it has no wof:id", at);
    const auto text = [&](const char* key) { return textOf(memberOf(properties, key)); };
    const Json& superseding = memberOf(properties, "wof:superseded_by");
    const std::string why =
        whyNotCurrent({text("mz:is_current") == "0", isDate(text("edtf:deprecated")),
                       superseding.is_array() && !superseding.empty(), isDate(text("edtf:cessation"))});
    if (!why.empty()) return intake.refuse(why, at);
    WofPlace place{
        text("wof:id"), text("wof:name"), text("wof:placetype"), text("wof:country"), {}, {}, {}, 0, {}, 0};
    readNames(properties, place);
    const Json& concordances = memberOf(properties, "wof:concordances");
    if (concordances.is_object())
        for (const auto& [source, id] : concordances.items())
            place.concordances.emplace_back(source, textOf(id));
    for (const char* key : {"wof:population", "gn:population", "geom:population", "qs:pop", "mz:population"})
        if (place.population == 0) place.population = peopleOf(text(key));
    if (const std::string region = regionIdOf(properties); !region.empty()) place.region = regionName(region);
    // A label's point lies in the town; the outline's centre may not.
    place.at = {numberOf(text("lbl:longitude")), numberOf(text("lbl:latitude"))};
    if (!std::isfinite(place.at.lon) || !std::isfinite(place.at.lat))
        place.at = {numberOf(text("geom:longitude")), numberOf(text("geom:latitude"))};
    if (const Json& geometry = memberOf(*record, "geometry"); geometry.is_object())
        if (const auto outline =
                whereaboutsOfText(geometry.dump(-1, ' ', false, Json::error_handler_t::replace))) {
            place.radius_m = outline->radius_m;
            if (!std::isfinite(place.at.lon) || !std::isfinite(place.at.lat)) place.at = outline->at;
        }
    intake.take(rowOfWof(place), at);
}

}  // namespace retrace::gather
