// What the verbs that change the document do to it.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "document/verbs.hpp"
#include "geo/error.hpp"

namespace retrace::document {
namespace {

constexpr double halfEquator_m = 20037508;

class Arguments {
public:
    explicit Arguments(const Request& request) : request_(request) {}

    [[nodiscard]] const std::string& at(std::size_t i, const char* what) const {
        if (i >= request_.positional.size()) {
            throw Error(request_.verb + ": " + what + " is missing; see the verb's help");
        }
        return request_.positional[i];
    }
    [[nodiscard]] std::string named(const std::string& name, const std::string& otherwise) const {
        const auto found = request_.named.find(name);
        return found == request_.named.end() ? otherwise : found->second;
    }
    [[nodiscard]] bool yes(const std::string& name, bool otherwise) const {
        const std::string value = named(name, otherwise ? "yes" : "no");
        if (value != "yes" && value != "no") throw wrong(name, value, "write yes or no");
        return value == "yes";
    }
    [[nodiscard]] std::string certainty(const std::string& otherwise) const {
        const std::string value = named("certainty", otherwise);
        if (value != "certain" && value != "probable" && value != "possible") {
            throw wrong("certainty", value, "write certain, probable or possible");
        }
        return value;
    }
    [[nodiscard]] double number(const char* what, const std::string& text, double least, double most) const {
        double value = 0;
        const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (failed != std::errc() || end != text.data() + text.size() || !(value >= least && value <= most)) {
            throw wrong(what, text,
                        "write a number from " + std::to_string(static_cast<long>(least)) + " to " +
                            std::to_string(static_cast<long>(most)));
        }
        return value;
    }
    [[nodiscard]] Error wrong(const std::string& what, const std::string& value,
                              const std::string& advice) const {
        return Error(request_.verb + ": " + what + " is '" + value + "'; " + advice);
    }

private:
    const Request& request_;
};

model::Anchor anchorOf(const Arguments& arguments, const std::vector<text::Source>& texts) {
    const text::Quote quote = parseQuote(arguments.at(0, "the quote"), texts);
    const auto source = std::ranges::find(texts, quote.source, &text::Source::id);
    return {quote, text::words(*source, quote)};
}

bool aboutPlace(const model::Decision& decision) {
    return !std::holds_alternative<model::SetTime>(decision.what);
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
    if (aboutPlace(newer) != aboutPlace(older)) return false;
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

void setTime(Document& document, const Arguments& arguments, model::Anchor anchor) {
    const std::string& text = arguments.at(1, "the time");
    std::optional<timeline::Span> span =
        timeline::parseEdtf(text, document.zone.empty() ? "UTC" : document.zone);
    if (!span || (!span->earliest && !span->latest)) {
        throw arguments.wrong("the time", text, "write 2024-12-05, 2024-12-05T06:00:00 or earliest/latest");
    }
    if (span->earliest && span->latest && *span->latest < *span->earliest) {
        throw arguments.wrong("the time", text, "the earliest lies after the latest; swap them");
    }
    model::SetTime time{*span, arguments.named("record", "")};
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

void forgetDecision(Document& document, const Arguments& arguments, const model::Anchor& anchor) {
    const std::string kind = arguments.named("kind", "");
    // As the variant has them.
    const char* kinds[] = {"choose-place", "set-time", "ignore-mention", "reject-candidate"};
    if (!kind.empty() && std::find(std::begin(kinds), std::end(kinds), kind) == std::end(kinds)) {
        throw arguments.wrong("kind", kind, "write choose-place, set-time, ignore-mention or reject-candidate");
    }
    const std::string place = arguments.named("place", "");
    const auto meant = [&](const model::Decision& decision) {
        const bool here = text::overlaps(decision.anchor.quote, anchor.quote);
        const bool sameName = everywhere(decision) && decision.anchor.words == anchor.words;
        const std::string* out = rejected(decision);
        return (here || sameName) && (kind.empty() || kind == kinds[decision.what.index()]) &&
               (place.empty() || (out && *out == place));
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

Document apply(const Document& document, const Request& request, const std::vector<text::Source>& texts) {
    const Arguments arguments(request);
    Document changed = document;
    if (request.verb == "set-title") {
        changed.title = arguments.at(0, "the title");
    } else if (request.verb == "set-zone") {
        changed.zone = arguments.at(0, "the zone");
        timeline::requireZone(changed.zone);
    } else if (request.verb == "set-reference-date") {
        setReferenceDate(changed, arguments);
    } else if (request.verb == "choose-place") {
        choosePlace(changed, arguments, anchorOf(arguments, texts));
    } else if (request.verb == "choose-point") {
        choosePoint(changed, arguments, anchorOf(arguments, texts));
    } else if (request.verb == "set-time") {
        setTime(changed, arguments, anchorOf(arguments, texts));
    } else if (request.verb == "ignore-mention") {
        ignoreMention(changed, arguments, anchorOf(arguments, texts));
    } else if (request.verb == "reject-candidate") {
        rejectCandidate(changed, arguments, anchorOf(arguments, texts));
    } else if (request.verb == "forget-decision") {
        forgetDecision(changed, arguments, anchorOf(arguments, texts));
    } else if (request.verb == "add-chapter") {
        addChapter(changed, arguments, anchorOf(arguments, texts));
    } else if (request.verb == "forget-chapter") {
        forgetChapter(changed, arguments, anchorOf(arguments, texts));
    } else {
        throw Error(request.verb + ": does not change the document; the window or the script carries it out");
    }
    return changed;
}

}  // namespace retrace::document
