#pragma once

#include "text/tokens.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::text {

enum class Speaker { narrator, interviewer, editor };

/// A paragraph that only repeats words of another one: a pull quote or a copy.
struct RepeatedWords {
    std::size_t ofParagraph = 0;           // index of the paragraph that counts
    std::vector<std::size_t> tokenInBody;  // for each token of this paragraph, its token there
    Quote body;                            // the words that are repeated
};

struct ParagraphPart {
    std::size_t firstToken = 0, lastToken = 0;
    Speaker speaker = Speaker::narrator;
    std::size_t firstWord = 0;  // first token after a speaker's label
    std::string label{};        // of who answers, as it stands: "Ahmad"; empty where none or "A"
    std::size_t answer = 0;     // which answer of an interview it belongs to; 0 where there are no questions
    std::optional<RepeatedWords> repeats;
};

/// One part a paragraph. An interview is known by its labels ("Q:", "A:", names); before its first question
/// and in an author's note at the end an editor speaks. Without labels all but title and captions is
/// narrated.
[[nodiscard]] std::vector<ParagraphPart> structureOf(const Source&, const Tokens&);

}  // namespace retrace::text
