#pragma once

// A reading as short lines that a person can compare.

#include "text/reading.hpp"

#include <string>
#include <vector>

namespace retrace::text {

/// "move executed narrator seen | origin A, stop B", with "parallel", "earlier", "again" where they hold.
[[nodiscard]] inline std::vector<std::string> told(const Reading& reading) {
    std::vector<std::string> out;
    for (const Statement& s : reading.statements) {
        std::string line = s.kind + ' ' + nameOf(s.status) + ' ' + nameOf(s.presence) + ' ' + nameOf(s.voice);
        if (s.parallel) line += " parallel";
        if (s.toldEarlier) line += " earlier";
        if (s.sameStopAgain) line += " again";
        std::string places;
        for (const auto& p : s.places)
            places +=
                (places.empty() ? " | " : ", ") + nameOf(p.role) + ' ' + reading.mentions[p.mention].name;
        out.push_back(line + places);
    }
    return out;
}

/// The executed stops in order of telling, what was told as earlier first.
[[nodiscard]] inline std::vector<std::string> chainOf(const Reading& reading) {
    std::vector<std::string> out;
    for (const bool earlier : {true, false})
        for (const Statement& s : reading.statements)
            for (const auto& p : s.places)
                if (s.toldEarlier == earlier && s.status == Status::executed && p.role == Role::stop)
                    out.push_back(reading.mentions[p.mention].name);
    return out;
}

[[nodiscard]] inline Reading readWords(const std::string& text, const NameLookup& lookup = {}) {
    return read(readSource("t", text), lookup);
}

}  // namespace retrace::text
