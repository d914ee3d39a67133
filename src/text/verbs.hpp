#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace retrace::text {

/// What a verb says in an account of war, as far as this room tells verbs apart.
enum class Action {
    none,
    move,
    leave,
    withdraw,
    deploy,
    hold,
    arrive,
    occupy,
    stay,
    attack,
    advance,
    capture,
    cut,
    order,
    handOver,
    observe,
    report,
    fall,
    defect,
    begin,
    take,
    come,
    get,
    put,
    plan,
    attempt,
    send,
    besiege
};

/// One form of a verb; `none` action for verbs of no interest here.
struct VerbForm {
    Action action = Action::none;
    std::size_t senses = 0;  // index into Language::senses, 1 the first; 0: it means its action
    bool base = false, past = false, participle = false, ing = false;
    bool third = false;  // he "goes"; only of verbs whose third person is no noun
    [[nodiscard]] bool verb() const { return base || past || participle || ing || third; }
};

/// A verb after which "before X" is a place and no time: "arrived before X", "lay before X".
[[nodiscard]] bool standsBefore(const VerbForm&);

/// Whether the action is a deed of war or a movement, and not speech, thought or perception.
[[nodiscard]] bool actsInWar(Action);
/// Whether who does it comes to a place, leaves it or stays there.
[[nodiscard]] bool isMotionOrStay(Action);
/// The statement's kind for an action: "move", "hand-over" ...
[[nodiscard]] std::string kindName(Action);

}  // namespace retrace::text
