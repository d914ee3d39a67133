#include "app/evaluate_command.hpp"

#include "document/csv.hpp"
#include "document/files.hpp"
#include "evaluate/corpus.hpp"
#include "evaluate/held.hpp"
#include "evaluate/report.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <iostream>
#include <memory>

namespace retrace::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t tableLimit = 64u << 20, corpusLimit = 256u << 20;

gazetteer::Gazetteer gazetteerOf(const EvaluateOptions& options) {
    if (!options.onlyGazetteer) return openGazetteer(options.common);
    if (options.common.gazetteers.empty())
        throw Error("--only-gazetteer needs --gazetteer FILE; without it no place is known");
    return gazetteer::Gazetteer(options.common.gazetteers, {.handWritten = options.common.handWritten});
}

std::vector<document::CsvRow> tableOf(const fs::path& file) {
    const std::string bytes = document::readFile(file, tableLimit);
    return document::parseCsv(bytes, document::separatorOf(bytes), file.string());
}

/// Each name is asked once a text.
evaluate::Search searchIn(const gazetteer::Gazetteer& gazetteer) {
    return [&gazetteer,
            asked = std::make_shared<std::map<std::string, std::vector<geo::Candidate>, std::less<>>>()](
               std::string_view name) {
        if (const auto known = asked->find(name); known != asked->end()) return known->second;
        return asked->emplace(name, gazetteer.search(name, {.limit = 25})).first->second;
    };
}

/// What the program and the gazetteer say of the words; `expected` and the name are there already.
void answer(evaluate::Testimony& t, document::Opened opened, const EvaluateOptions& options,
            const gazetteer::Gazetteer& gazetteer) {
    const evaluate::Search search = searchIn(gazetteer);
    const Case derived = derive(std::move(opened), gazetteer, options.common);
    for (const model::PlaceMention& m : derived.reconstruction.mentions)
        if (!m.ignored)
            t.found.push_back({m, search(m.mention.gloss.empty() ? m.mention.name : m.mention.gloss)});
    for (evaluate::Expected& e : t.expected) e.held = evaluate::isHeld(e, search);
}

/// A table TABLE.lookalikes.csv beside TABLE.csv is taken where no other is given.
fs::path lookalikesFor(const EvaluateOptions& options, std::size_t number, const fs::path& table) {
    if (number < options.lookalikes.size()) return options.lookalikes[number];
    fs::path beside = table;
    beside.replace_extension(".lookalikes.csv");
    std::error_code ignored;
    return fs::is_regular_file(beside, ignored) ? beside : fs::path();
}

evaluate::Testimony testimonyOf(const fs::path& file, const fs::path& table, const fs::path& lookalikes,
                                const EvaluateOptions& options, const gazetteer::Gazetteer& gazetteer) {
    document::Opened opened = openDocument(file, options.common);
    if (opened.texts.size() != 1)
        throw Error(file.string() + " holds " + std::to_string(opened.texts.size()) +
                    " texts; a table is about one, so give that text itself");
    evaluate::Testimony t{.name = file.filename().string()};
    t.expected = evaluate::expectedOf(tableOf(table), table.string(), opened.texts.front());
    if (!lookalikes.empty())
        t.lookalikes = evaluate::lookalikesOf(tableOf(lookalikes), lookalikes.string(), opened.texts.front());
    answer(t, std::move(opened), options, gazetteer);
    return t;
}

/// The pairs x.txt and x.ann of a folder, by name.
std::vector<evaluate::Article> bratFolder(const fs::path& folder, const gazetteer::Gazetteer& gazetteer) {
    std::vector<fs::path> texts;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".txt" &&
            fs::exists(fs::path(entry.path()).replace_extension(".ann")))
            texts.push_back(entry.path());
    if (texts.empty())
        throw Error(folder.string() +
                    " holds no NAME.txt with its NAME.ann; give an XML file or such a folder");
    std::ranges::sort(texts);
    std::vector<evaluate::Article> articles;
    for (const fs::path& file : texts)
        articles.push_back(evaluate::readBrat(
            document::readFile(file, tableLimit),
            document::readFile(fs::path(file).replace_extension(".ann"), tableLimit),
            file.filename().string(), [&](std::string_view id) -> std::optional<geo::LonLat> {
                const auto place = gazetteer.byId(id);
                return place ? std::optional(place->where.at) : std::nullopt;
            }));
    return articles;
}

void addCorpus(std::vector<evaluate::Testimony>& testimonies, const fs::path& path,
               const EvaluateOptions& options, const gazetteer::Gazetteer& gazetteer) {
    auto articles = fs::is_directory(path)
                        ? bratFolder(path, gazetteer)
                        : evaluate::readCorpusXml(document::readFile(path, corpusLimit), path.string());
    std::size_t lost = 0, done = 0;
    for (evaluate::Article& article : articles) {
        lost += article.lost;
        document::Opened opened;
        opened.document.sources.push_back({.id = article.source.id});
        evaluate::Testimony t{.name = article.source.id, .expected = std::move(article.expected)};
        opened.texts.push_back(std::move(article.source));
        answer(t, std::move(opened), options, gazetteer);
        testimonies.push_back(std::move(t));
        if (!options.common.quiet && ++done % 50 == 0)
            std::cerr << path.filename().string() << ": " << done << " of " << articles.size() << " texts\n";
    }
    if (lost > 0 && !options.common.quiet)
        std::cerr << "note: " << path.string() << ": " << lost
                  << " annotations left out, their words do not stand where they say\n";
}

}  // namespace

int evaluatePlaces(const EvaluateOptions& options) {
    if (options.format != "text" && options.format != "json" && options.format != "csv")
        throw Error("retrace evaluate places has no format \"" + options.format +
                    "\"; try text, json or csv");
    if (options.files.size() % 2 != 0)
        throw Error(options.files.back().string() +
                    " has no partner; give each text with its table: TEXT TABLE.csv");
    if (options.files.empty() && options.corpora.empty())
        throw Error(
            "retrace evaluate places needs a text and its table (TEXT TABLE.csv), or --corpus FILE.xml");
    if (options.lookalikes.size() > options.files.size() / 2)
        throw Error(
            "there are more tables of look-alikes than texts; give one --lookalikes a text, in their order");
    const gazetteer::Gazetteer gazetteer = gazetteerOf(options);
    evaluate::Report report{.errors = options.errors};
    for (std::size_t i = 0; i + 1 < options.files.size(); i += 2)
        report.testimonies.push_back(testimonyOf(options.files[i], options.files[i + 1],
                                                 lookalikesFor(options, i / 2, options.files[i + 1]), options,
                                                 gazetteer));
    for (const fs::path& corpus : options.corpora) addCorpus(report.testimonies, corpus, options, gazetteer);
    report.scores = evaluate::scoresOf(report.testimonies);
    for (const auto& [name, wanted] : options.aims)
        report.aims.push_back(evaluate::aimOf(name, wanted, report.scores));
    if (options.format == "json")
        std::cout << evaluate::reportJson(report);
    else if (options.format == "csv")
        std::cout << evaluate::reportCsv(report);
    else
        std::cout << evaluate::reportText(report);
    return std::ranges::all_of(report.aims, &evaluate::Aim::met) ? 0 : 1;
}

}  // namespace retrace::app
