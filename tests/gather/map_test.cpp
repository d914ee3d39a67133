#include "gather/map.hpp"

#include <gdal_frmts.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include "built.hpp"
#include "gather/osm_tags.hpp"
#include "geo/error.hpp"

namespace retrace::gather {
namespace {

class Maps : public Built {
protected:
    /// Writes a layer `places` with text fields; every row is WKT, then the fields' values.
    void shape(const std::string& name, const char* driver, int epsg, const std::vector<std::string>& fields,
               const std::vector<std::vector<std::string>>& rows) {
        RegisterOGRGeoPackage();
        RegisterOGRShape();
        GDALDataset* file = GetGDALDriverManager()->GetDriverByName(driver)->Create(path(name).c_str(), 0, 0,
                                                                                    0, GDT_Unknown, nullptr);
        OGRSpatialReference reference;
        reference.importFromEPSG(epsg);
        reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        OGRLayer* layer = file->CreateLayer("places", &reference, wkbUnknown);
        for (const std::string& field : fields) {
            OGRFieldDefn definition(field.c_str(), OFTString);
            (void)layer->CreateField(&definition);
        }
        for (const auto& row : rows) {
            OGRFeature feature(layer->GetLayerDefn());
            OGRGeometry* geometry = nullptr;
            OGRGeometryFactory::createFromWkt(row[0].c_str(), nullptr, &geometry);
            feature.SetGeometryDirectly(geometry);
            for (std::size_t i = 1; i < row.size(); ++i)
                feature.SetField(fields[i - 1].c_str(), row[i].c_str());
            ASSERT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
        }
        GDALClose(file);
    }
};

TEST_F(Maps, areReadByTheirFieldsInAnyCoordinateSystem) {
    shape("utm.gpkg", "GPKG", 32637, {"name", "name_fr", "type"},
          {{"POINT(277000 3848000)", "Hisya", "Hassia", "town"}, {"POINT EMPTY", "Nowhere", "", ""}});
    const Report report = build({path("utm.gpkg")});
    EXPECT_EQ(report.taken, 1U);
    EXPECT_EQ(reasons(report), Reasons{"1 has no position that can be read (utm.gpkg:2)"});
    const std::string id = best("Hassia");
    EXPECT_NEAR(place(id).where.at.lat, 34.75, 0.02);
    EXPECT_NEAR(place(id).where.at.lon, 36.56, 0.02);
    EXPECT_EQ(place(id).type, "town");
}

TEST_F(Maps, areasBecomeDiscsAsLarge) {
    shape("areas.gpkg", "GPKG", 4326, {"name"}, {{"POLYGON((36 0,37 0,37 1,36 1,36 0))", "Square"}});
    EXPECT_EQ(build({path("areas.gpkg|places")}).taken, 1U);
    const geo::Place square = place(best("Square"));
    EXPECT_NEAR(square.where.radius_m, 62'700, 300);
    EXPECT_TRUE(geo::contains({36, 0, 37, 1}, square.where.at));
    EXPECT_THROW((void)build({path("areas.gpkg|streets")}), Error);
}

TEST_F(Maps, ofGeoJsonAndKmlAreMapsToo) {
    write(
        "p.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Marj","population":7000,"place":"town"},
        "geometry":{"type":"Point","coordinates":[36.7,34.6]}}]})");
    EXPECT_EQ(build({path("p.geojson")}).taken, 1U);
    EXPECT_EQ(place(best("Marj")).type, "town");
    EXPECT_EQ(place(best("Marj")).population, 7000);
    EXPECT_THROW((void)build({write("cut.geojson", R"({"type":"FeatureCollection","features":[{"ty)")}),
                 Error);
    EXPECT_THROW((void)build({write("v.vrt", "<OGRVRTDataSource></OGRVRTDataSource>")}), Error);
    EXPECT_THROW(
        (void)build({write("n.geojson",
                           R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},
        "geometry":{"type":"Point","coordinates":[36.7,34.6]}}]})")}),
        Error);
}

TEST_F(Maps, ofOpenStreetMapGiveNamedPlaces) {
    write("x.osm", R"(<?xml version="1.0"?><osm version="0.6">
<node id="1" lat="34.6" lon="36.7" version="1"><tag k="place" v="town"/><tag k="name" v="القصير"/><tag k="name:en" v="Qusayr"/><tag k="name:ar" v="القصير"/><tag k="alt_name" v="Kusseir;El Quseir"/><tag k="wikidata" v="Q12"/><tag k="population" v="30000"/></node>
<node id="2" lat="34.6" lon="36.8" version="1"><tag k="natural" v="peak"/><tag k="name" v="Jabal Marj"/></node>
<node id="3" lat="34.6" lon="36.9" version="1"><tag k="shop" v="bakery"/><tag k="name" v="Furn"/></node>
<node id="4" lat="34.5" lon="36.5" version="1"/><node id="5" lat="34.5" lon="36.6" version="1"/><node id="6" lat="34.6" lon="36.6" version="1"/>
<way id="9" version="1"><nd ref="4"/><nd ref="5"/><nd ref="6"/><nd ref="4"/><tag k="aeroway" v="aerodrome"/><tag k="name" v="Dabaa"/></way></osm>)");
    const Report report = build({path("x.osm")});
    EXPECT_EQ(report.taken, 3U);
    const geo::Place town = place("osm:n1");
    EXPECT_EQ(town.name, "Qusayr");
    EXPECT_EQ(town.name_ar, "القصير");
    EXPECT_EQ(town.type, "town");
    EXPECT_EQ(town.sameAs, std::vector<std::string>{"wd:Q12"});
    EXPECT_EQ(best("El Quseir"), "osm:n1");
    EXPECT_EQ(place("osm:n2").type, "mountain");
    EXPECT_EQ(place("osm:w9").type, "airfield");
    EXPECT_EQ(best("Furn"), "");
}

TEST_F(Maps, extractsOfWhosOnFirstHaveItsIds) {
    const std::string geodata = std::string(RETRACE_TESTS) + "/../../shared/geodata/wof_syria.gpkg";
    if (!std::filesystem::exists(geodata)) GTEST_SKIP() << geodata << " is not here";
    const Report report = build({geodata});
    EXPECT_EQ(report.taken, 10'658U);
    EXPECT_TRUE(report.refused.empty());
    const geo::Place homs = place("gn:169577");
    EXPECT_EQ(homs.id, "wof:421168647");
    EXPECT_EQ(homs.region, "Homs");
    EXPECT_EQ(homs.type, "city");
    EXPECT_EQ(place("wof:85678367").type, "governorate");
}

TEST(OsmTags, areCutFromTheirText) {
    EXPECT_EQ(tagsOf(R"("a"=>"b","c:d"=>"e \"f\" \\","g"=>"")"),
              (Tags{{"a", "b"}, {"c:d", "e \"f\" \\"}, {"g", ""}}));
    EXPECT_TRUE(tagsOf("").empty());
    EXPECT_TRUE(tagsOf("\"a").empty());
    (void)tagsOf(R"("a"=>"b\)");
}

}  // namespace
}  // namespace retrace::gather
