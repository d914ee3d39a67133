#include "document/csv.hpp"
#include "fixture.hpp"

namespace retrace::document {
namespace {

std::vector<model::RecordRow> rowsOf(const std::string& csv) {
    const Folder folder;
    return readRecord(folder.write("r.csv", csv));
}

std::string refusal(const std::string& csv) {
    return messageOf([&] { (void)rowsOf(csv); });
}

}  // namespace

TEST(Csv, ReadsQuotesAndEveryLineEnd) {
    const auto rows = parseCsv(
        "\xEF\xBB\xBF"
        "a,\"b \"\"c\"\", d\"\r\n\n\"two\r\nlines\",\rx,y",
        ',', "t");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].cells, (std::vector<std::string>{"a", "b \"c\", d"}));
    EXPECT_EQ(rows[1].cells, (std::vector<std::string>{"two\r\nlines", ""}));
    EXPECT_EQ(rows[1].line, 3u);
    EXPECT_EQ(rows[2].cells, (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ(rows[2].line, 5u);
    EXPECT_TRUE(parseCsv("", ',', "t").empty());
    EXPECT_NE(messageOf([] { (void)parseCsv("a\n\"b", ',', "t"); }).find("t, line 2"), std::string::npos);
}

TEST(Csv, FindsTheSeparator) {
    EXPECT_EQ(separatorOf("a;b,c;d\n,,,,"), ';');
    EXPECT_EQ(separatorOf("\"a;b;c\",d\n"), ',');
    EXPECT_EQ(separatorOf("a\tb\n"), '\t');
    EXPECT_EQ(separatorOf("a"), ',');
}

TEST(Record, ReadsItsColumnsByName) {
    const auto rows = rowsOf(
        "note,lon,lat,Place,to_side,from_side,latest_utc,earliest_utc,source,confidence,extra\n"
        "coords approx,36.5,35.25,\"Mora, old town\",B,A,2024-12-05T06:30Z,2024-12-04T09:00Z,a paper,high,x\n"
        "the date is from memory,36,35,Lund,B,A,,,,,\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].row, 2u);
    EXPECT_EQ(rows[0].place, "Mora, old town");
    EXPECT_EQ(rows[0].fromSide, "A");
    EXPECT_EQ(rows[0].toSide, "B");
    EXPECT_EQ(rows[0].source, "a paper");
    EXPECT_EQ(rows[0].confidence, "high");
    EXPECT_EQ(rows[0].where, (geo::Whereabouts{{36.5, 35.25}, 3000}));
    EXPECT_EQ(rows[0].when.earliest, timeline::toInstant({{2024, 12, 4}, 540, 0}, "+00:00"));
    EXPECT_EQ(rows[0].when.latest, timeline::toInstant({{2024, 12, 5}, 390, 0}, "+00:00"));
    EXPECT_EQ(rows[0].when.origins, std::vector<timeline::Origin>{timeline::Origin::record});
    EXPECT_EQ(rows[1].where.radius_m, 1000);
    EXPECT_FALSE(rows[1].when.earliest);
}

TEST(Record, ReadsSemicolonsWithDecimalCommas) {
    const auto rows = rowsOf("place;lat;lon\r\nMora;61,0;14,5\r\n");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].where.at, (geo::LonLat{14.5, 61}));
}

TEST(Record, NamesTheLineThatIsWrong) {
    EXPECT_NE(refusal("").find("empty"), std::string::npos);
    EXPECT_NE(refusal("place,lat\nx,1\n").find("no column 'lon'"), std::string::npos);
    EXPECT_NE(refusal("place,lat,lon\nx,1,2\ny,95,2\n").find("line 3: lat is '95'"), std::string::npos);
    EXPECT_NE(refusal("place,lat,lon\nx,,2\n").find("line 2: lat"), std::string::npos);
    EXPECT_NE(refusal("place,lat,lon\n,1,2\n").find("line 2: no place"), std::string::npos);
    const std::string header = "place,lat,lon,earliest_utc,latest_utc\n";
    EXPECT_NE(refusal(header + "x,1,2,soon,\n").find("earliest_utc is 'soon'"), std::string::npos);
    EXPECT_NE(refusal(header + "x,1,2,2024-12-05T06:30Z,2024-12-04T06:30Z\n").find("before"),
              std::string::npos);
}

}  // namespace retrace::document
