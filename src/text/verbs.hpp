#pragma once

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
    carryOut
};

/// One form of a verb: "base", "past" (and past participle), "ing"; `none` action for verbs of no interest
/// here.
struct VerbForm {
    Action action = Action::none;
    bool base = false, past = false, participle = false, ing = false;
    [[nodiscard]] bool verb() const { return base || past || participle || ing; }
};

/// A lower-case word as a verb. Words that end in -ed and are in no list count as past forms of no action.
[[nodiscard]] VerbForm verbForm(std::string_view lower);

/// A verb after which "before X" is a place and no time: "arrived before X", "lay before X".
[[nodiscard]] bool standsBefore(std::string_view lower);

/// The statement's kind for an action: "move", "hand-over" ...
[[nodiscard]] std::string kindName(Action);

}  // namespace retrace::text
