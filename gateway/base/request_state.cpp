#include "gateway/base/request_state.h"

#include <array>
#include <utility>

namespace gateway {

namespace {

constexpr std::array names{
    std::pair{RequestState::InFlight, std::string_view("in_flight")},
    std::pair{RequestState::Streaming, std::string_view("streaming")},
    std::pair{RequestState::Succeeded, std::string_view("succeeded")},
    std::pair{RequestState::ClientError, std::string_view("client_error")},
    std::pair{RequestState::UpstreamError, std::string_view("upstream_error")},
    std::pair{RequestState::RateLimited, std::string_view("rate_limited")},
    std::pair{RequestState::Blocked, std::string_view("blocked")},
    std::pair{RequestState::Cancelled, std::string_view("cancelled")},
    std::pair{RequestState::BrokenStream, std::string_view("broken_stream")},
};

} // namespace

std::string_view requestStateName(RequestState state)
{
    for (const auto &[value, name] : names) {
        if (value == state)
            return name;
    }
    return {};
}

RequestState requestStateFromName(std::string_view name)
{
    for (const auto &[value, candidate] : names) {
        if (candidate == name)
            return value;
    }
    return RequestState::UpstreamError;
}

} // namespace gateway
