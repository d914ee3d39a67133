#pragma once

#include "document/verbs.hpp"
#include "geo/error.hpp"

#include <charconv>
#include <string>
#include <system_error>

namespace retrace::document {

/// The arguments of a request, each checked where it is asked for. What is wrong throws Error in one line that
/// names the verb, the argument and what to write.
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

}  // namespace retrace::document
