#include "model/reconstruction.hpp"

namespace retrace::model {

std::string nameOf(Decided decided) {
    switch (decided) {
        case Decided::automatic:
            return "auto";
        case Decided::analyst:
            return "analyst";
        case Decided::undecided:
            break;
    }
    return "undecided";
}

std::string nameOf(Basis basis) {
    switch (basis) {
        case Basis::stated:
            return "stated";
        case Basis::schematic:
            return "schematic";
        case Basis::inferred:
            break;
    }
    return "inferred";
}

bool isChange(const ControlClaim& claim) {
    constexpr double surely = 0.7;  // a unit's leaving alone is none
    return claim.kind == Control::took || (claim.kind == Control::notTaken && claim.why.empty()) ||
           (claim.kind == Control::left && (claim.record || claim.weight > surely)) ||
           (claim.kind == Control::contested && claim.record) || (claim.kind == Control::holds && claim.record);
}

std::string nameOf(Control control) {
    switch (control) {
        case Control::holds:
            return "holds";
        case Control::took:
            return "took";
        case Control::left:
            return "left";
        case Control::contested:
            return "contested";
        case Control::notTaken:
            return "not-taken";
        case Control::cut:
            break;
    }
    return "cut";
}

std::string nameOf(DayCode day) {
    switch (day) {
        case DayCode::stated:
            return "stated";
        case DayCode::derived:
            return "derived";
        case DayCode::open:
            break;
    }
    return "open";
}

}  // namespace retrace::model
