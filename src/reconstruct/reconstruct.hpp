#pragma once

#include "gazetteer/gazetteer.hpp"
#include "model/reconstruction.hpp"
#include "model/road.hpp"
#include "reconstruct/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::text {
struct Language;
}

namespace retrace::reconstruct {

struct Options {
    std::string zone;                             // IANA; empty: the zone of the places that the words name
    std::optional<timeline::Date> referenceDate;  // gives the year to dates without one
    const text::Language* language = nullptr;     // the words are read in; none: English
    std::vector<model::Side> sides{};             // that the document names; none: the two that the words tell
    std::vector<model::Road> roads{};             // that legs may be drawn along; none: every leg is straight
};

/// The whole method as one pure function: words, gazetteer, decisions and records to a model.
[[nodiscard]] model::Reconstruction reconstruct(std::vector<text::Source>, const gazetteer::Gazetteer&,
                                                const std::vector<model::Decision>&,
                                                const std::vector<model::RecordRow>&, const Options&);

/// The same from words that are read already, with any list of places.
[[nodiscard]] model::Reconstruction reconstructRead(Words, const Lookup&, const std::vector<model::Decision>&,
                                                    const std::vector<model::RecordRow>&, const Options&);

}  // namespace retrace::reconstruct
