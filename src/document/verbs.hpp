#pragma once

#include "document/document.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::document {

/// A verb as people, scripts, keys and the manual know it. Every verb is declared once, in verbs.cpp.
struct VerbDeclaration {
    std::string name;       // "choose-place"
    std::string arguments;  // "QUOTE PLACE-ID [certainty=probable] [reason=...] [all=yes|no]"
    std::string help;       // one sentence
    std::string key;        // default key: "Space", "Ctrl+Z", empty where none
    bool changesDocument = false;
};
[[nodiscard]] const std::vector<VerbDeclaration>& verbs();

/// A verb with its arguments: what a panel asks for, what a script line says.
struct Request {
    std::string verb;
    std::vector<std::string> positional;
    std::map<std::string, std::string> named;
    bool operator==(const Request&) const = default;
};
/// One line of a script: words separated by spaces, "double quotes" around words with spaces,
/// name=value for named arguments, # begins a comment. Nothing for an empty line. Throws Error (what,
/// which word, what to do) for an unknown verb or a wrong number of arguments.
[[nodiscard]] std::optional<Request> parseRequest(std::string_view line);
[[nodiscard]] std::string textForm(const Request&);
/// Whether the request says name=yes; false where it does not say. Throws Error for other than yes and no.
[[nodiscard]] bool saysYes(const Request&, const std::string& name);

/// "source:begin-end", or "begin-end" of the first source. Throws Error when it is neither or lies outside.
[[nodiscard]] text::Quote parseQuote(const std::string&, const std::vector<text::Source>& texts);

/// Carries out a verb that changes the document (choose-place, choose-point, set-time, ignore-mention,
/// forget-decision, set-title, set-zone ...). `texts` give the words for a quote "source:begin-end" or
/// "begin-end" (the first source), `record` the place of "record:LINE". Throws Error for verbs of the window and
/// for wrong arguments.
[[nodiscard]] Document apply(const Document&, const Request&, const std::vector<text::Source>& texts,
                             const std::vector<model::RecordRow>& record = {});

}  // namespace retrace::document
