// Messages of application/vnd.amazon.eventstream, written apart from the gateway's reader.
#pragma once

#include "tools/demo_provider/stream_frame.h"

namespace demo_provider::bedrock {

[[nodiscard]] StreamFrame event(const std::string &type, const OrderedJson &data, bool paced = false);
[[nodiscard]] StreamFrame exception(const std::string &type, const OrderedJson &data);
/// An event whose payload need not be JSON.
[[nodiscard]] StreamFrame rawEvent(const std::string &type, const std::string &payload);

} // namespace demo_provider::bedrock
