#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "document/document.hpp"
#include "document/verbs.hpp"
#include "geo/error.hpp"

namespace retrace::fuzz {

/// Any bytes are a document that comes back from its text unchanged, or an Error of one line; everything
/// else (another exception, a crash, a text that reads differently) is a bug.
inline void document(std::string_view bytes) {
    try {
        const document::Document read = document::fromJson(std::string(bytes), "fuzz.retrace");
        const std::string text = document::toJson(read);
        if (document::fromJson(text, "again.retrace") != read) std::abort();
        if (document::toJson(read) != text) std::abort();
    } catch (const Error&) {
    }
}

/// Any line is a request that comes back from its text form, nothing, or an Error.
inline void request(std::string_view line) {
    try {
        const auto read = document::parseRequest(line);
        if (read && document::parseRequest(document::textForm(*read)) != read) std::abort();
    } catch (const Error&) {
    }
}

}  // namespace retrace::fuzz
