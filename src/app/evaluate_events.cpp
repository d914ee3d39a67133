#include "app/evaluate_command.hpp"

#include "document/csv.hpp"
#include "document/files.hpp"
#include "evaluate/story_report.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <iostream>

namespace retrace::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t tableLimit = 64u << 20;

/// FOLDER/KIND.csv, or PREFIX.KIND.csv.
fs::path tableFile(const fs::path& tables, const std::string& kind) {
    std::error_code ignored;
    if (fs::is_directory(tables, ignored)) return tables / (kind + ".csv");
    return tables.string() + "." + kind + ".csv";
}

std::vector<document::CsvRow> rowsOf(const fs::path& file) {
    const std::string bytes = document::readFile(file, tableLimit);
    return document::parseCsv(bytes, document::separatorOf(bytes), file.string());
}

evaluate::Story storyOf(const fs::path& text, const fs::path& tables, const EvaluateOptions& options,
                        const gazetteer::Gazetteer& gazetteer) {
    const document::Opened opened = openDocument(text, options.common);
    if (opened.texts.size() != 1)
        throw Error(text.string() + " holds " + std::to_string(opened.texts.size()) +
                    " texts; the tables are about one, so give a document of that text");
    evaluate::Story story{.name = text.filename().string(), .expected = {}, .read = {}};
    const auto read = [&](const char* name, By by) {
        CaseOptions how = options.common;
        how.by = by;
        story.read.emplace_back(name, derive(opened, gazetteer, how).reconstruction);
    };
    read("words", By::words);
    if (!opened.document.decisions.empty()) read("words and decisions", By::decisions);
    const bool recorded = !opened.record.empty() ||
                          std::ranges::any_of(opened.document.decisions, [](const model::Decision& d) {
                              const auto* time = std::get_if<model::SetTime>(&d.what);
                              return time && !time->recordRow.empty();
                          });
    if (recorded) read("words, decisions and records", By::all);
    const text::Source& source = opened.texts.front();
    const std::string& zone = story.read.front().second.zone;
    const fs::path events = tableFile(tables, "events"), mentions = tableFile(tables, "mentions"),
                   stops = tableFile(tables, "stops");
    std::error_code ignored;
    if (fs::exists(events, ignored))
        story.expected.events = evaluate::eventsOf(rowsOf(events), events.string(), source, zone);
    story.expected.mentions = evaluate::rolesOf(rowsOf(mentions), mentions.string(), source);
    story.expected.stops = evaluate::stopsOf(rowsOf(stops), stops.string());
    return story;
}

}  // namespace

int evaluateEvents(const EvaluateOptions& options) {
    if (options.format != "text" && options.format != "json" && options.format != "csv")
        throw Error("retrace evaluate events has no format \"" + options.format + "\"; try text, json or csv");
    if (options.files.empty() || options.files.size() % 2 != 0)
        throw Error("retrace evaluate events needs each text with its tables: TEXT FOLDER, or TEXT PREFIX for "
                    "PREFIX.events.csv, PREFIX.mentions.csv and PREFIX.stops.csv");
    const gazetteer::Gazetteer gazetteer = openGazetteer(options.common);
    evaluate::StoryReport report{.names = {}, .texts = {}, .sum = {}, .aims = {}, .errors = options.errors};
    for (std::size_t i = 0; i + 1 < options.files.size(); i += 2) {
        const evaluate::Story story = storyOf(options.files[i], options.files[i + 1], options, gazetteer);
        report.names.push_back(story.name);
        report.texts.push_back(evaluate::scoresOf(story));
    }
    report.sum = evaluate::sumOf(report.texts);
    for (const auto& [name, wanted] : options.aims)
        report.aims.push_back(evaluate::storyAimOf(name, wanted, report.sum));
    if (options.format == "json")
        std::cout << evaluate::storyJson(report);
    else if (options.format == "csv")
        std::cout << evaluate::storyCsv(report);
    else
        std::cout << evaluate::storyText(report);
    return std::ranges::all_of(report.aims, &evaluate::Aim::met) ? 0 : 1;
}

}  // namespace retrace::app
