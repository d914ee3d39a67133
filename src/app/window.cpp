#include "app/window.hpp"

#include "app/display.hpp"
#include "app/main_window.hpp"

namespace retrace::app {

int showWindow(const std::filesystem::path& file, const CaseOptions& options, const WindowOptions& how) {
    const std::shared_ptr<void> display = requireDisplay();
    return Window(file, options, how).run();
}

}  // namespace retrace::app
