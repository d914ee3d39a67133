#include "evaluate/expected.hpp"

#include "evaluate/table.hpp"

namespace retrace::evaluate {
std::vector<Expected> expectedOf(const std::vector<document::CsvRow>& rows, const std::string& nameForErrors,
                                 const text::Source& source) {
    const Table table(rows, nameForErrors);
    const std::string start = table.required({"start", "char_start"}),
                      end = table.required({"end", "char_end"});
    const std::string surface = table.required({"surface"}), name = table.column({"name", "canonical"});
    for (const char* needed : {"lat", "lon"}) (void)table.required({needed});
    std::vector<Expected> expected;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const document::CsvRow& row = rows[i];
        Expected e{.begin = table.offset(row, start), .end = table.offset(row, end), .line = row.line};
        e.surface = table.cell(row, surface);
        e.name = table.cell(row, name);
        requireWords(table, row, source, e.begin, e.end, e.surface);
        if (table.cell(row, "lat").empty() != table.cell(row, "lon").empty())
            table.refuse(row, table.cell(row, "lat").empty() ? "lat" : "lon",
                         "give both lat and lon, or none");
        if (!table.cell(row, "lat").empty())
            e.at = geo::LonLat{table.number(row, "lon", -180, 180, "write decimal degrees from -180 to 180"),
                               table.number(row, "lat", -90, 90, "write decimal degrees from -90 to 90")};
        if (!table.cell(row, "tolerance_km").empty())
            e.tolerance_km = table.number(row, "tolerance_km", 0.001, 20040, "write kilometres, above 0");
        e.literal = table.flag(row, "literal", true);
        e.listed = table.flag(row, "in_gazetteer", true) && e.at;
        e.alarm = lower(table.cell(row, "note")).starts_with("alarm");
        e.repeats = !table.cell(row, "repeat_of").empty();
        expected.push_back(std::move(e));
    }
    return expected;
}

std::vector<Lookalike> lookalikesOf(const std::vector<document::CsvRow>& rows,
                                    const std::string& nameForErrors, const text::Source& source) {
    const Table table(rows, nameForErrors);
    const std::string start = table.required({"start", "char_start"}), surface = table.required({"surface"});
    const std::string kind = table.column({"kind", "note"});
    std::vector<Lookalike> lookalikes;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        Lookalike l{.begin = table.offset(rows[i], start)};
        l.surface = table.cell(rows[i], surface);
        l.kind = table.cell(rows[i], kind);
        l.end = l.begin + text::utf32(l.surface).size();
        requireWords(table, rows[i], source, l.begin, l.end, l.surface);
        lookalikes.push_back(std::move(l));
    }
    return lookalikes;
}

}  // namespace retrace::evaluate
