// The main of every fuzz target. With libFuzzer: clang++ -fsanitize=fuzzer,address -DRETRACE_LIBFUZZER;
// without: a plain program that runs the files named on its command line, so that a crash file replays as
// a test.
#include "target.hpp"

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // libFuzzer hands over bytes; the rooms read characters
    retrace::fuzz::run({reinterpret_cast<const char*>(data), size});
    return 0;
}

#ifndef RETRACE_LIBFUZZER
int main(int count, char** names) {
    for (int i = 1; i < count; ++i) {
        std::ostringstream bytes;
        bytes << std::ifstream(names[i], std::ios::binary).rdbuf();
        retrace::fuzz::run(bytes.str());
    }
    std::cout << count - 1 << " files\n";
    return count > 1 ? 0 : 2;
}
#endif
