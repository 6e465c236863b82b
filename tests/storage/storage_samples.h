// Sample values and waits that the storage tests share.
#pragma once

#include "gateway/config/provider_definition.h"
#include "gateway/storage/storage_thread.h"

#include <QTemporaryDir>

#include <future>
#include <memory>
#include <string>

namespace samples {

// A record in which every field has a value of its own.
gateway::RequestRecord fullRecord(const std::string &id);
// A record as a refused request leaves it.
gateway::RequestRecord plainRecord(const std::string &id);
// A definition in which every field differs from its default; its secrets hold `secret`.
gateway::config::ProviderDefinition fullProvider(const std::string &id, const std::string &secret);

inline std::filesystem::path pathOf(const QTemporaryDir &folder)
{
    return folder.path().toStdString();
}

// Turns a reply on a storage thread into a value here.
template <typename Value, typename Post>
gateway::Result<Value> waitFor(Post post)
{
    auto promise = std::make_shared<std::promise<gateway::Result<Value>>>();
    auto future = promise->get_future();
    post([promise](gateway::Result<Value> result) { promise->set_value(std::move(result)); });
    return future.get();
}

inline gateway::Result<gateway::storage::HistoryPage>
queryPage(gateway::storage::StorageThread &storage, gateway::storage::HistoryQuery query, bool countMatching = false)
{
    return waitFor<gateway::storage::HistoryPage>(
        [&](auto reply) { storage.postQuery(std::move(query), countMatching, std::move(reply)); });
}

inline gateway::Result<gateway::storage::StoredRecord> readRecord(gateway::storage::StorageThread &storage,
                                                                  const std::string &id)
{
    return waitFor<gateway::storage::StoredRecord>(
        [&](auto reply) { storage.postRead(gateway::RequestId{id}, std::move(reply)); });
}

inline gateway::Result<bool> saveProvider(gateway::storage::StorageThread &storage,
                                          const gateway::config::ProviderDefinition &provider)
{
    return waitFor<bool>([&](auto reply) { storage.postSaveProvider(provider, std::move(reply)); });
}

// All bytes of all files in the folder, to look for what must not be there.
std::string allBytesOf(const std::filesystem::path &folder);

} // namespace samples
