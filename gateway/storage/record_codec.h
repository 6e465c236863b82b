// Packs the parts of a record that no query asks for into compact columns.
#pragma once

#include "gateway/base/request_record.h"

#include <string>
#include <string_view>
#include <vector>

namespace gateway::storage {

// The writers fill a string that the caller reuses. Nothing to keep gives an empty text.
void encodeAttempts(const std::vector<AttemptRecord> &attempts, std::string &json);
std::vector<AttemptRecord> decodeAttempts(std::string_view json);

// Headers, notes and the provider's usage.
void encodeDetails(const RequestRecord &record, std::string &json);
void decodeDetails(std::string_view json, RequestRecord &record);

// Differences as LEB128: 2 to 5 bytes a mark instead of 16.
void encodeMarks(const std::vector<StreamMark> &marks, std::string &bytes);
std::vector<StreamMark> decodeMarks(std::string_view bytes);

} // namespace gateway::storage
