// What Bifrost's answers call config_hash: changes with the content of an object.
#pragma once

#include "gateway/admin/json_text.h"

#include <string>

namespace gateway::admin {

std::string configHashOf(const Json &content); // SHA-256, hexadecimal

} // namespace gateway::admin
