#include "geo/error.hpp"
#include "target.hpp"
#include "text/language.hpp"
#include "text/reading.hpp"
#include "text/source.hpp"

#include <algorithm>
#include <string>

// Any bytes in the place of one of English's files, the one that the first byte says, are a language that reads,
// or an Error of one line that names the file.
void retrace::fuzz::run(std::string_view bytes) {
    if (bytes.empty()) return;
    auto files = text::englishFiles();
    auto& changed = files[static_cast<unsigned char>(bytes.front()) % files.size()];
    changed.text = std::string(bytes.substr(1));
    try {
        const text::Language language = text::languageOf(files);
        const auto source = text::readSource("a.txt", "We left Homs on 3 May at nine. They had taken Hama the day before.");
        (void)text::read(source, [](std::string_view) { return text::NameHit{}; }, language);
    } catch (const Error& error) {
        const std::string words = error.what();
        if (words.empty() || words.find('\n') != std::string::npos) std::abort();
    }
}
