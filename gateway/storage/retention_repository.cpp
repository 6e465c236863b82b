#include "gateway/storage/retention_repository.h"

#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/stored_time.h"

namespace gateway::storage {

Result<config::RetentionSettings> RetentionRepository::load()
{
    auto statement = m_file.prepare("SELECT most_days, most_bytes FROM retention_settings WHERE id = 1");
    if (!statement)
        return unexpected(statement.error());
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return unexpected(hasRow.error());
    config::RetentionSettings settings;
    if (*hasRow)
        settings = {static_cast<int>(statement->integer(0)), statement->integer(1)};
    return settings;
}

Result<bool> RetentionRepository::save(const config::RetentionSettings &settings)
{
    auto statement =
        m_file.prepare("INSERT OR REPLACE INTO retention_settings (id, most_days, most_bytes) VALUES (1, ?, ?)");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, std::int64_t{settings.mostDays});
    statement->bind(2, settings.mostBytes);
    if (auto done = statement->run(); !done)
        return unexpected(done.error());
    return true;
}

Result<std::vector<config::LimitExtra>> RetentionRepository::loadExtras()
{
    auto statement = m_file.prepare("SELECT limit_id, amount, until_us FROM limit_extras");
    if (!statement)
        return unexpected(statement.error());
    std::vector<config::LimitExtra> extras;
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            return extras;
        extras.push_back({{statement->text(0)}, statement->integer(1), wallTime(statement->microseconds(2))});
    }
}

Result<bool> RetentionRepository::saveExtra(const config::LimitExtra &extra)
{
    const bool isRemoved = extra.amount == 0;
    auto statement = m_file.prepare(isRemoved ? "DELETE FROM limit_extras WHERE limit_id = ?"
                                              : "INSERT OR REPLACE INTO limit_extras (limit_id, amount, until_us)"
                                                " VALUES (?, ?, ?)");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, std::string_view(extra.limit.value));
    if (!isRemoved) {
        statement->bind(2, extra.amount);
        statement->bind(3, sinceEpoch(extra.until));
    }
    if (auto done = statement->run(); !done)
        return unexpected(done.error());
    return true;
}

} // namespace gateway::storage
