#include "evaluate/report.hpp"

#include <cstdio>
#include <initializer_list>

namespace retrace::evaluate {
namespace {

/// RFC 4180: quoted where it must be.
std::string cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted(1, '"');
    for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
    quoted += '"';
    return quoted;
}

std::string row(std::initializer_list<std::string> cells) {
    std::string line;
    for (const std::string& each : cells) line.append(cell(each)).append(",");
    line.pop_back();
    return line.append("\r\n");
}

std::string number(const std::optional<double>& value) {
    if (!value) return {};
    char text[40];
    std::snprintf(text, sizeof text, "%.6g", *value);
    return text;
}

/// Rows about one class of mentions of one text.
struct Rows {
    std::string text, mentions, lines;

    void add(const std::string& figure, const Share& share) {
        lines += row({text, mentions, figure, number(share.value()), std::to_string(share.part),
                      std::to_string(share.whole)});
    }
    void add(const std::string& figure, const std::optional<double>& value) {
        lines += row({text, mentions, figure, number(value), "", ""});
    }
    void add(const Recognition& r) {
        add("precision", r.precision());
        add("recall", r.recall());
        add("f1", r.f1());
    }
    void add(const std::string& method, const Accuracy& a) {
        add(method + " within 1 km", a.within1);
        add(method + " within 5 km", a.within5);
        add(method + " within 20 km", a.within20);
        add(method + " within 161 km", a.within161);
        add(method + " within tolerance", a.withinTolerance);
        add(method + " within 5 km of decided", a.within5OfDecided);
        add(method + " mean km", a.mean_km);
        add(method + " median km", a.median_km);
        add(method + " mean of decided km", a.meanOfDecided_km);
        add(method + " median of decided km", a.medianOfDecided_km);
        add(method + " log error auc", a.logErrorAuc);
        add(method + " left open", Share{a.answers - a.decided, a.answers});
    }
    void add(const Unlisted& u) {
        add("left open", Share{u.open, u.rows});
        add("within tolerance", Share{u.right, u.rows});
        add("placed wrongly", Share{u.wrong, u.rows});
        add("not recognised", Share{u.missed, u.rows});
    }
    void add(const ClassScores& s) {
        add(s.recognition);
        add("chosen", s.chosen);
        add("most populous", s.populous);
        add("nearest to centroid", s.central);
        add("first match", s.first);
        add("right among 1", s.rightAmong[0]);
        add("right among 5", s.rightAmong[1]);
        add("right among 20", s.rightAmong[2]);
        add("right of among candidates", s.rightOfHeld);
        add("end to end within 5 km", s.endToEnd);
        add("end to end within tolerance", s.endToEndTolerance);
        add("brier", s.calibration.brier);
        add("expected calibration error", s.calibration.expectedError);
    }
};

std::string rowsOf(const std::string& text, const Scores& s) {
    Rows literal{text, "literal", {}}, aside{text, "literal, others aside", {}}, all{text, "all", {}},
        none{text, "unlisted", {}};
    literal.add(s.literal);
    aside.add(s.literalAside);
    all.add(s.all);
    none.add(s.unlisted);
    Rows alarms{text, "alarms", {}};
    alarms.add(s.alarms);
    Rows held{text, "gazetteers have", {}}, others{text, "gazetteers have not", {}};
    held.add("of rows", s.held.held);
    held.add("end to end within 5 km", s.held.within5);
    held.add("end to end within tolerance", s.held.withinTolerance);
    others.add(s.held.others);
    Rows likes{text, "look-alikes", {}};
    likes.add("taken", s.lookalikesTaken);
    return literal.lines + aside.lines + all.lines + none.lines + alarms.lines + held.lines + others.lines +
           likes.lines;
}

std::string errorRows(const std::vector<Testimony>& testimonies) {
    std::string lines = row({"text", "start", "end", "kind", "surface", "literal", "expected", "got",
                             "error_km", "confidence", "rank", "why"});
    for (const Fault& f : faultsOf(testimonies))
        lines += row({f.text, std::to_string(f.begin), std::to_string(f.end), nameOf(f.kind), f.surface,
                      f.literal ? "1" : "0", f.expected, f.got, number(f.error_km), number(f.confidence),
                      f.rank == 0 ? "" : std::to_string(f.rank), f.why});
    return lines;
}

}  // namespace

std::string reportCsv(const Report& report) {
    if (report.errors) return errorRows(report.testimonies);
    std::string lines = row({"text", "class", "figure", "value", "part", "whole"});
    lines += rowsOf("", report.scores);
    if (report.testimonies.size() > 1)
        for (const Testimony& t : report.testimonies) lines += rowsOf(t.name, scoresOf({t}));
    return lines;
}

}  // namespace retrace::evaluate
