#include "gazetteer/key_neighbours.hpp"

#include <algorithm>

namespace retrace::gazetteer {

std::vector<std::string> keyNeighbours(std::string_view key) {
    std::vector<std::string> keys;
    const bool ascii =
        std::all_of(key.begin(), key.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (key.size() < 2 || !ascii) return keys;
    constexpr std::string_view letters = "abcdfghjklmnprstvwxyz";
    for (std::size_t i = 0; i <= key.size(); ++i) {
        const std::string head(key.substr(0, i)), tail(key.substr(i));
        for (const char c : letters) {
            if (c == 'a' && i > 0) continue;  // vowels stand at the start only
            keys.push_back(head + c + tail);
            if (!tail.empty()) keys.push_back(head + c + tail.substr(1));
        }
        if (!tail.empty() && key.size() > 2) keys.push_back(head + tail.substr(1));
        if (tail.size() > 1) keys.push_back(head + tail[1] + tail[0] + tail.substr(2));
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::erase(keys, key);
    return keys;
}

}  // namespace retrace::gazetteer
