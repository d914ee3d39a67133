#include "gather/intake.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "gather/bytes.hpp"
#include "gather/kinds.hpp"
#include "gather/lines.hpp"
#include "gather/scripts.hpp"
#include "gazetteer/asked_name.hpp"

namespace retrace::gather {

namespace {

constexpr std::size_t rowsBetweenTellings = 10'000;

bool isName(const std::string& name) {
    return gazetteer::whyNoName(name).empty();
}

void tidyNames(std::vector<gazetteer::NameRow>& names) {
    for (gazetteer::NameRow& each : names) each.name = std::string(trimmed(each.name));
    std::erase_if(names, [](const gazetteer::NameRow& each) { return !isName(each.name); });
}

/// The Latin name of a row that is headed in Arabic: that of its division where it is the seat of it.
std::string latinNameOf(const gazetteer::PlaceRow& row) {
    std::vector<std::string> names;
    for (const gazetteer::NameRow& each : row.names) {
        if (!row.place.region.empty() && each.name == row.place.region) return each.name;
        names.push_back(each.name);
    }
    return latinNameAmong(names);
}

/// Every row has a name for readers of Latin letters and one in Arabic, as far as it has such names at all.
void settleNames(gazetteer::PlaceRow& row) {
    geo::Place& place = row.place;
    place.name = std::string(trimmed(place.name));
    place.name_ar = std::string(trimmed(place.name_ar));
    if (!place.name_ar.empty() && !isArabic(place.name_ar))  // in a column for Arabic, but another's
        row.names.push_back({std::exchange(place.name_ar, {})});
    tidyNames(row.names);
    if (place.name.empty()) place.name = place.name_ar;
    if (place.name.empty() && !row.names.empty()) place.name = row.names.front().name;
    if (place.name_ar.empty()) {
        std::vector<std::string_view> names{place.name};
        for (const gazetteer::NameRow& each : row.names) names.emplace_back(each.name);
        place.name_ar = arabicNameAmong(names);
    }
    if (!isArabic(place.name)) return;
    if (std::string latin = latinNameOf(row); !latin.empty())
        row.names.push_back({std::exchange(place.name, std::move(latin))});
}

}  // namespace

Intake::Intake(gazetteer::Builder& builder, Filter filter, gazetteer::BuildProgress progress)
    : builder_(&builder), filter_(std::move(filter)), progress_(std::move(progress)) {}

void Intake::begin(const std::string& step) {
    step_ = step;
    seen_ = 0;
    if (progress_) progress_(step_, 0);
}

void Intake::tell() {
    if (++seen_ % rowsBetweenTellings == 0 && progress_) progress_(step_, seen_);
}

void Intake::refuse(const std::string& why, const RowAt& at) {
    Refusal& refusal = refused_[why];
    if (++refusal.rows > 1) return;
    refusal.why = why;
    refusal.first = shownName(at.file) + ":" + std::to_string(at.number);
}

void Intake::take(gazetteer::PlaceRow row, const RowAt& at) {
    tell();
    geo::Place& place = row.place;
    settleNames(row);
    if (place.name.empty()) return refuse("has no name", at);
    if (!isName(place.name))
        return refuse("has a name that is none (control characters, no letters, too long)", at);
    if (!isName(place.name_ar)) place.name_ar.clear();
    if (!std::isfinite(place.where.at.lon) || !std::isfinite(place.where.at.lat))
        return refuse("has no position that can be read", at);
    if (place.where.at == geo::LonLat{})
        return refuse("lies at 0, 0, which lists write where they know no position", at);
    for (const std::string* text : {&place.id, &place.region, &row.note, &row.origin})
        if (!isUtf8(*text)) return refuse("is not UTF-8; save the file as UTF-8", at);
    if (std::string why = gazetteer::whyRefused(row); !why.empty()) return refuse(why, at);
    const bool otherCountry = !filter_.countries.empty() && !place.country.empty() &&
                              std::ranges::find(filter_.countries, place.country) == filter_.countries.end();
    if (otherCountry || (isSettled(place.type) && place.population < filter_.minPopulation))
        return leaveOut();
    if (!(place.where.radius_m > 0)) place.where.radius_m = usualRadius_m(place.type, place.population);
    place.where.radius_m = std::min(place.where.radius_m, 10'000'000.0);
    builder_->add(row);
    ++taken_;
}

void Intake::addNames(const std::string& id, std::vector<gazetteer::NameRow> names) {
    tell();
    tidyNames(names);
    if (!names.empty()) builder_->addNames(id, names);
}

void Intake::addSameAs(const std::string& id, const std::string& other) {
    builder_->addSameAs(id, other);
}

std::vector<Refusal> Intake::refusals() const {
    std::vector<Refusal> all;
    for (const auto& [why, refusal] : refused_) all.push_back(refusal);
    std::ranges::stable_sort(all, std::greater(), &Refusal::rows);
    return all;
}

double numberOf(std::string_view text) {
    std::string plain(trimmed(text));
    if (plain.starts_with('+')) plain.erase(0, 1);
    if (std::ranges::count(plain, ',') == 1 && plain.find('.') == std::string::npos)
        plain[plain.find(',')] = '.';
    double value = 0;
    const auto [end, failed] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    const bool whole = failed == std::errc() && end == plain.data() + plain.size() && !plain.empty();
    return whole ? value : std::numeric_limits<double>::quiet_NaN();
}

long peopleOf(std::string_view text) {
    const double people = numberOf(text);
    return people > 0 && people < 1e11 ? std::lround(people) : 0;
}

}  // namespace retrace::gather
