// Writes and reads the JSON columns of hosted providers and their keys.
#pragma once

#include "gateway/config/provider_definition.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::storage {

using NameMap = std::map<std::string, std::string, std::less<>>;

// The readers take whatever is there and skip what does not fit: a damaged column must not hide a row.
std::string placeToJson(const config::KeyPlace &place);
config::KeyPlace placeFromJson(std::string_view json);

std::string namesToJson(const NameMap &names);
NameMap namesFromJson(std::string_view json);

std::string requestsToJson(const std::optional<std::vector<std::string>> &requests);
// A column that cannot be read allows nothing: what an owner forbade stays forbidden.
std::optional<std::vector<std::string>> requestsFromJson(std::string_view json);

} // namespace gateway::storage
