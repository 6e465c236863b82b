// Keeps values of virtual keys in the secret store for those who want to have them again: one entry for each value, so
// that none is overwritten before the next one is in force.
#pragma once

#include "gateway/base/result.h"
#include "gateway/base/secret_string.h"
#include "gateway/config/virtual_key.h"
#include "gateway/secrets/secret_store.h"
#include "gateway/service/worker_gate.h"

#include <functional>
#include <memory>
#include <string>

namespace gateway::service {

// "virtual-key-value/<id>/<beginning of the hash of the value>"
std::string keptValueReference(const config::VirtualKey &key);

// Lives on the main thread; replies come later, and not at all once the gate is closed. Borrows the store.
class KeptValues {
public:
    template <typename Value>
    using Reply = std::function<void(const Result<Value> &)>;

    KeptValues(secrets::SecretStore &secrets, std::shared_ptr<WorkerGate> mainGate)
        : m_secrets(secrets), m_mainGate(std::move(mainGate))
    {
    }

    // InvalidRequest where the store ends with the process: nothing could be had from it after that.
    void write(const config::VirtualKey &key, const SecretString &value, Reply<void> reply);
    // An empty secret when there is no such entry.
    void read(const config::VirtualKey &key, Reply<SecretString> reply);
    void remove(const config::VirtualKey &key, Reply<void> reply);
    // Removes without an answer: a failure is told in the log. Nothing where nothing is kept.
    void forget(const config::VirtualKey &key);

private:
    secrets::SecretStore &m_secrets;
    std::shared_ptr<WorkerGate> m_mainGate;
};

} // namespace gateway::service
