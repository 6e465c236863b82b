#include "gateway/storage/history_trimmer.h"

#include "gateway/storage/body_index.h"
#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/stored_time.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace gateway::storage {

namespace {

constexpr std::int64_t rowsOfStep = 200;
constexpr std::int64_t bodiesOfStep = 50;
constexpr std::int64_t indexedShare = 10; // of a step while what is removed has to leave the index of words too
constexpr std::int64_t pagesOfStep = 64;
constexpr std::int64_t keptFreeBytes = 32LL * 1024 * 1024;    // what comes next needs them again
constexpr std::int64_t rewrittenAtMost = 256LL * 1024 * 1024; // bytes in use; more would keep the writer for long
// What a person pinned stays.
constexpr std::string_view oldestByStart = "SELECT sequence FROM requests WHERE started_at < ?1 AND pinned = 0"
                                           " ORDER BY started_at LIMIT ?2";
constexpr std::string_view oldestStored = "SELECT sequence FROM requests WHERE ?1 IS NOT NULL AND pinned = 0"
                                          " ORDER BY sequence LIMIT ?2";

struct Pages {
    std::int64_t size = 0; // bytes of one
    std::int64_t all = 0;
    std::int64_t free = 0;
    std::int64_t usedBytes() const { return (all - free) * size; }
    std::int64_t freeBytes() const { return free * size; }
};

Result<Pages> pagesOf(SqliteFile &file)
{
    Pages pages;
    const std::array<std::pair<std::string_view, std::int64_t *>, 3> wanted{
        {{"PRAGMA page_size", &pages.size}, {"PRAGMA page_count", &pages.all}, {"PRAGMA freelist_count", &pages.free}}};
    for (const auto &[question, into] : wanted) {
        const auto answer = file.queryInteger(question);
        if (!answer)
            return unexpected(answer.error());
        *into = *answer;
    }
    return pages;
}

Result<std::int64_t> runCounted(SqliteFile &file, const std::string &sql, std::int64_t first, std::int64_t second)
{
    auto statement = file.prepare(sql);
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, first);
    statement->bind(2, second);
    if (auto done = statement->run(); !done)
        return unexpected(done.error());
    return file.changedRows();
}

std::int64_t stepOf(SqliteFile &file, std::int64_t usual)
{
    return checkBodySearch(file) ? usual / indexedShare : usual;
}

// The bodies first: both statements choose by the table of requests, which the first leaves alone.
Result<TrimStep> removeRows(SqliteFile &file, std::string_view choice, std::int64_t bound)
{
    auto transaction = Transaction::begin(file);
    if (!transaction)
        return unexpected(transaction.error());
    const std::string chosen = " WHERE sequence IN (" + std::string(choice) + ")";
    const std::int64_t step = stepOf(file, rowsOfStep);
    if (auto bodies = runCounted(file, "DELETE FROM request_bodies" + chosen, bound, step); !bodies)
        return unexpected(bodies.error());
    auto rows = runCounted(file, "DELETE FROM requests" + chosen, bound, step);
    if (!rows)
        return unexpected(rows.error());
    if (auto done = transaction->commit(); !done)
        return unexpected(done.error());
    return TrimStep{*rows, 0, *rows == step};
}

Result<TrimStep> removeOldestBodies(SqliteFile &file)
{
    auto bodies = runCounted(file,
                             "DELETE FROM request_bodies WHERE sequence IN (SELECT sequence FROM request_bodies"
                             " WHERE ?1 IS NOT NULL AND sequence NOT IN"
                             " (SELECT sequence FROM requests WHERE is_marked = 1 AND pinned = 1)"
                             " ORDER BY sequence LIMIT ?2)",
                             0, stepOf(file, bodiesOfStep));
    if (!bodies)
        return unexpected(bodies.error());
    return TrimStep{0, *bodies, *bodies > 0};
}

// Below the limit by a twentieth, so that not every batch has to trim.
std::int64_t goalOf(const config::RetentionSettings &settings)
{
    return settings.mostBytes - settings.mostBytes / 20;
}

} // namespace

Result<std::int64_t> usedBytes(SqliteFile &file)
{
    const auto pages = pagesOf(file);
    return pages ? Result<std::int64_t>(pages->usedBytes()) : unexpected(pages.error());
}

Result<TrimStep> removeBefore(SqliteFile &file, WallTime before)
{
    return removeRows(file, oldestByStart, microsecondsSinceEpoch(before));
}

Result<bool> returnFreePages(SqliteFile &file)
{
    const auto pages = pagesOf(file);
    if (!pages)
        return unexpected(pages.error());
    if (pages->freeBytes() <= std::max(keptFreeBytes, pages->usedBytes() / 10))
        return false;
    const auto kind = file.queryInteger("PRAGMA auto_vacuum");
    if (!kind)
        return unexpected(kind.error());
    if (*kind != 0) {
        if (auto done = file.execute("PRAGMA incremental_vacuum(" + std::to_string(pagesOfStep) + ")"); !done)
            return unexpected(done.error());
        return true;
    }
    if (pages->freeBytes() < pages->usedBytes() || pages->usedBytes() > rewrittenAtMost)
        return false;
    if (auto done = file.execute("PRAGMA auto_vacuum = INCREMENTAL; VACUUM"); !done)
        return unexpected(done.error());
    return false;
}

Result<TrimStep> trimHistory(SqliteFile &file, const config::RetentionSettings &settings, WallTime now)
{
    if (settings.mostDays > 0) {
        auto aged = removeBefore(file, now - std::chrono::days(settings.mostDays));
        if (!aged || aged->rows > 0) {
            if (aged)
                aged->hasMore = true;
            return aged;
        }
    }
    if (settings.mostBytes > 0) {
        const auto pages = pagesOf(file);
        if (!pages)
            return unexpected(pages.error());
        if (pages->usedBytes() > goalOf(settings)) {
            auto bodies = removeOldestBodies(file);
            if (!bodies || bodies->bodies > 0)
                return bodies;
            auto rows = removeRows(file, oldestStored, 0);
            if (!rows || rows->rows > 0)
                return rows;
        }
    }
    const auto hasMore = returnFreePages(file);
    if (!hasMore)
        return unexpected(hasMore.error());
    return TrimStep{0, 0, *hasMore};
}

} // namespace gateway::storage
