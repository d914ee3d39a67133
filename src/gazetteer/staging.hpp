#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "gazetteer/build.hpp"
#include "gazetteer/sqlite.hpp"

namespace retrace::gazetteer {

/// The rows of a build before they are put in order, in a file that goes when this goes. Rows count from 0.
class Staging {
public:
    explicit Staging(const std::filesystem::path& file);
    ~Staging();
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    void add(const PlaceRow& row);
    void addNames(const std::string& id, const std::vector<NameRow>& names);
    void addSameAs(const std::string& id, const std::string& other);

    /// Gives names and ids that came by id to their rows; how many names had none.
    std::size_t settleLate();
    /// For every row the first of those that are one place with it; a row by hand is one only with others by
    /// hand.
    [[nodiscard]] std::vector<std::uint32_t> unitedRows();
    /// Gives the first row of every place what only the others know.
    void fillFirstRows(const std::vector<std::uint32_t>& united);

    [[nodiscard]] const Database& db() const { return *db_; }
    [[nodiscard]] std::size_t rows() const { return rows_; }

private:
    enum class Sort : std::uint8_t { other, settlement, division };
    [[nodiscard]] std::vector<Sort> sortsOfRows() const;
    void addName(long long row, const std::string& name, double weight);
    std::filesystem::path file_;
    std::unique_ptr<Database> db_;
    std::unique_ptr<Statement> place_, name_, ident_, lateName_, lateIdent_;
    std::size_t rows_ = 0;
};

/// A staged row: its columns in the order of this list.
inline constexpr const char* stagedColumns =
    "row,id,name,name_ar,type,lon,lat,radius_m,country,region,population,hand,origin,note";

/// A weight as the files hold it, in percent.
[[nodiscard]] long long percent(double weight);

}  // namespace retrace::gazetteer
