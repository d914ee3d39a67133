#include "text/language.hpp"

#include "text/clause_effects.hpp"
#include "text/english_files.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>

namespace retrace::text {
namespace {

/// The member of an enumeration that a class of words is called like.
template <typename Enum>
std::optional<Enum> byName(std::string_view name, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        if (nameOf(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
    return std::nullopt;
}

bool isConsonant(char c) {
    return c >= 'a' && c <= 'z' && std::string_view("aeiou").find(c) == std::string_view::npos;
}

// Every word is held against every ending.
constexpr std::size_t mostEndings = 1000;

struct Reader {
    std::vector<LanguageFile> files;
    Language out;
    WordClasses classes;
    std::vector<Ending> past, ing;
    std::map<std::string, std::size_t, std::less<>> senseOf;  // base form -> index of senses, 1 the first

    void readClass(const LanguageFile& file, const Block& block) {
        auto& members = classes.words[block.name];
        const auto tag = byName<Tag>(block.name, tagCount);
        const auto cue = byName<Cue>(block.name, cueCount);
        for (const BlockLine& line : block.lines) {
            if (line.text.starts_with('"')) {
                out.classExamples.emplace_back(block.name, exampleOf(file, line));
                continue;
            }
            for (std::string& word : wordsIn(line.text)) {
                if (block.name == "pointed-half" && !word.ends_with('.'))
                    refuse(file, line.number, "a pointed word ends with its point: a.m.");
                if (tag) out.tags[word] |= bit(*tag);
                if (cue) out.cues[word] |= bit(*cue);
                members.push_back(std::move(word));
            }
        }
        if (members.empty()) refuse(file, block.number, "class " + block.name + " has no words");
        if (block.name == "narrator-name") out.narrator = members.front();
        if (block.name == "ability") out.ability = members.front();
        if (block.name == "lead-when") out.leadWhen = members.front();
    }

    void keepLists() {
        out.pointedWords = classes.words["pointed-half"];
        out.motionStems = classes.words["motion-stem"];
    }

    /// Months and weekdays are classes too.
    void addWordsOfTime() {
        const auto add = [&](Tag tag, const std::vector<std::string>& words) {
            auto& members = classes.words[std::string(nameOf(tag))];
            members.insert(members.end(), words.begin(), words.end());
            for (const std::string& word : words) out.tags[word] |= bit(tag);
        };
        add(Tag::month, out.time.months);
        add(Tag::weekday, out.time.weekdays);
        for (const std::string& word : out.time.shortMonths) out.cues[word] |= bit(Cue::shortMonth);
    }

    void readEndings(const LanguageFile& file, const Block& block) {
        std::vector<std::string>* plain = block.name == "adverb"         ? &out.adverbEndings
                                          : block.name == "manner"       ? &out.mannerEndings
                                          : block.name == "demonym"      ? &out.demonymEndings
                                          : block.name == "purpose"      ? &out.purposeEndings
                                          : block.name == "unknown past" ? &out.pastEndings
                                                                         : nullptr;
        if (plain) {
            for (const BlockLine& line : block.lines)
                for (std::string& ending : wordsIn(line.text)) {
                    if (plain->size() == mostEndings) refuse(file, line.number, "too many endings");
                    plain->push_back(std::move(ending));
                }
            return;
        }
        if (block.name == "day") return;  // of time: timeGrammarOf
        std::vector<Ending>* endings = block.name == "past"         ? &past
                                       : block.name == "ing"        ? &ing
                                       : block.name == "singular"   ? &out.singulars
                                       : block.name == "possessive" ? &out.possessives
                                                                    : nullptr;
        if (!endings) refuse(file, block.number, "no form is called \"" + block.name + '"');
        for (const BlockLine& line : block.lines) {
            const auto parts = wordsIn(line.text);
            if (parts.size() == 3 && parts[1] == ">")
                endings->push_back({parts[0], parts[2]});
            else if (parts.size() == 2 && parts[0] == ">")
                endings->push_back({"", parts[1]});
            else if (parts.size() == 2 && parts[1] == ">")
                endings->push_back({parts[0], ""});
            else
                refuse(file, line.number, "a regular form is written ENDING > FORM");
            const Ending& last = endings->back();
            if (last.has.starts_with('C') && !last.becomes.starts_with('C'))
                refuse(file, line.number, "the consonant C stays: C... > C...");
            if (endings->size() > mostEndings) refuse(file, line.number, "too many endings");
        }
    }

    void readVerbs(const LanguageFile& file, const Block& block) {
        Action action = Action::none;
        try {
            action = actionNamed(block.name);
        } catch (const std::exception&) {
            refuse(file, block.number, "no action is called \"" + block.name + '"');
        }
        for (const BlockLine& line : block.lines)
            for (const std::string& entry : wordsIn(line.text)) addVerb(file, line, entry, action);
    }

    void addVerb(const LanguageFile& file, const BlockLine& line, const std::string& entry, Action action) {
        std::vector<std::string> forms;
        for (std::size_t begin = 0; begin <= entry.size();) {
            const std::size_t end = std::min(entry.find('/', begin), entry.size());
            forms.push_back(entry.substr(begin, end - begin));
            begin = end + 1;
        }
        if (forms.size() > 5 || std::ranges::any_of(forms, &std::string::empty))
            refuse(file, line.number,
                   "a verb is written BASE/PAST/PARTICIPLE/ING/THIRD, not \"" + entry + '"');
        const std::string& base = forms[0];
        const std::string pastForm = forms.size() > 1 ? forms[1] : inflected(base, past);
        const std::string participle = forms.size() > 2 ? forms[2] : pastForm;
        const auto sense = senseOf.find(base);
        const auto put = [&](const std::string& form, bool VerbForm::*flag) {
            VerbForm& f = out.verbs[form];
            if (!f.verb()) {
                f.action = action;
                f.senses = sense == senseOf.end() ? 0 : sense->second;
            }
            f.*flag = true;
        };
        put(base, &VerbForm::base);
        put(pastForm, &VerbForm::past);
        put(participle, &VerbForm::participle);
        if (forms.size() > 4) put(forms[4], &VerbForm::third);
        put(forms.size() > 3 ? forms[3] : inflected(base, ing), &VerbForm::ing);
    }

    void readSenses(const LanguageFile& file, const Block& block) {
        VerbSenses senses;
        for (const BlockLine& line : block.lines) {
            if (line.text.starts_with('"')) {
                senses.examples.push_back(exampleOf(file, line));
                continue;
            }
            const std::size_t colon = line.text.find(": ");
            Sense sense;
            try {
                sense.action = actionNamed(line.text.substr(0, colon));
            } catch (const std::exception&) {
                refuse(file, line.number, "a sense begins with an action, then a colon and its tests");
            }
            std::string_view tests = colon == std::string::npos
                                         ? std::string_view{}
                                         : std::string_view(line.text).substr(colon + 2);
            while (!tests.empty()) {
                const std::size_t end = tests.find(" & ");
                sense.tests.push_back(testOf(file, line, tests.substr(0, end), classes));
                tests = end == std::string_view::npos ? std::string_view{} : tests.substr(end + 3);
            }
            senses.senses.push_back(std::move(sense));
        }
        out.senses.push_back(std::move(senses));
        for (const std::string& base : wordsIn(block.name)) senseOf[base] = out.senses.size();
    }

    void readActions(const LanguageFile& file, const Block& block) {
        for (const BlockLine& line : block.lines)
            for (const std::string& name : wordsIn(line.text)) {
                if (!isAction(name)) refuse(file, line.number, "no action is called \"" + name + '"');
                classes.actions[block.name] |= std::uint64_t{1} << static_cast<unsigned>(actionNamed(name));
            }
    }

    /// The tests of a block into `tests`, its examples; what is left are lines of "then", without the word.
    std::vector<BlockLine> readRule(const LanguageFile& file, const Block& block, std::vector<AnyOf>& tests,
                                    std::vector<Example>& examples) {
        std::vector<BlockLine> then;
        for (const BlockLine& line : block.lines) {
            if (line.text.starts_with('"'))
                examples.push_back(exampleOf(file, line));
            else if (line.text.starts_with("if "))
                tests.push_back(testOf(file, line, std::string_view(line.text).substr(3), classes));
            else if (line.text.starts_with("then "))
                then.push_back({line.text.substr(5), line.number});
            else
                refuse(file, line.number, "a line of a rule begins with if, then or a quotation mark");
        }
        if (then.empty())
            refuse(file, block.number, "rule " + block.name + " does nothing; say \"then ...\"");
        return then;
    }

    void readClauseRule(const LanguageFile& file, const Block& block, std::vector<ClauseRule>& rules) {
        ClauseRule rule{.name = block.name, .line = block.number};
        for (const BlockLine& line : readRule(file, block, rule.tests, rule.examples)) {
            auto words = wordsIn(line.text);
            Effect effect{words.front(), {words.begin() + 1, words.end()}, line.number};
            if (const std::string fault = faultOf(effect); !fault.empty()) refuse(file, line.number, fault);
            rule.effects.push_back(std::move(effect));
        }
        rules.push_back(std::move(rule));
    }

    void readPlaceRule(const LanguageFile& file, const Block& block) {
        const std::size_t space = block.name.find(' ');
        if (space == std::string::npos) refuse(file, block.number, "a place rule is named: place GROUP NAME");
        PlaceRule rule{.name = block.name};
        const auto then = readRule(file, block, rule.tests, rule.examples);
        const auto role = roleNamed(then.front().text);
        if (!role || then.size() > 1)
            refuse(file, then.front().number, "a place rule gives one role: stop, origin, via ...");
        rule.role = *role;
        out.placeRules[block.name.substr(0, space)].push_back(std::move(rule));
    }

    template <typename Read>
    void each(std::string_view keyword, Read read) {
        for (const LanguageFile& file : files)
            for (const Block& block : blocksOf(file))
                if (block.keyword == keyword) read(file, block);
    }

    void requireKnown() {
        constexpr std::string_view known[] = {"class", "endings", "actions", "sense",  "action", "clause",
                                              "own",   "other",   "place",   "phrase", "time"};
        for (const LanguageFile& file : files)
            for (const Block& block : blocksOf(file))
                if (std::find(std::begin(known), std::end(known), block.keyword) == std::end(known))
                    refuse(file, block.number, "\"" + block.keyword + "\" begins nothing that is known");
    }
};

}  // namespace

std::string inflected(const std::string& word, const std::vector<Ending>& endings) {
    for (const Ending& e : endings) {
        const bool consonant = e.has.starts_with('C');
        const std::string tail = consonant ? e.has.substr(1) : e.has;
        if (!word.ends_with(tail)) continue;
        const std::size_t stem = word.size() - tail.size();
        if (consonant && (stem == 0 || !isConsonant(word[stem - 1]))) continue;
        return word.substr(0, stem) + (consonant ? e.becomes.substr(1) : e.becomes);
    }
    return word;
}

std::string Language::singular(const std::string& word) const {
    return inflected(word, singulars);
}

std::uint64_t Language::tagsOf(const std::string& lower) const {
    const auto found = tags.find(lower);
    return found == tags.end() ? 0 : found->second;
}

CueSet Language::cuesOf(const std::string& lower) const {
    const auto found = cues.find(lower);
    CueSet out = found == cues.end() ? CueSet{} : found->second;
    if (lower.size() > 4 &&
        std::ranges::any_of(mannerEndings, [&](const auto& e) { return lower.ends_with(e); }))
        out |= bit(Cue::adverb);
    return out;
}

bool Language::is(const std::string& lower, Cue cue) const {
    return cuesOf(lower).test(static_cast<std::size_t>(cue));
}

VerbForm Language::verbForm(const std::string& lower) const {
    const auto found = verbs.find(lower);
    if (found != verbs.end()) return found->second;
    const bool past = lower.size() > 4 && lower.find('-') == std::string::npos &&
                      std::ranges::any_of(pastEndings, [&](const auto& e) { return lower.ends_with(e); });
    return past ? VerbForm{Action::none, 0, false, true, true, false, false} : VerbForm{};
}

bool Language::isAdverb(std::string_view lower) const {
    return lower.size() >= 7 &&
           std::ranges::any_of(adverbEndings, [&](const auto& e) { return lower.ends_with(e); });
}

Language languageOf(const std::vector<LanguageFile>& files) {
    Reader r{.files = files};
    r.requireKnown();
    r.out.time = timeGrammarOf(files);
    r.addWordsOfTime();
    r.each("class", [&](const auto& f, const auto& b) { r.readClass(f, b); });
    r.keepLists();
    r.each("endings", [&](const auto& f, const auto& b) { r.readEndings(f, b); });
    r.each("sense", [&](const auto& f, const auto& b) { r.readSenses(f, b); });
    r.each("actions", [&](const auto& f, const auto& b) { r.readActions(f, b); });
    r.each("clause", [&](const auto& f, const auto& b) { r.readClauseRule(f, b, r.out.clauseRules); });
    r.each("own", [&](const auto& f, const auto& b) { r.readClauseRule(f, b, r.out.ownRules); });
    r.each("other", [&](const auto& f, const auto& b) { r.readClauseRule(f, b, r.out.otherRules); });
    r.each("place", [&](const auto& f, const auto& b) { r.readPlaceRule(f, b); });
    r.each("action", [&](const auto& f, const auto& b) { r.readVerbs(f, b); });
    return std::move(r.out);
}

const std::vector<LanguageFile>& englishFiles() {
    static const std::vector<LanguageFile> files(std::begin(englishParts), std::end(englishParts));
    return files;
}

const Language& english() {
    static const Language language = languageOf(englishFiles());
    return language;
}

}  // namespace retrace::text
