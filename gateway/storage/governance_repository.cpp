#include "gateway/storage/governance_repository.h"

#include "gateway/base/overload.h"
#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/stored_time.h"

namespace gateway::storage {

namespace {

using config::LimitCounter;

void place(GovernanceObject object, config::StoredGovernance &into)
{
    std::visit(Overload{
                   [&into](config::GovernanceSettings &&settings) { into.settings = std::move(settings); },
                   [&into](config::VirtualKey &&key) { into.virtualKeys.push_back(std::move(key)); },
                   [&into](config::Team &&team) { into.teams.push_back(std::move(team)); },
                   [&into](config::Customer &&customer) { into.customers.push_back(std::move(customer)); },
                   [&into](config::SharedLimits &&shared) { into.sharedLimits.push_back(std::move(shared)); },
               },
               std::move(object));
}

} // namespace

Result<config::StoredGovernance> GovernanceRepository::load()
{
    auto statement = m_file.prepare("SELECT kind, id, document FROM governance_objects");
    if (!statement)
        return unexpected(statement.error());
    config::StoredGovernance stored;
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            return stored;
        if (auto object = readGovernanceDocument(statement->bytes(0), statement->bytes(1), statement->bytes(2)))
            place(std::move(*object), stored);
    }
}

Result<bool> GovernanceRepository::save(const GovernanceObject &object)
{
    auto statement = m_file.prepare("INSERT OR REPLACE INTO governance_objects (kind, id, document) VALUES (?, ?, ?)");
    if (!statement)
        return unexpected(statement.error());
    const std::string id = governanceId(object);
    const std::string document = governanceDocument(object);
    statement->bind(1, governanceKindName(static_cast<GovernanceKind>(object.index())));
    statement->bind(2, std::string_view(id));
    statement->bind(3, std::string_view(document));
    if (auto done = statement->run(); !done)
        return unexpected(done.error());
    return true;
}

Result<bool> GovernanceRepository::remove(GovernanceKind kind, const std::string &id)
{
    auto statement = m_file.prepare("DELETE FROM governance_objects WHERE kind = ? AND id = ?");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, governanceKindName(kind));
    statement->bind(2, std::string_view(id));
    if (auto done = statement->run(); !done)
        return unexpected(done.error());
    return m_file.changedRows() > 0;
}

Result<std::vector<LimitCounter>> GovernanceRepository::loadCounters()
{
    auto statement = m_file.prepare("SELECT limit_id, window_began_us, used FROM limit_counters");
    if (!statement)
        return unexpected(statement.error());
    std::vector<LimitCounter> counters;
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            return counters;
        counters.push_back({{statement->text(0)}, wallTime(statement->microseconds(1)), statement->integer(2)});
    }
}

Result<bool> GovernanceRepository::saveCounters(const std::vector<LimitCounter> &counters)
{
    auto transaction = Transaction::begin(m_file);
    if (!transaction)
        return unexpected(transaction.error());
    auto statement =
        m_file.prepare("INSERT OR REPLACE INTO limit_counters (limit_id, window_began_us, used) VALUES (?, ?, ?)");
    if (!statement)
        return unexpected(statement.error());
    for (const LimitCounter &counter : counters) {
        statement->bind(1, std::string_view(counter.limit.value));
        statement->bind(2, sinceEpoch(counter.windowBegan));
        statement->bind(3, counter.used);
        if (auto written = statement->run(); !written)
            return unexpected(written.error());
    }
    if (auto committed = transaction->commit(); !committed)
        return unexpected(committed.error());
    return true;
}

Result<bool> GovernanceRepository::removeCounters(const std::vector<config::LimitId> &limits)
{
    auto statement = m_file.prepare("DELETE FROM limit_counters WHERE limit_id = ?");
    if (!statement)
        return unexpected(statement.error());
    for (const config::LimitId &limit : limits) {
        statement->bind(1, std::string_view(limit.value));
        if (auto done = statement->run(); !done)
            return unexpected(done.error());
    }
    return true;
}

} // namespace gateway::storage
