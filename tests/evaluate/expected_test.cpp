#include "evaluate/expected.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>

namespace retrace::evaluate {
namespace {

//                          0         1         2         3
//                          0123456789012345678901234567890123456789
const std::string words = "We left Tell Šimal and walked to\nOber Mür.";

text::Source source() {
    return text::readSource("t.txt", words);
}

std::vector<Expected> read(const std::string& csv) {
    return expectedOf(document::parseCsv(csv, ',', "t.csv"), "t.csv", source());
}

std::string refusal(const std::string& csv) {
    try {
        (void)read(csv);
    } catch (const Error& e) {
        return e.what();
    }
    return "nothing refused";
}

TEST(ExpectedTable, TheShortLayout) {
    const auto rows = read(
        "start,end,surface,name,lat,lon,tolerance_km,literal,in_gazetteer,note\n"
        "8,18,Tell Šimal,Tall Shimal,35.5,36.25,7,1,yes,\"Alarm: not there\"\n"
        "33,41,Ober Mür,,,,,0,no,a river\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].name, "Tall Shimal");
    EXPECT_EQ(rows[0].at, (geo::LonLat{36.25, 35.5}));
    EXPECT_EQ(rows[0].tolerance_km, 7);
    EXPECT_TRUE(rows[0].literal && rows[0].listed && !rows[0].repeats);
    EXPECT_FALSE(rows[1].literal || rows[1].listed || rows[1].at);
    EXPECT_EQ(rows[1].tolerance_km, 5);
    EXPECT_EQ(rows[1].line, 3U);
    EXPECT_TRUE(rows[0].alarm);
    EXPECT_FALSE(rows[1].alarm);
}

TEST(ExpectedTable, TheLongLayoutInAnyOrder) {
    const auto rows = read(
        "paragraph,canonical,Char_End,char_start,surface,role_code,lon,lat,repeat_of,literal,tolerance_km\n"
        "1,Mur,41,33,Ober Mür,stop,15.1,47.2,4,1,3\n"
        "1,Shimal,18,8,Tell  Šimal,stop,15.1,47.2,,1,3\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_TRUE(rows[0].repeats);
    EXPECT_FALSE(rows[1].repeats);
    EXPECT_EQ(rows[1].begin, 8U);
    EXPECT_TRUE(rows[1].listed);
}

TEST(ExpectedTable, SaysWhatIsWrongAndWhere) {
    const std::string header = "start,end,surface,lat,lon,tolerance_km,literal\n";
    EXPECT_NE(refusal("start,surface,lat,lon\n").find("t.csv: no column 'end'"), std::string::npos);
    EXPECT_NE(refusal(header + "8,18,Tell Simal,1,2,5,1\n")
                  .find("line 2: the table has \"Tell Simal\" and the text"),
              std::string::npos);
    EXPECT_NE(refusal(header + "x,18,Tell Šimal,1,2,5,1\n").find("line 2: start is 'x'"), std::string::npos);
    EXPECT_NE(refusal(header + "8,18,Tell Šimal,91,2,5,1\n").find("lat is '91'"), std::string::npos);
    EXPECT_NE(refusal(header + "8,18,Tell Šimal,nan,2,5,1\n").find("lat is 'nan'"), std::string::npos);
    EXPECT_NE(refusal(header + "8,18,Tell Šimal,1,,5,1\n").find("both lat and lon"), std::string::npos);
    EXPECT_NE(refusal(header + "8,18,Tell Šimal,1,2,0,1\n").find("tolerance_km is '0'"), std::string::npos);
    EXPECT_NE(refusal(header + "8,18,Tell Šimal,1,2,5,maybe\n").find("literal is 'maybe'"),
              std::string::npos);
    EXPECT_NE(refusal(header + "18,8,Tell Šimal,1,2,5,1\n").find("is empty"), std::string::npos);
    EXPECT_NE(refusal(header + "8,18000,Tell Šimal,1,2,5,1\n").find("beyond the text"), std::string::npos);
    EXPECT_NE(refusal(header + "8\n").find("line 2: end is ''"), std::string::npos);
    EXPECT_NE(refusal("").find("t.csv is empty"), std::string::npos);
}

TEST(LookalikeTable, EndsWithItsWords) {
    const auto likes = lookalikesOf(
        document::parseCsv("start,surface,kind\n8,Tell Šimal,a horse\n", ',', "l.csv"), "l.csv", source());
    ASSERT_EQ(likes.size(), 1U);
    EXPECT_EQ(likes[0], (Lookalike{8, 18, "Tell Šimal", "a horse"}));
}

TEST(LookalikeTable, TheOtherLayoutAndAWrongText) {
    const auto likes =
        lookalikesOf(document::parseCsv("paragraph,start,surface,note\n1,33,Ober,a name\n", ',', "l.csv"),
                     "l.csv", source());
    EXPECT_EQ(likes.at(0).kind, "a name");
    EXPECT_THROW(
        (void)lookalikesOf(document::parseCsv("start,surface\n34,Ober\n", ',', "l.csv"), "l.csv", source()),
        Error);
}

}  // namespace
}  // namespace retrace::evaluate
