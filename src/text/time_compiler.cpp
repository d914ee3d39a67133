#include "text/time_compiler.hpp"

#include "text/letter_case.hpp"
#include "text/lexicon.hpp"
#include "text/time_names.hpp"

#include <algorithm>
#include <limits>

namespace retrace::text {
namespace {

using Op = TimeStep::Op;

bool ends(char c) {
    return c == ' ' || c == '[' || c == ']' || c == '(' || c == ')' || c == '|' || c == '<' || c == '>';
}

void skipSpaces(std::string_view& rest) {
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
}

/// Where a sign puts its number, unless the rule says where.
TimeSlot slotOf(TimeSign sign) {
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

// What all the expressions of a language may come to; English takes a hundredth of it.
constexpr std::size_t mostDeep = 200, mostSteps = 100000, mostLines = 20000, mostWords = 50000;
constexpr std::size_t mostCells = 16u << 20;  // of the lists' tables

}  // namespace

void TimeCompiler::requireRoom(const TimeLine& at) const {
    if (depth_ > mostDeep) at.fail("brackets or phrases stand too deep within each other");
    if (g_.steps.size() > mostSteps) at.fail("phrases within phrases make too many ways to say it");
}

std::uint32_t TimeCompiler::compiled(const std::vector<TimeLine>& lines) {
    const std::uint32_t start = here();
    emitLines(lines, {});
    emit(Op::done);
    return start;
}

std::optional<std::uint32_t> TimeCompiler::compiledPhrase(const std::string& name) {
    const auto found = phrases_.find(name);
    return found == phrases_.end() ? std::nullopt : std::optional(compiled(found->second.lines));
}

std::optional<std::uint32_t> TimeCompiler::listNamed(const std::string& phrase) {
    const auto found = phrases_.find(phrase);
    return found == phrases_.end() ? std::nullopt : listOf(found->second);
}

std::vector<std::string> TimeCompiler::wordsOf(const std::string& phrase) {
    std::vector<std::string> out;
    const auto found = phrases_.find(phrase);
    const auto lines = found == phrases_.end() ? std::nullopt : wordLinesOf(found->second);
    if (lines)
        for (const TimeLine* line : *lines)
            for (const std::string& word : alternativesIn(line->pattern)) out.push_back(lowerCase(word));
    return out;
}

std::optional<std::vector<const TimeLine*>> TimeCompiler::wordLinesOf(TimePhrase& phrase) {
    if (phrase.open || phrase.mixed) return std::nullopt;
    phrase.open = true;
    ++depth_;
    std::optional<std::vector<const TimeLine*>> out{std::in_place};
    for (const TimeLine& line : phrase.lines) {
        requireRoom(line);
        if (isSingleWords(line.pattern)) {
            out->push_back(&line);
            continue;
        }
        const bool named = line.settings.empty() && line.pattern.starts_with('<') &&
                           line.pattern.find('>') == line.pattern.size() - 1;
        const auto found =
            named ? phrases_.find(line.pattern.substr(1, line.pattern.size() - 2)) : phrases_.end();
        const auto inner = found == phrases_.end() ? std::nullopt : wordLinesOf(found->second);
        if (!inner) {
            out.reset();
            break;
        }
        out->insert(out->end(), inner->begin(), inner->end());
        if (out->size() > mostLines) line.fail("phrases within phrases make too many ways to say it");
    }
    --depth_;
    phrase.open = false;
    phrase.mixed = !out;
    return out;
}

TimeStep& TimeCompiler::emit(Op op) {
    g_.steps.push_back({.op = op});
    return g_.steps.back();
}

std::uint16_t TimeCompiler::numberOf(const std::string& lower) {
    const auto [at, added] = g_.words.try_emplace(lower, static_cast<std::uint16_t>(g_.words.size() + 1));
    return at->second;
}

void TimeCompiler::addWords(TimeWords& list, const TimeLine& line, std::string_view prefix) {
    for (const std::string& word : alternativesIn(line.pattern)) {
        if (word.empty()) line.fail("| stands between two words, without spaces");
        const std::string lower = lowerCase(word);
        const bool capital = prefix.empty() && lower != word;
        const std::uint16_t number = numberOf(std::string(prefix) + lower);
        const std::size_t wider = std::max<std::size_t>(list.entryOf.size(), number + 1u);
        cells_ += wider - list.entryOf.size() + 1 + line.settings.size();
        if (g_.words.size() > mostWords || list.entries.size() == mostWords || cells_ > mostCells)
            line.fail("too many words of time");
        list.entryOf.resize(wider, 0);
        list.entries.push_back({capital, line.settings});
        if (list.entryOf[number] == 0) list.entryOf[number] = static_cast<std::uint16_t>(list.entries.size());
    }
}

std::uint32_t TimeCompiler::newList(TimeWords list) {
    g_.lists.push_back(std::move(list));
    return static_cast<std::uint32_t>(g_.lists.size() - 1);
}

std::optional<std::uint32_t> TimeCompiler::listOf(TimePhrase& phrase) {
    if (phrase.list) return phrase.list;
    const auto lines = wordLinesOf(phrase);
    if (!lines) return std::nullopt;
    TimeWords list;
    for (const TimeLine* line : *lines) addWords(list, *line);
    phrase.list = newList(std::move(list));
    return phrase.list;
}

/// Each of the lines, with what it sets.
void TimeCompiler::emitLines(const std::vector<TimeLine>& lines, const Target& target) {
    std::vector<std::uint32_t> jumps;
    for (std::size_t n = 0; n < lines.size(); ++n) {
        requireRoom(lines[n]);
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

void TimeCompiler::emitSet(TimeSetting s, const Target& target) {
    TimeStep& step = emit(Op::set);
    step.low = std::numeric_limits<int>::min();
    if (s.slot == TimeSlot::value && target.slot) {
        s.slot = *target.slot;
        step.low = target.low;
        step.high = target.high;
    }
    step.setting = s;
    step.second = target.second;
}

/// Items up to a closing bracket or a bar.
void TimeCompiler::emitSequence(const TimeLine& at, std::string_view& rest, const Target& target) {
    for (skipSpaces(rest); !rest.empty(); skipSpaces(rest)) {
        if (rest.front() == ']' || rest.front() == ')' || rest.front() == '|') return;
        emitItem(at, rest, target);
    }
}

void TimeCompiler::emitAlternatives(const TimeLine& at, std::string_view& rest, char close,
                                    const Target& target) {
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

void TimeCompiler::emitItem(const TimeLine& at, std::string_view& rest, const Target& target) {
    requireRoom(at);
    ++depth_;
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
    --depth_;
}

void TimeCompiler::emitClass(const TimeLine& at, std::string_view name) {
    for (std::size_t i = 0; i < tagCount; ++i)
        if (nameOf(static_cast<Tag>(i)) == name) {
            emit(Op::tag).mask = bit(static_cast<Tag>(i));
            return;
        }
    for (std::size_t i = 0; i < cueCount; ++i)
        if (nameOf(static_cast<Cue>(i)) == name) {
            emit(Op::cue).cue = static_cast<Cue>(i);
            return;
        }
    at.fail("no class is called @" + std::string(name));
}

void TimeCompiler::emitWords(const TimeLine& at, std::string_view& rest, const Target& target) {
    std::size_t end = 0;
    while (end < rest.size() && (rest[end] == '|' || !ends(rest[end]))) ++end;
    const std::string word(rest.substr(0, end));
    rest.remove_prefix(end);
    if (!rest.empty() && rest.front() == '<') {  // "mid-<month>": one word with each of the phrase
        const std::size_t close = rest.find('>');
        const auto found = phrases_.find(rest.substr(1, close - 1));
        const auto lines = found == phrases_.end() ? std::nullopt : wordLinesOf(found->second);
        if (!lines) at.fail("a word is joined to a phrase of single words");
        TimeWords list;
        for (const TimeLine* line : *lines) addWords(list, *line, lowerCase(word));
        rest.remove_prefix(close + 1);
        TimeStep step{.op = Op::words, .list = newList(std::move(list))};
        step.second = target.second;
        g_.steps.push_back(step);
        return;
    }
    if (word.ends_with('|')) at.fail("| stands between two words, without spaces");
    auto known = single_.find(word);
    if (known == single_.end()) {
        TimeWords list;
        addWords(list, {at.file, at.number, word, {}});
        known = single_.emplace(word, newList(std::move(list))).first;
    }
    emit(Op::words).list = known->second;
}

void TimeCompiler::emitReference(const TimeLine& at, std::string_view& rest, Target target) {
    const std::size_t close = rest.find('>');
    if (close == std::string_view::npos) at.fail("< wants its >");
    const TimeReference reference = timeReferenceOf(at, rest.substr(0, close));
    rest.remove_prefix(close + 1);
    if (reference.slot) target = {reference.slot, reference.low, reference.high, target.second};
    target.second = target.second || reference.second;
    if (const auto sign = timeSignNamed(reference.phrase)) {
        TimeStep& step = emitTaking(Op::sign, slotOf(*sign), target);
        step.sign = *sign;
        return;
    }
    const auto found = phrases_.find(reference.phrase);
    if (found == phrases_.end()) at.fail("no phrase is called <" + reference.phrase + '>');
    TimePhrase& phrase = found->second;
    if (const auto list = listOf(phrase)) {
        emitTaking(Op::words, TimeSlot::value, target).list = *list;
        return;
    }
    // Phrases stand whole in every line that names them.
    if (phrase.open) at.fail('<' + reference.phrase + "> names itself");
    phrase.open = true;
    emitLines(phrase.lines, target);
    phrase.open = false;
}

TimeStep& TimeCompiler::emitTaking(Op op, TimeSlot slot, const Target& target) {
    TimeStep& step = emit(op);
    step.slot = target.slot.value_or(slot);
    step.low = target.low;
    step.high = target.high;
    step.second = target.second;
    return step;
}

}  // namespace retrace::text
