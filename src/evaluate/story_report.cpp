#include "evaluate/story_report.hpp"

#include "geo/error.hpp"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <sstream>

namespace retrace::evaluate {
namespace {

using Json = nlohmann::ordered_json;

std::string number(const std::optional<double>& value) {
    if (!value) return "-";
    char text[40];
    std::snprintf(text, sizeof text, *value == static_cast<double>(static_cast<long>(*value)) ? "%.0f" : "%.3f",
                  *value);
    return text;
}

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text + " ";
}

std::string csvCell(std::string text) {
    for (std::size_t i = 0; (i = text.find('"', i)) != std::string::npos; i += 2) text.insert(i, 1, '"');
    return '"' + text + '"';
}

void tell(std::ostream& out, const StoryScores& scores) {
    for (const StoryFigure& f : figuresOf(scores))
        out << "  " << padded(f.name, 40) << number(f.value)
            << (f.share ? " (" + std::to_string(f.share->part) + "/" + std::to_string(f.share->whole) + ")" : "")
            << "\n";
}

Json jsonOf(const StoryScores& scores) {
    Json figures = Json::object();
    for (const StoryFigure& f : figuresOf(scores))
        figures[f.name] = {{"value", f.value ? Json(*f.value) : Json(nullptr)},
                           {"part", f.share ? Json(f.share->part) : Json(nullptr)},
                           {"whole", f.share ? Json(f.share->whole) : Json(nullptr)}};
    return figures;
}

}  // namespace

std::vector<StoryFigure> figuresOf(const StoryScores& s) {
    std::vector<StoryFigure> out;
    const auto share = [&](std::string name, const Share& value) {
        out.push_back({std::move(name), value.value(), value});
    };
    const auto value = [&](std::string name, std::optional<double> v) { out.push_back({std::move(name), v, {}}); };
    share("events found", s.events);
    value("events beside the table", static_cast<double>(s.beside));
    share("status", s.status);
    share("presence", s.presence);
    share("voice", s.voice);
    share("kind", s.kind);
    share("roles", s.roles);
    share("roles of matched mentions", s.rolesOfMatched);
    share("roles of literal mentions", s.literalRoles);
    share("stops precision", s.stops.precision());
    share("stops recall", s.stops.recall());
    value("stops F1", s.stops.f1());
    value("stops edit distance", static_cast<double>(s.stopEdits));
    value("false stops", static_cast<double>(s.falseStops));
    value("Kendall tau of stops", s.tau);
    for (const auto& [basis, t] : s.times) {
        const std::string by = "by " + basis + ": ";
        share(by + "day codes", t.dayCodes);
        share(by + "hours exact", t.clocks);
        share(by + "bounded", t.bounded);
        share(by + "reference met", t.meets);
        share(by + "reference inside", t.inside);
        share(by + "inside and at most twice as wide", t.tight);
        value(by + "median width, ours / reference", t.medianWidthRatio);
        for (const auto& [width, inside] : t.insideByWidth) share(by + "inside, width " + width, inside);
        for (const auto& [day, inside] : t.insideByDay) share(by + "inside, day " + day, inside);
    }
    return out;
}

const std::vector<AimKind>& storyAimKinds() {
    static const std::vector<AimKind> kinds{
        {"events", "share of the table's events found, 0 to 1"},
        {"status", "share of events with the right status, 0 to 1"},
        {"presence", "share of events with the right presence, 0 to 1"},
        {"voice", "share of events with the right voice, 0 to 1"},
        {"kind", "share of events of the right kind, 0 to 1"},
        {"roles", "share of mentions with the right role, 0 to 1"},
        {"stops-f1", "F1 of executed stops, 0 to 1"},
        {"stop-edits", "edit distance of the stops, at most", true},
        {"false-stops", "stops that are none, at most", true},
        {"hours", "share of stated hours exact, by all there is, 0 to 1"},
        {"spans", "share of spans that hold the reference and are at most twice as wide, by all, 0 to 1"},
    };
    return kinds;
}

Aim storyAimOf(const std::string& name, double wanted, const StoryScores& s) {
    const auto kind = std::ranges::find(storyAimKinds(), name, &AimKind::name);
    if (kind == storyAimKinds().end())
        throw Error("there is no aim \"" + name + "\"; retrace evaluate events --help lists them");
    const TimeScores none;
    const TimeScores& times = s.times.empty() ? none : s.times.back().second;
    Aim aim{name, wanted, std::nullopt};
    if (name == "events") aim.got = s.events.value();
    if (name == "status") aim.got = s.status.value();
    if (name == "presence") aim.got = s.presence.value();
    if (name == "voice") aim.got = s.voice.value();
    if (name == "kind") aim.got = s.kind.value();
    if (name == "roles") aim.got = s.roles.value();
    if (name == "stops-f1") aim.got = s.stops.f1();
    if (name == "stop-edits") aim.got = static_cast<double>(s.stopEdits);
    if (name == "false-stops") aim.got = static_cast<double>(s.falseStops);
    if (name == "hours") aim.got = times.clocks.value();
    if (name == "spans") aim.got = times.tight.value();
    aim.met = aim.got && (kind->atMost ? *aim.got <= wanted : *aim.got >= wanted);
    return aim;
}

std::string storyText(const StoryReport& report) {
    std::ostringstream out;
    for (std::size_t i = 0; i < report.texts.size(); ++i) {
        if (report.texts.size() > 1 || report.errors) out << report.names[i] << "\n";
        if (report.texts.size() > 1) {
            const StoryScores& s = report.texts[i];
            out << "  roles " << number(s.roles.value()) << "  stops F1 " << number(s.stops.f1()) << "  edits "
                << s.stopEdits << "  status " << number(s.status.value()) << "  kind " << number(s.kind.value())
                << "\n";
        }
        if (report.errors)
            for (const std::string& error : report.texts[i].errors) out << "  " << error << "\n";
    }
    out << (report.texts.size() > 1 ? "all " + std::to_string(report.texts.size()) + " texts\n" : "");
    tell(out, report.sum);
    for (const Aim& aim : report.aims)
        out << "  aim " << padded(aim.name + " " + number(aim.wanted), 36) << number(aim.got) << ", "
            << (aim.met ? "reached" : "missed") << "\n";
    return out.str();
}

std::string storyJson(const StoryReport& report) {
    Json texts = Json::array();
    for (std::size_t i = 0; i < report.texts.size(); ++i) {
        Json text{{"text", report.names[i]}, {"figures", jsonOf(report.texts[i])}};
        if (report.errors) text["errors"] = report.texts[i].errors;
        texts.push_back(std::move(text));
    }
    Json aims = Json::array();
    for (const Aim& aim : report.aims)
        aims.push_back({{"name", aim.name},
                        {"wanted", aim.wanted},
                        {"got", aim.got ? Json(*aim.got) : Json(nullptr)},
                        {"met", aim.met}});
    return Json{{"texts", texts}, {"all", jsonOf(report.sum)}, {"aims", aims}}.dump(
               2, ' ', false, Json::error_handler_t::replace) +
           "\n";
}

std::string storyCsv(const StoryReport& report) {
    std::ostringstream out;
    out << (report.errors ? "text,error\n" : "text,figure,value,part,whole\n");
    const auto rows = [&](const std::string& name, const StoryScores& scores) {
        for (const StoryFigure& f : figuresOf(scores))
            out << csvCell(name) << ',' << csvCell(f.name) << ',' << (f.value ? number(f.value) : "") << ','
                << (f.share ? std::to_string(f.share->part) : "") << ','
                << (f.share ? std::to_string(f.share->whole) : "") << "\n";
    };
    for (std::size_t i = 0; i < report.texts.size(); ++i) {
        if (!report.errors) rows(report.names[i], report.texts[i]);
        for (const std::string& error : report.texts[i].errors)
            if (report.errors) out << csvCell(report.names[i]) << ',' << csvCell(error) << "\n";
    }
    if (!report.errors && report.texts.size() > 1) rows("all", report.sum);
    return out.str();
}

}  // namespace retrace::evaluate
