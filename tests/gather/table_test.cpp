#include "gather/table.hpp"

#include "built.hpp"
#include "geo/error.hpp"

namespace retrace::gather {
namespace {

class Tables : public Built {
protected:
    std::string errorOf(const std::string& bytes, const std::string& columns = {}) {
        try {
            (void)build({write("t.csv", bytes)}, {}, {}, columns);
        } catch (const Error& e) {
            return e.what();
        }
        return "";
    }
};

TEST_F(Tables, tellTheirColumnsByTheHeader) {
    write("towns.csv",
          "\xEF\xBB\xBFid,name,name_ar,variants,type,lat,lon,country,region,population,geonameid,wikidata\r\n"
          "7,Qusayr,القصير,\"Kusseir|Al Qusayr\",town,34.5,36.6,sy,Homs,30000,169,Q12\r\n");
    EXPECT_EQ(build({path("towns.csv")}).taken, 1U);
    const geo::Place town = place("user:towns:7");
    EXPECT_EQ(town.name_ar, "القصير");
    EXPECT_EQ(town.type, "town");
    EXPECT_EQ(town.country, "SY");
    EXPECT_EQ(town.region, "Homs");
    EXPECT_EQ(town.sameAs, (std::vector<std::string>{"gn:169", "wd:Q12"}));
    EXPECT_EQ(best("Kusseir"), "user:towns:7");
    EXPECT_EQ(place("gn:169").id, "user:towns:7");
}

TEST_F(Tables, ofWikidataGiveItsIdsAndPoints) {
    write("query.csv",
          "item,itemLabel,coord,itemAltLabel\n"
          "http://www.wikidata.org/entity/Q77,Tall Marj,Point(36.7 34.6),\"Tell Marj, Marj Hill\"\n"
          "http://www.wikidata.org/entity/Q78,No Point,,\n");
    const Report report = build({path("query.csv")});
    EXPECT_EQ(report.taken, 1U);
    EXPECT_NEAR(place("wd:Q77").where.at.lon, 36.7, 1e-6);
    EXPECT_EQ(best("Marj Hill"), "wd:Q77");
    EXPECT_EQ(reasons(report), Reasons{"1 has no position that can be read (query.csv:3)"});
}

TEST_F(Tables, ofLinkedPlacesAreTables) {
    write("lp.tsv",
          "id\ttitle\ttitle_source\tstart\tccodes\tmatches\tvariants\ttypes\tlon\tlat\tgeowkt\n"
          "p1\tMarqab\tmaps\t1100\tSY\tgn:55;wd:Q5\tMargat;Qalaat al-Marqab\tcastle\t35.95\t35.15\t\n"
          "p2\tLand\tmaps\t\tSY\t\t\tregion\t\t\tPOLYGON((36 34,37 34,37 35,36 35,36 34))\n");
    EXPECT_EQ(build({path("lp.tsv")}).taken, 2U);
    EXPECT_EQ(best("Margat"), "user:lp:p1");
    EXPECT_EQ(place("wd:Q5").type, "building");
    EXPECT_NEAR(place("user:lp:p2").where.at.lat, 34.5, 0.01);
    EXPECT_NEAR(place("user:lp:p2").where.radius_m, 57'000, 1'500) << "a disc as large as the area";
}

TEST_F(Tables, takeSemicolonsAndDecimalCommas) {
    write("orte.csv", "Name;Breite;Länge\n\"Tall; Marj\";34,5;36,6\n");
    EXPECT_EQ(build({path("orte.csv")}, {}, {}, "lat=Breite,lon=Länge").taken, 1U);
    EXPECT_EQ(best("Tall; Marj"), "user:tall-marj@34.5000,36.6000");
}

TEST_F(Tables, giveRowsWithoutIdsTheSameIdInEveryBuild) {
    write("a.csv", "name,lat,lon\nMarj,34.5,36.6\nHisya,34.4,36.7\n");
    write("b.csv", "name,lat,lon\nHisya,34.4,36.7\n");
    (void)build({path("a.csv"), path("b.csv")});
    EXPECT_EQ(best("Hisya"), "user:hisya@34.4000,36.7000");
    EXPECT_EQ(build({path("a.csv"), path("b.csv")}).counts.places, 2U);
}

TEST_F(Tables, sayWhatIsMissing) {
    EXPECT_NE(errorOf("a,b\n1,2\n").find("a name (a, b); say which with --columns"), std::string::npos);
    EXPECT_NE(errorOf("name,b\n1,2\n").find("a position"), std::string::npos);
    EXPECT_NE(errorOf("name,lat,lon\n", "name=Titel").find("no column \"Titel\""), std::string::npos);
    EXPECT_NE(errorOf("name,lat,lon\n", "nom=name").find("WHAT one of id, name"), std::string::npos);
    EXPECT_NE(errorOf("\"name,lat,lon\nA,1,2\n").find("t.csv:1 opens a quotation mark"), std::string::npos);
}

TEST_F(Tables, refuseBadRowsAndTakeTheOthers) {
    write("t.csv",
          "name,lat,lon\nGood,34,36\nNaN,nan,36\nInf,inf,36\nFar,34,236\nLong,34,36,1,2\n,34,36\n"
          "Ctrl\x01,34,36\nAlso good,34.1,36\nNull,0,0\n");
    const Report report = build({path("t.csv")});
    EXPECT_EQ(report.taken, 2U);
    EXPECT_EQ(reasons(report),
              (Reasons{"2 has no position that can be read (t.csv:3)",
                       "1 has a name that is none (control characters, no letters, too long) (t.csv:8)",
                       "1 has more cells than the header (t.csv:6)", "1 has no name (t.csv:7)",
                       "1 lies at 0, 0, which lists write where they know no position (t.csv:10)",
                       "1 lies nowhere on Earth; give lon -180..180 and lat -90..90 (t.csv:5)"}));
}

TEST_F(Tables, thatGiveNothingLeaveTheOldFile) {
    write("built.gpkg", "the old one");
    write("t.csv", "name,lat,lon\nA,95,36\n");
    EXPECT_EQ(build({path("t.csv")}).taken, 0U);
    EXPECT_EQ(std::filesystem::file_size(path("built.gpkg")), 11U);
    EXPECT_THROW((void)build({write("u.csv", "name,lat\n")}), Error);
    EXPECT_EQ(std::filesystem::file_size(path("built.gpkg")), 11U);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& each : std::filesystem::directory_iterator(folder_)) ++files;
    EXPECT_EQ(files, 3U) << "something half built is left";
}

TEST_F(Tables, ofArabicNamesShowALatinOneWhereTheyHaveIt) {
    write("t.csv",
          "id,name,names,lat,lon\n1,حلب,Alep|Aleppo|Halab|Haleb|Alepo|Алеппо|HLB,36.2,37.1\n2,الشيحة,,35.1,"
          "36.6\n");
    EXPECT_EQ(build({path("t.csv")}).taken, 2U);
    EXPECT_EQ(place("user:t:1").name, "Aleppo");
    EXPECT_EQ(place("user:t:1").name_ar, "حلب");
    EXPECT_EQ(best("حلب"), "user:t:1");
    EXPECT_EQ(place("user:t:2").name, "الشيحة");
}

TEST(KnownIds, areToldFromAddresses) {
    EXPECT_EQ(knownId("http://www.wikidata.org/entity/Q42"), "wd:Q42");
    EXPECT_EQ(knownId("Q42"), "wd:Q42");
    EXPECT_EQ(knownId("https://sws.geonames.org/170063/"), "gn:170063");
    EXPECT_EQ(knownId("gn:170063"), "gn:170063");
    EXPECT_EQ(knownId("geonames:170063"), "gn:170063");
    EXPECT_EQ(knownId("https://spelunker.whosonfirst.org/id/85678363"), "wof:85678363");
    EXPECT_EQ(knownId("https://example.org/Q42"), "");
    EXPECT_EQ(knownId("17"), "");
}

TEST(ReportText, saysWhatCameOfIt) {
    Report report{.taken = 12345,
                  .leftOut = 1,
                  .refused = {{"has no name", 2, "a.csv:3"}},
                  .counts = {12345, 12000, 1, 0}};
    EXPECT_EQ(reportText(report),
              "12,345 rows taken: 12,000 places, 1 name\n1 row left out: not wanted, or no place\n"
              "2 rows refused:\n    2 rows, the first at a.csv:3: has no name\n");
}

}  // namespace
}  // namespace retrace::gather
