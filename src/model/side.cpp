#include "model/side.hpp"

namespace retrace::model {

std::vector<Side> sidesByWords() {
    return {{.name = "the narrator's side", .called = {"we", "i", "us", "me", "narrator", "@friendly", "@unit"}},
            {.name = "those they fought", .called = {"@enemy"}}};
}

bool isTint(const std::string& text) {
    return text.empty() || (text.size() == 7 && text.front() == '#' &&
                            text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos);
}

}  // namespace retrace::model
