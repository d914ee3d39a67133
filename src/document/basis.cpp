#include "document/basis.hpp"

#include "geo/error.hpp"

namespace retrace::document {

std::string nameOf(By by) {
    return by == By::words ? "words" : by == By::decisions ? "decisions" : "all";
}

By parseBy(const std::string& word) {
    for (const By by : {By::words, By::decisions, By::all})
        if (word == nameOf(by)) return by;
    throw Error("--by \"" + word + "\" is unknown; words, decisions or all");
}

bool isApplied(const model::Decision& decision, By by) {
    const auto* time = std::get_if<model::SetTime>(&decision.what);
    const bool record = time && !time->recordRow.empty();
    return by == By::all || (by == By::decisions && !record);
}

std::vector<model::Decision> applied(std::vector<model::Decision> decisions, By by) {
    std::erase_if(decisions, [by](const model::Decision& decision) { return !isApplied(decision, by); });
    return decisions;
}

}  // namespace retrace::document
