// The nine states of a request, from its start to its end.
#pragma once

#include <string_view>

namespace gateway {

enum class RequestState {
    InFlight,  // accepted, no answer yet
    Streaming, // the answer has begun
    Succeeded,
    ClientError,   // 4xx, but 429
    UpstreamError, // 5xx or the network
    RateLimited,   // 429
    Blocked,       // refused by us: host, origin, key
    Cancelled,     // the client left
    BrokenStream,  // the answer began and was cut
};

constexpr bool hasEnded(RequestState state)
{
    return state != RequestState::InFlight && state != RequestState::Streaming;
}

// What counts as a failure wherever requests are counted: refused, limited or broken. What its client cancelled does not.
constexpr bool hasFailed(RequestState state)
{
    switch (state) {
    case RequestState::ClientError:
    case RequestState::UpstreamError:
    case RequestState::RateLimited:
    case RequestState::Blocked:
    case RequestState::BrokenStream: return true;
    case RequestState::InFlight:
    case RequestState::Streaming:
    case RequestState::Succeeded:
    case RequestState::Cancelled: return false;
    }
    return false;
}

// Stable names for storage and tests: "in_flight", "broken_stream". Numbers are never stored.
std::string_view requestStateName(RequestState state);
RequestState requestStateFromName(std::string_view name); // unknown names: UpstreamError

} // namespace gateway
