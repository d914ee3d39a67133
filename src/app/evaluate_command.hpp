#pragma once

#include "app/case.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace retrace::app {

struct EvaluateOptions {
    CaseOptions common;
    std::vector<std::filesystem::path> files;       // TEXT TABLE TEXT TABLE ...
    std::vector<std::filesystem::path> lookalikes;  // the n-th for the n-th text
    std::vector<std::filesystem::path> corpora;     // XML files, or folders of brat files
    bool onlyGazetteer = false;                     // without the one that ships
    bool errors = false;
    std::string format = "text";
    std::map<std::string, double> aims;  // by name
};

/// Writes the figures to standard output. 1 where an aim is not reached, else 0.
[[nodiscard]] int evaluatePlaces(const EvaluateOptions&);
/// The same for what was done: events, roles, stops, times; `files` are TEXT TABLES TEXT TABLES ...
[[nodiscard]] int evaluateEvents(const EvaluateOptions&);

}  // namespace retrace::app
