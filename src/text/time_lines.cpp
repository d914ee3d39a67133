#include "text/time_lines.hpp"

#include "text/time_names.hpp"

#include <algorithm>
#include <tuple>

namespace retrace::text {
namespace {

TimeSetting settingOf(const TimeLine& at, const std::vector<std::string>& words) {
    if (words.empty()) at.fail("nothing stands between ; and ;");
    const auto slot = timeSlotNamed(words[0]);
    if (!slot) at.fail("nothing about time is called \"" + words[0] + '"');
    if (words.size() == 1) return {*slot, 1};
    const auto value = timeValueNamed(*slot, {words.begin() + 1, words.end()});
    if (!value) at.fail('"' + words[1] + "\" is no value of " + words[0]);
    return {*slot, *value};
}

}  // namespace

TimeLine timeLineOf(const LanguageFile& file, const BlockLine& line) {
    TimeLine out{&file, line.number, {}, {}};
    const std::size_t arrow = line.text.find("->");
    out.pattern = line.text.substr(0, arrow);
    while (!out.pattern.empty() && out.pattern.back() == ' ') out.pattern.pop_back();
    if (out.pattern.empty()) out.fail("no words stand before ->");
    std::string_view rest =
        arrow == std::string::npos ? std::string_view{} : std::string_view(line.text).substr(arrow + 2);
    while (!rest.empty()) {
        const std::size_t end = rest.find(';');
        out.settings.push_back(settingOf(out, wordsIn(rest.substr(0, end))));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    return out;
}

bool isSingleWords(const std::string& pattern) {
    return pattern.find_first_of(" []()<>!+@") == std::string::npos && !pattern.empty();
}

std::vector<std::string> alternativesIn(std::string_view words) {
    std::vector<std::string> out;
    while (true) {
        const std::size_t end = words.find('|');
        out.emplace_back(words.substr(0, end));
        if (end == std::string_view::npos) return out;
        words = words.substr(end + 1);
    }
}

TimeReference timeReferenceOf(const TimeLine& at, std::string_view text) {
    auto words = wordsIn(text);
    if (words.empty() || words.size() > 3) at.fail("a phrase is named <PHRASE> or <SLOT PHRASE LOW-HIGH>");
    TimeReference out;
    if (words[0].starts_with("to:")) {
        out.second = true;
        words[0] = words[0].substr(3);
    }
    out.phrase = words[words.size() > 1 ? 1 : 0];
    if (words.size() > 1) {
        out.slot = timeSlotNamed(words[0]);
        if (!out.slot) at.fail("nothing about time is called \"" + words[0] + '"');
    }
    if (out.slot) std::tie(out.low, out.high) = timeSlotBounds(*out.slot);
    if (words.size() > 2) {
        const std::size_t dash = words[2].find('-');
        const auto low = timeValueNamed(TimeSlot::value, {words[2].substr(0, dash)});
        const auto high = dash == std::string::npos
                              ? std::nullopt
                              : timeValueNamed(TimeSlot::value, {words[2].substr(dash + 1)});
        if (!low || !high) at.fail("bounds are written LOW-HIGH");
        out.low = std::max(out.low, *low);
        out.high = std::min(out.high, *high);
    }
    return out;
}

}  // namespace retrace::text
