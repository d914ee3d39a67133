#include "app/evaluate_front.hpp"

#include "document/files.hpp"
#include "evaluate/front_report.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <iostream>

namespace retrace::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t polygonLimit = 256u << 20, settlementLimit = 200'000, fewestDates = 4;

std::vector<evaluate::DatedArea> areasIn(const fs::path& folder) {
    std::error_code failed;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, failed))
        if (entry.path().extension() == ".geojson") files.push_back(entry.path());
    if (failed || files.size() < fewestDates)
        throw Error(folder.string() +
                    " holds no four files YYYYMMDD.geojson; give a folder of dated polygons");
    std::ranges::sort(files);
    std::vector<evaluate::DatedArea> areas;
    for (const fs::path& file : files)
        areas.push_back(
            evaluate::datedAreaOf(document::readFile(file, polygonLimit), file.filename().string()));
    return areas;
}

std::vector<evaluate::FrontProof> onPolygons(const EvaluateFrontOptions& options,
                                             const std::vector<evaluate::Contender>& contenders) {
    const auto areas = areasIn(options.polygons);
    geo::Box box = evaluate::boundsOf(areas);
    box = {box.west - 2, box.south - 2, box.east + 2, box.north + 2};
    const auto settlements = openGazetteer(options.common).inBox(box, settlementLimit);
    const auto ground = evaluate::polygonGround(areas, settlements);
    if (ground.settlements.empty())
        throw Error(options.polygons.string() +
                    ": the gazetteer has no settlement near what changes; give one with --gazetteer");
    if (!options.common.quiet)
        std::cerr << "polygons: " << std::ranges::count(ground.ground.counts, 1) << " cells of "
                  << ground.ground.cell_km << " km, " << ground.settlements.size() << " settlements\n";
    return evaluate::proveOnPolygons(ground, contenders, std::max<std::size_t>(1, options.runs / 100),
                                     options.seed, options.tuning);
}

}  // namespace

int evaluateFront(const EvaluateFrontOptions& options) {
    if (options.format != "text" && options.format != "json" && options.format != "csv")
        throw Error("retrace evaluate front has no format \"" + options.format + "\"; try text, json or csv");
    if (options.runs == 0) throw Error("--seeds 0 measures nothing; give 1 or more");
    const auto contenders = evaluate::frontContenders();
    evaluate::FrontReport report;
    std::vector<model::RecordRow> rows;
    for (const fs::path& file : options.common.records)
        for (model::RecordRow& row : document::readRecord(file)) rows.push_back(std::move(row));
    if (!rows.empty())
        report.proofs.push_back(evaluate::proveOnRecord(rows, contenders, options.runs, options.seed));
    if (!options.polygons.empty())
        for (evaluate::FrontProof& proof : onPolygons(options, contenders))
            report.proofs.push_back(std::move(proof));
    report.proofs.push_back(
        evaluate::proveOnCollapse(contenders, std::max<std::size_t>(1, options.runs / 10), options.seed));
    report.aims = evaluate::frontAims(report.proofs);
    if (options.format == "json")
        std::cout << evaluate::frontJson(report);
    else if (options.format == "csv")
        std::cout << evaluate::frontCsv(report);
    else
        std::cout << evaluate::frontText(report);
    return std::ranges::all_of(report.aims, &evaluate::Aim::met) ? 0 : 1;
}

}  // namespace retrace::app
