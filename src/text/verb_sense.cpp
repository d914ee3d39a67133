#include "text/clause_parts.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

using List = std::initializer_list<std::string_view>;

bool followedBy(const Reader& r, std::size_t i, std::size_t last, List words) {
    return i + 1 < last && isAny(r.at(i + 1), words);
}

}  // namespace

Action resolved(const Reader& r, Action action, std::size_t verb, std::size_t last, const Subject& subject) {
    const Token& t = r.at(verb);
    const auto within = [&](std::size_t span, List words) {
        for (std::size_t i = verb + 1; i < std::min(last, verb + 1 + span); ++i)
            if (isAny(r.at(i), words)) return true;
        return false;
    };
    switch (action) {
        case Action::fall:
            if (followedBy(r, verb, last, {"back"})) return Action::withdraw;
            return subject.who == Who::place || subject.who == Who::other ? Action::fall : Action::none;
        case Action::withdraw:
            return t.lower.starts_with("pull") && !within(3, {"back", "out", "away"}) ? Action::none
                                                                                      : Action::withdraw;
        case Action::handOver:
            // "handed X over", "handed X to the Y"
            return t.lower.starts_with("hand") && !within(8, {"over"}) &&
                           !(within(6, {"to"}) && verb + 1 < last && r.at(verb + 1).capital)
                       ? Action::none
                       : Action::handOver;
        case Action::begin:
            return isAny(t, {"broke", "break", "broken"}) && within(1, {"through"}) ? Action::advance
                                                                                    : action;
        case Action::put:
            if (t.lower.starts_with("put"))  // "put us on a train to X"
                return within(1, {"us", "me"}) && within(3, {"on", "aboard"}) ? Action::send : Action::none;
            return within(2, {"off", "out"}) ? Action::move
                   : within(2, {"up"})       ? Action::deploy
                                             : Action::none;
        case Action::carryOut:  // "carried us across to X"
            return t.lower.starts_with("carr") && within(1, {"us", "me"}) ? Action::send : Action::none;
        case Action::get:
            if (t.lower.starts_with("ma"))
                return within(4, {"way"}) || within(3, {"to"}) ? (within(2, {"it"})    ? Action::arrive
                                                                  : within(4, {"way"}) ? Action::move
                                                                                       : Action::none)
                                                               : Action::none;
            return within(2, {"far"})           ? Action::arrive
                   : within(2, {"out", "away"}) ? Action::move
                   : within(2, {"to", "into"})  ? Action::arrive
                                                : Action::none;
        case Action::take:
            if (within(3, {"place"}) && within(1, {"place", "part"})) return Action::none;
            if (within(3, {"seconds", "minutes", "minute", "hours", "hour", "days", "day", "weeks", "week",
                           "months", "month", "years", "year", "long", "ages"}) &&
                (isAny(r.at(subject.token), {"it", "this", "that"}) ||
                 r.at(verb + 1).kind == Token::Kind::number))
                return Action::none;  // "it took two days"
            if (within(4, {"road", "roads", "route", "path", "train", "highway", "way", "ferry", "bus",
                           "boat", "ship", "taxi", "plane", "lorry", "tram", "steamer"}) &&
                within(6, {"to", "towards", "for"}))
                return Action::move;
            if (t.lower.starts_with("c")) return Action::none;  // "caught a cold"
            if (within(3, {"place", "over", "positions", "position"}) || within(2, {"up"}))
                return Action::occupy;
            if (within(4, {"contingent", "them", "men", "troops"})) return Action::move;
            return Action::capture;
        case Action::come:
            if (subject.who == Who::command &&
                isAny(r.at(subject.token),
                      {"orders", "order", "instructions", "command", "instruction", "message"}))
                return Action::order;
            if (within(2, {"under", "like", "near", "close", "from"}) && !within(1, {"out"}))
                return Action::none;
            return within(2, {"to", "into"}) ? Action::arrive : Action::come;
        case Action::stay:  // "stopped firing", "stopped to look", "lived on bread"
            if (isAny(t, {"lived", "live", "living"}) &&
                within(1, {"on", "off", "by", "through", "under", "without", "to"}))
                return Action::none;
            return t.lower.starts_with("stop") && verb + 1 < last &&
                           (verbForm(r.at(verb + 1).lower).ing || r.at(verb + 1).is("to"))
                       ? Action::none
                       : Action::stay;
        case Action::move:
            if (isAny(t, {"continued", "continue", "continuing"}) &&
                !within(3, {"towards", "on", "along", "north", "south", "east", "west"}) &&
                !(within(1, {"to"}) && verb + 2 < last && !verbForm(r.at(verb + 2).lower).base &&
                  !r.at(verb + 2).is("be")))
                return Action::none;
            if (isAny(t, {"go", "went", "gone", "going"}) &&
                within(1, {"more", "without", "hungry", "mad", "wrong", "well", "a"}))
                return Action::none;
            if (isAny(t, {"run", "passed", "turned", "followed"}) &&
                !within(3, {"to", "towards", "through", "back", "along", "north", "south", "east", "west"}))
                return Action::none;
            return action;
        case Action::hold:
            if (isAny(t, {"remained"}) && subject.who == Who::nobody) return Action::none;
            return action;
        case Action::arrive:
            if (isAny(t, {"reached", "reach"}) && within(3, {"agreement", "deal", "us"})) return Action::none;
            return action;
        default:
            return action;
    }
}

}  // namespace retrace::text
