#include "evaluate/held.hpp"

#include "evaluate/judge.hpp"

namespace retrace::evaluate {
namespace {

std::string withoutAddition(const std::string& name) {
    std::string plain = name.substr(0, name.find_first_of("([,"));
    while (!plain.empty() && plain.back() == ' ') plain.pop_back();
    return plain;
}

}  // namespace

bool isHeld(const Expected& expected, const Search& search) {
    if (!expected.at) return false;
    for (const std::string& name : {withoutAddition(expected.surface), withoutAddition(expected.name)})
        if (!name.empty() && rankOfRight(expected, search(name)) > 0) return true;
    return false;
}

}  // namespace retrace::evaluate
