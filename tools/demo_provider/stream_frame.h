// One server-sent event of a prepared stream.
#pragma once

#include "tools/demo_provider/field_check.h"

#include <string>
#include <vector>

namespace demo_provider {

struct StreamFrame {
    std::string bytes;
    /// Waits for the pace before it is sent: a piece that a model would have to think of.
    bool paced = false;
};
using StreamFrames = std::vector<StreamFrame>;

[[nodiscard]] inline StreamFrame dataFrame(const OrderedJson &data, bool paced = false)
{
    return {"data: " + dumped(data) + "\n\n", paced};
}

[[nodiscard]] inline StreamFrame eventFrame(const std::string &event, const OrderedJson &data, bool paced = false)
{
    return {"event: " + event + "\ndata: " + dumped(data) + "\n\n", paced};
}

} // namespace demo_provider
