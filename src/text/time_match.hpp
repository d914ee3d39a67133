#pragma once

#include "text/time_grammar.hpp"
#include "text/tokens.hpp"

namespace retrace::text {

/// What a rule found: its tokens, and what they say; `second` is the end of a range.
struct TimeMatch {
    std::size_t last = 0;  // end exclusive
    TimeSlots slots, second;
};

/// Tries the rules of a language on the tokens of a text.
class TimeMatcher {
public:
    explicit TimeMatcher(const Tokens&);
    /// The longest that the program finds from token `first`, in one sentence.
    [[nodiscard]] std::optional<TimeMatch> match(std::uint32_t start, std::size_t first, const Sentence&);
    /// The rules that may begin with the token, in order.
    [[nodiscard]] const std::vector<std::uint16_t>& rulesAt(std::size_t token) const;

private:
    struct Said {
        TimeSetting setting;
        bool second;
    };
    struct Best {
        bool found = false;
        std::size_t last = 0;
        std::vector<Said> said;
    };
    static constexpr std::size_t mostSteps = 20000;  // of one try; English takes some dozens
    static constexpr std::size_t mostDeep = 1000;    // of ways within ways
    void run(std::uint32_t step, std::size_t i, const Sentence&, Best& best);
    bool takes(const TimeStep&, const Token&, std::uint16_t number);
    bool takesSign(const TimeStep&, std::size_t i, const Token*);
    std::optional<int> numberIn(const Token&, TimeSign) const;
    std::optional<int> clockOf(const Token&, TimeSign) const;

    const Tokens& tokens_;
    const TimeGrammar& grammar_;
    std::vector<std::uint16_t> numbers_;  // of each token's word
    std::vector<std::uint16_t> none_;
    std::vector<Said> said_;  // on the way tried
    std::size_t tried_ = 0;   // steps
    std::size_t depth_ = 0;
};

}  // namespace retrace::text
