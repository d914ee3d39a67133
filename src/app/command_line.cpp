#include "app/command_line.hpp"

#include "app/case.hpp"
#include "app/data_folder.hpp"
#include "app/drawing.hpp"
#include "app/front_results.hpp"
#include "app/evaluate_command.hpp"
#include "app/evaluate_front.hpp"
#include "app/exports.hpp"
#include "app/gazetteer_commands.hpp"
#include "app/ledger_results.hpp"
#include "app/play.hpp"
#include "app/results.hpp"
#include "app/window.hpp"
#include "document/suggestion.hpp"
#include "evaluate/story_report.hpp"
#include "geo/error.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <clocale>
#include <csignal>
#include <poll.h>
#include <unistd.h>
#include <iostream>
#include <string>
#include <vector>

namespace retrace::app {

namespace {

namespace fs = std::filesystem;

/// What the user typed, as plain values.
struct Typed {
    CaseOptions common;
    DrawingOptions drawing;
    WindowOptions window;
    fs::path file;
    std::string format = "text", size, theme = "light";
    fs::path script, out, points;
    std::string whose = "narrator";
    EvaluateOptions evaluate;
    EvaluateFrontOptions evaluateFront;
    bool others = false;
};

[[noreturn]] void unknownFormat(const std::string& format, const std::string& command) {
    throw Error("retrace " + command + " has no format \"" + format + "\"; try text, json or csv");
}

Case openCase(const Typed& typed) {
    const gazetteer::Gazetteer gazetteer = openGazetteer(typed.common);
    return derive(openDocument(typed.file, typed.common), gazetteer, typed.common);
}

void tellNotes(const Case& shown, const CaseOptions& options) {
    if (options.quiet) return;
    for (const std::string& note : shown.opened.notes) std::cerr << "note: " << note << "\n";
}

DrawingOptions drawingOf(const Typed& typed) {
    DrawingOptions drawing = typed.drawing;
    if (!typed.size.empty()) drawing.size = parseSize(typed.size, "--size");
    if (typed.theme != "light" && typed.theme != "dark")
        throw Error("--theme \"" + typed.theme + "\" is unknown; light or dark");
    drawing.theme = typed.theme == "dark" ? scene::ThemeName::dark : scene::ThemeName::light;
    if (drawing.fps < 1 || drawing.fps > 240) throw Error("--fps must lie between 1 and 240");
    if (!(drawing.speed > 0 && drawing.speed <= 1e7))
        throw Error("--speed must be greater than 0 (story seconds a film second), such as 5400");
    return drawing;
}

int places(const Typed& typed) {
    const Case shown = openCase(typed);
    tellNotes(shown, typed.common);
    if (typed.format == "json") std::cout << placesJson(shown);
    else if (typed.format == "geojson") std::cout << placesGeoJson(shown);
    else if (typed.format == "csv") std::cout << placesCsv(shown);
    else if (typed.format == "text") std::cout << placesText(shown);
    else unknownFormat(typed.format, "places");
    return 0;
}

int events(const Typed& typed) {
    const Case shown = openCase(typed);
    tellNotes(shown, typed.common);
    if (typed.format == "json") std::cout << eventsJson(shown);
    else if (typed.format == "geojson") std::cout << eventsGeoJson(shown);
    else if (typed.format == "csv") std::cout << eventsCsv(shown);
    else if (typed.format == "text") std::cout << eventsText(shown);
    else unknownFormat(typed.format, "events");
    return 0;
}

int route(const Typed& typed) {
    const Case shown = openCase(typed);
    tellNotes(shown, typed.common);
    if (typed.format == "json" || typed.format == "geojson") std::cout << routeGeoJson(shown, typed.others);
    else if (typed.format == "csv") std::cout << routeCsv(shown);
    else if (typed.format == "text") std::cout << routeText(shown);
    else unknownFormat(typed.format, "route");
    return 0;
}

int check(const Typed& typed) {
    const Case shown = openCase(typed);
    tellNotes(shown, typed.common);
    if (typed.format == "json") std::cout << checkJson(shown);
    else if (typed.format == "csv") std::cout << checkCsv(shown);
    else if (typed.format == "text") std::cout << checkText(shown);
    else unknownFormat(typed.format, "check");
    const auto& findings = shown.reconstruction.findings;
    const bool any = std::ranges::any_of(findings, [](const model::Finding& f) { return f.severity != "note"; });
    return any ? 1 : 0;
}

int ledger(const Typed& typed) {
    const Case shown = openCase(typed);
    tellNotes(shown, typed.common);
    if (typed.format == "json") std::cout << ledgerJson(shown);
    else if (typed.format == "csv") std::cout << ledgerCsv(shown);
    else if (typed.format == "text") std::cout << ledgerText(shown);
    else unknownFormat(typed.format, "ledger");
    return 0;
}

model::Whose whoseFront(const std::string& name) {
    for (const auto whose : {model::Whose::narrator, model::Whose::record, model::Whose::both})
        if (model::nameOf(whose) == name) return whose;
    throw Error("--of \"" + name + "\" is unknown; narrator, record or both");
}

int front(const Typed& typed) {
    const auto points = typed.points.empty() ? std::vector<geo::LonLat>{} : readPoints(typed.points);
    const Case shown = openCase(typed);
    tellNotes(shown, typed.common);
    const FrontAsked asked{storyTime(shown.reconstruction, typed.drawing.at), whoseFront(typed.whose)};
    if (!typed.points.empty()) {
        if (typed.format == "csv") std::cout << frontPointsCsv(shown, asked, points);
        else if (typed.format == "json" || typed.format == "text") std::cout << frontPointsJson(shown, asked, points);
        else unknownFormat(typed.format, "front --points");
        return 0;
    }
    if (typed.format == "json" || typed.format == "geojson") std::cout << frontGeoJson(shown, asked);
    else if (typed.format == "csv") std::cout << frontCsv(shown, asked);
    else if (typed.format == "text") std::cout << frontText(shown, asked);
    else unknownFormat(typed.format, "front");
    return 0;
}

int later(const std::string& command) {
    throw Error("retrace " + command + " is not part of this version yet; see CHANGELOG.md for what is");
}

bool isOption(const std::string& word) {
    return word.size() > 1 && word.front() == '-';
}

/// The default command is `show`: a first word that is no command is its file; one that is neither is misspelt.
std::vector<std::string> withCommand(std::vector<std::string> words, const std::vector<std::string>& commands) {
    const auto isCommand = [&](const std::string& w) { return std::ranges::find(commands, w) != commands.end(); };
    const auto asksHelp = [](const std::string& w) { return w == "-h" || w == "--help" || w == "--version"; };
    if (!words.empty() && words.front() == "help") {   // "help film" as well as "film --help"
        words.erase(words.begin());
        words.emplace_back("--help");
    }
    if (!words.empty() && (isCommand(words.front()) || asksHelp(words.front()))) return words;
    std::error_code ignored;
    const bool names = !words.empty() && !isOption(words.front()) && !fs::exists(fs::symlink_status(words.front(), ignored));
    const bool plain = names && words.front().find_first_of("./") == std::string::npos;
    if (plain) {
        const std::string meant = document::suggestion(words.front(), commands);
        throw Error("\"" + words.front() + "\" is no command and no file" +
                    (meant.empty() ? "; retrace --help lists the commands" : meant));
    }
    words.insert(words.begin(), "show");
    return words;
}

/// The command that the words are for, below `app`.
const CLI::App* commandOf(const CLI::App* app, const std::vector<std::string>& words) {
    for (const std::string& word : words)
        for (const CLI::App* each : app->get_subcommands({}))
            if (each->get_name() == word) return commandOf(each, {std::find(words.begin(), words.end(), word) + 1, words.end()});
    return app;
}

/// What the error should have said of options and commands that are nearly right.
std::string misspelt(const CLI::App& command, const std::vector<std::string>& words) {
    std::vector<std::string> options, commands;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
    for (const CLI::App* each : command.get_subcommands({})) commands.push_back(each->get_name());
    for (const std::string& word : words) {
        const std::string name = word.substr(0, word.find('='));
        if (name.starts_with("--") && std::ranges::find(options, name) == options.end())
            return "there is no option " + name + document::suggestion(name, options);
        const bool isShort = isOption(name) && !name.starts_with("--") && std::isalpha(static_cast<unsigned char>(name[1]));
        if (isShort && name != "-o" && name != "-h")
            return "there is no option " + name;
    }
    for (const std::string& word : words)   // of gazetteer: its own commands
        if (!commands.empty() && !isOption(word) && word != command.get_name())
            return "\"" + word + "\" is no command of " + command.get_name() + document::suggestion(word, commands);
    return {};
}

/// The one line for words that the declarations do not allow.
std::string usageError(const CLI::App& app, const CLI::ParseError& e, const std::vector<std::string>& words) {
    const CLI::App* command = commandOf(&app, words);
    std::string path;
    for (const CLI::App* each = command; each != nullptr && each != &app; each = each->get_parent()) path = " " + each->get_name() + path;
    std::string what;
    const bool extras = dynamic_cast<const CLI::ExtrasError*>(&e) != nullptr;
    if (extras || dynamic_cast<const CLI::RequiredError*>(&e) != nullptr) what = misspelt(*command, words);
    if (what.empty() && extras) what = "there are words too many: " + std::string(e.what()).substr(std::string(e.what()).find(": ") + 2);
    if (what.empty()) what = e.what();
    return what + " (retrace" + path + " --help tells more)";
}

/// An empty word where a file is meant is a variable that was never set, not the bundled case.
void requireNames(const CLI::App& command) {
    for (const CLI::Option* option : command.get_options())
        if (option->get_positional() && option->count() > 0)
            for (const std::string& value : option->results())
                if (value.empty()) throw Error(option->get_name() + " is empty; give the name of a file");
}

void addCommon(CLI::App* command, Typed& typed, bool file = true) {
    if (file) command->add_option("FILE", typed.file, "a text or a .retrace document");
    command->add_option("--gazetteer", typed.common.gazetteers, "a gazetteer of your own; again for more");
    command->add_option("--record", typed.common.records, "other sources' dated changes of control, CSV; again for more");
    command->add_option("--zone", typed.common.zone, "time zone of the account, such as Asia/Damascus");
    command->add_option_function<std::string>("--language", [&typed](const std::string& folder) { typed.common.language = languageIn(folder); },
                                              "folder of another language's files (data/language/README.md)");
    command->add_option_function<std::string>("--by", [&typed](const std::string& by) { typed.common.by = document::parseBy(by); },
                                              "what times and places rest on: words, decisions (of the analyst too), all (default)");
    command->add_option("--reference-date", typed.common.referenceDate, "a day near the events, for dates without a year");
    command->add_flag("!--no-user-gazetteers", typed.common.userGazetteers, "leave out the gazetteers of your own folder");
    command->add_flag("!--no-hand-written", typed.common.handWritten, "leave out the gazetteer's hand-written rows");
    command->add_flag("--online", typed.common.online, "let ground files reach the network");
    command->add_flag("--quiet", typed.common.quiet, "no progress, no notes");
}

void addFormat(CLI::App* command, Typed& typed, const std::string& formats) {
    command->add_option("--format", typed.format, formats);
}

void addDrawing(CLI::App* command, Typed& typed) {
    command->add_option("-o,--out", typed.drawing.out, "what to write; a file of that name is written over")->required();
    command->add_option("--size", typed.size, "WIDTHxHEIGHT in pixels (1280x720)");
    command->add_option("--theme", typed.theme, "light or dark");
    command->add_option("--ground", typed.common.ground, "a map of your own (GeoTIFF, GeoPackage, MBTiles, OSM extract ...); again for more");
    command->add_option("--front", typed.drawing.front.shown,
                        "whose front: narrator (default), none, record, both; or the narrator's beside the record's: over, swipe, difference");
    command->add_flag("!--steps", typed.drawing.motion, "steps, no motion");
    command->add_flag("!--plain", typed.drawing.present, "without caption strip and large clock");
}

void addEvaluate(CLI::App& app, Typed& typed, int& status) {
    CLI::App* evaluate = app.add_subcommand("evaluate", "figures against a reference table");
    evaluate->require_subcommand(1);
    CLI::App* sub = evaluate->add_subcommand("places", "names found and placed; exit status 1 when below an aim");
    sub->add_option("FILES", typed.evaluate.files, "a text and its table, again for more: TEXT TABLE.csv ...");
    sub->add_option("--corpus", typed.evaluate.corpora,
                    "a published corpus: XML as LGL, TR-News and GeoVirus, or a folder as GeoWebNews; again for more");
    sub->add_option("--lookalikes", typed.evaluate.lookalikes,
                    "words that are no places, CSV; the n-th for the n-th text (TABLE.lookalikes.csv is found by itself)");
    sub->add_flag("--only-gazetteer", typed.evaluate.onlyGazetteer, "without the gazetteer that ships");
    sub->add_flag("--errors", typed.evaluate.errors, "list what went wrong (csv: only that)");
    for (const evaluate::AimKind& kind : evaluate::aimKinds())
        sub->add_option_function<double>("--aim-" + kind.name, [&typed, name = kind.name](double wanted) {
               typed.evaluate.aims[name] = wanted;
           }, kind.help)->check(CLI::Range(0.0, 1.0));
    addCommon(sub, typed, false);
    addFormat(sub, typed, "text, json, csv");
    sub->callback([&typed, &status, sub] {
        requireNames(*sub);
        typed.evaluate.common = typed.common;
        typed.evaluate.format = typed.format;
        status = evaluatePlaces(typed.evaluate);
    });
    CLI::App* told = evaluate->add_subcommand(
        "events", "what was done, by whom, where and when; exit status 1 when below an aim");
    told->add_option("FILES", typed.evaluate.files,
                     "a text and its tables, again for more: TEXT FOLDER (of events.csv, mentions.csv, stops.csv), "
                     "or TEXT PREFIX (of PREFIX.events.csv ...). A mention matches by overlapping span, an event by "
                     "the largest overlap of evidence, at least half of the shorter, one to one; what is unmatched "
                     "is wrong");
    told->add_flag("--errors", typed.evaluate.errors, "list what went wrong (csv: only that)");
    for (const evaluate::AimKind& kind : evaluate::storyAimKinds())
        told->add_option_function<double>("--aim-" + kind.name, [&typed, name = kind.name](double wanted) {
                typed.evaluate.aims[name] = wanted;
            }, kind.help)->check(CLI::Range(0.0, kind.atMost ? 1e6 : 1.0));
    addCommon(told, typed, false);
    addFormat(told, typed, "text, json, csv");
    told->callback([&typed, &status, told] {
        requireNames(*told);
        typed.evaluate.common = typed.common;
        typed.evaluate.format = typed.format;
        status = evaluateEvents(typed.evaluate);
    });
    CLI::App* front = evaluate->add_subcommand(
        "front", "the field of control beside simple methods: on a record (--record), on dated polygons, on a made-up collapse");
    EvaluateFrontOptions& held = typed.evaluateFront;
    front->add_option("--polygons", held.polygons, "folder of YYYYMMDD.geojson, what one side holds on that day");
    front->add_option("--seeds", held.runs, "splits of the record (200); a tenth as many collapses, a hundredth draws of settlements");
    front->add_option("--seed", held.seed, "of the first run (1)");
    front->add_flag("--tuning", held.tuning, "score the first half of the polygons' dates, not the second");
    addCommon(front, typed, false);
    addFormat(front, typed, "text, json, csv");
    front->callback([&typed, &status, front] {
        requireNames(*front);
        typed.evaluateFront.common = typed.common;
        typed.evaluateFront.format = typed.format;
        status = evaluateFront(typed.evaluateFront);
    });
}

/// Whoever read the results wanted no more (retrace events | head): that is no failure.
bool readerHasGone() {
    pollfd output{STDOUT_FILENO, 0, 0};
    return ::poll(&output, 1, 0) > 0 && (output.revents & POLLERR) != 0;
}

int carryOut(int argc, char** argv) {
    Typed typed;
    typed.common.userGazetteers = true;
    CLI::App app("Retrace replays a withdrawal on the map from the words of a testimony.");
    app.set_version_flag("--version", RETRACE_VERSION);
    app.require_subcommand(1);
    int status = 0;

    const auto command = [&](const char* name, const char* help, auto&& then) {
        CLI::App* sub = app.add_subcommand(name, help);
        sub->callback([&status, &typed, then, sub] {
            requireNames(*sub);
            status = then(typed);
        });
        return sub;
    };

    CLI::App* show = command("show", "open the window (without FILE: the bundled withdrawal)", [](const Typed& t) {
        WindowOptions window = t.window;
        window.theme = drawingOf(t).theme;
        return showWindow(t.file, t.common, window);
    });
    addCommon(show, typed);
    show->add_option("--ui-scale", typed.window.scale, "size of letters and lines (1 is normal)");
    show->add_option("--theme", typed.theme, "light or dark");
    show->add_option("--ground", typed.common.ground, "a map of your own; again for more");
    show->add_option("--size", typed.window.size, "WIDTHxHEIGHT of the window");

    CLI::App* sub = command("places", "what the names stand for, and why", places);
    addCommon(sub, typed);
    addFormat(sub, typed, "text, json, csv, geojson");
    sub = command("events", "who did what, where, when, by which words", events);
    addCommon(sub, typed);
    addFormat(sub, typed, "text, json, csv, geojson");
    sub = command("route", "the itineraries", route);
    addCommon(sub, typed);
    sub->add_flag("--others", typed.others, "the ways of others too, whom the words tell of (json, geojson)");
    addFormat(sub, typed, "text, json (GeoJSON), geojson, csv");
    sub = command("check", "ambiguous, unresolved, contradictory; exit status 1 when any", check);
    addCommon(sub, typed);
    addFormat(sub, typed, "text, json, csv");

    sub = command("ledger", "what other sources say to each statement: agrees, contradicted, alone, dated by", ledger);
    addCommon(sub, typed);
    addFormat(sub, typed, "text, json, csv");

    sub = command("front", "who held what at a time, how surely", front);
    addCommon(sub, typed);
    addFormat(sub, typed, "text, json (GeoJSON), geojson, csv");
    sub->add_option("--at", typed.drawing.at, "a time such as 2024-12-05T06:00, #3 for the third event, start or end")->required();
    sub->add_option("--of", typed.whose, "whose front: narrator, record or both");
    sub->add_option("--points", typed.points, "a CSV with lon and lat: what the front says there");

    sub = command("picture", "one picture at a time of the story", [](const Typed& t) {
        writePicture(openCase(t), t.common, drawingOf(t));
        return 0;
    });
    addCommon(sub, typed);
    addDrawing(sub, typed);
    sub->add_option("--at", typed.drawing.at, "a time such as 2024-12-05T06:00, #3 for the third event, start or end")->required();
    sub = command("stills", "three pictures into a folder", [](const Typed& t) {
        writeStills(openCase(t), t.common, drawingOf(t));
        return 0;
    });
    addCommon(sub, typed);
    addDrawing(sub, typed);
    sub = command("film", "the replay as a film, subtitles beside it", [](const Typed& t) {
        writeFilmOf(openCase(t), t.common, drawingOf(t));
        return 0;
    });
    addCommon(sub, typed);
    addDrawing(sub, typed);
    sub->add_option("--fps", typed.drawing.fps, "frames a second (30)");
    sub->add_option("--speed", typed.drawing.speed, "story seconds a film second where nothing happens (5400)");
    sub->add_option("--from", typed.drawing.from, "begin at this time of the story");
    sub->add_option("--to", typed.drawing.to, "end at this time of the story");

    sub = command("play", "carry out text verbs, as the window would", [](const Typed& t) {
        return playScript(t.script, t.file, t.out, t.common);
    });
    sub->add_option("SCRIPT", typed.script, "one verb a line")->required();
    addCommon(sub, typed);
    sub->add_option("-o,--out", typed.out, "the document to write; a file of that name is written over");

    GazetteerTyped gazetteerTyped;
    addGazetteerCommands(app, gazetteerTyped, typed.common, status, [&](CLI::App* each) { addCommon(each, typed, false); });

    sub = command("export", "comes with a later version", [](const Typed&) { return later("export"); });
    sub->allow_extras();
    addEvaluate(app, typed, status);

    std::vector<std::string> names;
    for (const CLI::App* each : app.get_subcommands({})) names.push_back(each->get_name());
    const std::vector<std::string> words = withCommand({argv + 1, argv + argc}, names);
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));  // CLI11 takes them from the back
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == 0) return app.exit(e);
        throw Error(usageError(app, e, words));
    }
    std::cout.flush();
    if (!std::cout && !readerHasGone()) throw Error("cannot write the result to standard output; the disk may be full");
    return status;
}

}  // namespace

int run(int argc, char** argv) {
    std::setlocale(LC_NUMERIC, "C");
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error message, not a death
    try {
        return carryOut(argc, argv);
    } catch (const std::exception& e) {
        std::string line = e.what();   // names of files and words of scripts may hold anything
        std::ranges::replace_if(line, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 127; }, ' ');
        std::cerr << "retrace: " << line << "\n";
        return 2;
    }
}

}  // namespace retrace::app
