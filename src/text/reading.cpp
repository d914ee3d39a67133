#include "text/reading.hpp"

#include "text/mentions.hpp"
#include "text/speakers.hpp"
#include "text/statements.hpp"
#include "text/structure.hpp"
#include "text/times.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace retrace::text {

std::string nameOf(Role role) {
    switch (role) {
        case Role::stop:
            return "stop";
        case Role::origin:
            return "origin";
        case Role::via:
            return "via";
        case Role::destination:
            return "destination";
        case Role::reference:
            return "reference";
        case Role::ordered:
            return "ordered";
        case Role::hypothetical:
            return "hypothetical";
        case Role::negated:
            return "negated";
        case Role::background:
            return "background";
        case Role::otherActor:
            return "other-actor";
    }
    return {};
}

std::string nameOf(Status status) {
    switch (status) {
        case Status::executed:
            return "executed";
        case Status::ordered:
            return "ordered";
        case Status::hypothetical:
            return "hypothetical";
        case Status::negated:
            return "negated";
        case Status::otherActor:
            return "other-actor";
        case Status::background:
            return "background";
    }
    return {};
}

std::string nameOf(Presence presence) {
    return presence == Presence::narrator ? "narrator" : presence == Presence::unit ? "unit" : "none";
}

std::string nameOf(Voice voice) {
    switch (voice) {
        case Voice::seen:
            return "seen";
        case Voice::told:
            return "told";
        case Voice::reported:
            return "reported";
        case Voice::claimed:
            return "claimed";
        case Voice::editor:
            return "editor";
    }
    return {};
}

std::string motionClass(std::string_view kind) {
    if (kind == "move" || kind == "advance") return "move";
    if (kind == "withdraw") return "leave";
    if (kind == "arrive") return "reach";
    if (kind == "stay" || kind == "hold" || kind == "deploy" || kind == "occupy") return "stay";
    return {};
}

std::string eventClass(std::string_view kind) {
    if (kind == "report") return "REPORTING";
    if (kind == "observe") return "PERCEPTION";
    if (kind == "order" || kind == "plan" || kind == "warn") return "I_ACTION";
    return kind == "state" || kind == "stay" || kind == "hold" ? "STATE" : "OCCURRENCE";
}

std::string nameOf(Modality modality) {
    switch (modality) {
        case Modality::done:
            return "done";
        case Modality::ordered:
            return "ordered";
        case Modality::advised:
            return "advised";
        case Modality::planned:
            return "planned";
        case Modality::feared:
            return "feared";
        case Modality::attempted:
            return "attempted";
        case Modality::possible:
            return "possible";
        case Modality::conditional:
            return "conditional";
    }
    return {};
}

namespace {

template <typename Enum, std::size_t N>
std::optional<Enum> named(std::string_view name, const std::array<Enum, N>& all) {
    for (const Enum e : all)
        if (nameOf(e) == name) return e;
    return std::nullopt;
}

}  // namespace

std::optional<Role> roleNamed(std::string_view name) {
    return named(name, std::array{Role::stop, Role::origin, Role::via, Role::destination, Role::reference,
                                  Role::ordered, Role::hypothetical, Role::negated, Role::background,
                                  Role::otherActor});
}

std::optional<Status> statusNamed(std::string_view name) {
    return named(name, std::array{Status::executed, Status::ordered, Status::hypothetical, Status::negated,
                                  Status::otherActor, Status::background});
}

std::optional<Voice> voiceNamed(std::string_view name) {
    return named(name, std::array{Voice::seen, Voice::told, Voice::reported, Voice::claimed, Voice::editor});
}

namespace {

/// Times by offset, with the statements' indices following.
std::vector<TimeExpression> sortedTimes(std::vector<FoundTime> found, std::vector<Statement>& statements) {
    std::vector<std::size_t> order(found.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return found[a].time.quote < found[b].time.quote; });
    std::vector<std::size_t> to(order.size());
    std::vector<TimeExpression> out;
    for (std::size_t i = 0; i < order.size(); ++i) {
        to[order[i]] = i;
        out.push_back(std::move(found[order[i]].time));
    }
    for (auto& s : statements) {
        for (auto& t : s.times) t = to[t];
        std::sort(s.times.begin(), s.times.end());
    }
    return out;
}

Note badBytesNote(const Source& source) {
    const std::size_t at = std::min(source.letters.find(U'\uFFFD'), source.letters.size());
    const std::string count =
        std::to_string(source.badBytes) + (source.badBytes == 1 ? " byte is" : " bytes are");
    return {"encoding",
            count + " no UTF-8 and read as \uFFFD, the first in line " + std::to_string(source.firstBadLine) +
                "; save the text as UTF-8",
            {{source.id, at, std::min(at + 1, source.letters.size())}}};
}

std::vector<Word> wordsOf(const Tokens& tokens) {
    std::vector<Word> words;
    words.reserve(tokens.all.size());
    for (const auto& t : tokens.all) {
        const bool past = std::ranges::any_of(tokens.language->pastEndings,
                                              [&](const auto& ending) { return t.lower.ends_with(ending); });
        words.push_back({t.begin, t.end, t.kind == Token::Kind::mark, t.is(Tag::weekday),
                         t.is(Tag::determiner), past, t.cues});
    }
    return words;
}

}  // namespace

std::vector<Word> wordsIn(const Source& source, const Language& language) {
    return wordsOf(tokensOf(source, language));
}

Reading read(const Source& source, const NameLookup& lookup) {
    return read(source, lookup, english());
}

Reading read(const Source& source, const NameLookup& lookup, const Language& language) {
    Reading out;
    Tokens tokens = tokensOf(source, language);
    out.words = wordsOf(tokens);
    const auto parts = structureOf(source, tokens);
    const Speakers speakers = assignSpeakers(tokens, parts);
    auto mentions = mentionsOf(source, tokens, parts, lookup, out.notes);
    auto times = timesOf(source, tokens, parts);
    if (source.badBytes > 0) out.notes.push_back(badBytesNote(source));
    for (const FoundTime& t : times)
        if (t.noSuchDay)
            out.notes.push_back(
                {"no-such-date",
                 '"' + words(source, t.time.quote) + "\": that date does not exist, so it gives no day",
                 {t.time.quote}});
    std::erase_if(times, [](const FoundTime& t) { return t.noSuchDay && !t.time.clock && !t.time.prayer; });
    out.statements = statementsOf(source, tokens, parts, speakers, mentions, times);
    for (auto& m : mentions) out.mentions.push_back(std::move(m.mention));
    out.times = sortedTimes(std::move(times), out.statements);
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const Quote whole{source.id, source.paragraphs[p].begin, source.paragraphs[p].end};
        if (parts[p].repeats) {
            out.repeats.emplace_back(whole, parts[p].repeats->body);
            out.notes.push_back({"repeat",
                                 "repeats words of paragraph " +
                                     std::to_string(parts[p].repeats->ofParagraph + 1) +
                                     "; counts once, there",
                                 {whole, parts[p].repeats->body}});
        }
        if (parts[p].speaker != Speaker::narrator) out.notNarrator.push_back(whole);
    }
    for (const auto& s : out.statements)
        for (const auto& f : s.figures)
            out.notes.push_back({"figure-of-speech", "not taken as a bound: " + words(source, f), {f}});
    return out;
}

}  // namespace retrace::text
