#include "reconstruct/order_events.hpp"

#include "reconstruct/entry_heads.hpp"
#include "reconstruct/reconstruct.hpp"
#include "reconstruct/solve_times.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>

namespace retrace::reconstruct {
namespace {

void addPlaces(const text::Statement& statement, std::size_t first, model::Event& event) {
    for (const auto& place : statement.places) {
        const model::PlaceRef ref{first + place.mention};
        switch (place.role) {
            case text::Role::origin:
                event.from.push_back(ref);
                break;
            case text::Role::via:
                event.via.push_back(ref);
                break;
            case text::Role::stop:
            case text::Role::destination:
                event.to.push_back(ref);
                break;
            // A thing ordered or denied has its goal too; it never becomes a stop.
            case text::Role::ordered:
            case text::Role::hypothetical:
            case text::Role::negated:
            case text::Role::otherActor:
                if (event.status != text::Status::executed) event.to.push_back(ref);
                break;
            case text::Role::reference:
            case text::Role::background:
                break;
        }
    }
}

// "e@8125"; of a second source "e2@8125".
std::string eventId(std::size_t source, std::size_t begin) {
    std::string id("e");
    if (source > 0) id.append(std::to_string(source + 1));
    return id.append("@").append(std::to_string(begin));
}

// An event with what the words say of its day.
struct Dated {
    model::Event event;
    std::size_t source = 0, paragraph = 0;
    bool earlier = false;                // told as before the story
    bool back = false;                   // "two days before": what follows goes on where the telling was
    std::optional<timeline::Days> days;  // of its own
    std::int64_t day = 0;                // where it stands: days since 1970, the day told last
};

std::optional<timeline::Days> ownDays(const Words& words, const text::Reading& reading,
                                      const text::Statement& statement, const Options& options) {
    for (const auto t : statement.times) {
        const auto& time = reading.times[t];
        const bool on = time.relation == text::TimeRelation::at || time.relation == text::TimeRelation::during ||
                        time.relation == text::TimeRelation::from;
        if (!on) continue;
        if (time.date)
            if (const auto date = completeDate(words, *time.date, time.quote, options))
                return timeline::Days{*date, *date};
        if (time.days && time.days->first.month > 0)
            if (const auto days = completeDays(words, *time.days, time.quote, options)) return days;
    }
    return std::nullopt;
}

// Each goes where the day told last stands; one whose own days lie wholly before that goes back to them, and
// with it what follows in its paragraph without a date.
void dateByTelling(std::vector<Dated>& all) {
    struct Now {
        std::optional<std::int64_t> day, back;
        std::size_t paragraph = 0, dayParagraph = 0;  // of the way back; of the day told last
    };
    constexpr std::int64_t unknown = std::numeric_limits<std::int64_t>::min();
    std::map<std::pair<std::size_t, std::string>, Now> tellers;
    for (Dated& d : all) {
        Now& now = tellers[{d.source, d.event.speaker}];
        if (d.back && d.days) {
            d.day = timeline::dayNumber(d.days->first);
            continue;
        }
        if (now.back && now.paragraph != d.paragraph) now.back.reset();
        const bool told = d.event.status == text::Status::executed && !d.earlier;
        if (d.days && told) {
            const auto first = timeline::dayNumber(d.days->first), last = timeline::dayNumber(d.days->last);
            // A step or two back within one paragraph may be a slip: that is told as a contradiction.
            constexpr std::int64_t slip = 14;
            if (now.day && last < *now.day && (d.paragraph != now.dayParagraph || *now.day - last > slip)) {
                now.back = first;
                now.paragraph = d.paragraph;
            } else {
                now.back.reset();
                now.dayParagraph = d.paragraph;
                now.day = std::max(now.day.value_or(first), first);
            }
        }
        d.day = now.back ? *now.back : now.day.value_or(unknown);
    }
}

}  // namespace

std::vector<std::vector<std::size_t>> tellings(const std::vector<model::Event>& events) {
    std::vector<std::vector<std::size_t>> out;
    std::map<std::pair<std::string, std::string>, std::size_t> index;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto [found, isNew] =
            index.try_emplace({events[i].evidence.front().source, events[i].speaker}, out.size());
        if (isNew) out.emplace_back();
        out[found->second].push_back(i);
    }
    return out;
}

bool isOnLine(const model::Event& event) {
    return event.status == text::Status::executed && event.presence != text::Presence::none &&
           event.voice != text::Voice::editor;
}

bool setsOut(const std::string& kind) {
    return kind == "move" || kind == "withdraw" || kind == "advance";
}

std::vector<model::Event> orderEvents(const Words& words, const Options& options) {
    std::vector<Dated> all;
    int told = 0;
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        const auto& reading = words.readings[s];
        const auto first = firstMention(words, s);
        const auto last = writtenLast(words, s);
        std::vector<Dated> heads;  // wait for the end of their entries
        const auto endEntry = [&](std::size_t paragraph) {
            if (heads.empty() || heads.front().paragraph == paragraph) return;
            std::ranges::move(heads, std::back_inserter(all));
            heads.clear();
        };
        for (std::size_t i = 0; i < reading.statements.size(); ++i) {
            const auto& statement = reading.statements[i];
            if (isRepeat(reading, statement.evidence)) continue;
            model::Event event{.id = eventId(s, statement.evidence.begin),
                               .told = ++told,
                               .kind = statement.kind,
                               .status = statement.status,
                               .presence = statement.presence,
                               .voice = statement.voice,
                               .speaker = statement.speaker,
                               .actor = statement.actor,
                               .negated = statement.negated,
                               .modality = statement.modality,
                               .means = statement.means,
                               .quantity = statement.quantity,
                               .rules = statement.rules,
                               .evidence = {statement.evidence},
                               .statement = i};
            addPlaces(statement, first, event);
            const auto paragraph = text::paragraphAt(words.sources[s], statement.evidence.begin);
            endEntry(paragraph);
            (last[i] ? heads : all)
                .push_back({std::move(event), s, paragraph, statement.toldEarlier, statement.daysBack,
                            ownDays(words, reading, statement, options)});
        }
        endEntry(text::Mention::npos);
    }
    dateByTelling(all);
    std::ranges::stable_sort(all, {}, [](const Dated& d) { return std::pair(!d.earlier, d.day); });
    std::vector<model::Event> events;
    for (auto& each : all) {
        each.event.order = static_cast<int>(events.size()) + 1;
        events.push_back(std::move(each.event));
    }
    return events;
}

}  // namespace retrace::reconstruct
