#include <gtest/gtest.h>

#include <random>
#include <set>

#include "document/verbs.hpp"
#include "fixture.hpp"

namespace retrace::document {

TEST(Verbs, AreDeclaredOnce) {
    std::set<std::string> names, keys;
    for (const VerbDeclaration& verb : verbs()) {
        EXPECT_TRUE(names.insert(verb.name).second) << verb.name;
        if (!verb.key.empty()) {
            EXPECT_TRUE(keys.insert(verb.key).second) << verb.key;
        }
        EXPECT_EQ(verb.help.back(), '.') << verb.name;
    }
}

TEST(Request, ReadsALine) {
    const auto request =
        parseRequest(R"(  choose-place day.txt:3-9 gn:12 reason="a \"mill\" \\ #1" all=no  # why not)");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->verb, "choose-place");
    EXPECT_EQ(request->positional, (std::vector<std::string>{"day.txt:3-9", "gn:12"}));
    EXPECT_EQ(request->named.at("reason"), R"(a "mill" \ #1)");
    EXPECT_EQ(request->named.at("all"), "no");
    EXPECT_FALSE(parseRequest(""));
    EXPECT_FALSE(parseRequest("   # only a comment"));
    EXPECT_EQ(parseRequest("search \"\"")->positional, std::vector<std::string>{""});
}

TEST(Request, SaysWhichWordIsWrong) {
    const auto message = [](const char* line) { return messageOf([&] { (void)parseRequest(line); }); };
    EXPECT_NE(message("fly 3").find("'fly' is no verb"), std::string::npos);
    EXPECT_NE(message("choose-place 1-2").find("words are missing; write: choose-place QUOTE"),
              std::string::npos);
    EXPECT_NE(message("play now").find("'now' is one word too many"), std::string::npos);
    EXPECT_NE(message("seek 3 speed=2").find("'speed='"), std::string::npos);
    EXPECT_NE(message("set-title \"open").find("never closes"), std::string::npos);
    EXPECT_NE(message("set-title \"a\"b").find("more letters"), std::string::npos);
    EXPECT_NE(message("ignore-mention 1-2 all=no all=yes").find("twice"), std::string::npos);
    EXPECT_NE(message("seek=3").find("no verb"), std::string::npos);
}

// Any words, blanks, marks and line ends included, come back from their text form.
TEST(Request, ComesBackFromItsTextForm) {
    std::mt19937 random(20240607);
    const std::vector<std::string> pieces = {"a", "\"", "\\", " ", "\n", "\t",     "\r",     "#",
                                             "=", "n",  "-",  ":", "9",  "\u00e9", "\u062d", "x=y"};
    const auto word = [&] {
        std::string text;
        for (auto n = random() % 7; n > 0; --n) text += pieces[random() % pieces.size()];
        return text;
    };
    const std::vector<std::string> names = {"certainty", "reason", "all", "radius", "name"};
    for (int i = 0; i < 20000; ++i) {
        Request request{"choose-point", {word(), word(), word()}, {}};
        for (const std::string& name : names) {
            if (random() % 2 == 0) request.named[name] = word();
        }
        const std::string line = textForm(request);
        ASSERT_EQ(line.find('\n'), std::string::npos);
        const auto back = parseRequest(line);
        ASSERT_TRUE(back) << line;
        ASSERT_EQ(*back, request) << line;
    }
}

}  // namespace retrace::document
