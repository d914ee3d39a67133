#include "ui/text_flow.hpp"

#include "ui/visual_text.hpp"

#include <algorithm>

namespace retrace::ui {

namespace {

/// A mark a letter; later marks lie over earlier ones.
std::vector<Marks> marksOf(const model::Reconstruction& r, std::size_t source) {
    const text::Source& s = r.sources[source];
    std::vector<Marks> marks(s.letters.size());
    const auto paint = [&](const text::Quote& quote, const auto& set) {
        if (quote.source != s.id) return;
        for (std::size_t i = quote.begin; i < std::min(quote.end, marks.size()); ++i) set(marks[i]);
    };
    // Where the evidence of two events overlaps, the shorter one is the more exact.
    std::vector<std::pair<std::size_t, const text::Quote*>> evidence;
    for (std::size_t i = 0; i < r.events.size(); ++i)
        for (const text::Quote& quote : r.events[i].evidence) evidence.emplace_back(i, &quote);
    std::ranges::stable_sort(evidence, [](const auto& a, const auto& b) {
        return a.second->end - a.second->begin > b.second->end - b.second->begin;
    });
    for (const auto& [event, quote] : evidence) paint(*quote, [event = event](Marks& m) { m.event = event; });
    if (source < r.readings.size()) {
        const text::Reading& reading = r.readings[source];
        for (std::size_t i = 0; i < reading.times.size(); ++i)
            paint(reading.times[i].quote, [i](Marks& m) { m.time = i; });
        for (const text::Quote& quote : reading.notNarrator) paint(quote, [](Marks& m) { m.quiet = true; });
        for (const auto& [pulled, body] : reading.repeats) paint(pulled, [](Marks& m) { m.quiet = true; });
    }
    for (std::size_t i = 0; i < r.mentions.size(); ++i)
        if (!r.mentions[i].ignored) paint(r.mentions[i].mention.quote, [i](Marks& m) { m.mention = i; });
    return marks;
}

bool isSpace(char32_t letter) {
    return letter == U' ' || letter == U'\n' || letter == U'\r' || letter == U'\t' || letter == U'\u00a0';
}

}  // namespace

std::size_t signatureOf(const model::Reconstruction& r, std::size_t source) {
    std::size_t sum = r.sources[source].letters.size() * 31 + r.events.size();
    for (const model::PlaceMention& m : r.mentions)
        sum = sum * 131 + m.mention.quote.begin * 2 + (m.ignored ? 1 : 0);
    // Marks hold indices of events, and a decision may put the events in another order.
    for (const model::Event& event : r.events)
        for (const text::Quote& quote : event.evidence) sum = sum * 131 + quote.begin + 7 * quote.end;
    return sum;
}

TextFlow flow(const model::Reconstruction& r, std::size_t source, float width, float lineHeight,
              const Measure& measure) {
    const text::Source& s = r.sources[source];
    const std::vector<Marks> marks = marksOf(r, source);
    const float space = measure(" ", false);

    TextFlow result;
    result.source = s.id;
    result.columnWidth = width;
    result.lineHeight = lineHeight;
    result.signature = signatureOf(r, source);

    float x = 0, y = 0;
    for (const text::Paragraph& paragraph : s.paragraphs) {
        std::size_t i = paragraph.begin;
        while (i < paragraph.end) {
            while (i < paragraph.end && isSpace(s.letters[i])) ++i;
            // One word: it may have several tokens (a name with a comma), which stay on one line.
            const std::size_t firstToken = result.tokens.size();
            float wordWidth = 0;
            while (i < paragraph.end && !isSpace(s.letters[i])) {
                Token token;
                token.begin = i;
                token.marks = marks[i];
                while (i < paragraph.end && !isSpace(s.letters[i]) && marks[i] == token.marks) ++i;
                token.end = i;
                token.words = visualText(
                    text::utf8(std::u32string_view(s.letters).substr(token.begin, token.end - token.begin)));
                token.width = measure(token.words, token.marks.mention.has_value());
                token.x = wordWidth;
                wordWidth += token.width;
                result.tokens.push_back(std::move(token));
            }
            if (firstToken == result.tokens.size()) continue;
            if (x > 0 && x + wordWidth > width) {
                x = 0;
                y += lineHeight;
            }
            for (std::size_t t = firstToken; t < result.tokens.size(); ++t) {
                result.tokens[t].x += x;
                result.tokens[t].y = y;
            }
            x += wordWidth + space;
        }
        x = 0;
        y += lineHeight * 1.55f;
    }
    result.height = y;
    return result;
}

std::optional<float> topOfEvent(const TextFlow& flow, const model::Reconstruction& r, std::size_t event) {
    if (event >= r.events.size()) return std::nullopt;
    for (const text::Quote& quote : r.events[event].evidence) {
        if (quote.source != flow.source) continue;
        for (const Token& token : flow.tokens)
            if (token.end > quote.begin) return token.y;
    }
    return std::nullopt;
}

}  // namespace retrace::ui
