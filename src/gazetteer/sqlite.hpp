#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace retrace::gazetteer {

/// A database handle; every error is an Error that names the file.
class Database {
public:
    /// Read-only, immutable and untrusted: nothing of the file's own schema is ever run.
    [[nodiscard]] static Database openUntrusted(const std::filesystem::path& file);
    /// A new file; throws where it cannot be made.
    [[nodiscard]] static Database create(const std::filesystem::path& file);

    void run(const std::string& sql) const;
    [[noreturn]] void fail() const;
    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
    [[nodiscard]] const std::string& file() const { return file_; }

private:
    struct Close {
        void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
    };
    Database(const std::filesystem::path& file, const std::string& name, int flags);
    std::unique_ptr<sqlite3, Close> handle_;
    std::string file_;
    bool foreign_ = false;
};

/// A prepared statement, used again and again. Parameters count from 1, columns from 0.
class Statement {
public:
    /// `db` must outlive it.
    Statement(const Database& db, const std::string& sql);
    /// The texts must live until the statement has been stepped through.
    Statement& bind(int parameter, std::string_view text);
    Statement& bindBlob(int parameter, std::string_view bytes);
    Statement& bind(int parameter, long long number);
    Statement& bind(int parameter, double number);
    /// True where there is a row; after the last one the statement is ready for the next use.
    bool step();
    void reset();
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    [[nodiscard]] long long integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }
    [[nodiscard]] double real(int column) const { return sqlite3_column_double(handle_.get(), column); }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    const Database* db_;
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

}  // namespace retrace::gazetteer
