#include "target.hpp"
#include "targets.hpp"

void retrace::fuzz::run(std::string_view bytes) {
    request(bytes);
}
