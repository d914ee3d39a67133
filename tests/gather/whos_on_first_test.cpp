#include "gather/whos_on_first.hpp"

#include "built.hpp"
#include "gazetteer/sqlite.hpp"
#include "geo/error.hpp"

namespace retrace::gather {
namespace {

std::string record(const std::string& id, const std::string& name, const std::string& more,
                   const std::string& placetype = "locality") {
    return R"({"id":)" + id + R"(,"type":"Feature","properties":{"wof:id":)" + id + R"(,"wof:name":")" +
           name + R"(","wof:placetype":")" + placetype +
           R"(","wof:country":"SY","geom:latitude":34.5,"geom:longitude":36.6)" + more +
           R"(},"geometry":{"type":"Point","coordinates":[36.6,34.5]}})";
}

const std::string full = R"(,"mz:is_current":-1,"wof:population":30000,"name:ara_x_preferred":["القصير"],
  "name:eng_x_variant":["Kusseir"],"wof:concordances":{"gn:id":169,"wd:id":"Q12","fb:id":"en.x"},
  "wof:superseded_by":[],"edtf:deprecated":"","wof:hierarchy":[{"region_id":85678367,"country_id":1}])";

class WhosOnFirst : public Built {
protected:
    void database(const std::string& name, const std::string& sql) {
        gazetteer::Database::create(path(name)).run(sql);
    }
    void expectQusayr() {
        const geo::Place town = place("wof:101");
        EXPECT_EQ(town.name, "Qusayr");
        EXPECT_EQ(town.name_ar, "القصير");
        EXPECT_EQ(town.country, "SY");
        EXPECT_EQ(town.region, "Homs");
        EXPECT_EQ(town.sameAs, (std::vector<std::string>{"gn:169", "wd:Q12"}));
        EXPECT_EQ(best("Kusseir"), "wof:101");
    }
};

TEST_F(WhosOnFirst, foldersAreGoneThrough) {
    write("data/101/101.geojson", record("101", "Qusayr", full));
    write("data/101/101-alt-quattroshapes.geojson", record("101", "Other", ""));
    write("data/856/783/67/85678367.geojson", record("85678367", "Homs", "", "region"));
    write("data/103/103.geojson", record("103", "Cut", "").substr(0, 90));
    write("data/readme.md", "no record");
    const Report report = build({path("data")});
    EXPECT_EQ(report.taken, 2U);
    expectQusayr();
    EXPECT_EQ(place("wof:101").type, "town");
    EXPECT_EQ(place("wof:101").population, 30000);
    EXPECT_EQ(place("wof:85678367").type, "governorate");
    EXPECT_EQ(reasons(report),
              Reasons{"1 is where the file ends before its record does; fetch it again (103.geojson:1)"});
}

TEST_F(WhosOnFirst, rowsThatAreNoLongerAreRefused) {
    write("w.geojson", R"({"type":"FeatureCollection","features":[)" +
                           record("1", "Now", R"(,"mz:is_current":1,"edtf:cessation":"uuuu")") + "," +
                           record("2", "Then", R"(,"mz:is_current":0)") + "," +
                           record("3", "Replaced", R"(,"wof:superseded_by":[1])") + "," +
                           record("4", "Dropped", R"(,"edtf:deprecated":"2019-01-01")") + "," +
                           record("5", "Ended", R"(,"edtf:cessation":"1967-06-05")") +
                           R"(,{"properties":{}}]})");
    const Report report = build({path("w.geojson")});
    EXPECT_EQ(report.taken, 1U);
    EXPECT_EQ(reasons(report),
              (Reasons{"1 has ceased to exist (w.geojson:1)", "1 is deprecated (w.geojson:1)",
                       "1 is no record of Who's On First: it has no wof:id (w.geojson:1)",
                       "1 is not current (w.geojson:1)", "1 is superseded by another record (w.geojson:1)"}));
}

TEST_F(WhosOnFirst, databasesWithBodiesAreRead) {
    database("w.db",
             "CREATE TABLE geojson(id INTEGER, body TEXT, source TEXT, is_alt INTEGER);"
             "CREATE TABLE spr(id TEXT, name TEXT, placetype TEXT);"
             "INSERT INTO spr VALUES('85678367','Homs','region');"
             "INSERT INTO geojson VALUES(101,'" +
                 record("101", "Qusayr", full) +
                 "','',0);"
                 "INSERT INTO geojson VALUES(101,'" +
                 record("101", "Other", "") +
                 "','',1);"
                 "INSERT INTO geojson VALUES(102,'no json','',0);");
    const Report report = build({path("w.db")});
    EXPECT_EQ(report.taken, 1U);
    EXPECT_EQ(reasons(report), Reasons{"1 is no JSON object that can be read (w.db:102)"});
    expectQusayr();
}

TEST_F(WhosOnFirst, databasesOfTablesAreRead) {
    database(
        "w.db",
        "CREATE TABLE spr(id TEXT, name TEXT, placetype TEXT, country TEXT, latitude REAL, longitude REAL,"
        "is_current INTEGER, is_deprecated INTEGER, is_superseded INTEGER, is_ceased INTEGER);"
        "CREATE TABLE names(id INTEGER, language TEXT, name TEXT);"
        "CREATE TABLE concordances(id INTEGER, other_source TEXT, other_id TEXT);"
        "CREATE TABLE ancestors(id INTEGER, ancestor_id INTEGER, ancestor_placetype TEXT);"
        "INSERT INTO spr VALUES('101','Qusayr','locality','SY',34.5,36.6,-1,0,0,0);"
        "INSERT INTO spr VALUES('85678367','Homs','region','SY',34.5,38,1,0,0,0);"
        "INSERT INTO spr VALUES('104','Old','locality','SY',34.5,38,1,0,1,0);"
        "INSERT INTO names VALUES(101,'ara','القصير'),(101,'eng','Kusseir');"
        "INSERT INTO concordances VALUES(101,'gn:id','169'),(101,'wd:id','Q12'),(101,'gn:id','x');"
        "INSERT INTO ancestors VALUES(101,85678367,'region'),(101,1,'country');");
    const Report report = build({path("w.db")});
    EXPECT_EQ(report.taken, 2U);
    EXPECT_EQ(reasons(report), Reasons{"1 is superseded by another record (w.db:104)"});
    expectQusayr();
}

TEST_F(WhosOnFirst, otherDatabasesAreNone) {
    database("x.db", "CREATE TABLE other(id INTEGER)");
    EXPECT_THROW((void)sourcesOf(path("x.db"), {}), Error);
    EXPECT_THROW((void)build({path("x.db")}, Format::whosOnFirst), Error);
    database("y.db", "CREATE TABLE spr(id TEXT)");  // without its columns
    EXPECT_THROW((void)build({path("y.db")}), Error);
    write("z.db", std::string("SQLite format 3\0and no more", 28));
    EXPECT_THROW((void)sourcesOf(path("z.db"), {}), Error);
}

}  // namespace
}  // namespace retrace::gather
