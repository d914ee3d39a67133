#include "geo/error.hpp"
#include "require.hpp"
#include "target.hpp"
#include "text/reading.hpp"
#include "text/source.hpp"

// Any bytes are a text whose reading points into it, or an Error. The look-up knows about every third name.
void retrace::fuzz::run(std::string_view bytes) {
    try {
        const text::Source source = text::readSource("fuzz.txt", bytes);
        const text::Reading reading = text::read(source, [](std::string_view name) {
            return text::NameHit{name.size() % 3 == 0, true, name.size() % 7 == 0, false, 5, 1.0};
        });
        const auto inside = [&](const text::Quote& q) {
            require(q.begin < q.end && q.end <= source.letters.size());
        };
        for (const text::Mention& mention : reading.mentions) inside(mention.quote);
        for (const text::TimeExpression& time : reading.times) inside(time.quote);
        for (const text::Statement& statement : reading.statements) {
            inside(statement.evidence);
            for (const auto& place : statement.places) require(place.mention < reading.mentions.size());
            for (const auto time : statement.times) require(time < reading.times.size());
        }
    } catch (const Error&) {
    }
}
