#pragma once

#include "basemap/gdal.hpp"
#include "basemap/ground.hpp"

#include <functional>
#include <string_view>

class OGRFeature;
class OGRFeatureDefn;

namespace retrace::basemap {

/// Layer and rank of a feature, from its attributes.
struct Sort {
    std::optional<Layer> line, area;  // missing: features of that kind are left out
    int rank = 0;
    std::string name;
};
using Sorter = std::function<Sort(const OGRFeature&)>;
/// Called once a layer, so that its attributes are looked up by name once.
using SorterOf = std::function<Sorter(const OGRFeatureDefn&)>;

/// The layer of this name ("border"), as the shipped files write it; nothing for an unknown one.
[[nodiscard]] std::optional<Layer> layerNamed(std::string_view);

struct ReadLimits {
    std::size_t vertices = 4'000'000;
};

/// Adds all lines and areas of a dataset, turned to longitude and latitude. Points are left out. Returns
/// notes about what was left out. Throws Error naming `file` where the data break off.
std::vector<std::string> addFeatures(GDALDataset&, const std::string& file, const SorterOf&,
                                     const ReadLimits&, std::vector<Feature>&);

}  // namespace retrace::basemap
