#include "app/command_line.hpp"

#include "app/case.hpp"
#include "app/data_folder.hpp"
#include "app/drawing.hpp"
#include "app/play.hpp"
#include "app/results.hpp"
#include "app/window.hpp"
#include "geo/coordinates.hpp"
#include "geo/error.hpp"

#include <CLI/CLI.hpp>
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
    std::string format = "text", size, theme = "light", near;
    std::vector<std::string> names;
    std::size_t limit = 10;
    fs::path script, out;
};

[[noreturn]] void unknownFormat(const std::string& format, const std::string& command) {
    throw Error("retrace " + command + " has no format \"" + format + "\"; try text, json or csv");
}

geo::ScreenSize parseSize(const std::string& text) {
    geo::ScreenSize size;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%dx%d%c", &size.width, &size.height, &rest) != 2 || size.width < 64 ||
        size.height < 64 || size.width > 8192 || size.height > 8192)
        throw Error("--size \"" + text + "\" is no size; write WIDTHxHEIGHT, 64 to 8192 pixels, such as 1280x720");
    return size;
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
    if (!typed.size.empty()) drawing.size = parseSize(typed.size);
    if (typed.theme != "light" && typed.theme != "dark")
        throw Error("--theme \"" + typed.theme + "\" is unknown; light or dark");
    drawing.theme = typed.theme == "dark" ? scene::ThemeName::dark : scene::ThemeName::light;
    if (drawing.fps < 1 || drawing.fps > 240) throw Error("--fps must lie between 1 and 240");
    if (!(drawing.speed > 0)) throw Error("--speed must be greater than 0 (story seconds a film second)");
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
    if (typed.format == "json" || typed.format == "geojson") std::cout << routeGeoJson(shown);
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

int gazetteerSearch(const Typed& typed) {
    const gazetteer::Gazetteer gazetteer = openGazetteer(typed.common);
    gazetteer::SearchOptions how;
    how.limit = typed.limit;
    if (!typed.near.empty()) {
        how.near = geo::parseLonLat(typed.near);
        if (!how.near) throw Error("--near \"" + typed.near + "\" is no position; write LON,LAT in degrees, such as 36.71,34.73");
    }
    std::vector<std::string> names = typed.names;
    const bool lines = names == std::vector<std::string>{"-"};
    const auto answer = [&](const std::string& name) {
        const auto candidates = gazetteer.search(name, how);
        if (typed.format == "json") std::cout << candidatesJson(candidates, lines);
        else if (typed.format == "csv") std::cout << candidatesCsv(name, candidates);
        else if (typed.format == "text") std::cout << candidatesText(name, candidates);
        else unknownFormat(typed.format, "gazetteer search");
    };
    if (typed.format == "csv") std::cout << "asked,id,name,type,lon,lat,score,reasons\r\n";
    if (!lines) {
        std::string name;
        for (const std::string& word : names) name += (name.empty() ? "" : " ") + word;
        answer(name);
        return 0;
    }
    for (std::string line; std::getline(std::cin, line);) answer(line);
    return 0;
}

int gazetteerInfo(const Typed& typed) {
    for (const gazetteer::Info& info : openGazetteer(typed.common).info())
        std::cout << info.file << "\n    " << info.places << " places, " << info.names << " names, "
                  << info.handWritten << " rows written by hand\n    " << info.origin << "; " << info.licence << "\n";
    return 0;
}

int later(const std::string& command) {
    throw Error("retrace " + command + " is not part of this version yet; see CHANGELOG.md for what is");
}

/// The default command is `show`: a first word that is no command is its file.
std::vector<std::string> withCommand(std::vector<std::string> words, const std::vector<std::string>& commands) {
    const auto isCommand = [&](const std::string& w) { return std::ranges::find(commands, w) != commands.end(); };
    const auto asksHelp = [](const std::string& w) { return w == "-h" || w == "--help" || w == "--version"; };
    if (words.empty() || (!isCommand(words.front()) && !asksHelp(words.front()))) words.insert(words.begin(), "show");
    return words;
}

void addCommon(CLI::App* command, Typed& typed, bool file = true) {
    if (file) command->add_option("FILE", typed.file, "a text or a .retrace document");
    command->add_option("--gazetteer", typed.common.gazetteers, "a gazetteer of your own; again for more");
    command->add_option("--record", typed.common.records, "other sources' dated changes of control, CSV; again for more");
    command->add_option("--zone", typed.common.zone, "time zone of the account, such as Asia/Damascus");
    command->add_option("--reference-date", typed.common.referenceDate, "a day near the events, for dates without a year");
    command->add_flag("!--no-hand-written", typed.common.handWritten, "leave out the gazetteer's hand-written rows");
    command->add_flag("--online", typed.common.online, "let ground files reach the network");
    command->add_flag("--quiet", typed.common.quiet, "no progress, no notes");
}

void addFormat(CLI::App* command, Typed& typed, const std::string& formats) {
    command->add_option("--format", typed.format, formats);
}

void addDrawing(CLI::App* command, Typed& typed) {
    command->add_option("-o,--out", typed.drawing.out, "what to write")->required();
    command->add_option("--size", typed.size, "WIDTHxHEIGHT in pixels (1280x720)");
    command->add_option("--theme", typed.theme, "light or dark");
    command->add_option("--ground", typed.common.ground, "a map of your own (GeoTIFF, GeoPackage, MBTiles, OSM extract ...); again for more");
    command->add_flag("!--steps", typed.drawing.motion, "steps, no motion");
    command->add_flag("!--plain", typed.drawing.present, "without caption strip and large clock");
}

/// Whoever read the results wanted no more (retrace events | head): that is no failure.
bool readerHasGone() {
    pollfd output{STDOUT_FILENO, 0, 0};
    return ::poll(&output, 1, 0) > 0 && (output.revents & POLLERR) != 0;
}

int carryOut(int argc, char** argv) {
    Typed typed;
    CLI::App app("Retrace replays a withdrawal on the map from the words of a testimony.");
    app.set_version_flag("--version", RETRACE_VERSION);
    app.require_subcommand(1);
    int status = 0;

    const auto command = [&](const char* name, const char* help, auto&& then) {
        CLI::App* sub = app.add_subcommand(name, help);
        sub->callback([&status, &typed, then] { status = then(typed); });
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
    addFormat(sub, typed, "text, json (GeoJSON), geojson, csv");
    sub = command("check", "ambiguous, unresolved, contradictory; exit status 1 when any", check);
    addCommon(sub, typed);
    addFormat(sub, typed, "text, json, csv");

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
    sub->add_option("-o,--out", typed.out, "the document to write");

    CLI::App* gazetteers = app.add_subcommand("gazetteer", "search or describe the gazetteers");
    gazetteers->require_subcommand(1);
    CLI::App* search = gazetteers->add_subcommand("search", "places that a name may stand for (- reads one name a line)");
    search->add_option("NAME", typed.names, "a name")->required();
    search->add_option("--near", typed.near, "LON,LAT: what lies near comes first");
    search->add_option("--limit", typed.limit, "how many at most (10)");
    addCommon(search, typed, false);
    addFormat(search, typed, "text, json, csv");
    search->callback([&] { status = gazetteerSearch(typed); });
    CLI::App* info = gazetteers->add_subcommand("info", "what the gazetteers hold");
    addCommon(info, typed, false);
    info->callback([&] { status = gazetteerInfo(typed); });

    for (const char* name : {"front", "export", "evaluate"}) {
        sub = command(name, "comes with a later version", [name](const Typed&) { return later(name); });
        sub->allow_extras();
    }
    sub = gazetteers->add_subcommand("build", "comes with a later version");
    sub->allow_extras();
    sub->callback([] { later("gazetteer build"); });

    std::vector<std::string> names;
    for (const CLI::App* each : app.get_subcommands({})) names.push_back(each->get_name());
    std::vector<std::string> words = withCommand({argv + 1, argv + argc}, names);
    std::ranges::reverse(words);  // CLI11 takes them from the back
    try {
        app.parse(words);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == 0) return app.exit(e);
        std::cerr << "retrace: " << e.what() << " (retrace " << (argc > 1 ? argv[1] : "") << " --help tells more)\n";
        return 2;
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
        std::cerr << "retrace: " << e.what() << "\n";
        return 2;
    }
}

}  // namespace retrace::app
