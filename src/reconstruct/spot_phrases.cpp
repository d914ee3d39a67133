#include "reconstruct/spot_phrases.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace retrace::reconstruct {
namespace {

using Tokens = std::vector<std::string>;

// Words in small letters; a mark that ends a clause is a word of its own, so that no phrase reaches over it.
Tokens tokensOf(const std::string& text) {
    Tokens tokens;
    std::string word;
    const auto end = [&] {
        if (!word.empty()) tokens.push_back(word);
        word.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool point = c == '.' && i + 1 < text.size() && !word.empty() &&
                           std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
        if (std::isalnum(c) != 0 || c >= 0x80 || point) {
            word += static_cast<char>(std::tolower(c));
        } else {
            end();
            if (c == ',' || c == ';' || c == '.' || c == ':') tokens.push_back(",");
        }
    }
    end();
    return tokens;
}

bool isOneOf(const std::string& word, std::initializer_list<const char*> list) {
    return std::ranges::any_of(list, [&](const char* each) { return word == each; });
}

// Takes the last word off where it is one of these.
bool take(Tokens& tokens, std::initializer_list<const char*> list) {
    if (tokens.empty() || !isOneOf(tokens.back(), list)) return false;
    tokens.pop_back();
    return true;
}

// Leaves out what a name is called: "the village of", "the".
void takeKind(Tokens& tokens) {
    (void)take(tokens, {"the"});
    if (tokens.size() >= 2 && tokens.back() == "of" &&
        isOneOf(tokens[tokens.size() - 2],
                {"village", "town", "city", "hill", "area", "district", "quarter", "farm"})) {
        tokens.resize(tokens.size() - 2);
        (void)take(tokens, {"the"});
    }
}

struct Direction {
    std::string name;
    double azimuth_deg = 0;
};

// "north", "northern", "north-east" (two words here), "northeastern".
std::optional<Direction> takeDirection(Tokens& tokens) {
    static constexpr std::array<std::pair<const char*, double>, 8> winds{{{"northeast", 45},
                                                                          {"southeast", 135},
                                                                          {"southwest", 225},
                                                                          {"northwest", 315},
                                                                          {"north", 0},
                                                                          {"east", 90},
                                                                          {"south", 180},
                                                                          {"west", 270}}};
    if (tokens.empty()) return std::nullopt;
    auto word = tokens.back();
    std::size_t used = 1;
    if (tokens.size() >= 2 && isOneOf(tokens[tokens.size() - 2], {"north", "south"}) &&
        (word.starts_with("east") || word.starts_with("west"))) {
        word.insert(0, tokens[tokens.size() - 2]);
        used = 2;
    }
    if (word.ends_with("ern")) word.resize(word.size() - 3);
    for (const auto& [name, azimuth] : winds)
        if (word == name) {
            tokens.resize(tokens.size() - used);
            return Direction{name, azimuth};
        }
    return std::nullopt;
}

std::optional<double> numberOf(const std::string& word) {
    static constexpr std::array<std::pair<const char*, double>, 22> named{
        {{"a", 1},         {"an", 1},          {"one", 1},     {"two", 2},     {"three", 3},  {"four", 4},
         {"five", 5},      {"six", 6},         {"seven", 7},   {"eight", 8},   {"nine", 9},   {"ten", 10},
         {"twelve", 12},   {"fifteen", 15},    {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50},
         {"hundred", 100}, {"thousand", 1000}, {"half", 0.5},  {"few", 3}}};
    for (const auto& [name, value] : named)
        if (word == name) return value;
    double value = 0;
    const auto [rest, failed] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (failed != std::errc() || rest != word.data() + word.size()) return std::nullopt;
    return value;
}

// "500 metres", "five hundred metres", "half a kilometre", "two kilometres" at the end, in metres.
std::optional<double> takeDistance(Tokens& tokens) {
    static constexpr std::array<std::pair<const char*, double>, 11> units{{{"metre", 1},
                                                                           {"metres", 1},
                                                                           {"meter", 1},
                                                                           {"meters", 1},
                                                                           {"m", 1},
                                                                           {"km", 1000},
                                                                           {"kilometre", 1000},
                                                                           {"kilometres", 1000},
                                                                           {"kilometer", 1000},
                                                                           {"kilometers", 1000},
                                                                           {"miles", 1609}}};
    if (tokens.size() < 2) return std::nullopt;
    const auto unit = std::ranges::find_if(units, [&](const auto& u) { return tokens.back() == u.first; });
    if (unit == units.end()) return std::nullopt;
    double value = 1;
    std::size_t used = 1;
    for (; used < tokens.size() && used < 4; ++used) {
        const auto number = numberOf(tokens[tokens.size() - 1 - used]);
        if (!number) break;
        value *= *number;
    }
    constexpr double furthest_m = 100000;  // further off it says no spot
    if (used == 1 || value * unit->second > furthest_m) return std::nullopt;
    tokens.resize(tokens.size() - used);
    return value * unit->second;
}

// The next name after this one, where only "and" or "to" stands between.
std::optional<std::size_t> joinedName(const Words& words, const text::Reading& reading, std::size_t at,
                                      const char* joint, const text::Quote& stretch) {
    if (at + 1 >= reading.mentions.size()) return std::nullopt;
    const auto &a = reading.mentions[at].quote, &b = reading.mentions[at + 1].quote;
    if (b.begin < a.end || b.end > stretch.end) return std::nullopt;
    auto tokens = tokensOf(wordsOf(words, {a.source, a.end, b.begin}));
    takeKind(tokens);
    std::erase_if(tokens, [](const auto& t) { return isOneOf(t, {"village", "town", "city", "area"}); });
    return tokens.size() == 1 && tokens.front() == joint ? std::optional(at + 1) : std::nullopt;
}

bool isRoad(const std::string& word) {
    return isOneOf(word, {"road", "route", "way", "highway", "track", "path"});
}

struct Around {
    Tokens before, after;
};

Around wordsAround(const Words& words, const text::Quote& name, const text::Quote& stretch) {
    constexpr std::size_t reach = 60;
    const auto begin = std::max(stretch.begin, name.begin > reach ? name.begin - reach : 0);
    const auto end = std::min(stretch.end, name.end + reach);
    return {begin < name.begin ? tokensOf(wordsOf(words, {name.source, begin, name.begin})) : Tokens{},
            name.end < end ? tokensOf(wordsOf(words, {name.source, name.end, end})) : Tokens{}};
}

std::optional<SpotPhrase> phraseAt(const Words& words, const text::Reading& reading, std::size_t first,
                                   std::size_t at, const text::Quote& stretch) {
    using Kind = SpotPhrase::Kind;
    auto [before, after] = wordsAround(words, reading.mentions[at].quote, stretch);
    SpotPhrase phrase{.mention = first + at};
    takeKind(before);
    if (before.empty()) return std::nullopt;

    const bool isBetween = before.back() == "between";
    const bool isFrom = before.back() == "from" && before.size() >= 2 && isRoad(before[before.size() - 2]);
    if (isBetween || isFrom) {
        const auto other = joinedName(words, reading, at, isBetween ? "and" : "to", stretch);
        if (!other) return std::nullopt;
        phrase.kind = Kind::between;
        phrase.other = first + *other;
        phrase.road = before.size() >= 2 && isRoad(before[before.size() - 2]);
        return phrase;
    }

    const auto point = [&](const Direction& direction) {
        phrase.direction = direction.name;
        phrase.azimuth_deg = direction.azimuth_deg;
    };
    // "Homs's northern countryside": the words stand behind the name.
    if (after.size() >= 3 && isOneOf(after[0], {"s", "’s"}) &&
        isOneOf(after[2], {"countryside", "outskirts"})) {
        Tokens word{after[1]};
        if (const auto direction = takeDirection(word)) {
            point(*direction);
            phrase.kind = after[2] == "outskirts" ? Kind::outskirts : Kind::direction;
            return phrase;
        }
    }
    if (take(before, {"of", "from", "outside", "off", "before"})) {
        (void)take(before, {"away"});
        if (!before.empty() && isOneOf(before.back(), {"countryside", "outskirts", "edge"})) {
            const bool edge = before.back() != "countryside";
            before.pop_back();
            const auto direction = takeDirection(before);
            if (!direction) return std::nullopt;
            point(*direction);
            phrase.kind = edge ? Kind::outskirts : Kind::direction;
            return phrase;
        }
        if (const auto direction = takeDirection(before)) {
            if (take(before, {"the"})) (void)take(before, {"to"});
            point(*direction);
            phrase.kind = Kind::direction;
        }
        phrase.distance_m = takeDistance(before);
        if (phrase.distance_m) phrase.kind = Kind::distance;
        if (phrase.distance_m || phrase.azimuth_deg) return phrase;
    }
    return std::nullopt;
}

}  // namespace

std::optional<SpotPhrase> spotPhraseIn(const Words& words, const text::Reading& reading, std::size_t first,
                                       const std::vector<std::size_t>& mentions, const text::Quote& stretch) {
    for (const auto m : mentions)
        if (auto phrase = phraseAt(words, reading, first, m - first, stretch)) return phrase;
    return std::nullopt;
}

std::optional<std::size_t> roadTo(const Words& words, const text::Reading& reading, std::size_t first,
                                  const std::vector<std::size_t>& mentions, const text::Quote& stretch) {
    std::optional<std::size_t> found;
    for (const auto m : mentions) {
        auto before = wordsAround(words, reading.mentions[m - first].quote, stretch).before;
        takeKind(before);
        if (take(before, {"to", "towards"}) && !before.empty() && isRoad(before.back())) found = m;
    }
    return found;
}

}  // namespace retrace::reconstruct
