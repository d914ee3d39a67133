#pragma once

#include <stdexcept>
#include <string>

namespace retrace {

/// What stops the work. The message says what, where, and what to do, in one line.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace retrace
