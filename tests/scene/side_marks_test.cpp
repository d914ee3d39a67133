#include "fixture.hpp"

#include "scene/framing.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace retrace::scene {
namespace {

using namespace fixture;

// The words beside the marks when the first claim of the march has become `claim`.
std::vector<std::string> wordsOf(const model::ControlClaim& claim) {
    auto r = march();
    r.claims = {claim};
    View v = view();
    v.camera = overview(r, v);
    std::vector<std::string> words;
    for (const Label& label : sceneOf(r, claim.at, v).labels)
        if (label.tag.kind == Tag::Kind::claim) words.push_back(label.text);
    return words;
}

bool anyBegins(const std::vector<std::string>& words, const std::string& start) {
    return std::ranges::any_of(words, [&](const auto& text) { return text.starts_with(start); });
}

TEST(SideMarks, WhatIsGivenUpToNobodyNamedSaysSo) {
    auto claim = march().claims[0];
    EXPECT_TRUE(anyBegins(wordsOf(claim), "coast guard"));
    claim.side.clear();
    EXPECT_TRUE(anyBegins(wordsOf(claim), "holder not stated"));
    claim.givenUp = true;
    EXPECT_TRUE(anyBegins(wordsOf(claim), "given up"));
    EXPECT_FALSE(anyBegins(wordsOf(claim), "holder not stated"));
}

}  // namespace
}  // namespace retrace::scene
