// Counts how long answers took in their hour; the counts stay when the requests are deleted.
#pragma once

#include "gateway/base/request_record.h"
#include "gateway/storage/latency_histogram.h"
#include "gateway/storage/sqlite_file.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace gateway::storage {

// Lives on the writer thread. Called inside the transaction that stores the records. Requests that did not succeed are
// not counted: a refusal of a millisecond would make an average provider look quick.
class LatencyWriter {
public:
    static Result<LatencyWriter> create(SqliteFile &file);

    void add(const RequestRecord &record); // summed up in memory until store() or discard()
    Result<void> store();                  // what was added; it is forgotten then, also after an error
    void discard() { m_hours.clear(); }

private:
    struct Hour {
        LatencyHistogram firstToken; // of streams
        LatencyHistogram whole;
    };
    using Key = std::pair<std::int64_t, std::string>; // hours since 1970, provider

    Result<void> write(const Key &key, const Hour &added);

    SqliteStatement m_read;
    SqliteStatement m_upsert;
    std::map<Key, Hour> m_hours;
};

} // namespace gateway::storage
