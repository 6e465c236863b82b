#include "gateway/storage/resilience_repository.h"

#include "gateway/storage/config_names.h"
#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/stored_time.h"

namespace gateway::storage {

namespace {

using config::HealthState;
using config::ResilienceSettings;
using config::StoredCircuit;
using config::StoredKeyRest;

// Calls `take` for each row of the query.
template <typename Take>
Result<void> forEachRow(SqliteFile &file, std::string_view query, Take take)
{
    auto statement = file.prepare(query);
    if (!statement)
        return unexpected(statement.error());
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            return {};
        take(*statement);
    }
}

} // namespace

Result<ResilienceSettings> ResilienceRepository::loadSettings()
{
    ResilienceSettings settings;
    const auto done = forEachRow(m_file,
                                 "SELECT rescue, slow_start_ms, longest_retry_after_ms, held_tokens, is_balanced"
                                 " FROM resilience_settings WHERE id = 1",
                                 [&settings](const SqliteStatement &row) {
                                     settings.rescue = fromStoredName<ResilienceSettings::Rescue>(row.bytes(0));
                                     settings.slowStartAfter = std::chrono::milliseconds(row.integer(1));
                                     settings.longestRetryAfter = std::chrono::milliseconds(row.integer(2));
                                     settings.heldTokens = static_cast<int>(row.integer(3));
                                     settings.isBalanced = row.boolean(4);
                                 });
    if (!done)
        return unexpected(done.error());
    return settings;
}

Result<bool> ResilienceRepository::saveSettings(const ResilienceSettings &settings)
{
    auto statement = m_file.prepare("INSERT OR REPLACE INTO resilience_settings"
                                    " (id, rescue, slow_start_ms, longest_retry_after_ms, held_tokens, is_balanced)"
                                    " VALUES (1, ?, ?, ?, ?, ?)");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, storedName(settings.rescue));
    statement->bind(2, std::int64_t{settings.slowStartAfter.count()});
    statement->bind(3, std::int64_t{settings.longestRetryAfter.count()});
    statement->bind(4, std::int64_t{settings.heldTokens});
    statement->bind(5, settings.isBalanced);
    if (auto done = statement->run(); !done)
        return unexpected(done.error());
    return true;
}

Result<HealthState> ResilienceRepository::loadHealth()
{
    HealthState health;
    auto done =
        forEachRow(m_file,
                   "SELECT provider_id, model, key_id, is_open, failures_in_a_row, pauses, last_failure,"
                   " opens_until_us, is_held FROM target_circuits",
                   [&health](const SqliteStatement &row) {
                       health.circuits.push_back({row.text(0), row.text(1), row.text(2), row.boolean(3),
                                                  static_cast<int>(row.integer(4)), static_cast<int>(row.integer(5)),
                                                  row.text(6), wallTime(row.microseconds(7)), row.boolean(8)});
                   });
    if (done) {
        done = forEachRow(m_file, "SELECT key_id, until_us FROM resting_keys", [&health](const SqliteStatement &row) {
            health.resting.push_back({row.text(0), wallTime(row.microseconds(1))});
        });
    }
    if (!done)
        return unexpected(done.error());
    return health;
}

Result<bool> ResilienceRepository::saveHealth(const HealthState &health)
{
    auto transaction = Transaction::begin(m_file);
    if (!transaction)
        return unexpected(transaction.error());
    if (auto done = writeCircuits(health.circuits); !done)
        return unexpected(done.error());
    if (auto done = writeRests(health.resting); !done)
        return unexpected(done.error());
    if (auto done = transaction->commit(); !done)
        return unexpected(done.error());
    return true;
}

Result<void> ResilienceRepository::writeCircuits(const std::vector<StoredCircuit> &circuits)
{
    if (auto done = m_file.execute("DELETE FROM target_circuits"); !done)
        return done;
    auto statement = m_file.prepare("INSERT OR REPLACE INTO target_circuits (provider_id, model, key_id, is_open,"
                                    " failures_in_a_row, pauses, last_failure, opens_until_us, is_held)"
                                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!statement)
        return unexpected(statement.error());
    for (const StoredCircuit &circuit : circuits) {
        statement->bind(1, std::string_view(circuit.provider));
        statement->bind(2, std::string_view(circuit.model));
        statement->bind(3, std::string_view(circuit.keyId));
        statement->bind(4, circuit.isOpen);
        statement->bind(5, std::int64_t{circuit.failuresInARow});
        statement->bind(6, std::int64_t{circuit.pauses});
        statement->bind(7, std::string_view(circuit.lastFailure));
        statement->bind(8, sinceEpoch(circuit.opensUntil));
        statement->bind(9, circuit.isHeld);
        if (auto done = statement->run(); !done)
            return done;
    }
    return {};
}

Result<void> ResilienceRepository::writeRests(const std::vector<StoredKeyRest> &rests)
{
    if (auto done = m_file.execute("DELETE FROM resting_keys"); !done)
        return done;
    auto statement = m_file.prepare("INSERT OR REPLACE INTO resting_keys (key_id, until_us) VALUES (?, ?)");
    if (!statement)
        return unexpected(statement.error());
    for (const StoredKeyRest &rest : rests) {
        statement->bind(1, std::string_view(rest.keyId));
        statement->bind(2, sinceEpoch(rest.until));
        if (auto done = statement->run(); !done)
            return done;
    }
    return {};
}

} // namespace gateway::storage
