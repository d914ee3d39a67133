#include "app/gazetteer_commands.hpp"

#include "app/results.hpp"
#include "gather/gather.hpp"
#include "gazetteer/asked_name.hpp"
#include "geo/coordinates.hpp"
#include "geo/error.hpp"

#include <unistd.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <iostream>

namespace retrace::app {

namespace {

[[noreturn]] void unknownFormat(const GazetteerTyped& typed, const std::string& command,
                                const std::string& formats) {
    throw Error("retrace gazetteer " + command + " has no format \"" + typed.format + "\"; try " + formats);
}

int search(const GazetteerTyped& typed, const CaseOptions& common) {
    const gazetteer::Gazetteer gazetteer = openGazetteer(common);
    gazetteer::SearchOptions how;
    how.limit = typed.limit;
    if (!typed.near.empty()) {
        how.near = geo::parseLonLat(typed.near);
        if (!how.near)
            throw Error("--near \"" + typed.near +
                        "\" is no position; write LON,LAT in degrees, such as 36.71,34.73");
    }
    std::vector<std::string> names = typed.names;
    const bool lines = names == std::vector<std::string>{"-"};
    const auto answer = [&](const std::string& name, bool known) {
        const auto candidates = known ? gazetteer.search(name, how) : std::vector<geo::Candidate>();
        if (typed.format == "json")
            std::cout << candidatesJson(candidates, lines);
        else if (typed.format == "csv")
            std::cout << candidatesCsv(name, candidates);
        else if (typed.format == "text")
            std::cout << candidatesText(name, candidates);
        else
            unknownFormat(typed, "search", "text, json or csv");
    };
    if (typed.format == "csv") std::cout << "asked,id,name,type,lon,lat,score,reasons\r\n";
    if (!lines) {
        std::string name;
        for (const std::string& word : names) name += (name.empty() ? "" : " ") + word;
        if (const std::string why = gazetteer::whyNoName(name); !why.empty()) throw Error(why);
        answer(name, true);
        return 0;
    }
    // One answer a line whatever the line holds: whoever reads counts them.
    std::size_t number = 0, refused = 0;
    for (std::string line; std::getline(std::cin, line);) {
        ++number;
        const std::string why = line.empty() ? "" : gazetteer::whyNoName(line);
        if (!why.empty() && ++refused == 1) std::cerr << "line " << number << ": " << why << "\n";
        answer(why.empty() ? line : "line " + std::to_string(number), !line.empty() && why.empty());
    }
    if (refused == 0) return 0;
    throw Error(std::to_string(refused) + " of " + std::to_string(number) +
                " lines are no names; correct them");
}

int info(const GazetteerTyped& typed, const CaseOptions& common) {
    const std::vector<gazetteer::Info> all = openGazetteer(common).info();
    if (typed.format == "json") {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const gazetteer::Info& each : all)
            list.push_back({{"file", each.file},
                            {"places", each.places},
                            {"names", each.names},
                            {"handWritten", each.handWritten},
                            {"origin", each.origin},
                            {"licence", each.licence}});
        std::cout << list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
        return 0;
    }
    if (typed.format != "text") unknownFormat(typed, "info", "text or json");
    for (const gazetteer::Info& each : all)
        std::cout << each.file << "\n    " << each.places << " places, " << each.names << " names, "
                  << each.handWritten << " rows written by hand\n    " << each.origin << "; " << each.licence
                  << "\n";
    return 0;
}

/// One line on standard error that is written over; nothing where it is no terminal.
class ProgressLine {
public:
    explicit ProgressLine(bool quiet) : live_(!quiet && isatty(STDERR_FILENO) == 1) {}
    ~ProgressLine() {
        if (live_) std::cerr << "\r\033[K" << std::flush;
    }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void tell(const std::string& step, std::size_t done) {
        if (!live_) return;
        const auto now = Clock::now();
        if (step != step_) {
            step_ = step;
            began_ = now;
        } else if (now - told_ < std::chrono::milliseconds(200)) {
            return;
        }
        told_ = now;
        const double seconds = std::chrono::duration<double>(now - began_).count();
        std::cerr << "\r\033[K" << step;
        if (done > 0) std::cerr << ": " << done;
        if (done > 0 && seconds > 0.5)
            std::cerr << ", " << static_cast<long>(static_cast<double>(done) / seconds) << " a second";
        std::cerr << std::flush;
    }

private:
    using Clock = std::chrono::steady_clock;
    bool live_;
    std::string step_;
    Clock::time_point began_, told_;
};

std::vector<std::string> countriesOf(const std::vector<std::string>& typed) {
    std::vector<std::string> countries;
    for (std::string code : typed) {
        std::ranges::transform(code, code.begin(),
                               [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        if (code.size() != 2 || !std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; }))
            throw Error("--country \"" + code + "\" is no country; write its two letters, such as SY");
        countries.push_back(code);
    }
    return countries;
}

std::string credits(const std::string& given, const gather::Order& order) {
    if (!given.empty()) return given;
    std::string names;
    for (const gather::Source& source : order.sources) {
        const std::string name = std::filesystem::path(source.file).filename().string();
        if (names.size() < 200) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

int build(const GazetteerTyped& typed, const CaseOptions& common) {
    gather::Order order;
    const auto format =
        typed.sourceFormat.empty() ? std::nullopt : std::optional(gather::parseFormat(typed.sourceFormat));
    order.columns = gather::parseColumnChoice(typed.columns);
    order.filter = {countriesOf(typed.countries), typed.minPopulation};
    for (const std::string& word : typed.sources)
        for (gather::Source& source : gather::sourcesOf(word, format))
            order.sources.push_back(std::move(source));
    ProgressLine line(common.quiet);
    const gather::Report report = gather::buildGazetteer(
        order, typed.out,
        {credits(typed.origin, order), typed.licence.empty() ? "licence not told" : typed.licence},
        [&](const std::string& step, std::size_t done) { line.tell(step, done); });
    line.tell("done", 0);
    if (report.taken > 0) {
        if (!common.quiet) std::cout << typed.out.string() << "\n" << gather::reportText(report);
        return 0;
    }
    std::string why;
    for (const gather::Refusal& each : report.refused)
        why += (why.empty() ? ": " : "; ") + std::to_string(each.rows) +
               (each.rows == 1 ? " row " : " rows ") + each.why + " (" + each.first + ")";
    if (report.leftOut > 0)
        why += (why.empty() ? ": " : "; ") + std::to_string(report.leftOut) +
               " rows are not wanted or no places";
    throw Error("no row was taken, " + typed.out.string() + " is not written" + why);
}

}  // namespace

void addGazetteerCommands(CLI::App& app, GazetteerTyped& typed, CaseOptions& common, int& status,
                          const std::function<void(CLI::App*)>& addCommon) {
    CLI::App* all = app.add_subcommand("gazetteer", "search, describe or build gazetteers");
    all->require_subcommand(1);
    CLI::App* sub =
        all->add_subcommand("search", "places that a name may stand for (- reads one name a line)");
    sub->add_option("NAME", typed.names, "a name")->required();
    sub->add_option("--near", typed.near, "LON,LAT: what lies near comes first");
    sub->add_option("--limit", typed.limit, "how many at most (10)")->check(CLI::Range(1, 10000));
    addCommon(sub);
    sub->add_option("--format", typed.format, "text, json, csv");
    sub->callback([&] { status = search(typed, common); });

    sub = all->add_subcommand("info", "what the gazetteers hold");
    addCommon(sub);
    sub->add_option("--format", typed.format, "text, json");
    sub->callback([&] { status = info(typed, common); });

    sub =
        all->add_subcommand("build",
                            "make a gazetteer from lists of places: GeoNames, Who's On First, Linked Places, "
                            "Wikidata, CSV, maps, OpenStreetMap");
    sub->add_option("SOURCE", typed.sources, "a file, an archive or a folder; file.gpkg|layer for one layer")
        ->required();
    sub->add_option("-o,--out", typed.out, "the gazetteer to write; a file of that name is written over")
        ->required();
    sub->add_option("--origin", typed.origin, "who made the lists, for credits");
    sub->add_option("--licence", typed.licence, "their licence, for credits");
    sub->add_option("--format", typed.sourceFormat,
                    "what the sources are where it cannot be told: " + gather::formatWords());
    sub->add_option("--country", typed.countries, "two letters: only places of this country; again for more");
    sub->add_option("--min-population", typed.minPopulation, "leave out settlements of fewer people")
        ->check(CLI::NonNegativeNumber);
    sub->add_option("--columns", typed.columns,
                    "what the columns are where it cannot be told: name=Title,lat=Y,lon=X,names=..,type=..");
    sub->add_flag("--quiet", common.quiet, "no progress, no report");
    sub->callback([&] { status = build(typed, common); });
}

}  // namespace retrace::app
