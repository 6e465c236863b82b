// One prepared SQLite statement: binds, steps and reads columns.
#pragma once

#include "gateway/base/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace gateway::storage {

// Lives on the thread of its connection and ends before it. Text and blobs are bound without a copy: they must live
// until the statement is reset.
class SqliteStatement {
public:
    SqliteStatement() = default;
    SqliteStatement(SqliteStatement &&other) noexcept;
    SqliteStatement &operator=(SqliteStatement &&other) noexcept;
    ~SqliteStatement();

    static Result<SqliteStatement> prepare(sqlite3 *connection, std::string_view sql);
    bool isEmpty() const { return m_statement == nullptr; }

    // Parameters count from 1, as in SQLite. A failed bind is reported by the next step().
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, bool value) { bind(parameter, std::int64_t{value}); }
    void bind(int parameter, double value);
    void bind(int parameter, std::string_view text);
    void bind(int parameter, const std::optional<std::int64_t> &value);
    void bind(int parameter, std::chrono::microseconds value) { bind(parameter, std::int64_t{value.count()}); }
    void bind(int parameter, const std::optional<std::chrono::microseconds> &value);
    void bind(int parameter, const char *) = delete; // would become bool
    void bindBlob(int parameter, std::string_view bytes);
    void bindNull(int parameter);

    // True: a row can be read. False: done.
    Result<bool> step();
    // Steps a statement that has no rows to its end, then resets it.
    Result<void> run();
    void reset();

    // Columns count from 0. Views live until the next step or reset.
    std::int64_t integer(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    double real(int column) const;
    std::string_view bytes(int column) const;
    std::string text(int column) const { return std::string(bytes(column)); }
    bool isNull(int column) const;
    std::optional<std::int64_t> optionalInteger(int column) const;
    std::chrono::microseconds microseconds(int column) const { return std::chrono::microseconds(integer(column)); }
    std::optional<std::chrono::microseconds> optionalMicroseconds(int column) const;

private:
    void note(int code);

    sqlite3_stmt *m_statement = nullptr;
    int m_bindFailure = 0;
};

// What went wrong last on a connection, in words for people; the SQLite text is the private detail.
Error sqliteError(sqlite3 *connection, int code);

} // namespace gateway::storage
