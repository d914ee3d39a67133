#pragma once

#include "text/time_lines.hpp"

#include <map>

namespace retrace::text {

struct TimePhrase {
    std::vector<TimeLine> lines;
    bool open = false;                  // being compiled
    bool mixed = false;                 // known to hold more than single words
    std::optional<std::uint32_t> list;  // where it holds only single words
};

/// Turns lines into the steps of a grammar. Phrases stand in every line that names them, so all must be known
/// before the first line is compiled.
class TimeCompiler {
public:
    explicit TimeCompiler(TimeGrammar& grammar) : g_(grammar) {}
    /// The phrase of that name, new where there is none.
    TimePhrase& phrase(const std::string& name) { return phrases_[name]; }
    /// Where the program of these lines begins.
    std::uint32_t compiled(const std::vector<TimeLine>&);
    /// Of the phrase with that name, nothing where there is none.
    std::optional<std::uint32_t> compiledPhrase(const std::string& name);
    std::optional<std::uint32_t> listNamed(const std::string& phrase);
    /// The words of a phrase of single words, lower case; none where it is no such phrase.
    std::vector<std::string> wordsOf(const std::string& phrase);

private:
    /// Where the value of a phrase goes, and what it may be.
    struct Target {
        std::optional<TimeSlot> slot;
        int low = 0, high = 1 << 30;
        bool second = false;
    };
    std::uint32_t here() const { return static_cast<std::uint32_t>(g_.steps.size()); }
    TimeStep& emit(TimeStep::Op);
    TimeStep& emitTaking(TimeStep::Op, TimeSlot, const Target&);
    std::uint16_t numberOf(const std::string& lower);
    void addWords(TimeWords&, const TimeLine&, std::string_view prefix = {});
    std::uint32_t newList(TimeWords);
    /// Throws where patterns stand too deep within each other, or make too many steps or words in all: a file
    /// of a few lines can ask for more than any memory holds.
    void requireRoom(const TimeLine&) const;
    /// The lines of a phrase of single words, those of phrases that it names among them; nothing where it is
    /// another.
    std::optional<std::vector<const TimeLine*>> wordLinesOf(TimePhrase&);
    std::optional<std::uint32_t> listOf(TimePhrase&);
    void emitLines(const std::vector<TimeLine>&, const Target&);
    void emitSet(TimeSetting, const Target&);
    // Each takes from `rest` what it compiles.
    void emitSequence(const TimeLine& at, std::string_view& rest, const Target&);
    void emitAlternatives(const TimeLine& at, std::string_view& rest, char close, const Target&);
    void emitItem(const TimeLine& at, std::string_view& rest, const Target&);
    void emitWords(const TimeLine& at, std::string_view& rest, const Target&);
    void emitReference(const TimeLine& at, std::string_view& rest, Target);
    void emitClass(const TimeLine& at, std::string_view name);

    TimeGrammar& g_;
    std::map<std::string, TimePhrase, std::less<>> phrases_;
    std::map<std::string, std::uint32_t, std::less<>> single_;  // lists of a line's own words
    std::size_t depth_ = 0;                                     // of brackets and phrases
    std::size_t cells_ = 0;                                     // of all lists
};

}  // namespace retrace::text
