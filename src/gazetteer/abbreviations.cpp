#include "gazetteer/abbreviations.hpp"

#include <array>
#include <sstream>

#include "gazetteer/spelling.hpp"

namespace retrace::gazetteer {

namespace {

struct Abbreviation {
    std::string_view brief, whole;
};
// As maps and dispatches in English, French, German and Spanish have them.
constexpr std::array<Abbreviation, 12> abbreviations{{{"st", "saint"},
                                                      {"ste", "sainte"},
                                                      {"sta", "santa"},
                                                      {"sto", "santo"},
                                                      {"mt", "mount"},
                                                      {"mts", "mountains"},
                                                      {"ft", "fort"},
                                                      {"pt", "point"},
                                                      {"hts", "heights"},
                                                      {"jct", "junction"},
                                                      {"pk", "peak"},
                                                      {"is", "island"}}};

}  // namespace

std::vector<std::string> spelledOut(std::string_view name) {
    std::vector<std::string> names{std::string(name)};
    std::istringstream words(folded(name));
    std::string whole;
    bool any = false;
    std::size_t count = 0;
    for (std::string word; words >> word; ++count) {
        for (const Abbreviation& each : abbreviations)
            if (word == each.brief) {
                word = each.whole;
                any = true;
                break;
            }
        whole += (whole.empty() ? "" : " ") + word;
    }
    if (any && count > 1) names.push_back(whole);
    return names;
}

}  // namespace retrace::gazetteer
