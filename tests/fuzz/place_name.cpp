#include "gazetteer/gazetteer.hpp"
#include "target.hpp"

#include <cmath>
#include <cstdlib>

// Any bytes are a name that has candidates or none; looking one up never fails, even where the bytes are no
// text. The shipped gazetteer answers.
void retrace::fuzz::run(std::string_view bytes) {
    static const gazetteer::Gazetteer places(
        {std::filesystem::path(RETRACE_DATA) / "gazetteer/retrace.gpkg"});
    const auto found = places.search(bytes);
    for (const geo::Candidate& candidate : found)
        if (!std::isfinite(candidate.score) || candidate.place.id.empty()) std::abort();
    if (places.glance(bytes).exact && found.empty()) std::abort();
    (void)places.byId(bytes);
}
