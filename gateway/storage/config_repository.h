// Turns rows of the configuration database into definitions and back; never sees a secret's value.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/storage/storage_thread.h"

#include <string>
#include <string_view>

namespace gateway::storage {

class SqliteFile;

// Every change is one transaction that is on the disk when the call returns. Lives on the thread of its file.
class ConfigRepository {
public:
    explicit ConfigRepository(SqliteFile &file) : m_file(file) {}

    Result<StoredConfig> load(); // providers sorted by id, keys in their order

    // Creates or replaces the provider and all of its keys. True: it is new. ErrorCode::Conflict when a key's name or
    // id belongs to another key.
    Result<bool> saveProvider(const config::ProviderDefinition &provider);
    Result<bool> removeProvider(const ProviderId &provider); // false: there was none
    Result<bool> saveClientSettings(const config::ClientSettings &settings);

private:
    Result<std::vector<config::ProviderDefinition>> loadProviders();
    Result<void> loadKeys(config::ProviderDefinition &provider);
    Result<config::ClientSettings> loadClientSettings();
    Result<void> writeProvider(const config::ProviderDefinition &provider);
    Result<void> writeKeys(const config::ProviderDefinition &provider);
    Result<void> refuseForeignKeyNames(const config::ProviderDefinition &provider);

    SqliteFile &m_file;
};

} // namespace gateway::storage
