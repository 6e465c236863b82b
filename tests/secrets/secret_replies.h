// Turns the replies of a secret store into values, by running the event loop.
#pragma once

#include "gateway/secrets/secret_store.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>
#include <optional>
#include <string>

namespace replies {

using gateway::Result;
using gateway::SecretString;
using gateway::secrets::SecretStore;

// Fails as SecretUnavailable with the text "no reply" when none comes.
template <typename Value, typename Call>
Result<Value> waitFor(Call call)
{
    auto outcome = std::make_shared<std::optional<Result<Value>>>();
    call([outcome](Result<Value> result) { outcome->emplace(std::move(result)); });
    if (outcome->has_value())
        return gateway::unexpected(gateway::Error::internal(gateway::ErrorCode::Internal, "replied inside the call"));
    if (!QTest::qWaitFor([outcome] { return outcome->has_value(); }, 60'000))
        return gateway::unexpected(gateway::Error::internal(gateway::ErrorCode::Internal, "no reply"));
    return std::move(**outcome);
}

inline Result<SecretString> read(SecretStore &store, const std::string &reference)
{
    return waitFor<SecretString>([&](auto reply) { store.read(reference, std::move(reply)); });
}

inline Result<SecretStore::Done> write(SecretStore &store, const std::string &reference, std::string_view value)
{
    return waitFor<SecretStore::Done>(
        [&](auto reply) { store.write(reference, SecretString(value), std::move(reply)); });
}

inline Result<SecretStore::Done> remove(SecretStore &store, const std::string &reference)
{
    return waitFor<SecretStore::Done>([&](auto reply) { store.remove(reference, std::move(reply)); });
}

// The secret, or the error's message, so that a comparison shows either.
inline std::string textOf(const Result<SecretString> &secret)
{
    return secret ? std::string(secret->reveal()) : "error: " + secret.error().message;
}

} // namespace replies
