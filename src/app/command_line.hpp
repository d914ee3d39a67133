#pragma once

namespace retrace::app {

/// The command line. Returns the exit status: 0 done, 1 findings, 2 usage or input error.
int run(int argc, char** argv);

}  // namespace retrace::app
