#include "scene/captions.hpp"
#include "scene/story.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::scene {
namespace {

constexpr double leadIn_s = 1.5;  // of the film, before the first words
constexpr double flight_s = 2.6;  // of the film, kept free after the words for one flight of the camera
constexpr double breath_s = 0.4;  // of the film, between two captions under one camera
constexpr double quietAfter_s = 6 * 3600.0;  // story seconds; what is longer passes four times as quickly
constexpr int pieces = 8;                    // straight pieces of one eased stretch

// Slow where something is told, quick between: a share of smoothstep keeps it strictly rising.
double eased(double u) {
    return 0.35 * u + 0.65 * u * u * (3 - 2 * u);
}

double travelSeconds(double story, double speed) {
    const double quiet = std::max(0.0, story - quietAfter_s);
    return (story - quiet + quiet / 4) / std::max(speed, 1e-6);
}

class Writer {
public:
    explicit Writer(model::StoryTime begin) { pace_.knots.push_back({0, begin}); }
    void stretch(model::StoryTime to, double seconds, bool even) {
        const Pace::Knot from = pace_.knots.back();
        if (seconds <= 0) return;
        const double story = std::max(0.0, to - from.story);
        const int count = even || story <= 0 ? 1 : pieces;
        for (int i = 1; i <= count; ++i) {
            const double u = static_cast<double>(i) / count;
            const double share = i == count ? 1 : even ? u : eased(u);
            pace_.knots.push_back(
                {from.seconds + u * seconds, i == count ? from.story + story : from.story + share * story});
        }
    }
    [[nodiscard]] Pace take() { return std::move(pace_); }

private:
    Pace pace_;
};

const model::OrderOnly* orderOnlyAround(const model::Reconstruction& r, const Cue& cue) {
    if (cue.closing) return nullptr;  // the same moment, however long it is looked at
    for (const model::OrderOnly& stretch : r.orderOnly)
        if (stretch.from <= cue.from && cue.from < stretch.to) return &stretch;
    return nullptr;
}

// What a cue takes at least: its words are read, then the camera flies where another chapter follows.
double neededSeconds(const std::vector<Cue>& list, std::size_t i) {
    const bool holds = i + 1 < list.size() && list[i].chapterNumber > 0 &&
                       list[i + 1].chapterNumber == list[i].chapterNumber;
    return (list[i].rest ? 0 : readingSeconds(list[i].caption)) + (holds ? breath_s : flight_s);
}

// Film seconds a story second, the same for a whole order-only stretch, so that every caption can be read;
// 0 where one short step would make the whole stretch dull.
double evenRate(const model::OrderOnly& stretch, const std::vector<Cue>& list) {
    double rate = 0, sum = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Cue& cue = list[i];
        if (cue.closing || cue.from < stretch.from || cue.from >= stretch.to) continue;
        const double need = neededSeconds(list, i), length = cue.to - cue.from;
        if (length <= 0) return 0;
        rate = std::max(rate, need / length);
        sum += need;
    }
    return rate * (stretch.to - stretch.from) <= 1.25 * sum ? rate : 0;
}

}  // namespace

Pace paceOf(const model::Reconstruction& r, const std::vector<Cue>& list, double speed) {
    Writer writer(r.begin);
    if (list.empty()) {
        writer.stretch(r.end, std::max(2.5, travelSeconds(r.end - r.begin, speed)), true);
        return writer.take();
    }
    if (list.front().from > r.begin)
        writer.stretch(list.front().from,
                       std::max(leadIn_s, travelSeconds(list.front().from - r.begin, speed)), false);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Cue& cue = list[i];
        const double need = neededSeconds(list, i);
        if (const model::OrderOnly* stretch = orderOnlyAround(r, cue)) {
            const double rate = evenRate(*stretch, list);
            writer.stretch(cue.to, std::max(need, rate * (cue.to - cue.from)), true);
        } else {
            writer.stretch(cue.to, std::max(need, travelSeconds(cue.to - cue.from, speed)), false);
        }
    }
    return writer.take();
}

model::StoryTime storyAt(const Pace& pace, double seconds) {
    if (pace.knots.empty()) return 0;
    const auto after = std::ranges::upper_bound(pace.knots, seconds, {}, &Pace::Knot::seconds);
    if (after == pace.knots.begin()) return pace.knots.front().story;
    if (after == pace.knots.end()) return pace.knots.back().story;
    const Pace::Knot &a = *std::prev(after), &b = *after;
    return a.story + (b.story - a.story) * (seconds - a.seconds) / (b.seconds - a.seconds);
}

double secondsAt(const Pace& pace, model::StoryTime t) {
    if (pace.knots.empty()) return 0;
    const auto reached = std::ranges::lower_bound(pace.knots, t, {}, &Pace::Knot::story);
    if (reached == pace.knots.begin()) return pace.knots.front().seconds;
    if (reached == pace.knots.end()) return pace.knots.back().seconds;
    const Pace::Knot &a = *std::prev(reached), &b = *reached;
    return b.story > a.story ? a.seconds + (b.seconds - a.seconds) * (t - a.story) / (b.story - a.story)
                             : a.seconds;
}

double duration(const Pace& pace) {
    return pace.knots.empty() ? 0 : pace.knots.back().seconds;
}

}  // namespace retrace::scene
