// Finds the virtual key that a request shows, and says why it is refused.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/header_list.h"
#include "gateway/base/result.h"
#include "gateway/config/governance.h"

#include <string_view>

namespace gateway::access {

// Borrows from the request.
struct ShownCredentials {
    const HeaderList &headers;
    std::string_view query{}; // of the target, without '?'
};

// Null when no key is shown and none is needed. The key is borrowed from `governance`.
//
// Looked at in Bifrost's order (bifrost-api §3.1): x-bf-vk, Authorization, x-api-key, x-goog-api-key, api-key, then the
// parameter "key" of Gemini's clients. What looks like a virtual key ("sk-bf-...", or anything in x-bf-vk) must be one;
// other values are dummies to be ignored, unless one is the exact value of a key that was configured without the prefix.
//
// Errors: VirtualKeyRequired, VirtualKeyUnknown, VirtualKeyBlocked; SecretUnavailable while the secret that the hashes
// were made with cannot be read. A lookup compares hashes under a secret key, so its time says nothing about values.
Result<const config::VirtualKey *> authenticate(const ShownCredentials &shown, const config::Governance &governance,
                                                WallTime now);

} // namespace gateway::access
