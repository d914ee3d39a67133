#include "gazetteer/asked_name.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "gazetteer/gazetteer.hpp"

namespace retrace::gazetteer {

TEST(AskedName, NamesOfEveryScriptMayBeAsked) {
    for (const char* name :
         {"Homs", "\u062d\u0645\u0635", "Saint-\u00c9loi", "Y", "Hill 60", "\u5317\u4eac", "al-\u02bfAyn",
          "Tel\tAviv",
          "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu"})
        EXPECT_EQ(whyNoName(name), "") << name;
}

TEST(AskedName, WhatIsNoneIsToldInOneLine) {
    const std::string inside("a\0b", 3);
    for (const std::string& name :
         {std::string(), std::string("  "), std::string("-!?"), std::string("a\nb"), std::string("a\x1b[2J"),
          inside, std::string("\xff\xfe"), std::string("ab\xC3"), std::string(10'000, 'a')}) {
        const std::string why = whyNoName(name);
        EXPECT_FALSE(why.empty()) << name.substr(0, 20);
        EXPECT_EQ(why.find('\n'), std::string::npos);
        EXPECT_LT(why.size(), 150u);
    }
}

/// Bytes of any kind: an answer or a reason, never a crash, and never a slow search.
TEST(AskedName, NoiseIsAnsweredOrRefused) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const Gazetteer gazetteer({std::filesystem::path(RETRACE_DATA) / "gazetteer/retrace.gpkg"}, {});
    for (int i = 0; i < 300; ++i) {
        std::string noise;
        for (std::size_t n = random() % 40; n > 0; --n)
            noise += static_cast<char>(random() % (i % 2 == 0 ? 256 : 128));
        const std::string why = whyNoName(noise);
        ASSERT_EQ(why.find('\n'), std::string::npos);
        ASSERT_NO_THROW((void)gazetteer.search(noise, {})) << "search itself takes anything";
    }
}

}  // namespace retrace::gazetteer
