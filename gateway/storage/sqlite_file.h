// A connection to one SQLite file with the settings that its content needs.
#pragma once

#include "gateway/base/result.h"
#include "gateway/storage/sqlite_statement.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <string_view>

struct sqlite3;
struct sqlite3_context;
struct sqlite3_value;

namespace gateway::storage {

enum class FileUse {
    Precious,   // configuration: an acknowledged write survives a power loss; deleted bytes are overwritten
    Replayable, // history: a committed batch survives the death of the process, the last ones may not survive a
                // power loss; the file itself stays sound in both cases
    ReadOnly,
};

// Lives on one thread at a time.
class SqliteFile {
public:
    // Opens, and creates unless ReadOnly: readable by its owner only. The folder must exist.
    static Result<SqliteFile> open(const std::filesystem::path &path, FileUse use);

    Result<SqliteStatement> prepare(std::string_view sql) { return SqliteStatement::prepare(m_connection.get(), sql); }
    Result<void> execute(std::string_view sql); // one or several statements, rows are ignored
    Result<std::int64_t> queryInteger(std::string_view sql);

    // A function for SQL that gives the same for the same arguments; it must not throw.
    using SqlFunction = void (*)(sqlite3_context *context, int count, sqlite3_value **arguments);
    Result<void> addFunction(const char *name, int argumentCount, SqlFunction function);

    // Long walks over the rows end early while the flag is set. It must outlive its use here; null: never.
    void setInterruption(const std::atomic<bool> *flag) { m_interruption = flag; }
    bool isInterrupted() const { return m_interruption && m_interruption->load(std::memory_order_relaxed); }

    // Complains about a damaged file; reads all of it.
    Result<void> check();
    // True when the file is there and is no sound database; reads all of it. Any other obstacle is not damage.
    static bool isDamaged(const std::filesystem::path &path);
    // A whole copy, also while others read. Replaces `target`.
    Result<void> backUpTo(const std::filesystem::path &target);

    // This connection lets the file grow no larger; a write beyond fails as on a full disk.
    Result<void> limitSize(std::int64_t bytes);

    const std::filesystem::path &path() const { return m_path; }
    std::int64_t bytesOnDisk() const; // with its write-ahead log
    std::int64_t changedRows() const; // by the last statement
    bool isInTransaction() const;

private:
    struct Close {
        void operator()(sqlite3 *connection) const;
    };
    std::filesystem::path m_path;
    std::unique_ptr<sqlite3, Close> m_connection;
    const std::atomic<bool> *m_interruption = nullptr;
};

// Rolls back unless committed. Takes the write lock at once, so that a commit cannot fail for a lock.
class Transaction {
public:
    static Result<Transaction> begin(SqliteFile &file);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(SqliteFile &file) : m_file(&file) {}
    SqliteFile *m_file;
};

} // namespace gateway::storage
