#include "scene/story.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace retrace::scene {
namespace {

constexpr std::size_t lineLength = 42;  // bytes; the usual length of a subtitle's line

// "00:01:02,345"; WebVTT has a point where SubRip has a comma.
std::string timeText(double seconds, char separator) {
    const long long ms = std::llround(seconds * 1000);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%02lld:%02lld:%02lld%c%03lld", ms / 3600000, ms / 60000 % 60,
                  ms / 1000 % 60, separator, ms % 1000);
    return text.data();
}

std::string wrapped(const std::string& text) {
    std::string result, line;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, space - at);
        if (!line.empty() && line.size() + 1 + word.size() > lineLength) {
            result += line + "\n";
            line.clear();
        }
        if (!word.empty()) line += (line.empty() ? "" : " ") + word;
        at = space + 1;
    }
    return result + line;
}

std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else
            result += c;
    }
    return result;
}

struct Shown {
    double from, to;
    const Cue* cue;
};

// Cues whose words are seen: the last one stays until the film ends.
std::vector<Shown> shownCues(const std::vector<Cue>& cues, const Pace& pace) {
    std::vector<Shown> shown;
    for (std::size_t i = 0; i < cues.size(); ++i) {
        const double from = secondsAt(pace, cues[i].from);
        const double to = i + 1 < cues.size() ? secondsAt(pace, cues[i + 1].from) : duration(pace);
        if (to > from && !cues[i].rest && !cues[i].caption.text.empty()) shown.push_back({from, to, &cues[i]});
    }
    return shown;
}

std::string wordsOf(const Cue& cue) {
    return wrapped(cue.caption.text) + (cue.caption.small.empty() ? "" : "\n(" + cue.caption.small + ")");
}

}  // namespace

std::string srt(const std::vector<Cue>& cues, const Pace& pace) {
    std::string text;
    int number = 0;
    for (const Shown& s : shownCues(cues, pace))
        text += std::to_string(++number) + "\n" + timeText(s.from, ',') + " --> " + timeText(s.to, ',') +
                "\n" + wordsOf(*s.cue) + "\n\n";
    return text;
}

std::string webVtt(const std::vector<Cue>& cues, const Pace& pace) {
    std::string text = "WEBVTT\n\n";
    const std::string* chapter = nullptr;
    for (const Shown& s : shownCues(cues, pace)) {
        if (!s.cue->chapter.empty() && (!chapter || *chapter != s.cue->chapter)) {
            chapter = &s.cue->chapter;
            text += "NOTE " + escaped(*chapter) + "\n\n";
        }
        text +=
            timeText(s.from, '.') + " --> " + timeText(s.to, '.') + "\n" + escaped(wordsOf(*s.cue)) + "\n\n";
    }
    return text;
}

}  // namespace retrace::scene
