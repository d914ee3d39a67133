#include "text/time_grammar.hpp"

#include "text/time_compiler.hpp"
#include "text/time_names.hpp"

namespace retrace::text {
namespace {

using Op = TimeStep::Op;

struct Reader {
    static constexpr std::size_t mostRules = 5000, mostNoted = 1u << 26;
    TimeGrammar out;
    std::size_t noted = 0;  // cells of lists looked at for first words
    TimeCompiler compiler{out};

    static void readLines(const LanguageFile& file, const Block& block, std::vector<TimeLine>& lines,
                          std::vector<Example>& examples) {
        for (const BlockLine& line : block.lines)
            if (line.text.starts_with('"'))
                examples.push_back(exampleOf(file, line));
            else
                lines.push_back(timeLineOf(file, line));
        if (lines.empty()) refuse(file, block.number, block.keyword + ' ' + block.name + " has no words");
    }

    void readPhrase(const LanguageFile& file, const Block& block) {
        if (block.name.empty() || block.name.find(' ') != std::string::npos)
            refuse(file, block.number, "a phrase has a name of one word");
        if (timeSignNamed(block.name))
            refuse(file, block.number, '<' + block.name + "> is what digits look like");
        std::vector<Example> examples;
        readLines(file, block, compiler.phrase(block.name).lines, examples);
        for (Example& example : examples) out.examples.emplace_back(block.name, std::move(example));
    }

    void readTime(const LanguageFile& file, const Block& block) {
        const auto words = wordsIn(block.name);
        const auto kind = words.empty() ? std::nullopt : timeKindNamed(words[0]);
        if (!kind || words.size() != 2)
            refuse(file, block.number,
                   "an expression is named: time KIND NAME; KIND is date, clock, duration ...");
        TimeRule rule{words[1], *kind, 0, {}, block.number};
        std::vector<TimeLine> lines;
        readLines(file, block, lines, rule.examples);
        if (out.rules.size() == mostRules) refuse(file, block.number, "too many expressions of time");
        rule.start = compiler.compiled(lines);
        if (!index(rule.start, static_cast<std::uint16_t>(out.rules.size())))
            refuse(file, block.number, "an expression begins with a word or a number, not with a class");
        if (noted > mostNoted) refuse(file, block.number, "expressions begin with too many words in all");
        out.rules.push_back(std::move(rule));
    }

    /// Notes with which words and numbers the rule may begin; false where it may begin with anything.
    bool index(std::uint32_t start, std::uint16_t rule) {
        std::vector<std::uint32_t> open{start};
        std::vector<bool> seen(out.steps.size(), false);
        while (!open.empty()) {
            const std::uint32_t at = open.back();
            open.pop_back();
            if (seen[at]) continue;
            seen[at] = true;
            const TimeStep& step = out.steps[at];
            switch (step.op) {
                case Op::words:
                    noteWords(out.lists[step.list], rule);
                    break;
                case Op::sign:
                    if (step.sign == TimeSign::opening)
                        open.push_back(at + 1);
                    else if (step.sign == TimeSign::mark || step.sign == TimeSign::end ||
                             step.sign == TimeSign::any)
                        return false;
                    else
                        note(out.rulesOfNumerals, rule);
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
                case Op::tag:
                case Op::cue:
                case Op::done:
                    return false;
            }
        }
        return true;
    }

    void noteWords(const TimeWords& list, std::uint16_t rule) {
        noted += list.entryOf.size();
        if (noted > mostNoted) return;
        for (std::size_t w = 0; w < list.entryOf.size(); ++w) {
            if (list.entryOf[w] == 0) continue;
            if (out.rulesOf.size() <= w) out.rulesOf.resize(w + 1);
            note(out.rulesOf[w], rule);
        }
    }

    static void note(std::vector<std::uint16_t>& rules, std::uint16_t rule) {
        if (rules.empty() || rules.back() != rule) rules.push_back(rule);
    }
};

}  // namespace

TimeGrammar timeGrammarOf(const std::vector<LanguageFile>& files) {
    Reader r;
    const auto each = [&](std::string_view keyword, const auto& read) {
        for (const LanguageFile& file : files)
            for (const Block& block : blocksOf(file))
                if (block.keyword == keyword) read(file, block);
    };
    each("phrase", [&](const auto& file, const auto& block) { r.readPhrase(file, block); });
    each("time", [&](const auto& file, const auto& block) { r.readTime(file, block); });
    each("endings", [&](const auto&, const auto& block) {
        if (block.name != "day") return;
        for (const BlockLine& line : block.lines)
            for (std::string& word : wordsIn(line.text)) r.out.dayEndings.push_back(std::move(word));
    });
    r.out.dayLead = r.compiler.compiledPhrase("day-lead");
    r.out.nearness = r.compiler.compiledPhrase("nearness");
    r.out.months = r.compiler.wordsOf("month");
    r.out.shortMonths = r.compiler.wordsOf("short-month");
    r.out.weekdays = r.compiler.wordsOf("any-weekday");
    r.out.clockTails = r.compiler.listNamed("clock-tail");
    return std::move(r.out);
}

}  // namespace retrace::text
