#include "scene/captions.hpp"
#include "scene/framing.hpp"
#include "scene/stop_places.hpp"
#include "scene/story.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::scene {
namespace {

constexpr double closest = 10;      // zoom of a picture of scale 1
constexpr double muchCloser = 1.1;  // zoom steps that are worth a flight

struct Span {
    model::StoryTime from, to;
};

void addPlaces(std::vector<geo::LonLat>& points, const model::Reconstruction& r,
               const std::vector<model::PlaceRef>& refs) {
    for (const model::PlaceRef& ref : refs)
        if (ref.mention < r.mentions.size() && r.mentions[ref.mention].place)
            points.push_back(r.mentions[ref.mention].place->where.at);
}

// What is in play from a moment to another: the mover at both ends, the ways that are gone, the stops
// reached.
std::vector<geo::LonLat> inPlay(const model::Reconstruction& r, const Span& span) {
    std::vector<geo::LonLat> points;
    for (std::size_t k = 0; k < r.itineraries.size(); ++k) {
        const model::Itinerary& itinerary = r.itineraries[k];
        for (const model::StoryTime t : {span.from, span.to})
            if (const auto here = model::at(itinerary, t)) {
                points.push_back(here->at);
                points.insert(points.end(), here->others.begin(), here->others.end());
            }
        for (const model::Leg& leg : itinerary.legs)
            if (leg.depart < span.to && leg.arrive > span.from && isTravelled(r, k, leg))
                points.insert(points.end(), leg.path.begin(), leg.path.end());
        for (const model::Stop& stop : itinerary.stops)
            if (stop.place && stop.arrive >= span.from && stop.arrive <= span.to &&
                isTravelled(r, k, stop.event))
                points.push_back(stop.place->where.at);
    }
    for (std::size_t i = 0; i < r.events.size(); ++i) {
        const model::Event& e = r.events[i];
        const model::StoryTime t = model::storyTimeOf(r, i);
        if (t < span.from || t >= std::max(span.to, span.from + 1)) continue;
        if (e.status == model::Status::executed || e.status == model::Status::otherActor) {
            addPlaces(points, r, e.to);
            addPlaces(points, r, e.from);
        }
    }
    return points;
}

geo::Camera cameraFor(const std::vector<geo::LonLat>& points, const View& view, const geo::Camera& whole) {
    if (points.empty()) return whole;
    const double limit =
        std::max(whole.zoom, closest + std::log2(static_cast<double>(std::max(view.scale, 0.25F))));
    const geo::Camera camera = framed(points, view, limit);
    return camera.zoom < whole.zoom ? whole : camera;
}

// Begins and ends without a jerk: speed and acceleration are 0 at both ends.
double smooth(double u) {
    return u * u * u * (u * (6 * u - 15) + 10);
}

// Calmer than a flight that a person asks for and waits for.
double calmSeconds(const geo::Camera& from, const geo::Camera& to, const View& view) {
    if (from == to) return 0;
    return std::clamp(3 * geo::flightSeconds(from, to, view.size), 2.4, 3.6);
}

}  // namespace

// A camera stays where it shows the next cue well enough: fewer flights, each for a reason. The cues of one
// chapter share a camera.
std::vector<geo::Camera> shots(const model::Reconstruction& r, const std::vector<Cue>& list,
                               const View& view) {
    const geo::Camera whole = overview(r, view);
    std::vector<geo::Camera> cameras;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].chapterNumber > 0 && i > 0 && list[i].chapterNumber == list[i - 1].chapterNumber) {
            cameras.push_back(cameras.back());
            continue;
        }
        if (list[i].rest && i > 0) {
            cameras.push_back(cameras.back());
            continue;
        }
        if (list[i].closing) {
            cameras.push_back(whole);
            continue;
        }
        if (list[i].camera) {
            cameras.push_back(*list[i].camera);
            continue;
        }
        Span span{list[i].from, list[i].to};
        for (std::size_t k = i + 1;
             list[i].chapterNumber > 0 && k < list.size() && list[k].chapterNumber == list[i].chapterNumber;
             ++k)
            span.to = list[k].to;
        const std::vector<geo::LonLat> points = inPlay(r, span);
        const geo::Camera wish = cameraFor(points, view, whole);
        const bool keeps = !cameras.empty() && wish.zoom - cameras.back().zoom < muchCloser &&
                           showsWell(cameras.back(), points, view);
        cameras.push_back(keeps ? cameras.back() : wish);
    }
    if (cameras.empty()) cameras.push_back(whole);
    return cameras;
}

Look directedCamera(const model::Reconstruction& r, const std::vector<Cue>& list, const Pace& pace,
                    double seconds, const View& view) {
    return directedCamera(shots(r, list, view), list, pace, seconds, view);
}

Look directedCamera(const std::vector<geo::Camera>& cameras, const std::vector<Cue>& list, const Pace& pace,
                    double seconds, const View& view) {
    if (list.empty()) return cameras.front();
    std::size_t i = 0;
    while (i + 1 < list.size() && secondsAt(pace, list[i + 1].from) <= seconds) ++i;
    if (i + 1 >= list.size() || !view.motion) return cameras[i];
    const double from = secondsAt(pace, list[i].from), to = secondsAt(pace, list[i + 1].from);
    const double read = list[i].rest ? 0 : readingSeconds(list[i].caption);
    const double room = to - from - read;  // what is left once the words are read
    const double flight = std::min(calmSeconds(cameras[i], cameras[i + 1], view), std::max(room, 0.0));
    if (flight <= 0 || seconds <= to - flight) return cameras[i];
    const double elapsed = seconds - (to - flight);
    return {geo::flyTo(cameras[i], cameras[i + 1], view.size, smooth(elapsed / flight)),
            {cameras[i], cameras[i + 1], flight, elapsed}};
}

}  // namespace retrace::scene
