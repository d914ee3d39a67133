#include "text/language.hpp"

#include "geo/error.hpp"
#include "require.hpp"
#include "target.hpp"
#include "text/reading.hpp"
#include "text/source.hpp"

namespace {

// Sentences of every kind that a reader looks for, so that rules and words of the file come to be used.
constexpr std::string_view story =
    "Q: Where were you, then?\n\nA: On 7 December we withdrew from Velden to Brugg, and \"they came back,\" "
    "he "
    "said.\n\nAt about half past six in the evening the army took the village of Marn; we were ordered to "
    "hold it for more than three days. 3 Sept. 1914. Two days later, not before noon, I could not go on. "
    "Villages' men (about forty) reported that the enemy's forces had left for Velden.\n";

}  // namespace

// Any file is a language that reads a text, or an Error of one line that names file and line: by itself;
// behind a + beside the English files; behind a byte of 0 to 8 in the place of one of them.
void retrace::fuzz::run(std::string_view bytes) {
    std::vector<text::LanguageFile> files;
    if (bytes.starts_with('+')) {
        files = text::englishFiles();
        bytes.remove_prefix(1);
    } else if (!bytes.empty() && bytes.front() >= 0 && bytes.front() <= 8) {
        files = text::englishFiles();
        files.erase(files.begin() + bytes.front() % static_cast<std::ptrdiff_t>(files.size()));
        bytes.remove_prefix(1);
    }
    files.push_back({"fuzz.txt", std::string(bytes)});
    std::optional<text::Language> language;
    try {
        language = text::languageOf(files);
    } catch (const Error& e) {
        const std::string_view said = e.what();
        require(said.find_first_of("\n\r") == said.npos && said.find(".txt line ") != said.npos);
        require(said.size() < 1000);
        return;
    }
    const text::Source source = text::readSource("story.txt", story);
    const text::Reading reading = text::read(
        source,
        [](std::string_view name) {
            const bool known = name == "Velden" || name == "Brugg" || name == "Marn";
            return text::NameHit{known, known, false, false, 500, 1.0};
        },
        *language);
    for (const text::Mention& mention : reading.mentions)
        require(mention.quote.begin < mention.quote.end && mention.quote.end <= source.letters.size());
    for (const text::Statement& statement : reading.statements) {
        for (const auto& place : statement.places) require(place.mention < reading.mentions.size());
        for (const auto time : statement.times) require(time < reading.times.size());
    }
}
