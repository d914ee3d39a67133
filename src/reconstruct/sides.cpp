#include "reconstruct/sides.hpp"

#include "text/letter_case.hpp"

#include <algorithm>
#include <string_view>

namespace retrace::reconstruct {
namespace {

// Whether the language puts the word, or one of several of it, in the class.
bool isOfClass(const std::string& word, std::string_view name, const text::Language& language) {
    for (std::size_t t = 0; t < text::tagCount; ++t) {
        const auto tag = static_cast<text::Tag>(t);
        if (text::nameOf(tag) != name) continue;
        return ((language.tagsOf(word) | language.tagsOf(language.singular(word))) & text::bit(tag)) != 0;
    }
    return false;
}

bool isMeant(const std::string& called, const std::string& name, const text::Language& language) {
    if (called.starts_with('@')) return isOfClass(name, std::string_view(called).substr(1), language);
    if (called.ends_with('*')) return name.starts_with(std::string_view(called).substr(0, called.size() - 1));
    return name == called;
}

std::optional<std::size_t> sideOf(const std::vector<model::Side>& sides, const std::string& name,
                                  const text::Language& language) {
    const auto found = std::ranges::find_if(sides, [&](const auto& side) {
        return std::ranges::any_of(side.called, [&](const auto& c) { return isMeant(c, name, language); });
    });
    return found == sides.end() ? std::nullopt : std::optional<std::size_t>(found - sides.begin());
}

}  // namespace

std::optional<std::size_t> sideCalled(const std::vector<model::Side>& sides, const std::string& name,
                                      const text::Language& language) {
    const auto lower = text::lowerCase(name);
    if (lower.empty()) return std::nullopt;
    if (const auto side = sideOf(sides, lower, language)) return side;
    const auto space = lower.rfind(' ');
    return space == std::string::npos ? std::nullopt : sideOf(sides, lower.substr(space + 1), language);
}

std::optional<std::size_t> ownSide(const std::vector<model::Side>& sides, const std::string& speaker,
                                   const text::Language& language) {
    const auto named = speaker.empty() ? std::nullopt : sideCalled(sides, speaker, language);
    return named ? named : sideCalled(sides, "we", language);
}

bool isNobody(const std::string& recordedSide) {
    const auto lower = text::lowerCase(recordedSide);
    return lower == "none" || lower == "nobody" || lower.starts_with("withdrawn");
}

}  // namespace retrace::reconstruct
