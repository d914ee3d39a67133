#include "app/command_line.hpp"

namespace retrace::app {

int run(int, char**) {
    return 2;
}

}  // namespace retrace::app
