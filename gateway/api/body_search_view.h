// Whether what requests and answers say can be searched. Plain data.
#pragma once

namespace gateway::api {

struct BodySearchView {
    bool isOn = false;
    double share = 1.0; // of the stored requests that can be searched already, about; 0 to 1
    bool operator==(const BodySearchView &) const = default;
};

} // namespace gateway::api
