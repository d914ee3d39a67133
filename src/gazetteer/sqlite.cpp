#include "gazetteer/sqlite.hpp"

#include "geo/error.hpp"

namespace retrace::gazetteer {

namespace {

/// The path as SQLite's URI wants it: everything but plain characters as %XX.
std::string uriOf(const std::filesystem::path& file) {
    const std::string path = std::filesystem::absolute(file).string();
    std::string uri = "file:";
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '/' || c == '.' || c == '_' || c == '-';
        if (plain) {
            uri += c;
        } else {
            constexpr std::string_view hex = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(c);
            uri += '%';
            uri += hex[byte >> 4];
            uri += hex[byte & 15];
        }
    }
    return uri + "?mode=ro&immutable=1";
}

}  // namespace

Database::Database(const std::filesystem::path& file, const std::string& name, int flags)
    : file_(file.string()) {
    sqlite3* raw = nullptr;
    const int result = sqlite3_open_v2(name.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(raw);
    if (result != SQLITE_OK) fail();
}

Database Database::openUntrusted(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored))
        throw Error("there is no gazetteer " + file.string() + "; check the path, or leave --gazetteer away");
    Database db(file, uriOf(file), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    db.foreign_ = true;
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    db.run(
        "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA cache_size=-16000");
    return db;
}

Database Database::create(const std::filesystem::path& file) {
    return {file, file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
}

void Database::run(const std::string& sql) const {
    if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Database::fail() const {
    const std::string why = handle_ ? sqlite3_errmsg(handle()) : "out of memory";
    const int code = handle_ ? sqlite3_errcode(handle()) : SQLITE_NOMEM;
    if (!foreign_) throw Error(file_ + ": " + why + "; check the folder and its free space");
    if (code == SQLITE_NOTADB)
        throw Error(file_ + " is no gazetteer (" + why + "); give a file made by retrace gazetteer build");
    throw Error(file_ + ": the gazetteer is damaged (" + why + "); get or build it again");
}

Statement::Statement(const Database& db, const std::string& sql) : db_(&db) {
    sqlite3_stmt* raw = nullptr;
    const int result =
        sqlite3_prepare_v3(db.handle(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    handle_.reset(raw);
    if (result != SQLITE_OK) db.fail();
}

Statement& Statement::bind(int parameter, std::string_view text) {
    if (sqlite3_bind_text(handle_.get(), parameter, text.data(), static_cast<int>(text.size()),
                          SQLITE_STATIC) != SQLITE_OK)
        db_->fail();
    return *this;
}

Statement& Statement::bindBlob(int parameter, std::string_view bytes) {
    if (sqlite3_bind_blob(handle_.get(), parameter, bytes.data(), static_cast<int>(bytes.size()),
                          SQLITE_STATIC) != SQLITE_OK)
        db_->fail();
    return *this;
}

Statement& Statement::bind(int parameter, long long number) {
    if (sqlite3_bind_int64(handle_.get(), parameter, number) != SQLITE_OK) db_->fail();
    return *this;
}

Statement& Statement::bind(int parameter, double number) {
    if (sqlite3_bind_double(handle_.get(), parameter, number) != SQLITE_OK) db_->fail();
    return *this;
}

bool Statement::step() {
    const int result = sqlite3_step(handle_.get());
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) {
        db_->fail();
    }
    sqlite3_reset(handle_.get());
    return false;
}

void Statement::reset() {
    sqlite3_reset(handle_.get());
}

std::string_view Statement::blob(int column) const {
    const void* found = sqlite3_column_blob(handle_.get(), column);
    if (!found) return {};
    return {static_cast<const char*>(found),
            static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::string_view Statement::text(int column) const {
    const unsigned char* found = sqlite3_column_text(handle_.get(), column);
    if (!found) return {};
    return {static_cast<const char*>(static_cast<const void*>(found)),
            static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

}  // namespace retrace::gazetteer
