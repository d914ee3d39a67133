#pragma once

#include "evaluate/judge.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::evaluate {

enum class FaultKind {
    missed,          // a row that nothing was found for
    notLiteral,      // found for a literal row, but not as a place that can be pointed at
    takenLiterally,  // found as such for a row that is none
    extra,           // found where the reference has no mention
    lookalike,       // ... but a look-alike
    open,            // left undecided though a gazetteer has the place
    elsewhere,       // placed beyond the row's tolerance
    namesake,        // placed wrongly though the narrator has the name wrong and the sentence cannot mean it
    invented,        // placed wrongly though no gazetteer has it
};
[[nodiscard]] std::string nameOf(FaultKind);  // "missed", "not-literal" ...

/// One thing that the program did otherwise than the reference.
struct Fault {
    FaultKind kind = FaultKind::missed;
    std::string text;  // name of the testimony
    std::size_t begin = 0, end = 0;
    std::string surface;
    std::string expected;  // the place meant; of a look-alike what it is
    std::string got;       // the place chosen, empty where none is
    std::optional<double> error_km;
    double confidence = 0;
    std::size_t rank = 0;  // of the right place among the candidates, 0 where it is not
    std::string why;       // the program's own reason
    bool literal = true;   // of the row; of the mention where there is no row
};

/// By text and offset.
[[nodiscard]] std::vector<Fault> faultsOf(const std::vector<Testimony>&);

}  // namespace retrace::evaluate
