#pragma once

#include "text/clauses.hpp"
#include "text/roles.hpp"
#include "text/speakers.hpp"
#include "text/times.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace retrace::text {

/// What has been told so far.
struct Teller {
    bool absent = false;              // the narrator was not with his unit
    Subject other;                    // whom "they" means
    std::string lastStop;             // name of the place where the narrator was last
    std::map<std::string, std::size_t> visited{};  // names of stops, with the number of the last visit
    std::size_t visits = 0;
    std::optional<std::size_t> stepSentence{};  // of the last step of the way
    std::optional<std::size_t> last;  // last statement
    std::optional<std::size_t> lastArrival;
    std::size_t lastArrivalSentence = 0;
    std::optional<std::size_t> intended;  // mention of a place that "we decided to go to"
    std::size_t intendedSentence = 0;
    std::size_t commandSpeech = 0;  // sentence in which quoted words of commanders may go on
    std::size_t paragraph = 0;
};

struct Builder {
    const Source& source;
    const Tokens& tokens;
    const std::vector<ParagraphPart>& parts;
    const Speakers& speakers;
    std::vector<FoundMention>& mentions;
    std::vector<FoundTime>& times;
    std::ptrdiff_t found = 0;         // times read before the clauses, sorted; those that clauses add follow
    std::vector<std::size_t> near{};  // times of the sentence that is read now
    std::vector<Statement> out{};
    std::vector<std::pair<std::size_t, std::size_t>> span{};  // tokens of each statement
    std::vector<bool> decided{};                              // mentions whose role a clause has set
    Teller teller{};
    std::vector<Teller> tellers{};  // of those who do not tell now, by their number
    std::size_t speaking = 0;
    bool inPresent = false;  // the narrator tells in the present tense: "we leave X at seven"
    bool diary = false;       // entries under dates
    bool background = false;  // paragraph about other years

    const Token& at(std::size_t i) const { return tokens.all[i]; }
};

/// What has been found out of a clause before it becomes a statement.
struct Draft {
    std::string kind;
    Status status = Status::executed;
    Presence presence = Presence::narrator;
    Voice voice = Voice::seen;
    std::vector<Role> roles;
    bool parallel = false, toldEarlier = false, sameStopAgain = false;
    std::string actor, receiver;
};

/// What the clauses of one sentence hand on to the next.
struct Context {
    std::size_t carryFrom;  // where the evidence of the next statement begins; npos: at its clause
    bool reported = false;
    bool absence = false;        // the sentence says that the narrator was elsewhere
    std::size_t complement = 0;  // the clause that holds what was said
    bool commanded = false;      // reported words of commanders
    bool disbelieved = false;    // "we did not know that", "we thought that"
    bool adviser = false;        // who says it gives no orders: "some said we should"
    bool advised = false;        // "someone suggested that"
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

[[nodiscard]] Quote quoteOf(const Builder& b, std::size_t first, std::size_t last);
[[nodiscard]] std::vector<std::size_t> mentionsIn(const Builder& b, std::size_t first, std::size_t last);
[[nodiscard]] std::vector<Linked> linksIn(const Builder& b, const Clause& c,
                                          const std::vector<std::size_t>& places);
void setRole(Builder& b, std::size_t mention, Role role, std::size_t statement);
std::size_t emit(Builder& b, const Draft& d, std::size_t first, std::size_t last,
                 const std::vector<std::size_t>& places);
/// Lets another of those who tell go on.
void speak(Builder& b, std::size_t speaker);
void extend(Builder& b, std::size_t statement, std::size_t last);
/// Adds a time of the sentence that is read now.
void addTime(Builder& b, FoundTime);
/// An hour or a day in these words of the sentence that is read now.
[[nodiscard]] bool hasTime(const Builder& b, std::size_t first, std::size_t last);
/// Who acts, a pronoun taken for the plural actor told last; Who::pronoun where the two sentences before name
/// none.
[[nodiscard]] Who resolve(const Builder& b, const Subject& s);
void anchorTime(Builder& b, const Clause& c, TimeRelation relation, std::size_t firstWord, std::size_t last);
/// Whether the token, of the sentence that is read now, belongs to an expression of time.
[[nodiscard]] bool inTime(const Builder& b, std::size_t token);
/// Coordinated steps of one actor and kind are one, where the first names no place: "went and fetched".
void mergeStep(Builder& b, std::size_t had, const Clause* earlier, const Clause& c);

/// Turns the k-th clause of a sentence into statements, or into what the next ones need to know.
void readClause(Builder&, const Sentence&, std::size_t sentenceIndex, const std::vector<Clause>&,
                std::size_t k, Context&);

}  // namespace retrace::text
