// Fuzz target. With libFuzzer: clang++ -fsanitize=fuzzer,address; without: a plain program that runs the
// files named on its command line, so that a crash file replays as a test.
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <sstream>

#include "targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // libFuzzer hands over bytes; the rooms read characters
    retrace::fuzz::document({reinterpret_cast<const char*>(data), size});
    return 0;
}

#ifndef RETRACE_LIBFUZZER
int main(int count, char** names) {
    for (int i = 1; i < count; ++i) {
        std::ostringstream bytes;
        bytes << std::ifstream(names[i], std::ios::binary).rdbuf();
        retrace::fuzz::document(bytes.str());
    }
    std::cout << count - 1 << " files\n";
    return count > 1 ? 0 : 2;
}
#endif
