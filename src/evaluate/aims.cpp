#include "evaluate/aims.hpp"

#include "geo/error.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace retrace::evaluate {
namespace {

using Figure = std::function<std::optional<double>(const Scores&)>;

struct Measured {
    AimKind kind;
    Figure figure;
};

const std::vector<Measured>& measured() {
    static const std::vector<Measured> all{
        {{"precision", "recognition of literal mentions, 0 to 1"},
         [](const Scores& s) { return s.literal.recognition.precision().value(); }},
        {{"recall", "recognition of literal mentions, 0 to 1"},
         [](const Scores& s) { return s.literal.recognition.recall().value(); }},
        {{"f1", "recognition of literal mentions, 0 to 1"},
         [](const Scores& s) { return s.literal.recognition.f1(); }},
        {{"within1", "share placed within 1 km, 0 to 1"},
         [](const Scores& s) { return s.literal.chosen.within1.value(); }},
        {{"within5", "share placed within 5 km, 0 to 1"},
         [](const Scores& s) { return s.literal.chosen.within5.value(); }},
        {{"within20", "share placed within 20 km, 0 to 1"},
         [](const Scores& s) { return s.literal.chosen.within20.value(); }},
        {{"within161", "share placed within 161 km, 0 to 1"},
         [](const Scores& s) { return s.literal.chosen.within161.value(); }},
        {{"within-tolerance", "share placed within the row's own tolerance, 0 to 1"},
         [](const Scores& s) { return s.literal.chosen.withinTolerance.value(); }},
        {{"held", "share recognised and placed within 5 km of those that the gazetteers have, 0 to 1"},
         [](const Scores& s) { return s.held.within5.value(); }},
        {{"end-to-end", "share of the rows recognised and placed within 5 km, 0 to 1"},
         [](const Scores& s) { return s.literal.endToEnd.value(); }},
        {{"brier", "Brier score of the confidence, at most", true},
         [](const Scores& s) { return s.literal.calibration.brier; }},
        {{"lookalikes", "share of look-alikes taken for places, at most", true},
         [](const Scores& s) { return s.lookalikesTaken.value(); }},
    };
    return all;
}

}  // namespace

const std::vector<AimKind>& aimKinds() {
    static const std::vector<AimKind> kinds = [] {
        std::vector<AimKind> list;
        for (const Measured& m : measured()) list.push_back(m.kind);
        return list;
    }();
    return kinds;
}

Aim aimOf(const std::string& name, double wanted, const Scores& scores) {
    const auto found = std::ranges::find(measured(), name, [](const Measured& m) { return m.kind.name; });
    if (found == measured().end())
        throw Error("there is no aim \"" + name + "\"; retrace evaluate places --help lists them");
    Aim aim{name, wanted, found->figure(scores)};
    aim.met = aim.got && (found->kind.atMost ? *aim.got <= wanted : *aim.got >= wanted);
    return aim;
}

}  // namespace retrace::evaluate
