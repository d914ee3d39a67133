#include "evaluate/story_scores.hpp"

#include "evaluate/sequences.hpp"
#include "geo/geodesic.hpp"

#include <algorithm>
#include <numeric>

namespace retrace::evaluate {
namespace {

void count(Share& share, bool right) {
    ++share.whole;
    share.part += right;
}

std::string quoted(const std::string& words) {
    constexpr std::size_t most = 70;
    std::string line;
    for (const char c : words) line += c == '\n' || c == '\r' ? ' ' : c;
    if (line.size() > most) {
        std::size_t cut = most;
        while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
        line = line.substr(0, cut) + "…";
    }
    return '"' + line + '"';
}

Stretch stretchOf(const std::vector<text::Quote>& evidence) {
    Stretch s{evidence.front().begin, evidence.front().end};
    for (const auto& q : evidence) s = {std::min(s.begin, q.begin), std::max(s.end, q.end)};
    return s;
}

struct OurStop {
    int order = 0;
    std::string actor, name;
    std::optional<geo::Place> place;
};

std::vector<OurStop> ourStops(const model::Reconstruction& r) {
    std::vector<OurStop> out;
    for (const auto& itinerary : r.itineraries)
        for (const auto& stop : itinerary.stops)
            out.push_back({stop.order, itinerary.actor,
                           stop.mention ? r.mentions[*stop.mention].mention.name
                           : stop.place ? stop.place->name
                                        : std::string(),
                           stop.place});
    return out;
}

/// Consonants of a name in lower case, without an article: how two spellings compare.
std::string skeleton(const std::string& name) {
    std::string out;
    for (const char c : name) {
        const char l = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (l >= 'a' && l <= 'z' && std::string_view("aeiouy").find(l) == std::string_view::npos) out += l;
    }
    return name.starts_with("al-") || name.starts_with("Al-") ? out.substr(std::min<std::size_t>(1, out.size())) : out;
}

bool fits(const ExpectedStop& expected, const OurStop& ours) {
    if (ours.place && expected.at) {
        const double km = geo::distance_m(ours.place->where.at, *expected.at) / 1000;
        return km <= expected.tolerance_km;
    }
    const std::string a = skeleton(expected.place), b = skeleton(ours.name);
    return !b.empty() && (a == b || a.starts_with(b) || b.starts_with(a));
}

void scoreStops(const ExpectedStory& expected, const model::Reconstruction& r, StoryScores& out) {
    auto ours = ourStops(r);
    auto wanted = expected.stops;
    const bool several = std::ranges::any_of(wanted, [](const auto& s) { return !s.speaker.empty(); });
    if (several) {
        std::ranges::stable_sort(ours, {}, &OurStop::actor);
        std::ranges::stable_sort(wanted, {}, &ExpectedStop::speaker);
    }
    std::vector<std::optional<std::size_t>> rowOf(ours.size());  // the table's row that a stop of ours is
    std::vector<bool> found(wanted.size(), false);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        for (std::size_t j = 0; j < ours.size() && !found[i]; ++j)
            if (!rowOf[j] && fits(wanted[i], ours[j]) && (!several || wanted[i].speaker == ours[j].actor)) {
                rowOf[j] = i;
                found[i] = true;
            }
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!found[i])
            out.errors.push_back("stop " + std::to_string(wanted[i].order) + " " + wanted[i].place + " is missing");
    std::vector<std::pair<int, int>> ranks;
    for (std::size_t j = 0; j < ours.size(); ++j) {
        if (rowOf[j]) {
            ranks.emplace_back(wanted[*rowOf[j]].order, ours[j].order);
        } else {
            ++out.falseStops;
            out.errors.push_back("stop " + std::to_string(ours[j].order) + " " + ours[j].name + " is none");
        }
    }
    out.stops = {wanted.size(), ours.size(), ours.size() - out.falseStops};
    out.tau = kendallTau(ranks);
    // Parallel stops stand in the table's order.
    std::vector<std::size_t> sequence(ours.size());
    std::iota(sequence.begin(), sequence.end(), std::size_t{0});
    std::ranges::stable_sort(sequence, [&](std::size_t a, std::size_t b) {
        const bool parallel = ours[a].order == ours[b].order && ours[a].actor == ours[b].actor;
        return parallel && rowOf[a].value_or(wanted.size()) < rowOf[b].value_or(wanted.size());
    });
    out.stopEdits = editDistance(wanted.size(), ours.size(), [&](std::size_t i, std::size_t j) {
        return fits(wanted[i], ours[sequence[j]]) && (!several || wanted[i].speaker == ours[sequence[j]].actor);
    });
}

void scoreRoles(const ExpectedStory& expected, const model::Reconstruction& r, StoryScores& out) {
    std::vector<Stretch> rows, ours;
    std::vector<const model::PlaceMention*> mentions;
    for (const auto& row : expected.mentions) rows.push_back({row.begin, row.end});
    for (const auto& m : r.mentions) {
        if (m.ignored || m.mention.repeats) continue;
        ours.push_back({m.mention.quote.begin, m.mention.quote.end});
        mentions.push_back(&m);
    }
    std::vector<std::optional<std::size_t>> match(rows.size());
    for (const auto& [i, j] : matchStretches(rows, ours, false)) match[i] = j;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = expected.mentions[i];
        const std::string got = match[i] ? text::nameOf(mentions[*match[i]]->mention.role) : "nothing";
        const bool right = std::ranges::find(row.roles, got) != row.roles.end();
        count(out.roles, right);
        if (match[i]) count(out.rolesOfMatched, right);
        if (row.literal) count(out.literalRoles, right);
        if (!right)
            out.errors.push_back("role of " + row.surface + " at " + std::to_string(row.begin) + ": " +
                                 row.roles.front() + " expected, " + got + " found");
    }
}

std::string widthClass(const timeline::Span& span) {
    if (!span.earliest || !span.latest) return "open";
    const auto width = *span.latest - *span.earliest;
    return width <= timeline::hour       ? "to 1 h"
           : width <= 6 * timeline::hour ? "to 6 h"
           : width <= timeline::day      ? "to 1 day"
           : width <= 3 * timeline::day  ? "to 3 days"
                                         : "wider";
}

bool isInside(const timeline::Span& span, timeline::Instant t) {
    return (!span.earliest || *span.earliest <= t) && (!span.latest || t <= *span.latest);
}

TimeScores timesOf(const ExpectedStory& expected, const model::Reconstruction& r,
                   const std::vector<std::optional<std::size_t>>& match, std::vector<std::string>* errors) {
    TimeScores out;
    std::vector<double> ratios;
    for (std::size_t i = 0; i < expected.events.size(); ++i) {
        const auto& row = expected.events[i];
        const model::When* when = match[i] ? &r.events[*match[i]].when : nullptr;
        if (!row.clock.empty()) {
            const std::string got = when && when->clock ? timeline::clockText(*when->clock) : std::string();
            count(out.clocks, got == row.clock);
            if (errors && got != row.clock)
                errors->push_back("hour of " + row.id + ": " + row.clock + " expected, " +
                                  (got.empty() ? "none" : got) + " found: " + quoted(row.evidence));
        }
        if (!when) continue;
        count(out.dayCodes, model::nameOf(when->day) == row.dayCode);
        const auto& span = when->span;
        count(out.bounded, span.earliest && span.latest);
        if (!row.best && !(row.earliest && row.latest)) continue;
        const bool in = row.best ? isInside(span, *row.best)
                                 : isInside(span, *row.earliest) && isInside(span, *row.latest);
        count(out.inside, in);
        count(out.meets, !(span.latest && row.earliest && *span.latest < *row.earliest) &&
                             !(span.earliest && row.latest && *span.earliest > *row.latest));
        count(out.insideByWidth[widthClass(span)], in);
        count(out.insideByDay[model::nameOf(when->day)], in);
        if (!in && errors)
            errors->push_back("time of " + row.id + " lies outside ours: " + quoted(row.evidence));
        bool tight = false;
        if (span.earliest && span.latest && row.earliest && row.latest) {
            const auto least = static_cast<double>(timeline::minute);
            const double ratio = std::max(least, static_cast<double>(*span.latest - *span.earliest)) /
                                 std::max(least, static_cast<double>(*row.latest - *row.earliest));
            ratios.push_back(ratio);
            tight = in && ratio <= 2;
        }
        count(out.tight, tight);
    }
    if (!ratios.empty()) {
        std::ranges::sort(ratios);
        out.medianWidthRatio = ratios[ratios.size() / 2];
    }
    return out;
}

std::vector<std::optional<std::size_t>> matchEvents(const ExpectedStory& expected,
                                                    const model::Reconstruction& r) {
    std::vector<Stretch> rows, ours;
    for (const auto& row : expected.events) rows.push_back({row.begin, row.end});
    for (const auto& event : r.events) ours.push_back(stretchOf(event.evidence));
    std::vector<std::optional<std::size_t>> match(rows.size());
    for (const auto& [i, j] : matchStretches(rows, ours, true)) match[i] = j;
    return match;
}

void scoreEvents(const ExpectedStory& expected, const model::Reconstruction& r,
                 const std::vector<std::optional<std::size_t>>& match, StoryScores& out) {
    std::size_t matched = 0;
    for (std::size_t i = 0; i < expected.events.size(); ++i) {
        const auto& row = expected.events[i];
        const model::Event* event = match[i] ? &r.events[*match[i]] : nullptr;
        if (!event && !row.sameAs.empty()) continue;  // merged into its first telling
        matched += event != nullptr;
        count(out.events, event != nullptr);
        if (!event) out.errors.push_back("event " + row.id + " is not found: " + quoted(row.evidence));
        const auto hold = [&](Share& share, const char* what, const std::vector<std::string>& wanted,
                              const std::string& got) {
            const bool right = event && std::ranges::find(wanted, got) != wanted.end();
            count(share, right);
            if (event && !right)
                out.errors.push_back(std::string(what) + " of " + row.id + ": " + wanted.front() + " expected, " +
                                     got + " found: " + quoted(row.evidence));
        };
        hold(out.status, "status", {row.status}, event ? text::nameOf(event->status) : "");
        hold(out.presence, "presence", {row.presence}, event ? text::nameOf(event->presence) : "");
        hold(out.voice, "voice", {row.voice}, event ? text::nameOf(event->voice) : "");
        hold(out.kind, "kind", row.kinds, event ? event->kind : "");
    }
    out.beside = r.events.size() - matched;
}

void add(Share& sum, const Share& share) {
    sum.part += share.part;
    sum.whole += share.whole;
}

}  // namespace

StoryScores scoresOf(const Story& story) {
    StoryScores out;
    const auto& last = story.read.back().second;
    const auto match = matchEvents(story.expected, last);
    scoreEvents(story.expected, last, match, out);
    scoreRoles(story.expected, last, out);
    scoreStops(story.expected, last, out);
    for (const auto& [basis, r] : story.read)
        out.times.emplace_back(basis, timesOf(story.expected, r, matchEvents(story.expected, r),
                                              &r == &last ? &out.errors : nullptr));
    return out;
}

StoryScores sumOf(const std::vector<StoryScores>& all) {
    StoryScores sum;
    std::vector<double> taus;
    for (const StoryScores& s : all) {
        for (const auto share : {&StoryScores::events, &StoryScores::status, &StoryScores::presence,
                                 &StoryScores::voice, &StoryScores::kind, &StoryScores::roles,
                                 &StoryScores::rolesOfMatched, &StoryScores::literalRoles})
            add(sum.*share, s.*share);
        sum.beside += s.beside;
        sum.stops = {sum.stops.expected + s.stops.expected, sum.stops.found + s.stops.found,
                     sum.stops.right + s.stops.right};
        sum.stopEdits += s.stopEdits;
        sum.falseStops += s.falseStops;
        if (s.tau) taus.push_back(*s.tau);
        for (const auto& [basis, times] : s.times) {
            auto found = std::ranges::find(sum.times, basis, &std::pair<std::string, TimeScores>::first);
            if (found == sum.times.end()) found = sum.times.insert(sum.times.end(), {basis, {}});
            TimeScores& t = found->second;
            for (const auto share : {&TimeScores::dayCodes, &TimeScores::clocks, &TimeScores::meets, &TimeScores::inside,
                                     &TimeScores::tight, &TimeScores::bounded})
                add(t.*share, times.*share);
            for (const auto& [width, share] : times.insideByWidth) add(t.insideByWidth[width], share);
            for (const auto& [day, share] : times.insideByDay) add(t.insideByDay[day], share);
            if (all.size() == 1) t.medianWidthRatio = times.medianWidthRatio;
        }
    }
    if (!taus.empty()) sum.tau = std::accumulate(taus.begin(), taus.end(), 0.0) / static_cast<double>(taus.size());
    return sum;
}

}  // namespace retrace::evaluate
