// Adds what requests used to the totals of their hour, which stay when the requests are deleted.
#pragma once

#include "gateway/base/request_record.h"
#include "gateway/storage/sqlite_file.h"

namespace gateway::storage {

// Lives on the writer thread. Called inside the transaction that stores, or changes, the record.
class UsageWriter {
public:
    static Result<UsageWriter> create(SqliteFile &file);

    // A record that was just stored.
    Result<void> add(const RequestRecord &record);
    // A stored record whose attempts got a price: the difference is added.
    Result<void> change(const RequestRecord &before, const RequestRecord &after);

private:
    // What is added to one row.
    struct Row {
        const std::string *provider = nullptr;
        const std::string *model = nullptr;
        const std::string *keyName = nullptr;
        std::int64_t requests = 0;
        std::int64_t errors = 0;
        std::int64_t attempts = 0;
        TokenUsage usage;
        std::int64_t cost = 0;
        std::int64_t unpriced = 0;
        std::int64_t partial = 0;
    };

    static Row rowOf(const AttemptRecord &attempt, std::int64_t sign);
    Result<void> write(const RequestRecord &record, const Row &row);

    SqliteStatement m_upsert;
};

} // namespace gateway::storage
