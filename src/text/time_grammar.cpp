#include "text/time_grammar.hpp"

#include "text/lexicon.hpp"
#include "text/time_names.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace retrace::text {
namespace {

using Op = TimeStep::Op;

std::string lowered(std::string_view s) {
    std::string out(s);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

std::optional<int> integerIn(std::string_view s) {
    int value = 0;
    const auto [end, fault] = std::from_chars(s.data(), s.data() + s.size(), value);
    return fault == std::errc{} && end == s.data() + s.size() ? std::optional<int>{value} : std::nullopt;
}

/// A line of a phrase or a rule, with its file for messages.
struct PatternLine {
    const LanguageFile* file = nullptr;
    BlockLine line;
    std::string pattern;
    std::vector<TimeSetting> settings;
    [[noreturn]] void fail(const std::string& what) const { refuse(*file, line.number, what); }
};

struct Phrase {
    std::vector<PatternLine> lines;
    bool open = false;                  // being compiled
    std::optional<std::uint32_t> list;  // where it holds only single words
};

/// Where the value of a phrase goes, and what it may be: "<hour number 1-12>".
struct Target {
    std::optional<TimeSlot> slot;
    int low = 0, high = 1 << 30;
    bool second = false;
};

bool ends(char c) {
    return c == ' ' || c == '[' || c == ']' || c == '(' || c == ')' || c == '|' || c == '<' || c == '>';
}

bool isWords(const std::string& pattern) {
    return pattern.find_first_of(" []()<>!+@") == std::string::npos && !pattern.empty();
}

std::vector<std::string> alternativesIn(std::string_view words) {
    std::vector<std::string> out;
    while (true) {
        const std::size_t end = words.find('|');
        out.emplace_back(words.substr(0, end));
        if (end == std::string_view::npos) return out;
        words = words.substr(end + 1);
    }
}

class Compiler {
public:
    explicit Compiler(const std::vector<LanguageFile>& files) {
        for (const LanguageFile& file : files) {
            const auto blocks = blocksOf(file);
            for (const Block& block : blocks) {
                if (block.keyword == "phrase") readPhrase(file, block);
                if (block.keyword == "endings" && block.name == "day")
                    for (const BlockLine& line : block.lines)
                        for (std::string& word : wordsIn(line.text)) g_.dayEndings.push_back(std::move(word));
                if (block.keyword == "time") times_.emplace_back(&file, block);
            }
        }
    }

    TimeGrammar compiled() {
        for (const auto& [file, block] : times_) readTime(*file, block);
        g_.dayLead = entryOf("day-lead");
        g_.nearness = entryOf("nearness");
        if (const auto tails = phrases_.find("clock-tail"); tails != phrases_.end())
            g_.clockTails = listOf(tails->second);
        return std::move(g_);
    }

private:
    void readPhrase(const LanguageFile& file, const Block& block) {
        if (block.name.empty() || block.name.find(' ') != std::string::npos)
            refuse(file, block.number, "a phrase has a name of one word");
        if (timeSignNamed(block.name))
            refuse(file, block.number, "<" + block.name + "> is what digits look like");
        Phrase& phrase = phrases_[block.name];
        std::vector<Example> examples;
        for (const BlockLine& line : block.lines) addLine(phrase.lines, examples, file, line);
        for (Example& example : examples) g_.examples.emplace_back(block.name, std::move(example));
        if (phrase.lines.empty()) refuse(file, block.number, "phrase " + block.name + " has no words");
    }

    static void addLine(std::vector<PatternLine>& lines, std::vector<Example>& examples,
                        const LanguageFile& file, const BlockLine& line) {
        if (line.text.starts_with('"')) {
            examples.push_back(exampleOf(file, line));
            return;
        }
        PatternLine out{&file, line, {}, {}};
        const std::size_t arrow = line.text.find("->");
        out.pattern = line.text.substr(0, arrow);
        while (!out.pattern.empty() && out.pattern.back() == ' ') out.pattern.pop_back();
        if (out.pattern.empty()) out.fail("no words stand before ->");
        std::string_view rest =
            arrow == std::string::npos ? std::string_view{} : std::string_view(line.text).substr(arrow + 2);
        while (!rest.empty()) {
            const std::size_t end = rest.find(';');
            out.settings.push_back(settingOf(out, wordsIn(rest.substr(0, end))));
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        }
        lines.push_back(std::move(out));
    }

    static TimeSetting settingOf(const PatternLine& at, const std::vector<std::string>& words) {
        if (words.empty()) at.fail("nothing stands between ; and ;");
        const auto slot = timeSlotNamed(words[0]);
        if (!slot) at.fail("nothing about time is called \"" + words[0] + '"');
        if (words.size() == 1) return {*slot, 1};
        const auto value = timeValueNamed(*slot, {words.begin() + 1, words.end()});
        if (!value) at.fail('"' + words[1] + "\" is no value of " + words[0]);
        return {*slot, *value};
    }

    void readTime(const LanguageFile& file, const Block& block) {
        const auto words = wordsIn(block.name);
        const auto kind = words.empty() ? std::nullopt : timeKindNamed(words[0]);
        if (!kind || words.size() != 2)
            refuse(file, block.number,
                   "an expression is named: time KIND NAME; KIND is date, clock, duration ...");
        TimeRule rule{words[1], *kind, 0, {}, block.number};
        std::vector<PatternLine> lines;
        for (const BlockLine& line : block.lines) addLine(lines, rule.examples, file, line);
        if (lines.empty()) refuse(file, block.number, "time " + block.name + " has no words");
        rule.start = here();
        emitLines(lines, {});
        emit(Op::done);
        if (!index(rule.start, static_cast<std::uint16_t>(g_.rules.size())))
            refuse(file, block.number, "an expression begins with a word or a number, not with a class");
        g_.rules.push_back(std::move(rule));
    }

    std::optional<std::uint32_t> entryOf(const std::string& phrase) {
        const auto found = phrases_.find(phrase);
        if (found == phrases_.end()) return std::nullopt;
        const std::uint32_t start = here();
        emitLines(found->second.lines, {});
        emit(Op::done);
        return start;
    }

    std::uint32_t here() const { return static_cast<std::uint32_t>(g_.steps.size()); }
    TimeStep& emit(Op op) {
        g_.steps.push_back({.op = op});
        return g_.steps.back();
    }

    std::uint16_t numberOf(const std::string& lower) {
        const auto [at, added] = g_.words.try_emplace(lower, static_cast<std::uint16_t>(g_.words.size() + 1));
        return at->second;
    }

    void addWords(TimeWords& list, const PatternLine& line, std::string_view prefix = {}) {
        for (const std::string& word : alternativesIn(line.pattern)) {
            if (word.empty()) line.fail("| stands between two words, without spaces");
            const bool capital = prefix.empty() && word[0] >= 'A' && word[0] <= 'Z';
            const std::uint16_t number = numberOf(std::string(prefix) + lowered(word));
            if (list.entryOf.size() <= number) list.entryOf.resize(number + 1u, 0);
            list.entries.push_back({capital, line.settings});
            if (list.entryOf[number] == 0)
                list.entryOf[number] = static_cast<std::uint16_t>(list.entries.size());
        }
    }

    std::uint32_t newList(TimeWords list) {
        g_.lists.push_back(std::move(list));
        return static_cast<std::uint32_t>(g_.lists.size() - 1);
    }

    std::optional<std::uint32_t> listOf(Phrase& phrase) {
        if (phrase.list) return phrase.list;
        if (!std::ranges::all_of(phrase.lines, [](const auto& l) { return isWords(l.pattern); })) return {};
        TimeWords list;
        for (const PatternLine& line : phrase.lines) addWords(list, line);
        phrase.list = newList(std::move(list));
        return phrase.list;
    }

    /// Each of the lines, with what it sets.
    void emitLines(const std::vector<PatternLine>& lines, const Target& target) {
        std::vector<std::uint32_t> jumps;
        for (std::size_t n = 0; n < lines.size(); ++n) {
            const bool last = n + 1 == lines.size();
            const std::uint32_t split = here();
            if (!last) emit(Op::split);
            std::string_view rest = lines[n].pattern;
            emitSequence(lines[n], rest, target);
            if (!rest.empty()) lines[n].fail("a bracket or a bar too many: " + std::string(rest));
            for (const TimeSetting& s : lines[n].settings) emitSet(s, target);
            if (!last) {
                jumps.push_back(here());
                emit(Op::jump);
                g_.steps[split].to = here();
            }
        }
        for (const auto jump : jumps) g_.steps[jump].to = here();
    }

    void emitSet(TimeSetting s, const Target& target) {
        TimeStep& step = emit(Op::set);
        if (s.slot == TimeSlot::value && target.slot) {
            s.slot = *target.slot;
            step.low = target.low;
            step.high = target.high;
        }
        step.setting = s;
        step.second = target.second;
    }

    static void skipSpaces(std::string_view& rest) {
        while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    }

    /// Items up to a closing bracket or a bar.
    void emitSequence(const PatternLine& at, std::string_view& rest, const Target& target) {
        for (skipSpaces(rest); !rest.empty(); skipSpaces(rest)) {
            if (rest.front() == ']' || rest.front() == ')' || rest.front() == '|') return;
            emitItem(at, rest, target);
        }
    }

    void emitAlternatives(const PatternLine& at, std::string_view& rest, char close, const Target& target) {
        std::vector<std::uint32_t> jumps;
        while (true) {
            const std::uint32_t split = here();
            emit(Op::split);
            emitSequence(at, rest, target);
            if (rest.empty()) at.fail(std::string("a bracket wants its end: ") + close);
            const bool more = rest.front() == '|';
            if (!more && rest.front() != close) at.fail(std::string("a bracket wants its end: ") + close);
            rest.remove_prefix(1);
            jumps.push_back(here());
            emit(Op::jump);
            g_.steps[split].to = here();
            if (!more) break;
        }
        // The last split has no alternative but, in square brackets, nothing at all.
        if (close == ')') emit(Op::never);
        for (const auto jump : jumps) g_.steps[jump].to = here();
    }

    void emitItem(const PatternLine& at, std::string_view& rest, const Target& target) {
        const char c = rest.front();
        if (c == '[' || c == '(') {
            rest.remove_prefix(1);
            emitAlternatives(at, rest, c == '[' ? ']' : ')', target);
        } else if (c == '+' || c == '!') {
            rest.remove_prefix(1);
            if (rest.empty() || rest.front() == ' ') at.fail("+ and ! stand right before what they look for");
            const std::uint32_t look = here();
            emit(c == '+' ? Op::follow : Op::avoid);
            emitItem(at, rest, target);
            emit(Op::done);
            g_.steps[look].to = here();
        } else if (c == '<') {
            rest.remove_prefix(1);
            emitReference(at, rest, target);
        } else if (c == '@') {
            std::size_t end = 1;
            while (end < rest.size() && !ends(rest[end])) ++end;
            emitClass(at, rest.substr(1, end - 1));
            rest.remove_prefix(end);
        } else {
            emitWords(at, rest, target);
        }
    }

    void emitClass(const PatternLine& at, std::string_view name) {
        for (std::size_t i = 0; i < tagCount; ++i)
            if (nameOf(static_cast<Tag>(i)) == name) {
                emit(Op::tag).mask = bit(static_cast<Tag>(i));
                return;
            }
        for (std::size_t i = 0; i < cueCount; ++i)
            if (nameOf(static_cast<Cue>(i)) == name) {
                emit(Op::cue).mask = bit(static_cast<Cue>(i));
                return;
            }
        at.fail("no class is called @" + std::string(name));
    }

    void emitWords(const PatternLine& at, std::string_view& rest, const Target& target) {
        std::size_t end = 0;
        while (end < rest.size() && (rest[end] == '|' || !ends(rest[end]))) ++end;
        const std::string word(rest.substr(0, end));
        rest.remove_prefix(end);
        if (!rest.empty() && rest.front() == '<') {  // "mid-<month>": one word with each of the phrase
            const std::size_t close = rest.find('>');
            const auto found = phrases_.find(rest.substr(1, close - 1));
            if (found == phrases_.end() || !listOf(found->second))
                at.fail("a word is joined to a phrase of single words");
            TimeWords list;
            for (const PatternLine& line : found->second.lines) addWords(list, line, lowered(word));
            rest.remove_prefix(close + 1);
            TimeStep step{.op = Op::words, .list = newList(std::move(list))};
            step.second = target.second;
            g_.steps.push_back(step);
            return;
        }
        if (word.ends_with('|')) at.fail("| stands between two words, without spaces");
        PatternLine one = at;
        one.pattern = word;
        one.settings.clear();
        TimeWords list;
        addWords(list, one);
        const TimeStep step{.op = Op::words, .list = newList(std::move(list))};
        g_.steps.push_back(step);
    }

    /// "<month>", "<to:month>", "<hour number 1-12>"
    void emitReference(const PatternLine& at, std::string_view& rest, Target target) {
        const std::size_t close = rest.find('>');
        if (close == std::string_view::npos) at.fail("< wants its >");
        auto words = wordsIn(rest.substr(0, close));
        rest.remove_prefix(close + 1);
        if (words.empty()) at.fail("< > names no phrase");
        if (words[0].starts_with("to:")) {
            target.second = true;
            words[0] = words[0].substr(3);
        }
        if (words.size() > 1) {
            target.slot = timeSlotNamed(words[0]);
            if (!target.slot) at.fail("nothing about time is called \"" + words[0] + '"');
            target.low = 0;
            target.high = 1 << 30;
            words.erase(words.begin());
        }
        if (words.size() > 1) {
            const std::size_t dash = words[1].find('-');
            const auto low = integerIn(std::string_view(words[1]).substr(0, dash));
            const auto high =
                dash == std::string::npos ? low : integerIn(std::string_view(words[1]).substr(dash + 1));
            if (!low || !high || words.size() > 2) at.fail("bounds are written LOW-HIGH");
            target.low = *low;
            target.high = *high;
        }
        if (const auto sign = timeSignNamed(words[0])) {
            TimeStep& step = emit(Op::sign);
            step.sign = *sign;
            step.slot = target.slot.value_or(slotOf(*sign));
            step.low = target.low;
            step.high = target.high;
            step.second = target.second;
            return;
        }
        const auto found = phrases_.find(words[0]);
        if (found == phrases_.end()) at.fail("no phrase is called <" + words[0] + '>');
        Phrase& phrase = found->second;
        if (const auto list = listOf(phrase)) {
            TimeStep& step = emit(Op::words);
            step.list = *list;
            step.slot = target.slot.value_or(TimeSlot::value);
            step.low = target.low;
            step.high = target.high;
            step.second = target.second;
            return;
        }
        if (phrase.open) at.fail('<' + words[0] + "> names itself");
        phrase.open = true;
        emitLines(phrase.lines, target);
        phrase.open = false;
    }

    static TimeSlot slotOf(TimeSign sign) {
        switch (sign) {
            case TimeSign::day:
            case TimeSign::nth:
                return TimeSlot::day;
            case TimeSign::year:
                return TimeSlot::year;
            case TimeSign::clock:
            case TimeSign::hourDigits:
            case TimeSign::fourDigits:
                return TimeSlot::clock;
            default:
                return TimeSlot::value;
        }
    }

    /// Notes with which words and numbers the rule may begin; false where a class may.
    bool index(std::uint32_t start, std::uint16_t rule) {
        std::vector<std::uint32_t> open{start};
        std::vector<bool> seen(g_.steps.size(), false);
        while (!open.empty()) {
            const std::uint32_t at = open.back();
            open.pop_back();
            if (seen[at]) continue;
            seen[at] = true;
            const TimeStep& step = g_.steps[at];
            switch (step.op) {
                case Op::words:
                    noteWords(g_.lists[step.list], rule);
                    break;
                case Op::sign:
                    if (step.sign == TimeSign::opening)
                        open.push_back(at + 1);
                    else
                        note(g_.rulesOfNumerals, rule);
                    break;
                case Op::split:
                    open.push_back(at + 1);
                    open.push_back(step.to);
                    break;
                case Op::jump:
                case Op::follow:
                case Op::avoid:
                    open.push_back(step.to);
                    break;
                case Op::set:
                    open.push_back(at + 1);
                    break;
                case Op::never:
                    break;
                default:
                    return false;
            }
        }
        return true;
    }

    void noteWords(const TimeWords& list, std::uint16_t rule) {
        for (std::size_t w = 0; w < list.entryOf.size(); ++w) {
            if (list.entryOf[w] == 0) continue;
            if (g_.rulesOf.size() <= w) g_.rulesOf.resize(w + 1);
            note(g_.rulesOf[w], rule);
        }
    }

    static void note(std::vector<std::uint16_t>& rules, std::uint16_t rule) {
        if (rules.empty() || rules.back() != rule) rules.push_back(rule);
    }

    TimeGrammar g_;
    std::map<std::string, Phrase, std::less<>> phrases_;
    std::vector<std::pair<const LanguageFile*, Block>> times_;
};

}  // namespace

TimeGrammar timeGrammarOf(const std::vector<LanguageFile>& files) {
    return Compiler(files).compiled();
}

}  // namespace retrace::text
