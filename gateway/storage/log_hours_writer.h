// Adds requests that are being stored to the sums of their hour in log_hours.
#pragma once

#include "gateway/base/request_record.h"
#include "gateway/storage/sqlite_file.h"

#include <compare>
#include <cstdint>
#include <map>
#include <string_view>

namespace gateway::storage {

// Lives on the writer thread. Called inside the transaction that stores the records. Only adding is done here, because it
// happens for every request: a whole batch is one statement for each row of sums, where a trigger would be one for each
// request. Deleting and pricing are followed by triggers of the database (0004_log_hours.sql).
class LogHoursWriter {
public:
    static Result<LogHoursWriter> create(SqliteFile &file);

    // A record that was just stored. It must live until store() or discard().
    void add(const RequestRecord &record);
    Result<void> store(); // what was added; it is forgotten then, also after an error
    void discard() { m_sums.clear(); }

private:
    // Which row; views into the records.
    struct Key {
        std::int64_t hour = 0; // since 1970
        RequestState state = RequestState::Succeeded;
        std::string_view provider;
        std::string_view model;
        std::string_view virtualKeyName;
        auto operator<=>(const Key &) const = default;
    };

    // What is added to it.
    struct Row {
        std::int64_t requests = 0;
        std::int64_t prompt = 0; // tokens, cached ones included
        std::int64_t output = 0;
        std::int64_t cacheRead = 0;
        std::int64_t cost = 0; // nano-dollars
        std::int64_t unpriced = 0;
        std::int64_t duration = 0; // microseconds
    };

    Result<void> write(const Key &key, const Row &row);

    SqliteStatement m_upsert;
    std::map<Key, Row> m_sums;
};

} // namespace gateway::storage
