#include "app/case.hpp"

#include "app/data_folder.hpp"
#include "app/settling.hpp"
#include "app/records.hpp"
#include "basemap/ground.hpp"
#include "document/anchoring.hpp"
#include "document/files.hpp"
#include "geo/error.hpp"
#include "model/observations.hpp"
#include "reconstruct/reconstruct.hpp"
#include "text/language.hpp"

#include <algorithm>

namespace retrace::app {

namespace {

timeline::Date dateOption(const std::string& text) {
    const auto instant = timeline::parseIso(text, "+00:00");
    if (!instant) throw Error("--reference-date \"" + text + "\" is no date; write it as 2024-12-31");
    return timeline::toLocal(*instant, "+00:00").date;
}

/// The event whose evidence shares most with the anchor's words; the next one told where none does.
std::optional<std::size_t> eventFor(const model::Reconstruction& r, const text::Quote& anchor) {
    std::optional<std::size_t> best, next;
    std::size_t shared = 0, nearest = 0;
    for (std::size_t i = 0; i < r.events.size(); ++i)
        for (const text::Quote& quote : r.events[i].evidence) {
            if (quote.source != anchor.source) continue;
            const std::size_t begin = std::max(quote.begin, anchor.begin),
                              end = std::min(quote.end, anchor.end);
            if (begin < end && end - begin > shared) {
                shared = end - begin;
                best = i;
            }
            if (quote.begin >= anchor.begin && (!next || quote.begin < nearest)) {
                nearest = quote.begin;
                next = i;
            }
        }
    return best ? best : next;
}

std::vector<scene::ChapterStart> chapterStarts(const document::Document& document,
                                               const model::Reconstruction& r) {
    std::vector<scene::ChapterStart> starts;
    for (const document::Chapter& chapter : document.chapters)
        if (const auto event = eventFor(r, chapter.anchor.quote))
            starts.push_back({chapter.title, chapter.caption, model::storyTimeOf(r, *event), chapter.camera});
    std::ranges::stable_sort(starts, {}, &scene::ChapterStart::at);
    return starts;
}

// The schematic main roads of the ground, which legs may be drawn along.
std::vector<model::Road> shippedRoads() {
    basemap::Ground ground;
    basemap::addUserGround(ground, dataFolder() / "ground/roads.geojson");
    std::vector<model::Road> roads;
    for (const basemap::Feature& feature : ground.features)
        for (const auto& part : feature.parts) roads.push_back({feature.name, part});
    return roads;
}

Fronts frontsOf(const model::Reconstruction& r) {
    const auto of = [&](model::Whose whose) {
        return std::make_shared<const front::Field>(
            front::fieldOf(model::observations(r, whose), r.sides.size()));
    };
    return {of(model::Whose::narrator), of(model::Whose::record), of(model::Whose::both)};
}

}  // namespace

std::shared_ptr<const text::Language> languageIn(const std::filesystem::path& folder) {
    constexpr std::size_t most = 4u << 20;  // bytes a file
    std::vector<std::filesystem::path> paths;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
        if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    if (failed) throw Error(folder.string() + ": " + failed.message() + "; --language wants a folder");
    if (paths.empty()) throw Error(folder.string() + " holds no .txt file of a language");
    std::ranges::sort(paths);
    std::vector<text::LanguageFile> files;
    for (const auto& path : paths) files.push_back({path.string(), document::readFile(path, most)});
    return std::make_shared<const text::Language>(text::languageOf(files));
}

gazetteer::Gazetteer openGazetteer(const CaseOptions& options) {
    std::vector<std::filesystem::path> files = options.gazetteers;
    if (options.userGazetteers)
        for (const std::filesystem::path& file : userGazetteers())
            if (std::ranges::find(files, file) == files.end()) files.push_back(file);
    files.push_back(dataFolder() / "gazetteer/retrace.gpkg");
    return gazetteer::Gazetteer(files, {.handWritten = options.handWritten});
}

document::Opened openDocument(const std::filesystem::path& file, const CaseOptions& options) {
    document::Opened opened = openAny(file.empty() ? bundledCase() : file);
    for (const std::filesystem::path& record : options.records) {
        const auto rows = readAnyRecord(record);
        opened.record.insert(opened.record.end(), rows.begin(), rows.end());
    }
    return opened;
}

Case derive(document::Opened opened, const gazetteer::Gazetteer& gazetteer, const CaseOptions& options) {
    reconstruct::Options how;
    how.zone = options.zone.empty() ? opened.document.zone : options.zone;
    if (!how.zone.empty()) timeline::requireZone(how.zone);
    how.referenceDate = options.referenceDate.empty() ? opened.document.referenceDate
                                                      : std::optional(dateOption(options.referenceDate));
    how.language = options.language.get();
    how.sides = opened.document.sides;
    how.roads = shippedRoads();
    // A decision whose words are gone is told of, once, and decides nothing about what stands there now.
    std::vector<model::Decision> anchored = opened.document.decisions;
    std::erase_if(anchored, [&](const model::Decision& d) { return !document::isAnchored(d, opened.texts, opened.record); });
    const auto by = [&](By basis) {
        return reconstruct::reconstruct(opened.texts, gazetteer, document::applied(anchored, basis), opened.record, how);
    };
    Case result;
    result.by = options.by;
    result.reconstruction = by(options.by);
    const auto& r = result.reconstruction;
    if (!opened.record.empty()) {
        const bool dated = std::ranges::any_of(anchored, [](const auto& d) { return !document::isApplied(d, By::decisions); });
        result.ledger = options.by == By::all && dated ? compare::ledgerOf(by(By::decisions), r) : compare::ledgerOf(r, r);
    }
    if (opened.document.zone.empty()) opened.document.zone = result.reconstruction.zone;
    for (const std::string& lost : document::lostAnchors(opened.document, opened.texts, opened.record))
        result.reconstruction.findings.push_back({"not-reanchored", "warning", lost, {}, {}});
    result.reconstruction.findings = toBeSettled(result.reconstruction);
    result.front = frontsOf(r);
    result.recordSides = compare::recordSides(r, *result.front.recorded);
    result.chapters = chapterStarts(opened.document, result.reconstruction);
    result.cues = scene::cues(result.reconstruction, result.chapters);
    result.opened = std::move(opened);
    return result;
}

std::string badgeOf(const document::Document& document) {
    for (const document::SourceRef& source : document.sources)
        if (!source.note.empty()) return source.note;
    return {};
}

}  // namespace retrace::app
