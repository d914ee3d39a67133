#include "evaluate/front_report.hpp"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <sstream>

namespace retrace::evaluate {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t baselines = 3;  // after the field itself
constexpr double calibratedWithin = 0.05;
constexpr double asGood = 0.01;  // a probability never is a bare 0 or 1

std::string number(const std::optional<double>& value) {
    if (!value) return "-";
    char text[40];
    std::snprintf(text, sizeof text, std::abs(*value) < 10 ? "%.3f" : "%.1f", *value);
    return text;
}

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text + " ";
}

std::optional<double> quantile(std::vector<double> values, double share) {
    if (values.size() < 2) return std::nullopt;
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

Json jsonOf(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Aim atMost(std::string name, const std::optional<double>& wanted, const std::optional<double>& got,
           bool strictly) {
    return {std::move(name), wanted.value_or(0), got,
            wanted && got && (strictly ? *got < *wanted : *got <= *wanted)};
}

/// The least, or greatest, of the baselines' figures.
template <typename Figure>
std::optional<double> bestBaseline(const FrontProof& proof, Figure figure, bool greatest) {
    std::optional<double> best;
    for (std::size_t m = 1; m <= baselines; ++m) {
        const auto value = figure(proof.methods[m].all);
        if (value && (!best || (greatest ? *value > *best : *value < *best))) best = value;
    }
    return best;
}

}  // namespace

std::vector<FrontFigure> figuresOf(const MethodScores& m) {
    const FrontScores& s = m.all;
    return {{"Brier score", s.meanBrier(), quantile(m.briers, 0.025), quantile(m.briers, 0.975)},
            {"runs in which the field is better",
             m.beaten && !m.briers.empty()
                 ? std::optional(static_cast<double>(*m.beaten) / static_cast<double>(m.briers.size()))
                 : std::nullopt,
             {},
             {}},
            {"accuracy", s.accuracy(), quantile(m.accuracies, 0.025), quantile(m.accuracies, 0.975)},
            {"Brier score where nothing changes", s.meanQuietBrier(), {}, {}},
            {"calibration error", s.calibrationError(), {}, {}},
            {"changed cells, precision", s.precision(), {}, {}},
            {"changed cells, recall", s.recall(), {}, {}},
            {"changed cells, F1", s.f1(), {}, {}},
            {"displacement of the line, mean km", s.meanDisplacement_km(), {}, {}},
            {"displacement of the line, 95 % km", s.displacement95_km(), {}, {}},
            {"error of the date of change, days", s.meanDateError_days(), {}, {}},
            {"changes that were dated", s.datedShare(), {}, {}}};
}

std::vector<Aim> frontAims(const std::vector<FrontProof>& proofs) {
    std::vector<Aim> aims;
    for (const FrontProof& proof : proofs) {
        if (proof.name.find(',') != std::string::npos || proof.methods.size() <= baselines) continue;
        const FrontScores &field = proof.methods[0].all, &persistence = proof.methods[1].all;
        aims.push_back(atMost(proof.name + ": Brier score below every baseline's",
                              bestBaseline(
                                  proof, [](const FrontScores& s) { return s.meanBrier(); }, false),
                              field.meanBrier(), true));
        if (field.changes > 0) {
            const auto wanted = bestBaseline(
                proof, [](const FrontScores& s) { return s.f1(); }, true);
            aims.push_back({proof.name + ": F1 of changed cells above every baseline's", wanted.value_or(0),
                            field.f1(), field.f1() && *field.f1() > wanted.value_or(0)});
        }
        auto quiet = persistence.meanQuietBrier();
        if (quiet) *quiet += asGood;
        aims.push_back(atMost(proof.name + ": where nothing changes within 0.01 of persistence", quiet,
                              field.meanQuietBrier(), false));
        if (proof.name == "collapse")
            aims.push_back(atMost(proof.name + ": calibrated within", calibratedWithin,
                                  field.calibrationError(), false));
    }
    return aims;
}

std::string frontText(const FrontReport& report) {
    std::ostringstream out;
    for (const FrontProof& proof : report.proofs) {
        out << padded(proof.name + ", " + std::to_string(proof.runs) + " runs", 36);
        for (const MethodScores& m : proof.methods) out << padded(m.method, 16);
        out << "\n";
        std::vector<std::vector<FrontFigure>> columns;
        for (const MethodScores& m : proof.methods) columns.push_back(figuresOf(m));
        for (std::size_t f = 0; !columns.empty() && f < columns.front().size(); ++f) {
            if (std::ranges::none_of(columns, [&](const auto& c) { return c[f].value.has_value(); }))
                continue;
            out << "  " << padded(columns.front()[f].name, 34);
            for (const auto& column : columns) out << padded(number(column[f].value), 16);
            out << "\n";
            if (!columns.front()[f].low) continue;
            out << "  " << padded("  95 % of the runs", 34);
            for (const auto& column : columns)
                out << padded(number(column[f].low) + "-" + number(column[f].high), 16);
            out << "\n";
        }
    }
    for (const Aim& aim : report.aims)
        out << "  aim " << padded(aim.name + " " + number(aim.wanted), 66) << number(aim.got) << ", "
            << (aim.met ? "reached" : "missed") << "\n";
    return out.str();
}

std::string frontJson(const FrontReport& report) {
    Json proofs = Json::array();
    for (const FrontProof& proof : report.proofs) {
        Json methods = Json::object();
        for (const MethodScores& m : proof.methods)
            for (const FrontFigure& f : figuresOf(m))
                methods[m.method][f.name] = {
                    {"value", jsonOf(f.value)}, {"low", jsonOf(f.low)}, {"high", jsonOf(f.high)}};
        proofs.push_back({{"proof", proof.name}, {"runs", proof.runs}, {"methods", std::move(methods)}});
    }
    Json aims = Json::array();
    for (const Aim& aim : report.aims)
        aims.push_back(
            {{"name", aim.name}, {"wanted", aim.wanted}, {"got", jsonOf(aim.got)}, {"met", aim.met}});
    return Json{{"proofs", proofs}, {"aims", aims}}.dump(2) + "\n";
}

std::string frontCsv(const FrontReport& report) {
    std::ostringstream out;
    out << "proof,method,figure,value,low,high\n";
    const auto cell = [](const std::optional<double>& v) { return v ? number(v) : std::string(); };
    for (const FrontProof& proof : report.proofs)
        for (const MethodScores& m : proof.methods)
            for (const FrontFigure& f : figuresOf(m))
                out << '"' << proof.name << "\",\"" << m.method << "\",\"" << f.name << "\"," << cell(f.value)
                    << ',' << cell(f.low) << ',' << cell(f.high) << "\n";
    return out.str();
}

}  // namespace retrace::evaluate
