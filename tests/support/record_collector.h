// Keeps the records that are handed over.
#pragma once

#include "gateway/base/request_record.h"

#include <vector>

namespace tests {

class RecordCollector final : public gateway::RecordSink {
public:
    void postRecord(gateway::RequestRecord record) override { records.push_back(std::move(record)); }

    std::vector<gateway::RequestRecord> records;
};

} // namespace tests
