#include "gather/gdal.hpp"

#include <cpl_conv.h>
#include <gdal_frmts.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <mutex>

namespace retrace::gather {

// Not VRT, WFS and the like: a list of places points to no other file and to no server.
void prepareGdal() {
    static std::once_flag once;
    std::call_once(once, [] {
        OSRSetPROJEnableNetwork(FALSE);
        CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{noextension-none}");
        CPLSetConfigOption("GDAL_HTTP_MAX_RETRY", "0");
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
        CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");  // no notes beside a user's files
        RegisterOGRFlatGeobuf();
        RegisterOGRGeoPackage();
        RegisterOGRGeoJSON();
        RegisterOGRShape();
        RegisterOGROSM();
        RegisterOGRKML();
        RegisterOGRGPX();
    });
}

void Messages::keep(CPLErr level, CPLErrorNum, const char* message) {
    auto* self = static_cast<Messages*>(CPLGetErrorHandlerUserData());
    if (level < CE_Failure || self == nullptr || !self->first_.empty()) return;
    self->first_ = message;
    std::ranges::replace_if(
        self->first_, [](char c) { return c == '\n' || c == '\r'; }, ' ');
}

Messages::Messages() {
    CPLPushErrorHandlerEx(keep, this);
}

Messages::~Messages() {
    CPLPopErrorHandler();
}

Dataset openVectors(const std::string& name) {
    prepareGdal();
    static constexpr const char* allowed[] = {"GPKG", "FlatGeobuf", "GeoJSON", "ESRI Shapefile",
                                              "OSM",  "KML",        "GPX",     nullptr};
    return Dataset(static_cast<GDALDataset*>(
        GDALOpenEx(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, allowed, nullptr, nullptr)));
}

}  // namespace retrace::gather
