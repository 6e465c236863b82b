#include "gateway/storage/sqlite_file.h"

#include <fstream>
#include <utility>

#include <sqlite3.h>

namespace gateway::storage {

namespace {

namespace fs = std::filesystem;

// The two lines that matter most: with FULL every commit is synced to the disk, with NORMAL only checkpoints are.
constexpr std::string_view preciousPragmas = "PRAGMA journal_mode = WAL;"
                                             "PRAGMA synchronous = FULL;"
                                             "PRAGMA fullfsync = ON;" // macOS: past the cache of the drive
                                             "PRAGMA secure_delete = ON;"
                                             "PRAGMA foreign_keys = ON;";
// Large pages: a batch appends to few places, and each page costs system calls (10 to 15 % CPU less than with 4 KiB).
// Free pages can be given back to the system, because old requests are removed; that is decided before the first table.
constexpr std::string_view replayablePragmas = "PRAGMA page_size = 16384;"
                                               "PRAGMA auto_vacuum = INCREMENTAL;"
                                               "PRAGMA journal_mode = WAL;"
                                               "PRAGMA synchronous = NORMAL;"
                                               "PRAGMA journal_size_limit = 67108864;"
                                               "PRAGMA cache_size = -8192;"; // KiB
constexpr std::string_view readOnlyPragmas = "PRAGMA query_only = ON;";

constexpr int busyTimeoutMs = 2000;

std::string_view pragmasFor(FileUse use)
{
    switch (use) {
    case FileUse::Precious: return preciousPragmas;
    case FileUse::Replayable: return replayablePragmas;
    case FileUse::ReadOnly: return readOnlyPragmas;
    }
    return {};
}

std::string utf8(const fs::path &path)
{
    const std::u8string text = path.u8string();
    return std::string(text.begin(), text.end());
}

// SQLite gives its log and index files the permissions of the database.
void createPrivately(const fs::path &path)
{
    std::error_code ignored;
    if (fs::exists(path, ignored))
        return;
    std::ofstream(path, std::ios::app).close();
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, ignored);
}

} // namespace

void SqliteFile::Close::operator()(sqlite3 *connection) const
{
    sqlite3_close_v2(connection);
}

Result<SqliteFile> SqliteFile::open(const fs::path &path, FileUse use)
{
    if (use != FileUse::ReadOnly)
        createPrivately(path);
    // SQLite locks a mutex for each allocation to count it, and nobody asks for the count. Only the first use may say so.
    [[maybe_unused]] static const int answer = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    const int flags = use == FileUse::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3 *connection = nullptr;
    // NOMUTEX: a connection stays on one thread, so SQLite need not lock it.
    const int code = sqlite3_open_v2(utf8(path).c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    SqliteFile file;
    file.m_path = path;
    file.m_connection.reset(connection);
    if (code != SQLITE_OK)
        return unexpected(sqliteError(connection, code));
    sqlite3_extended_result_codes(connection, 1);
    sqlite3_busy_timeout(connection, busyTimeoutMs);
    if (auto done = file.execute(pragmasFor(use)); !done)
        return unexpected(done.error());
    return file;
}

Result<void> SqliteFile::execute(std::string_view sql)
{
    const std::string text(sql);
    const int code = sqlite3_exec(m_connection.get(), text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return unexpected(sqliteError(m_connection.get(), code));
    return {};
}

Result<std::int64_t> SqliteFile::queryInteger(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return unexpected(statement.error());
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return unexpected(hasRow.error());
    return *hasRow ? statement->integer(0) : 0;
}

Result<void> SqliteFile::addFunction(const char *name, int argumentCount, SqlFunction function)
{
    const int code =
        sqlite3_create_function_v2(m_connection.get(), name, argumentCount, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                                   function, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return unexpected(sqliteError(m_connection.get(), code));
    return {};
}

Result<void> SqliteFile::check()
{
    auto statement = prepare("PRAGMA quick_check(1)");
    if (!statement)
        return unexpected(statement.error());
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return unexpected(hasRow.error());
    if (*hasRow && statement->bytes(0) == "ok")
        return {};
    Error error = sqliteError(m_connection.get(), SQLITE_CORRUPT);
    error.privateDetail = *hasRow ? statement->text(0) : "quick_check gave no answer";
    return unexpected(std::move(error));
}

bool SqliteFile::isDamaged(const fs::path &path)
{
    sqlite3 *opened = nullptr;
    const int openCode = sqlite3_open_v2(utf8(path).c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
    const std::unique_ptr<sqlite3, Close> connection(opened);
    if (openCode != SQLITE_OK)
        return false;
    sqlite3_stmt *check = nullptr;
    int code = sqlite3_prepare_v2(opened, "PRAGMA quick_check(1)", -1, &check, nullptr);
    bool isSound = true;
    if (code == SQLITE_OK && (code = sqlite3_step(check)) == SQLITE_ROW) {
        const auto *answer = static_cast<const char *>(sqlite3_column_blob(check, 0));
        isSound = answer && std::string_view(answer, 2) == "ok";
    }
    sqlite3_finalize(check);
    return !isSound || (code & 0xFF) == SQLITE_NOTADB || (code & 0xFF) == SQLITE_CORRUPT;
}

Result<void> SqliteFile::backUpTo(const fs::path &target)
{
    std::error_code ignored;
    fs::remove(target, ignored);
    createPrivately(target);
    sqlite3 *opened = nullptr;
    int code = sqlite3_open_v2(utf8(target).c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
    const std::unique_ptr<sqlite3, Close> copy(opened);
    if (code != SQLITE_OK)
        return unexpected(sqliteError(opened, code));
    sqlite3_backup *backup = sqlite3_backup_init(opened, "main", m_connection.get(), "main");
    if (!backup)
        return unexpected(sqliteError(opened, sqlite3_errcode(opened)));
    sqlite3_backup_step(backup, -1);
    code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK)
        return unexpected(sqliteError(opened, code));
    return {};
}

Result<void> SqliteFile::limitSize(std::int64_t bytes)
{
    const Result<std::int64_t> pageSize = queryInteger("PRAGMA page_size");
    if (!pageSize)
        return unexpected(pageSize.error());
    return execute("PRAGMA max_page_count = " + std::to_string(bytes / *pageSize));
}

std::int64_t SqliteFile::bytesOnDisk() const
{
    std::int64_t bytes = 0;
    fs::path log = m_path;
    log += "-wal";
    for (const fs::path &part : {m_path, log}) {
        std::error_code problem;
        const std::uintmax_t size = fs::file_size(part, problem);
        bytes += problem ? 0 : static_cast<std::int64_t>(size);
    }
    return bytes;
}

std::int64_t SqliteFile::changedRows() const
{
    return sqlite3_changes64(m_connection.get());
}

bool SqliteFile::isInTransaction() const
{
    return sqlite3_get_autocommit(m_connection.get()) == 0;
}

Result<Transaction> Transaction::begin(SqliteFile &file)
{
    if (auto begun = file.execute("BEGIN IMMEDIATE"); !begun)
        return unexpected(begun.error());
    return Transaction(file);
}

Transaction::Transaction(Transaction &&other) noexcept : m_file(std::exchange(other.m_file, nullptr)) {}

Transaction::~Transaction()
{
    // A full disk or an input/output error may have rolled back already.
    if (m_file && m_file->isInTransaction())
        (void)m_file->execute("ROLLBACK");
}

Result<void> Transaction::commit()
{
    if (auto committed = m_file->execute("COMMIT"); !committed)
        return committed;
    m_file = nullptr;
    return {};
}

} // namespace gateway::storage
