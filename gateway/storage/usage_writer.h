// Adds what requests used to the totals of their hour, which stay when the requests are deleted.
#pragma once

#include "gateway/base/request_record.h"
#include "gateway/storage/sqlite_file.h"

#include <compare>
#include <cstdint>
#include <map>
#include <string_view>

namespace gateway::storage {

// Lives on the writer thread. Called inside the transaction that stores, or changes, the records.
class UsageWriter {
public:
    static Result<UsageWriter> create(SqliteFile &file);

    // A record that was just stored. It is summed up in memory and must live until store() or discard(): many requests
    // of a batch belong to the same row, which is then written once.
    void add(const RequestRecord &record);
    Result<void> store(); // what was added; it is forgotten then, also after an error
    void discard() { m_sums.clear(); }

    // A stored record whose attempts got a price: the difference is stored at once.
    Result<void> change(const RequestRecord &before, const RequestRecord &after);

private:
    // Which row; views into the records.
    struct Key {
        std::int64_t hour = 0; // since 1970
        std::string_view provider;
        std::string_view model;
        std::string_view askedModel;
        std::string_view keyName;
        std::string_view virtualKeyName;
        std::string_view client;
        auto operator<=>(const Key &) const = default;
    };

    // What is added to it.
    struct Row {
        std::int64_t requests = 0;
        std::int64_t errors = 0;
        std::int64_t attempts = 0;
        std::int64_t uncachedInput = 0;
        std::int64_t cacheRead = 0;
        std::int64_t cacheWrite = 0;
        std::int64_t output = 0;
        std::int64_t reasoning = 0;
        std::int64_t cost = 0; // nano-dollars
        std::int64_t unpriced = 0;
        std::int64_t partial = 0;
        std::int64_t cachedCost = 0; // nano-dollars
        std::int64_t cachedAsFresh = 0;
        void add(const AttemptRecord &attempt, std::int64_t sign);
    };

    static Key keyOf(const RequestRecord &record);
    static Key keyOf(const RequestRecord &record, const AttemptRecord &attempt);
    Result<void> write(const Key &key, const Row &row);

    SqliteStatement m_upsert;
    std::map<Key, Row> m_sums;
};

} // namespace gateway::storage
