// Keeps secrets by reference: read, write, remove; asynchronous, because a keychain may ask a person.
#pragma once

#include "gateway/base/result.h"
#include "gateway/base/secret_string.h"

#include <functional>
#include <string>

namespace gateway::secrets {

enum class StoreKind { Keychain, Vault, Memory };

// Lives on the main thread; replies come on it, later than the call, exactly once unless the store is destroyed first.
class SecretStore {
public:
    template <typename Value>
    using Reply = std::function<void(Result<Value>)>;
    struct Done {};

    virtual ~SecretStore() = default;
    virtual StoreKind kind() const = 0;

    // ErrorCode::SecretUnavailable when the store cannot be reached; a value that was never written is an empty secret.
    virtual void read(const std::string &reference, Reply<SecretString> reply) = 0;
    virtual void write(const std::string &reference, SecretString value, Reply<Done> reply) = 0;
    virtual void remove(const std::string &reference, Reply<Done> reply) = 0;
};

} // namespace gateway::secrets
