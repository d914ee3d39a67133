#include "text/verbs.hpp"

namespace retrace::text {

bool standsBefore(const VerbForm& v) {
    return v.past && (v.action == Action::arrive || v.action == Action::stay || v.action == Action::deploy ||
                      v.action == Action::hold);
}

std::string kindName(Action action) {
    switch (action) {
        case Action::move:
        case Action::send:
        case Action::leave:
        case Action::come:
        case Action::get:
        case Action::put:
            return "move";
        case Action::withdraw:
            return "withdraw";
        case Action::deploy:
            return "deploy";
        case Action::hold:
            return "hold";
        case Action::arrive:
            return "arrive";
        case Action::occupy:
            return "occupy";
        case Action::stay:
            return "stay";
        case Action::attack:
        case Action::begin:
            return "attack";
        case Action::advance:
            return "advance";
        case Action::capture:
        case Action::take:
            return "capture";
        case Action::fall:
            return "lose";
        case Action::cut:
            return "cut";
        case Action::besiege:
            return "besiege";
        case Action::defect:
            return "defect";
        case Action::plan:
            return "plan";
        case Action::order:
            return "order";
        case Action::handOver:
            return "hand-over";
        case Action::observe:
            return "observe";
        case Action::report:
            return "report";
        default:
            return "state";
    }
}

bool actsInWar(Action a) {
    switch (a) {
        case Action::none:
        case Action::report:
        case Action::plan:
        case Action::attempt:
        case Action::observe:
            return false;
        default:
            return true;
    }
}

bool isMotionOrStay(Action a) {
    switch (a) {
        case Action::move:
        case Action::leave:
        case Action::withdraw:
        case Action::deploy:
        case Action::hold:
        case Action::arrive:
        case Action::occupy:
        case Action::stay:
        case Action::come:
        case Action::get:
        case Action::put:
        case Action::advance:
            return true;
        default:
            return false;
    }
}

}  // namespace retrace::text
