// Writes and reads the small JSON texts of database columns, exactly for any bytes.
//
// JSON is Unicode text, headers are bytes (RFC 9110 §5.5 allows obs-text). A string that is not valid UTF-8 is written
// as {"hex":"..."}, so that it is read back byte by byte.
#pragma once

#include "gateway/base/header_list.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gateway::storage {

void appendJsonString(std::string &json, std::string_view text);
void appendJsonHeaders(std::string &json, const HeaderList &headers);               // [["name","value"], ...]
void appendJsonStrings(std::string &json, const std::vector<std::string> &strings); // ["a", ...]

// The readers take whatever is there and skip what does not fit: a damaged column must not hide a row.
std::string stringFromJson(const nlohmann::json &value);
HeaderList headersFromJson(const nlohmann::json &value);
std::vector<std::string> stringsFromJson(const nlohmann::json &value);
nlohmann::json parseJson(std::string_view text); // null when it cannot be parsed

} // namespace gateway::storage
