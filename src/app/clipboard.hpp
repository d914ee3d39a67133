#pragma once

#include <cstddef>
#include <string>

namespace retrace::app {

/// The text that another program has in the clipboard, as it hands it over piece by piece where it is long.
/// Up to about `most` bytes; empty where there is none, or where the other does not answer within seconds.
[[nodiscard]] std::string foreignClipboard(std::size_t most);

}  // namespace retrace::app
