#pragma once

#include "evaluate/aims.hpp"
#include "evaluate/faults.hpp"
#include "evaluate/scores.hpp"

#include <string>
#include <vector>

namespace retrace::evaluate {

/// All that is to be told of one run.
struct Report {
    std::vector<Testimony> testimonies;
    Scores scores;
    std::vector<Aim> aims;
    bool errors = false;  // whether the list of errors is told too
};

/// Figures, a line a text where there are several, aims; with `errors` what went wrong.
[[nodiscard]] std::string reportText(const Report&);
/// One object: "texts", "literal", "all", "aims" ...; "errors" where asked for. Figures of nothing are null.
[[nodiscard]] std::string reportJson(const Report&);
/// text,class,figure,value,part,whole; with `errors` instead one row an error.
[[nodiscard]] std::string reportCsv(const Report&);

}  // namespace retrace::evaluate
