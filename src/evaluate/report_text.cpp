#include "evaluate/report.hpp"

#include <cstdio>
#include <sstream>

namespace retrace::evaluate {
namespace {

std::string number(double value, const char* format = "%.3f") {
    char text[40];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string number(const std::optional<double>& value, const char* format = "%.3f") {
    return value ? number(*value, format) : "-";
}

/// "0.950 (38/40)"
std::string shareText(const Share& share) {
    return number(share.value()) + " (" + std::to_string(share.part) + "/" + std::to_string(share.whole) +
           ")";
}

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text + " ";
}

void line(std::ostream& out, const std::string& name, const std::string& value) {
    out << "  " << padded(name, 34) << value << "\n";
}

void tell(std::ostream& out, const std::string& title, const Recognition& r) {
    line(out, title,
         "precision " + shareText(r.precision()) + "  recall " + shareText(r.recall()) + "  F1 " +
             number(r.f1()));
}

void tellAccuracies(std::ostream& out, const ClassScores& s) {
    struct Row {
        const char* name;
        std::string (*cell)(const Accuracy&);
    };
    const Row rows[]{
        {"within 1 km", [](const Accuracy& a) { return number(a.within1.value()); }},
        {"within 5 km", [](const Accuracy& a) { return number(a.within5.value()); }},
        {"within 20 km", [](const Accuracy& a) { return number(a.within20.value()); }},
        {"within 161 km", [](const Accuracy& a) { return number(a.within161.value()); }},
        {"within the row's tolerance", [](const Accuracy& a) { return number(a.withinTolerance.value()); }},
        {"mean error, km", [](const Accuracy& a) { return number(a.mean_km, "%.1f"); }},
        {"median error, km", [](const Accuracy& a) { return number(a.median_km, "%.2f"); }},
        {"mean error of decided, km", [](const Accuracy& a) { return number(a.meanOfDecided_km, "%.1f"); }},
        {"median error of decided, km",
         [](const Accuracy& a) { return number(a.medianOfDecided_km, "%.2f"); }},
        {"within 5 km, of decided", [](const Accuracy& a) { return number(a.within5OfDecided.value()); }},
        {"AUC of log error (0 best)", [](const Accuracy& a) { return number(a.logErrorAuc); }},
        {"left open", [](const Accuracy& a) { return std::to_string(a.answers - a.decided); }},
    };
    out << "  " << padded(std::to_string(s.chosen.answers) + " mentions", 34) << padded("Retrace", 12)
        << padded("populous", 12) << padded("central", 12) << "first match\n";
    for (const Row& row : rows)
        line(out, row.name,
             padded(row.cell(s.chosen), 12) + padded(row.cell(s.populous), 12) +
                 padded(row.cell(s.central), 12) + row.cell(s.first));
}

/// About ten points of the curve: the last at or below each tenth of the mentions.
void tellAbstention(std::ostream& out, const std::vector<AbstentionPoint>& curve) {
    out << "  answering only when at least so sure\n";
    int told = 0;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const int tenth = static_cast<int>(curve[i].answered.value().value_or(0) * 10);
        if (tenth == told && i + 1 < curve.size()) continue;
        told = tenth;
        line(out, "  confidence " + number(curve[i].confidence),
             "answers " + shareText(curve[i].answered) + "  within 5 km " + shareText(curve[i].within5));
    }
}

void tellCalibration(std::ostream& out, const Calibration& c) {
    line(out, "Brier score", number(c.brier));
    line(out, "expected calibration error", number(c.expectedError));
    for (const ReliabilityBin& bin : c.bins)
        if (bin.right.whole > 0)
            line(out, "  confidence " + number(bin.from, "%.1f") + " to " + number(bin.to, "%.1f"),
                 "right " + shareText(bin.right) + "  mean confidence " + number(bin.meanConfidence));
}

void tell(std::ostream& out, const std::string& title, const Unlisted& u) {
    line(out, title,
         std::to_string(u.rows) + ": " + std::to_string(u.open) + " left open, " + std::to_string(u.right) +
             " placed within tolerance, " + std::to_string(u.wrong) + " placed wrongly, " +
             std::to_string(u.missed) + " not recognised");
}

void tell(std::ostream& out, const ClassScores& s) {
    tellAccuracies(out, s);
    line(out, "right among the first 1, 5, 20",
         shareText(s.rightAmong[0]) + "  " + shareText(s.rightAmong[1]) + "  " + shareText(s.rightAmong[2]));
    line(out, "right of those among candidates", shareText(s.rightOfHeld));
    line(out, "end to end, within 5 km", shareText(s.endToEnd));
    line(out, "end to end, within tolerance", shareText(s.endToEndTolerance));
}

void tellTexts(std::ostream& out, const std::vector<Testimony>& testimonies) {
    out << "by text (literal): F1, within 5 km, end to end, look-alikes taken\n";
    for (const Testimony& t : testimonies) {
        const Scores s = scoresOf({t});
        line(out, t.name,
             padded(number(s.literal.recognition.f1()), 6) + padded(shareText(s.literal.chosen.within5), 14) +
                 padded(shareText(s.literal.endToEnd), 14) + std::to_string(s.lookalikesTaken.part) + "/" +
                 std::to_string(s.lookalikesTaken.whole));
    }
}

void tellFaults(std::ostream& out, const std::vector<Fault>& faults) {
    out << "errors: " << faults.size() << "\n";
    for (const Fault& f : faults) {
        out << f.text << ":" << f.begin << "-" << f.end << "  " << nameOf(f.kind)
            << (f.literal ? "" : " (not literal)") << "  " << f.surface;
        if (!f.expected.empty()) out << "  expected " << f.expected;
        if (!f.got.empty()) out << "  got " << f.got;
        if (f.error_km) out << ", " << number(*f.error_km, "%.1f") << " km off";
        if (f.confidence > 0) out << ", confidence " << number(f.confidence, "%.2f");
        if (f.rank > 0) out << ", the right one is candidate " << f.rank;
        out << "\n";
        if (!f.why.empty()) out << "    " << f.why << "\n";
    }
}

}  // namespace

std::string reportText(const Report& report) {
    const Scores& s = report.scores;
    std::ostringstream out;
    out << s.texts << (s.texts == 1 ? " text\n" : " texts\n") << "recognition\n";
    tell(out, "literal", s.literal.recognition);
    tell(out, "literal, other rows set aside", s.literalAside);
    tell(out, "all", s.all.recognition);
    line(out, "look-alikes taken for places", shareText(s.lookalikesTaken));
    out << "resolution, literal mentions\n";
    tell(out, s.literal);
    tellCalibration(out, s.literal.calibration);
    tellAbstention(out, s.literal.abstention);
    out << "resolution, all mentions\n";
    tell(out, s.all);
    out << "literal rows whose place is known\n";
    line(out, "the gazetteers in use have", shareText(s.held.held));
    line(out, "  placed within 5 km", shareText(s.held.within5));
    line(out, "  placed within tolerance", shareText(s.held.withinTolerance));
    tell(out, "the others", s.held.others);
    out << "literal rows that by the reference no gazetteer has\n";
    tell(out, "all of them", s.unlisted);
    out << "literal rows whose name the narrator has wrong\n";
    tell(out, "all of them", s.alarms);
    if (report.testimonies.size() > 1 && report.testimonies.size() <= 40) tellTexts(out, report.testimonies);
    if (report.errors) tellFaults(out, faultsOf(report.testimonies));
    for (const Aim& aim : report.aims)
        line(out, "aim " + aim.name + " " + number(aim.wanted),
             number(aim.got) + (aim.met ? ", reached" : ", not reached"));
    return out.str();
}

}  // namespace retrace::evaluate
