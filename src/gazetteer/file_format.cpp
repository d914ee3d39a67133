#include "gazetteer/file_format.hpp"

#include <bit>
#include <cstdint>
#include <cstring>

namespace retrace::gazetteer {

namespace {

constexpr PointBlob emptyPoint{'G', 'P', 0, 1, static_cast<char>(0xE6), 0x10, 0, 0, 1, 1, 0, 0, 0};
constexpr std::size_t lonAt = 13, latAt = 21;

// Little-endian, as the flags say.
void putDouble(PointBlob& blob, std::size_t at, double value) {
    auto bits = std::bit_cast<std::uint64_t>(value);
    for (std::size_t i = 0; i < 8; ++i, bits >>= 8) blob[at + i] = static_cast<char>(bits & 0xFF);
}

double getDouble(std::string_view blob, std::size_t at) {
    std::uint64_t bits = 0;
    for (std::size_t i = 8; i-- > 0;) bits = bits << 8 | static_cast<unsigned char>(blob[at + i]);
    return std::bit_cast<double>(bits);
}

}  // namespace

PointBlob pointBlob(const geo::LonLat& at) {
    PointBlob blob = emptyPoint;
    putDouble(blob, lonAt, at.lon);
    putDouble(blob, latAt, at.lat);
    return blob;
}

bool readPoint(std::string_view blob, geo::LonLat& at) {
    if (blob.size() != emptyPoint.size() || std::memcmp(blob.data(), emptyPoint.data(), lonAt) != 0)
        return false;
    at = {getDouble(blob, lonAt), getDouble(blob, latAt)};
    return at.lon >= -180 && at.lon <= 180 && at.lat >= -90 && at.lat <= 90;
}

std::string_view geoPackageTables() {
    return R"(
CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
    description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
    ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,'
     || '298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
     || 'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
     || 'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
     'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
CREATE TABLE gpkg_contents(table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
    description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE,
    max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns(table_name TEXT NOT NULL, column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name));
INSERT INTO gpkg_contents VALUES
    ('place', 'features', 'places', 'places and their names', '2000-01-01T00:00:00.000Z', NULL, NULL, NULL, NULL,
     4326),
    ('meta', 'attributes', 'about', 'origin, licence, counts', '2000-01-01T00:00:00.000Z', NULL, NULL, NULL, NULL,
     NULL);
INSERT INTO gpkg_geometry_columns VALUES('place', 'geom', 'POINT', 4326, 0, 0);
)";
}

}  // namespace retrace::gazetteer
