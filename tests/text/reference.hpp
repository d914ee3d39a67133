#pragma once

// Reads the reference tables of a testimony (CSV with a header) and asks their names as a gazetteer would.

#include "text/reading.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace retrace::text::reference {

using Row = std::map<std::string, std::string>;

[[nodiscard]] inline std::string fileText(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

[[nodiscard]] inline std::vector<Row> table(const std::string& path) {
    const std::string s = fileText(path);
    std::vector<std::vector<std::string>> rows(1);
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < s.size(); ++i) {
        const char c = s[i];
        if (quoted && c == '"' && i + 1 < s.size() && s[i + 1] == '"') {
            cell += c;
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\n')) {
            rows.back().push_back(cell);
            cell.clear();
            if (c == '\n') rows.emplace_back();
        } else if (c != '\r') {
            cell += c;
        }
    }
    std::vector<Row> out;
    for (std::size_t r = 1; r < rows.size(); ++r) {
        if (rows[r].size() < 2) continue;
        Row row;
        for (std::size_t i = 0; i < rows[r].size() && i < rows[0].size(); ++i) row[rows[0][i]] = rows[r][i];
        out.push_back(std::move(row));
    }
    return out;
}

/// Names as they are, compared without case and with one kind of apostrophe.
[[nodiscard]] inline std::string plain(std::string_view name) {
    std::string out;
    for (char32_t c : utf32(name)) {
        if (c == 0x2018 || c == 0x2019 || c == 0x2BF || c == 0x2BE) c = '\'';
        out += c < 0x80 ? std::string(1, static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c))
                        : utf8(std::u32string(1, c));
    }
    return out;
}

struct KnownNames {
    std::set<std::string> names, countries;
};

[[nodiscard]] inline NameLookup lookupIn(KnownNames known) {
    return [known = std::make_shared<KnownNames>(std::move(known))](std::string_view name) {
        const std::string key = plain(name);
        NameHit hit;
        hit.country = known->countries.contains(key);
        hit.known = hit.exact = hit.country || known->names.contains(key);
        hit.score = hit.known ? 1 : 0;
        return hit;
    };
}

[[nodiscard]] inline KnownNames namesOf(const std::vector<Row>& places) {
    KnownNames out;
    for (const Row& row : places) {
        std::vector<std::string> names{row.at("canonical_name")};
        std::string variants = row.at("variants");
        for (std::size_t at = 0; at <= variants.size();) {
            const std::size_t bar = std::min(variants.find('|', at), variants.size());
            names.push_back(variants.substr(at, bar - at));
            at = bar + 1;
        }
        for (const auto& n : names)
            if (!n.empty()) (row.at("type") == "country" ? out.countries : out.names).insert(plain(n));
    }
    return out;
}

}  // namespace retrace::text::reference
