#pragma once

#include "app/drawing.hpp"
#include "app/session.hpp"

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

namespace retrace::app {

/// A picture or film under way: the thread that writes it and the window look at this.
struct ExportWatch {
    bool film = false;  // set before the writer begins
    std::atomic<bool> stop =
        false;  // asks the writer to leave off; nothing half written stays under the name
    std::atomic<std::size_t> done = 0, frames = 0;
};

/// What export-picture and export-film write.
struct ExportJob {
    bool film = false;
    DrawingOptions drawing;
    CaseOptions options;
};

/// The verb's arguments and what the session shows. A name that is taken gets a number, unless `overwrite`
/// or the verb's overwrite=yes. Throws Error for a size, fps or speed that makes no film.
[[nodiscard]] ExportJob exportJob(const Session&, const document::Request&, bool overwrite);

/// Writes it and says where. Throws Error; also where the watch asked to stop.
[[nodiscard]] std::string writeExport(const Case&, ExportJob, const std::shared_ptr<ExportWatch>&);

/// "Frame 120 of 900 is written."; empty before the first.
[[nodiscard]] std::string progressText(const ExportWatch&);

/// `wanted`, or "wanted-2.png", "wanted-3.png" ... where it or what would lie beside it is there already.
[[nodiscard]] std::filesystem::path freeName(const std::filesystem::path& wanted);

/// Read what people write behind --size, --fps, --speed, or size= in a verb; `what` names it in errors.
[[nodiscard]] geo::ScreenSize parseSize(const std::string&, const std::string& what);
[[nodiscard]] int parseFps(const std::string&, const std::string& what);
[[nodiscard]] double parseSpeed(const std::string&, const std::string& what);

}  // namespace retrace::app
