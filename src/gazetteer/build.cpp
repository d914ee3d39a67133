#include "gazetteer/build.hpp"

#include "gazetteer/spelling.hpp"
#include "gazetteer/staging.hpp"
#include "gazetteer/write_file.hpp"
#include "geo/error.hpp"

namespace retrace::gazetteer {

struct Builder::State {
    std::filesystem::path file;
    BuildInfo info;
    BuildProgress progress;
    Staging staging;
};

std::string whyRefused(const PlaceRow& row) {
    const geo::Place& place = row.place;
    const auto& [lon, lat] = place.where.at;
    if (place.id.empty()) return "has no id; give it one, such as user:1";
    if (place.id.find(' ') != std::string::npos) return "has an id with a space in it; write it without";
    if (folded(place.name).empty()) return "has no name; give it one";
    if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90))
        return "lies nowhere on Earth; give lon -180..180 and lat -90..90";
    return {};
}

Builder::Builder(std::filesystem::path file, BuildInfo info, BuildProgress progress)
    : state_(new State{file, std::move(info), std::move(progress), Staging(file.string() + ".staging")}) {}
Builder::~Builder() = default;
Builder::Builder(Builder&&) noexcept = default;
Builder& Builder::operator=(Builder&&) noexcept = default;

void Builder::add(const PlaceRow& row) {
    if (const std::string why = whyRefused(row); !why.empty())
        throw Error("the gazetteer row " +
                    (row.place.id.empty() ? "\"" + row.place.name + "\"" : row.place.id) + " " + why);
    state_->staging.add(row);
}

void Builder::addNames(const std::string& id, const std::vector<NameRow>& names) {
    state_->staging.addNames(id, names);
}

void Builder::addSameAs(const std::string& id, const std::string& other) {
    state_->staging.addSameAs(id, other);
}

BuildCounts Builder::finish() {
    const std::filesystem::path& file = state_->file;
    const std::filesystem::path unfinished = file.string() + ".new";
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    try {
        const BuildCounts counts = writeFile(state_->staging, unfinished, state_->info, state_->progress);
        std::filesystem::rename(unfinished, file);
        return counts;
    } catch (const std::filesystem::filesystem_error& e) {
        std::filesystem::remove(unfinished, ignored);
        throw Error(file.string() + " cannot be written (" + e.code().message() + "); check the folder");
    } catch (...) {
        std::filesystem::remove(unfinished, ignored);
        throw;
    }
}

void build(const std::vector<PlaceRow>& rows, const std::filesystem::path& file, const BuildInfo& info) {
    Builder builder(file, info);
    for (const PlaceRow& row : rows) builder.add(row);
    builder.finish();
}

}  // namespace retrace::gazetteer
