#pragma once

#include "app/case.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace retrace::app {

/// What the user typed after `gazetteer`.
struct GazetteerTyped {
    std::vector<std::string> names;
    std::string near, format = "text";
    std::size_t limit = 10;
    std::vector<std::string> sources, countries;
    std::filesystem::path out;
    std::string origin, licence, sourceFormat, columns;
    long minPopulation = 0;
};

/// Declares `gazetteer` with its own commands; what they give becomes `status`. `addCommon` declares the
/// options of all commands. The values must outlive the parsing.
void addGazetteerCommands(CLI::App& app, GazetteerTyped& typed, CaseOptions& common, int& status,
                          const std::function<void(CLI::App*)>& addCommon);

}  // namespace retrace::app
