// Strong names, so that a provider's name cannot be passed where a key's id belongs.
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace gateway {

template <typename Tag>
struct Identifier {
    std::string value;

    bool isEmpty() const { return value.empty(); }
    auto operator<=>(const Identifier &) const = default;
};

using RequestId = Identifier<struct RequestIdTag>;   // a UUID, or the client's own x-request-id
using ProviderId = Identifier<struct ProviderIdTag>; // the name in "provider/model"; case-sensitive
using KeyId = Identifier<struct KeyIdTag>;           // a UUID

// A new random (version 4) UUID in its canonical text form; usable from any thread.
std::string makeUuid();

// A new version 7 UUID (RFC 9562 §5.7): begins with the milliseconds since 1970, so ids made later sort later. For
// request ids: random ones double the cost of storing a request, because each lands in another page of the index.
std::string makeTimeOrderedUuid();

} // namespace gateway

template <typename Tag>
struct std::hash<gateway::Identifier<Tag>> {
    std::size_t operator()(const gateway::Identifier<Tag> &identifier) const noexcept
    {
        return std::hash<std::string>{}(identifier.value);
    }
};
