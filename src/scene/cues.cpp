#include "scene/captions.hpp"
#include "scene/story.hpp"

#include <algorithm>

namespace retrace::scene {
namespace {

constexpr double together_s = 1;      // story seconds: events closer than this are told in one caption
constexpr std::size_t longest = 170;  // bytes of a joined caption

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

// Events told at one moment share a caption while it stays short; the rest of them is on the map and in the
// text.
std::vector<Cue> eventCues(const model::Reconstruction& r, model::StoryTime before) {
    std::vector<std::pair<model::StoryTime, std::size_t>> times;
    for (std::size_t i = 0; i < r.events.size(); ++i)
        if (r.events[i].status != model::Status::background) times.emplace_back(model::storyTimeOf(r, i), i);
    std::ranges::stable_sort(times, {}, [](const auto& pair) { return pair.first; });
    std::vector<Cue> list;
    for (const auto& [at, event] : times) {
        if (at >= before) break;
        CaptionText caption = captionOf(r, event);
        if (!list.empty() && at - list.back().from < together_s) {
            CaptionText& told = list.back().caption;
            if (told.text.size() + caption.text.size() < longest && told.text != caption.text)
                told.text += " " + caption.text;
            continue;
        }
        list.push_back({.from = at, .to = at, .caption = std::move(caption), .chapter = {}, .camera = {}});
    }
    return list;
}

}  // namespace

std::vector<Cue> cues(const model::Reconstruction& r, const std::vector<ChapterStart>& starts) {
    std::vector<ChapterStart> chapters = starts;
    std::ranges::stable_sort(chapters, {}, &ChapterStart::at);
    std::vector<Cue> list = eventCues(r, chapters.empty() ? r.end + 1 : chapters.front().at - together_s);
    for (Cue& cue : chapterCues(chapters)) list.push_back(std::move(cue));
    for (std::size_t i = 0; i < list.size(); ++i)
        list[i].to = i + 1 < list.size() ? list[i + 1].from : std::max(r.end, list[i].from);
    return list;
}

std::optional<Cue> cueAt(const std::vector<Cue>& list, model::StoryTime t) {
    const auto after = std::ranges::upper_bound(list, t, {}, &Cue::from);
    if (after == list.begin()) return std::nullopt;
    return *std::prev(after);
}

}  // namespace retrace::scene
