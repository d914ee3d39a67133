#pragma once

#include "reconstruct/solve_times.hpp"

namespace retrace::reconstruct {

/// A draft's constraints as far as they can all be so. One stays out where stronger ones that stay in leave
/// it no room; of equal strength the one told later is the stronger. So which stay in follows from the draft
/// alone, and nothing stays out for the sake of another that does.
class StrongestKept {
public:
    /// What the previous solution of a like draft holds is taken over.
    StrongestKept(TimeDraft, bool clocksChange, TimeSolution previous);

    [[nodiscard]] const TimeSolution& solution() const { return solution_; }
    [[nodiscard]] const TimeDraft& draft() const { return solution_.draft; }
    [[nodiscard]] const timeline::Network& network() const { return solution_.network; }  // settled
    [[nodiscard]] bool isKept(std::size_t constraint) const {
        return solution_.handles[constraint].has_value();
    }
    /// Those of a way that is taken come in, as far as they can.
    void take(const std::vector<std::size_t>& conditional);
    /// One more at the end of the draft.
    std::size_t append(timeline::Network::Constraint, Support, bool byClock);
    [[nodiscard]] EventVariables& event(std::size_t number) { return solution_.draft.events[number]; }
    [[nodiscard]] Support& support(std::size_t constraint) { return solution_.draft.supports[constraint]; }
    /// What the constraint contradicts together with those that are kept, or nothing.
    [[nodiscard]] std::vector<std::size_t> contradicted(const std::vector<std::size_t>& constraints);
    /// Out for good, because of what a network cannot hold. With `others`, what only they had kept out comes
    /// in.
    enum class Others { mayComeIn, stayOut };
    void bar(const std::vector<std::size_t>& constraints, Others);
    /// Constraints that stay out, as told, but for those that are barred and those of ways not taken.
    [[nodiscard]] std::vector<std::size_t> givenUp() const;
    /// What leaves it no room: stronger constraints that are kept, in the order of a cycle.
    [[nodiscard]] std::vector<std::size_t> against(std::size_t givenUp) const;

    [[nodiscard]] TimeSolution release() && { return std::move(solution_); }

private:
    enum class Trial { together, oneByOne };
    void admit(const std::vector<std::size_t>&, Trial);
    void putIn(std::size_t constraint);
    void takeOut(std::size_t constraint);
    [[nodiscard]] std::vector<std::size_t> takeOver(TimeSolution&& previous);

    TimeSolution solution_;
    std::vector<bool> barred_;  // or of a way that is not taken
    [[nodiscard]] bool isStillOut(std::size_t constraint) const;

    std::vector<std::vector<std::size_t>> because_;  // of one that stays out: a short contradiction it is in
};

/// Of a contradiction: the constraint to give up first.
[[nodiscard]] bool isWeaker(const TimeDraft&, std::size_t constraint, std::size_t than);

}  // namespace retrace::reconstruct
