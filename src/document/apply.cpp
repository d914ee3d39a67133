// What the verbs that change the document do to it.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "document/arguments.hpp"
#include "document/side_verbs.hpp"
#include "document/verbs.hpp"
#include "geo/error.hpp"

namespace retrace::document {
namespace {

constexpr double halfEquator_m = 20037508;

/// What quotes and "record:LINE" are about.
struct Sources {
    const std::vector<text::Source>& texts;
    const std::vector<model::RecordRow>& record;
};

constexpr std::string_view rowPrefix = "record:";

bool isAboutRow(const Arguments& arguments) {
    return arguments.at(0, "the quote").starts_with(rowPrefix);
}

const model::RecordRow& recordRowOf(const Arguments& arguments, const Sources& sources) {
    const std::string& text = arguments.at(0, "the record's line");
    std::size_t line = 0;
    const char *begin = text.data() + rowPrefix.size(), *end = text.data() + text.size();
    const bool number = std::from_chars(begin, end, line).ptr == end && begin != end;
    const auto row = std::ranges::find(sources.record, line, &model::RecordRow::row);
    if (!number || row == sources.record.end())
        throw arguments.wrong("the record's line", text, "write record:LINE with a line that a record has");
    return *row;
}

model::Anchor anchorOf(const Arguments& arguments, const Sources& sources) {
    const auto& texts = sources.texts;
    if (isAboutRow(arguments)) throw arguments.wrong("the quote", arguments.at(0, "the quote"), "quote the words");
    const text::Quote quote = parseQuote(arguments.at(0, "the quote"), texts);
    const auto source = std::ranges::find(texts, quote.source, &text::Source::id);
    return {quote, text::words(*source, quote)};
}

/// Of the words, or of a record's row.
model::Anchor anchorOfClaim(const Arguments& arguments, const Sources& sources) {
    if (!isAboutRow(arguments)) return anchorOf(arguments, sources);
    return {{}, recordRowOf(arguments, sources).place};
}

/// What two decisions must share to be about the same matter.
enum class Matter { place, time, control };
Matter matterOf(const model::Decision& decision) {
    return std::holds_alternative<model::SetTime>(decision.what)         ? Matter::time
           : std::holds_alternative<model::SettleControl>(decision.what) ? Matter::control
                                                                         : Matter::place;
}

bool everywhere(const model::Decision& decision) {
    if (const auto* place = std::get_if<model::ChoosePlace>(&decision.what)) return place->allMentions;
    if (const auto* ignore = std::get_if<model::IgnoreMention>(&decision.what)) return ignore->allMentions;
    return std::holds_alternative<model::RejectCandidate>(decision.what);
}

/// The place that a decision rejects; nothing where it is of another kind.
const std::string* rejected(const model::Decision& decision) {
    const auto* reject = std::get_if<model::RejectCandidate>(&decision.what);
    return reject ? &reject->placeId : nullptr;
}

/// The newer decision takes the place of an older one on the same words about the same matter; one for
/// every mention of a name also that of an older one for every mention of it.
bool replaces(const model::Decision& newer, const model::Decision& older) {
    if (matterOf(newer) != matterOf(older)) return false;
    if (const auto* settled = std::get_if<model::SettleControl>(&newer.what)) {
        const auto& before = std::get<model::SettleControl>(older.what);
        const bool there = settled->place.empty() || settled->place == before.place;
        return there && newer.anchor == older.anchor && settled->row == before.row;
    }
    const std::string *mine = rejected(newer), *other = rejected(older);
    if ((mine == nullptr) != (other == nullptr)) return false;  // what is chosen and what is not both hold
    if (mine && *mine != *other) return false;
    if (newer.anchor.quote == older.anchor.quote) return true;
    return everywhere(newer) && everywhere(older) && newer.anchor.words == older.anchor.words;
}

void decide(Document& document, model::Decision decision) {
    std::erase_if(document.decisions,
                  [&](const model::Decision& older) { return replaces(decision, older); });
    document.decisions.push_back(std::move(decision));
}

void choosePlace(Document& document, const Arguments& arguments, model::Anchor anchor) {
    model::ChoosePlace place;
    place.placeId = arguments.at(1, "the place's id");
    if (place.placeId.empty()) throw arguments.wrong("the place's id", "", "write one like gn:170654");
    place.allMentions = arguments.yes("all", true);
    decide(document,
           {std::move(anchor), place, arguments.certainty("probable"), arguments.named("reason", "")});
}

void choosePoint(Document& document, const Arguments& arguments, model::Anchor anchor) {
    model::ChoosePlace place;
    place.point =
        geo::Whereabouts{{arguments.number("LON", arguments.at(1, "the longitude"), -180, 180),
                          arguments.number("LAT", arguments.at(2, "the latitude"), -90, 90)},
                         arguments.number("radius", arguments.named("radius", "1000"), 0, halfEquator_m)};
    place.name = arguments.named("name", anchor.words);
    place.allMentions = arguments.yes("all", true);
    decide(document,
           {std::move(anchor), place, arguments.certainty("probable"), arguments.named("reason", "")});
}

timeline::Span timeArgument(const Document& document, const Arguments& arguments, const std::string& text) {
    std::optional<timeline::Span> span =
        timeline::parseEdtf(text, document.zone.empty() ? "UTC" : document.zone);
    if (!span || (!span->earliest && !span->latest)) {
        throw arguments.wrong("the time", text, "write 2024-12-05, 2024-12-05T06:00:00 or earliest/latest");
    }
    if (span->earliest && span->latest && *span->latest < *span->earliest) {
        throw arguments.wrong("the time", text, "the earliest lies after the latest; swap them");
    }
    return *span;
}

void setTime(Document& document, const Arguments& arguments, model::Anchor anchor) {
    model::SetTime time{timeArgument(document, arguments, arguments.at(1, "the time")), arguments.named("record", "")};
    time.span.origins = {time.recordRow.empty() ? timeline::Origin::decision : timeline::Origin::record};
    decide(document,
           {std::move(anchor), time, arguments.certainty("probable"), arguments.named("reason", "")});
}

void ignoreMention(Document& document, const Arguments& arguments, model::Anchor anchor) {
    decide(document, {std::move(anchor), model::IgnoreMention{arguments.yes("all", false)},
                      arguments.certainty("certain"), arguments.named("reason", "")});
}

void rejectCandidate(Document& document, const Arguments& arguments, model::Anchor anchor) {
    model::RejectCandidate reject{arguments.at(1, "the place's id")};
    if (reject.placeId.empty()) throw arguments.wrong("the place's id", "", "write one like gn:170654");
    decide(document, {std::move(anchor), std::move(reject), arguments.certainty("probable"),
                      arguments.named("reason", "")});
}

void settleControl(Document& document, const Arguments& arguments, const Sources& sources) {
    model::SettleControl settled{.place = arguments.named("place", ""),
                                 .side = arguments.named("side", ""),
                                 .ignored = arguments.yes("ignore", false)};
    if (isAboutRow(arguments)) settled.row = recordRowOf(arguments, sources).row;
    requireSide(document, arguments, settled.side);
    if (const std::string time = arguments.named("time", ""); !time.empty()) {
        settled.span = timeArgument(document, arguments, time);
        settled.span->origins = {timeline::Origin::decision};
    }
    decide(document, {anchorOfClaim(arguments, sources), std::move(settled), arguments.certainty("probable"),
                      arguments.named("reason", "")});
}

void forgetDecision(Document& document, const Arguments& arguments, const Sources& sources) {
    const model::Anchor anchor = anchorOfClaim(arguments, sources);
    const auto row = isAboutRow(arguments) ? std::optional(recordRowOf(arguments, sources).row) : std::nullopt;
    const std::string kind = arguments.named("kind", "");
    const auto& kinds = model::decisionKinds;
    if (!kind.empty() && std::ranges::find(kinds, kind) == kinds.end()) {
        throw arguments.wrong("kind", kind,
                              "write choose-place, set-time, ignore-mention, reject-candidate or settle-control");
    }
    const std::string place = arguments.named("place", "");
    const auto meant = [&](const model::Decision& decision) {
        const bool here = row ? model::rowOf(decision) == row && decision.anchor.words == anchor.words
                              : text::overlaps(decision.anchor.quote, anchor.quote);
        const bool sameName = everywhere(decision) && decision.anchor.words == anchor.words;
        const std::string* about = rejected(decision);
        if (const auto* settled = std::get_if<model::SettleControl>(&decision.what)) about = &settled->place;
        return (here || sameName) && (kind.empty() || kind == kinds[decision.what.index()]) &&
               (place.empty() || (about && *about == place));
    };
    if (std::erase_if(document.decisions, meant) == 0) {
        throw arguments.wrong("the quote", arguments.at(0, "the quote"), "nothing was decided there");
    }
}

void addChapter(Document& document, const Arguments& arguments, model::Anchor anchor) {
    Chapter chapter{arguments.at(1, "the title"), arguments.named("caption", ""), std::move(anchor), {}};
    std::erase_if(document.chapters,
                  [&](const Chapter& c) { return c.anchor.quote == chapter.anchor.quote; });
    document.chapters.push_back(std::move(chapter));
    std::stable_sort(document.chapters.begin(), document.chapters.end(),
                     [](const Chapter& a, const Chapter& b) { return a.anchor.quote < b.anchor.quote; });
}

void forgetChapter(Document& document, const Arguments& arguments, const model::Anchor& anchor) {
    const auto meant = [&](const Chapter& c) { return text::overlaps(c.anchor.quote, anchor.quote); };
    if (std::erase_if(document.chapters, meant) == 0) {
        throw arguments.wrong("the quote", arguments.at(0, "the quote"), "no chapter begins there");
    }
}

void setReferenceDate(Document& document, const Arguments& arguments) {
    const std::string& text = arguments.at(0, "the date");
    if (text == "none") {
        document.referenceDate.reset();
        return;
    }
    const auto instant = timeline::parseIso(text, "+00:00");
    if (text.size() != 10 || !instant) throw arguments.wrong("the date", text, "write 2025-01-31, or none");
    document.referenceDate = timeline::toLocal(*instant, "+00:00").date;
}

}  // namespace

Document apply(const Document& document, const Request& request, const std::vector<text::Source>& texts,
               const std::vector<model::RecordRow>& record) {
    const Arguments arguments(request);
    const Sources sources{texts, record};
    Document changed = document;
    if (request.verb == "set-title") {
        changed.title = arguments.at(0, "the title");
    } else if (request.verb == "set-zone") {
        changed.zone = arguments.at(0, "the zone");
        timeline::requireZone(changed.zone);
    } else if (request.verb == "set-reference-date") {
        setReferenceDate(changed, arguments);
    } else if (request.verb == "choose-place") {
        choosePlace(changed, arguments, anchorOf(arguments, sources));
    } else if (request.verb == "choose-point") {
        choosePoint(changed, arguments, anchorOf(arguments, sources));
    } else if (request.verb == "set-time") {
        setTime(changed, arguments, anchorOf(arguments, sources));
    } else if (request.verb == "ignore-mention") {
        ignoreMention(changed, arguments, anchorOf(arguments, sources));
    } else if (request.verb == "reject-candidate") {
        rejectCandidate(changed, arguments, anchorOf(arguments, sources));
    } else if (request.verb == "settle-control") {
        settleControl(changed, arguments, sources);
    } else if (request.verb == "set-side") {
        setSide(changed, arguments);
    } else if (request.verb == "forget-side") {
        forgetSide(changed, arguments);
    } else if (request.verb == "forget-decision") {
        forgetDecision(changed, arguments, sources);
    } else if (request.verb == "add-chapter") {
        addChapter(changed, arguments, anchorOf(arguments, sources));
    } else if (request.verb == "forget-chapter") {
        forgetChapter(changed, arguments, anchorOf(arguments, sources));
    } else {
        throw Error(request.verb + ": does not change the document; the window or the script carries it out");
    }
    return changed;
}

}  // namespace retrace::document
