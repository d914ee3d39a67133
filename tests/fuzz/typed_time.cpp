#include "target.hpp"
#include "timeline/typed_time.hpp"

#include <cstdlib>

namespace {

constexpr const char* zone = "Asia/Damascus";

void require(bool holds) {
    if (!holds) std::abort();
}

bool isSpan(const retrace::timeline::Span& span) {
    return !span.earliest || !span.latest || *span.earliest <= *span.latest;
}

}  // namespace

// Any line is a time or none. A time runs forwards, and its EDTF says the same again.
void retrace::fuzz::run(std::string_view line) {
    using namespace retrace::timeline;
    const auto typed = parseTypedTime(std::string(line), zone, Date{2024, 12, 5});
    if (!typed) return;
    require(isSpan(typed->span) && isSpan(boundsOf(*typed)));
    const std::string edtf = edtfText(*typed, zone);
    const auto again = parseQualifiedEdtf(edtf, zone);
    require(again && edtfText(*again, zone) == edtf);
}
