#include "gateway/storage/record_row.h"

#include "gateway/storage/record_codec.h"
#include "gateway/storage/stored_time.h"

namespace gateway::storage {

StoredRecord recordFromRow(const SqliteStatement &row)
{
    StoredRecord stored;
    stored.sequence = row.integer(0);
    RequestRecord &record = stored.record;
    int column = 0;
    record.id.value = row.text(++column);
    record.startedAt = wallTime(row.microseconds(++column));
    record.duration = row.microseconds(++column);
    record.state = requestStateFromName(row.bytes(++column));
    record.client = row.text(++column);
    record.operation = row.text(++column);
    record.dialect = row.text(++column);
    record.askedModel = row.text(++column);
    record.provider = row.text(++column);
    record.model = row.text(++column);
    record.keyName = row.text(++column);
    record.answeredModel = row.text(++column);
    record.sessionId = row.text(++column);
    record.status = static_cast<int>(row.integer(++column));
    record.finishReason = row.text(++column);
    record.errorCode = row.text(++column);
    record.errorText = row.text(++column);
    record.isStream = row.boolean(++column);
    record.firstByteAt = row.optionalMicroseconds(++column);
    record.overhead = row.microseconds(++column);
    record.usage.uncachedInput = row.optionalInteger(++column);
    record.usage.cacheRead = row.optionalInteger(++column);
    record.usage.cacheWrite = row.optionalInteger(++column);
    record.usage.output = row.optionalInteger(++column);
    record.usage.reasoning = row.optionalInteger(++column);
    record.requestBytes = static_cast<std::uint64_t>(row.integer(++column));
    record.responseBytes = static_cast<std::uint64_t>(row.integer(++column));
    record.method = row.text(++column);
    record.path = row.text(++column);
    record.peerAddress = row.text(++column);
    record.attempts = decodeAttempts(row.bytes(++column));
    record.virtualKeyName = row.text(++column);
    if (const auto cost = row.optionalInteger(++column))
        record.cost = Money{*cost};
    record.unpricedAttempts = static_cast<int>(row.integer(++column));
    record.keyId = row.text(++column);
    record.virtualKeyId = row.text(++column);
    return stored;
}

} // namespace gateway::storage
