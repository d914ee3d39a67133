#pragma once

#include <gtest/gtest.h>

#include "evaluate/judge.hpp"

namespace retrace::evaluate {

inline geo::Candidate candidate(const std::string& name, double lon, double lat, long population = 0) {
    geo::Candidate c;
    c.place.id = std::string("t:").append(name);
    c.place.name = name;
    c.place.where = {{lon, lat}, 500};
    c.place.population = population;
    return c;
}

/// A mention at [begin, end), placed at the candidate of that number (0: left open).
inline Found found(std::size_t begin, std::size_t end, std::vector<geo::Candidate> candidates = {},
                   std::size_t chosen = 0, double confidence = 0.9, bool literal = true) {
    Found f;
    f.mention.mention.quote = {"t.txt", begin, end};
    f.mention.mention.surface = std::string(1, 'x');
    f.mention.mention.literal = literal;
    if (chosen > 0) f.mention.place = candidates.at(chosen - 1).place;
    f.mention.confidence = chosen > 0 ? confidence : 0;
    f.mention.candidates = f.listed = std::move(candidates);
    return f;
}

inline Expected expected(std::size_t begin, std::size_t end,
                         std::optional<geo::LonLat> at = geo::LonLat{10, 50}) {
    Expected e{
        .begin = begin, .end = end, .surface = std::string(1, 'x'), .name = std::string(1, 'X'), .at = at};
    e.listed = at.has_value();
    return e;
}

}  // namespace retrace::evaluate
