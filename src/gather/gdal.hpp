#pragma once

#include <gdal_priv.h>

#include <memory>
#include <string>

namespace retrace::gather {

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

private:
    static void keep(CPLErr level, CPLErrorNum number, const char* message);
    std::string first_;
};

/// Registers the drivers of the allow-list and keeps GDAL from the network and from files of its own, once.
void prepareGdal();

/// Opens a vector file read-only with a driver of the allow-list (files of this machine only, nothing that
/// points elsewhere); nothing where none knows it.
[[nodiscard]] Dataset openVectors(const std::string& name);

}  // namespace retrace::gather
