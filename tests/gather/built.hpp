#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gather/gather.hpp"
#include "gazetteer/gazetteer.hpp"
#include "scratch.hpp"

namespace retrace::gather {

/// Builds from files of the test's folder and asks what came of it.
class Built : public Scratch {
protected:
    Report build(const std::vector<std::string>& words, std::optional<Format> format = {}, Filter filter = {},
                 const std::string& columns = {}) {
        Order order{{}, std::move(filter), parseColumnChoice(columns)};
        for (const std::string& word : words)
            for (const Source& source : sourcesOf(word, format)) order.sources.push_back(source);
        return buildGazetteer(order, path("built.gpkg"), {"test", "none"}, {});
    }
    [[nodiscard]] geo::Place place(const std::string& id) const {
        const auto found = gazetteer::Gazetteer({path("built.gpkg")}).byId(id);
        EXPECT_TRUE(found) << "no place has the id " << id;
        return found.value_or(geo::Place{});
    }
    /// The id of the best place for a name, with its score where it is not that very name.
    [[nodiscard]] std::string best(const std::string& name) const {
        const auto found = gazetteer::Gazetteer({path("built.gpkg")}).search(name);
        if (found.empty()) return "";
        return found.front().score > 0.95 ? found.front().place.id : "like " + found.front().place.id;
    }
    /// "2 rows no name (towns.csv:3)": every reason, with the file's own name only.
    [[nodiscard]] static std::vector<std::string> reasons(const Report& report) {
        std::vector<std::string> all;
        for (const Refusal& each : report.refused)
            all.push_back(std::to_string(each.rows) + " " + each.why + " (" +
                          each.first.substr(each.first.find_last_of('/') + 1) + ")");
        return all;
    }
};

using Reasons = std::vector<std::string>;

}  // namespace retrace::gather
