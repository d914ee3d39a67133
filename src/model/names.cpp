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
