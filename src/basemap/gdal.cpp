#include "basemap/gdal.hpp"

#include <cpl_conv.h>
#include <gdal_frmts.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <mutex>

namespace retrace::basemap {

namespace {

void keepMessage(CPLErr level, CPLErrorNum, const char* message) {
    if (level < CE_Failure) return;
    if (auto* messages = static_cast<Messages*>(CPLGetErrorHandlerUserData())) messages->keep(message);
}

}  // namespace

Messages::Messages() {
    CPLPushErrorHandlerEx(keepMessage, this);
}

Messages::~Messages() {
    CPLPopErrorHandler();
}

void Messages::keep(const char* message) {
    if (!first_.empty()) return;
    first_ = message;
    for (char& letter : first_)
        if (letter == '\n' || letter == '\r') letter = ' ';
}

void registerDrivers() {
    static std::once_flag once;
    std::call_once(once, [] {
        // Neither a driver of the list nor PROJ, which fetches grids of datum shifts where PROJ_NETWORK or
        // its proj.ini says so, may reach out. Nothing lifts this: no map is fetched, with --online neither.
        OSRSetPROJEnableNetwork(FALSE);
        CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");  // no notes beside the packed ground
        CPLSetConfigOption("GDAL_HTTP_MAX_RETRY", "0");
        CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{noextension-none}");
        // Folders are not listed, but a world file or .prj beside a picture is looked for by its name.
        CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "TRUE");
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");  // no .aux.xml beside a user's files
        GDALRegister_GTiff();
        GDALRegister_PNG();
        GDALRegister_JPEG();
        GDALRegister_MEM();
        RegisterOGRMEM();
        GDALRegister_VRT();  // for warping in memory; no VRT file is ever opened
        RegisterOGRFlatGeobuf();
        RegisterOGRGeoPackage();  // MBTiles too where it is a raster of its own driver
        GDALRegister_MBTiles();
        RegisterOGRGeoJSON();
        RegisterOGRShape();
        RegisterOGROSM();
        RegisterOGRKML();
        RegisterOGRGPX();
    });
}

Dataset openWith(const std::string& name, unsigned flags, const std::vector<const char*>& drivers) {
    std::vector<const char*> allowed = drivers;
    allowed.push_back(nullptr);
    return Dataset(static_cast<GDALDataset*>(
        GDALOpenEx(name.c_str(), flags | GDAL_OF_READONLY, allowed.data(), nullptr, nullptr)));
}

}  // namespace retrace::basemap
