#include "app/command_line.hpp"

int main(int argc, char** argv) {
    return retrace::app::run(argc, argv);
}
