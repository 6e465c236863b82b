// `system` and `messages` of a request -> messages of the hub.
#pragma once

#include "gateway/translation/dialects/anthropic_messages/member_reading.h"

#include <optional>
#include <vector>

namespace gateway::translation::anthropic {

std::optional<Error> decodeMessages(const Json &body, std::vector<Message> &messages);

} // namespace gateway::translation::anthropic
