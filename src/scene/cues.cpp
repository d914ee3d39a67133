#include "scene/captions.hpp"
#include "scene/story.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace retrace::scene {
namespace {

constexpr double together_s = 1;             // story seconds: events closer than this are told in one caption
constexpr double staysAfter_s = 4 * 3600.0;  // story seconds: a caption stays so long after its event
constexpr double longRest_s = 6 * 3600.0;    // story seconds without an event that make a rest
constexpr std::size_t longest = 170;         // bytes of a joined caption

std::string chapterLine(int number, int count, const std::string& title) {
    const std::string place = "chapter " + std::to_string(number) + " of " + std::to_string(count);
    return title.empty() ? place : place + " · " + title;
}

std::vector<Cue> chapterCues(const std::vector<ChapterStart>& chapters) {
    std::vector<Cue> list;
    const int count = static_cast<int>(chapters.size());
    for (int i = 0; i < count; ++i) {
        const ChapterStart& chapter = chapters[static_cast<std::size_t>(i)];
        const std::string& words = chapter.caption.empty() ? chapter.title : chapter.caption;
        list.push_back({.from = chapter.at,
                        .to = chapter.at,
                        .caption = {words, "", chapterLine(i + 1, count, chapter.title)},
                        .chapter = chapter.title,
                        .chapterNumber = i + 1,
                        .chapterCount = count,
                        .camera = chapter.camera});
    }
    return list;
}

// "they went" says nothing that a map could show, and an hour does not mend it.
bool saysSomething(const model::Event& e) {
    if (!e.from.empty() || !e.to.empty() || !e.via.empty()) return true;
    const bool goes = e.kind == "move" || e.kind == "withdraw" || e.kind == "advance" || e.kind == "arrive";
    return e.when.clock.has_value() && !goes;
}

std::vector<std::pair<model::StoryTime, std::size_t>> toldEvents(const model::Reconstruction& r) {
    std::vector<std::pair<model::StoryTime, std::size_t>> times;
    for (std::size_t i = 0; i < r.events.size(); ++i)
        if (r.events[i].status != model::Status::background && saysSomething(r.events[i]))
            times.emplace_back(model::storyTimeOf(r, i), i);
    std::ranges::stable_sort(times, {}, [](const auto& pair) { return pair.first; });
    return times;
}

// Events told at one moment share a caption while it stays short; the rest of them is on the map and in the
// text. What is told as a chapter begins stands below the chapter's own words.
void addEvents(std::vector<Cue>& list, const model::Reconstruction& r) {
    std::vector<Cue> told;
    const auto chapterAt = [&](model::StoryTime t) -> Cue* {
        const auto after = std::ranges::upper_bound(list, t + together_s, {}, &Cue::from);
        return after == list.begin() ? nullptr : &*std::prev(after);
    };
    for (const auto& [at, event] : toldEvents(r)) {
        CaptionText caption = captionOf(r, event);
        Cue* chapter = chapterAt(at);
        if (chapter && std::abs(at - chapter->from) <= together_s) {
            if (chapter->caption.small.empty()) chapter->caption.small = caption.text;
            continue;
        }
        if (chapter && chapter->caption.small == caption.text) continue;
        if (!told.empty() && at - told.back().from < together_s) {
            CaptionText& before = told.back().caption;
            if (before.text.size() + caption.text.size() < longest && before.text != caption.text)
                before.text += " " + caption.text;
            continue;
        }
        if (chapter) caption.chapter = chapter->caption.chapter;
        told.push_back({.from = at,
                        .to = at,
                        .caption = std::move(caption),
                        .chapter = chapter ? chapter->chapter : "",
                        .chapterNumber = chapter ? chapter->chapterNumber : 0,
                        .chapterCount = chapter ? chapter->chapterCount : 0,
                        .camera = chapter ? chapter->camera : std::nullopt});
    }
    list.insert(list.end(), std::make_move_iterator(told.begin()), std::make_move_iterator(told.end()));
    std::ranges::stable_sort(list, {}, &Cue::from);
}

// When those who reached a place, or of whom it was told, left again.
struct Stay {
    model::StoryTime at = 0, leave = 0;
};

std::vector<Stay> staysOf(const model::Reconstruction& r) {
    std::vector<Stay> stays;
    for (const model::Itinerary& itinerary : r.itineraries)
        for (const model::Stop& stop : itinerary.stops) {
            stays.push_back({stop.arrive, stop.leave});
            if (stop.event < r.events.size())
                stays.push_back({model::storyTimeOf(r, stop.event), stop.leave});
        }
    std::ranges::sort(stays, {}, &Stay::at);
    return stays;
}

// When what a cue tells is over: those who stayed have left. Stays by time.
model::StoryTime endOf(const std::vector<Stay>& stays, const Cue& cue) {
    model::StoryTime end = cue.from;
    for (auto stay = std::ranges::lower_bound(stays, cue.from - together_s, {}, &Stay::at);
         stay != stays.end() && stay->at <= cue.from + together_s; ++stay)
        end = std::max(end, stay->leave);
    return end;
}

// An event's caption does not stand over days in which nothing is told. Where only the order is known, the
// distances mean nothing and every caption stays.
std::vector<Cue> withRests(const model::Reconstruction& r, std::vector<Cue> list,
                           const std::vector<ChapterStart>& chapters) {
    const std::vector<Stay> stays = staysOf(r);
    std::vector<Cue> told;
    for (Cue& cue : list) {
        const model::StoryTime to = cue.to, over = endOf(stays, cue) + staysAfter_s;
        const bool orderOnly = std::ranges::any_of(r.orderOnly, [&](const model::OrderOnly& stretch) {
            return stretch.from <= cue.from && cue.from < stretch.to;
        });
        const bool chapterOwn =
            cue.chapterNumber > 0 && std::ranges::any_of(chapters, [&](const ChapterStart& start) {
                return start.at == cue.from && start.title == cue.chapter;
            });
        const bool rests = !orderOnly && !chapterOwn && to - over > longRest_s;
        if (rests) cue.to = over;
        told.push_back(std::move(cue));
        if (!rests) continue;
        Cue rest = told.back();
        rest.from = over;
        rest.to = to;
        rest.rest = true;
        rest.caption = {"", "", rest.caption.chapter};
        const auto number = static_cast<std::size_t>(rest.chapterNumber);
        if (number > 0 && number <= chapters.size()) rest.caption.text = chapters[number - 1].caption;
        told.push_back(std::move(rest));
    }
    return told;
}

// A way of several places is seen whole at last.
void addClosing(const model::Reconstruction& r, std::vector<Cue>& list) {
    std::vector<geo::LonLat> places;
    for (const model::Itinerary& itinerary : r.itineraries)
        for (const model::Stop& stop : itinerary.stops)
            if (stop.place && std::ranges::find(places, stop.place->where.at) == places.end())
                places.push_back(stop.place->where.at);
    // A moment of its own: story time never stands still.
    const model::StoryTime from = r.end - 1;
    if (list.empty() || places.size() < 3 || list.back().from >= from) return;
    list.back().to = from;
    list.push_back({.from = from,
                    .to = r.end,
                    .caption = {"The whole way, as the narrator tells it.", ""},
                    .closing = true});
}

}  // namespace

std::vector<Cue> cues(const model::Reconstruction& r, const std::vector<ChapterStart>& starts) {
    std::vector<ChapterStart> chapters = starts;
    std::ranges::stable_sort(chapters, {}, &ChapterStart::at);
    std::vector<Cue> list = chapterCues(chapters);
    addEvents(list, r);
    for (std::size_t i = 0; i < list.size(); ++i)
        list[i].to = i + 1 < list.size() ? list[i + 1].from : std::max(r.end, list[i].from);
    list = withRests(r, std::move(list), chapters);
    addClosing(r, list);
    return list;
}

std::optional<Cue> cueAt(const std::vector<Cue>& list, model::StoryTime t) {
    const auto after = std::ranges::upper_bound(list, t, {}, &Cue::from);
    if (after == list.begin()) return std::nullopt;
    return *std::prev(after);
}

}  // namespace retrace::scene
