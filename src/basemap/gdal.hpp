#pragma once

#include <gdal_priv.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace retrace::basemap {

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

/// Keeps GDAL's messages for the life of the object instead of letting it print them.
class Messages {
public:
    Messages();
    ~Messages();
    Messages(const Messages&) = delete;
    Messages& operator=(const Messages&) = delete;
    [[nodiscard]] const std::string& first() const { return first_; }  // empty: none
    void keep(const char* message);

private:
    std::string first_;
};

/// Registers the drivers of the allow-list, once.
void registerDrivers();

/// Opens read-only with these drivers and no others; nothing when none of them knows the file.
[[nodiscard]] Dataset openWith(const std::string& name, unsigned flags,
                               const std::vector<const char*>& drivers);

}  // namespace retrace::basemap
