#include "evaluate/report.hpp"

#include <nlohmann/json.hpp>

namespace retrace::evaluate {
namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json jsonOf(const Share& share) {
    return {{"value", orNull(share.value())}, {"part", share.part}, {"whole", share.whole}};
}

Json jsonOf(const Recognition& r) {
    return {{"expected", r.expected},
            {"found", r.found},
            {"right", r.right},
            {"precision", orNull(r.precision().value())},
            {"recall", orNull(r.recall().value())},
            {"f1", orNull(r.f1())}};
}

Json jsonOf(const Accuracy& a) {
    return {{"mentions", a.answers},
            {"decided", a.decided},
            {"within_1_km", jsonOf(a.within1)},
            {"within_5_km", jsonOf(a.within5)},
            {"within_20_km", jsonOf(a.within20)},
            {"within_161_km", jsonOf(a.within161)},
            {"within_tolerance", jsonOf(a.withinTolerance)},
            {"within_5_km_of_decided", jsonOf(a.within5OfDecided)},
            {"within_tolerance_of_decided", jsonOf(a.withinToleranceOfDecided)},
            {"mean_km", orNull(a.mean_km)},
            {"median_km", orNull(a.median_km)},
            {"mean_of_decided_km", orNull(a.meanOfDecided_km)},
            {"median_of_decided_km", orNull(a.medianOfDecided_km)},
            {"log_error_auc", orNull(a.logErrorAuc)}};
}

Json jsonOf(const Calibration& c) {
    Json bins = Json::array();
    for (const ReliabilityBin& bin : c.bins)
        bins.push_back(
            {{"from", bin.from},
             {"to", bin.to},
             {"right", jsonOf(bin.right)},
             {"mean_confidence", bin.right.whole == 0 ? Json(nullptr) : Json(bin.meanConfidence)}});
    return {{"brier", orNull(c.brier)}, {"expected_error", orNull(c.expectedError)}, {"bins", bins}};
}

Json jsonOf(const ClassScores& s) {
    Json curve = Json::array();
    for (const AbstentionPoint& p : s.abstention)
        curve.push_back({{"confidence", p.confidence},
                         {"answered", jsonOf(p.answered)},
                         {"within_5_km", jsonOf(p.within5)}});
    return {{"recognition", jsonOf(s.recognition)},
            {"chosen", jsonOf(s.chosen)},
            {"baselines",
             {{"most_populous", jsonOf(s.populous)},
              {"nearest_to_centroid", jsonOf(s.central)},
              {"first_match", jsonOf(s.first)}}},
            {"right_among_1", jsonOf(s.rightAmong[0])},
            {"right_among_5", jsonOf(s.rightAmong[1])},
            {"right_among_20", jsonOf(s.rightAmong[2])},
            {"among_candidates", jsonOf(s.held)},
            {"right_of_among_candidates", jsonOf(s.rightOfHeld)},
            {"end_to_end_5_km", jsonOf(s.endToEnd)},
            {"end_to_end_tolerance", jsonOf(s.endToEndTolerance)},
            {"abstention", curve},
            {"calibration", jsonOf(s.calibration)}};
}

Json jsonOf(const Unlisted& u) {
    return {{"mentions", u.rows},
            {"left_open", u.open},
            {"within_tolerance", u.right},
            {"placed_wrongly", u.wrong},
            {"not_recognised", u.missed}};
}

Json jsonOf(const Scores& s) {
    return {{"literal", jsonOf(s.literal)},
            {"literal_others_aside", jsonOf(s.literalAside)},
            {"all", jsonOf(s.all)},
            {"unlisted", jsonOf(s.unlisted)},
            {"alarms", jsonOf(s.alarms)},
            {"gazetteers_have",
             {{"rows", jsonOf(s.held.held)},
              {"end_to_end_5_km", jsonOf(s.held.within5)},
              {"end_to_end_tolerance", jsonOf(s.held.withinTolerance)},
              {"others", jsonOf(s.held.others)}}},
            {"lookalikes_taken", jsonOf(s.lookalikesTaken)}};
}

Json orNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json jsonOf(const Fault& f) {
    return {{"text", f.text},
            {"start", f.begin},
            {"end", f.end},
            {"kind", nameOf(f.kind)},
            {"surface", f.surface},
            {"literal", f.literal},
            {"expected", orNull(f.expected)},
            {"got", orNull(f.got)},
            {"error_km", orNull(f.error_km)},
            {"confidence", f.confidence},
            {"rank", f.rank == 0 ? Json(nullptr) : Json(f.rank)},
            {"why", orNull(f.why)}};
}

}  // namespace

std::string reportJson(const Report& report) {
    Json json = jsonOf(report.scores);
    Json texts = Json::array();
    for (const Testimony& t : report.testimonies) {
        Json one = jsonOf(scoresOf({t}));
        one["name"] = t.name;
        texts.push_back(std::move(one));
    }
    json["texts"] = std::move(texts);
    Json aims = Json::array();
    for (const Aim& aim : report.aims)
        aims.push_back(
            {{"name", aim.name}, {"wanted", aim.wanted}, {"got", orNull(aim.got)}, {"reached", aim.met}});
    json["aims"] = std::move(aims);
    if (report.errors) {
        Json faults = Json::array();
        for (const Fault& f : faultsOf(report.testimonies)) faults.push_back(jsonOf(f));
        json["errors"] = std::move(faults);
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace retrace::evaluate
