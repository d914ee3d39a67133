#include "app/own_places.hpp"

#include "app/data_folder.hpp"
#include "gather/gather.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace retrace::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* header = "id,name,name_ar,names,type,lat,lon,radius_m,country,region,origin";

/// As RFC 4180 wants it.
std::string cell(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    if (text.find_first_of(",\"\r") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    quoted += '"';
    return quoted;
}

std::string number(double value) {
    std::ostringstream out;
    out.precision(9);
    out << value;
    return out.str();
}

std::string rowOf(const geo::Place& place, const std::string& spelling, const std::string& origin) {
    std::string id = place.id;  // of a point it holds its name
    std::ranges::replace(id, ' ', '-');
    std::string row;
    for (const std::string& each :
         {id, place.name, place.name_ar, spelling, place.type, number(place.where.at.lat),
          number(place.where.at.lon), number(place.where.radius_m), place.country, place.region, origin})
        row.append(row.empty() ? "" : ",").append(cell(each));
    return row;
}

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    out.close();
    if (!out) throw Error(file.string() + " cannot be written; check the folder and its free space");
}

}  // namespace

fs::path keepPlace(const geo::Place& place, const std::string& spelling, const std::string& origin) {
    const fs::path folder = userGazetteerFolder();
    if (folder.empty()) throw Error("there is no folder for gazetteers of your own; set HOME or XDG_DATA_HOME");
    std::error_code failed;
    fs::create_directories(folder, failed);
    const fs::path list = folder / "own.csv", unfinished = folder / "own.new.csv";
    std::string rows = bytesOf(list);
    if (rows.empty()) rows.append(header).append("\n");
    if (rows.back() != '\n') rows += '\n';
    const std::string row = rowOf(place, spelling, origin).append("\n");
    if (rows.find("\n" + row) == std::string::npos) rows += row;
    try {
        write(unfinished, rows);
        const gather::Order order{.sources = gather::sourcesOf(unfinished.string(), gather::Format::table),
                                  .filter = {},
                                  .columns = {}};
        const auto report = gather::buildGazetteer(
            order, folder / "own.gpkg", {.origin = "kept by the user", .licence = "the user's own"}, {});
        if (report.taken == 0) throw Error(list.string() + " has no row that is a place; correct it");
        fs::rename(unfinished, list);
    } catch (...) {
        fs::remove(unfinished, failed);
        throw;
    }
    return list;
}

}  // namespace retrace::app
