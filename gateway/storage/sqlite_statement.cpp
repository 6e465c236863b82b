#include "gateway/storage/sqlite_statement.h"

#include <utility>

#include <sqlite3.h>

namespace gateway::storage {

namespace {

std::string nameOf(sqlite3 *connection)
{
    const char *path = connection ? sqlite3_db_filename(connection, "main") : nullptr;
    return path ? std::string(path) : std::string("The database");
}

std::string explain(sqlite3 *connection, int code)
{
    const std::string name = nameOf(connection);
    switch (code & 0xFF) { // the primary code of an extended one
    case SQLITE_FULL: return "The disk is full: " + name + " cannot grow. Free some space; nothing else is needed.";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return name + " cannot be written. Check the permissions of the file and of its folder.";
    case SQLITE_CANTOPEN: return name + " cannot be opened. Check that its folder exists and may be written.";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return name + " is locked by another program. Close the program that uses it.";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return name + " is damaged or is not a database. Move it away, or restore a backup copy.";
    case SQLITE_IOERR: return name + " cannot be read or written: the disk reports an error.";
    case SQLITE_TOOBIG: return "A value is too large for " + name + ".";
    case SQLITE_NOMEM: return "There is not enough memory to use " + name + ".";
    default: return name + " cannot be used: an unexpected database error.";
    }
}

} // namespace

Error sqliteError(sqlite3 *connection, int code)
{
    std::string detail = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    return Error::internal(ErrorCode::StorageFailed, explain(connection, code),
                           std::move(detail) + " (SQLite code " + std::to_string(code) + ")");
}

SqliteStatement::SqliteStatement(SqliteStatement &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr)), m_bindFailure(other.m_bindFailure)
{
}

SqliteStatement &SqliteStatement::operator=(SqliteStatement &&other) noexcept
{
    if (this != &other) {
        sqlite3_finalize(m_statement);
        m_statement = std::exchange(other.m_statement, nullptr);
        m_bindFailure = other.m_bindFailure;
    }
    return *this;
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

Result<SqliteStatement> SqliteStatement::prepare(sqlite3 *connection, std::string_view sql)
{
    SqliteStatement statement;
    const int code = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement.m_statement, nullptr);
    if (code != SQLITE_OK)
        return unexpected(sqliteError(connection, code));
    return statement;
}

void SqliteStatement::note(int code)
{
    if (code != SQLITE_OK && m_bindFailure == SQLITE_OK)
        m_bindFailure = code;
}

void SqliteStatement::bind(int parameter, std::int64_t value)
{
    note(sqlite3_bind_int64(m_statement, parameter, value));
}

void SqliteStatement::bind(int parameter, double value)
{
    note(sqlite3_bind_double(m_statement, parameter, value));
}

void SqliteStatement::bind(int parameter, std::string_view text)
{
    // A null pointer would bind NULL; an empty text is a text.
    note(sqlite3_bind_text64(m_statement, parameter, text.data() ? text.data() : "", text.size(), SQLITE_STATIC,
                             SQLITE_UTF8));
}

void SqliteStatement::bind(int parameter, const std::optional<std::int64_t> &value)
{
    value ? bind(parameter, *value) : bindNull(parameter);
}

void SqliteStatement::bind(int parameter, const std::optional<std::chrono::microseconds> &value)
{
    value ? bind(parameter, *value) : bindNull(parameter);
}

void SqliteStatement::bindBlob(int parameter, std::string_view bytes)
{
    note(sqlite3_bind_blob64(m_statement, parameter, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC));
}

void SqliteStatement::bindNull(int parameter)
{
    note(sqlite3_bind_null(m_statement, parameter));
}

Result<bool> SqliteStatement::step()
{
    sqlite3 *connection = sqlite3_db_handle(m_statement);
    if (m_bindFailure != SQLITE_OK)
        return unexpected(sqliteError(connection, m_bindFailure));
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return unexpected(sqliteError(connection, code));
}

Result<void> SqliteStatement::run()
{
    const Result<bool> hasRow = step();
    reset();
    if (!hasRow)
        return unexpected(hasRow.error());
    return {};
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement);
    m_bindFailure = SQLITE_OK;
}

std::int64_t SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double SqliteStatement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view SqliteStatement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return data ? std::string_view(static_cast<const char *>(data), static_cast<std::size_t>(size))
                : std::string_view();
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::optional<std::int64_t> SqliteStatement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<std::chrono::microseconds> SqliteStatement::optionalMicroseconds(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(microseconds(column));
}

} // namespace gateway::storage
