#include "gateway/service/kept_values.h"

#include "gateway/service/view_conversion.h"

#include <QLoggingCategory>

#include <string_view>

namespace gateway::service {

namespace {

Q_LOGGING_CATEGORY(keys, "bilrost.keys")

constexpr std::size_t shownHashBytes = 8;

} // namespace

std::string keptValueReference(const config::VirtualKey &key)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string reference = "virtual-key-value/" + key.id.value + "/";
    for (std::size_t index = 0; index < shownHashBytes; ++index) {
        reference.push_back(digits[key.hash.bytes[index] >> 4U]);
        reference.push_back(digits[key.hash.bytes[index] & 15U]);
    }
    return reference;
}

void KeptValues::write(const config::VirtualKey &key, const SecretString &value, Reply<void> reply)
{
    if (m_secrets.kind() == secrets::StoreKind::Memory) {
        m_mainGate->post([reply = std::move(reply)] {
            reply(unexpected(Error::client(ErrorCode::InvalidRequest,
                                           "Values of virtual keys can only be kept in a keychain or a vault, and "
                                           "there is neither. Leave keep_value out, or set up a vault.")));
        });
        return;
    }
    m_secrets.write(keptValueReference(key), value,
                    [gate = m_mainGate, reply = std::move(reply)](const Result<secrets::SecretStore::Done> &written) {
                        Result<void> done;
                        if (!written)
                            done = unexpected(written.error());
                        gate->post([reply, done] { reply(done); });
                    });
}

void KeptValues::read(const config::VirtualKey &key, Reply<SecretString> reply)
{
    m_secrets.read(keptValueReference(key),
                   [gate = m_mainGate, reply = std::move(reply)](const Result<SecretString> &value) {
                       gate->post([reply, value] { reply(value); });
                   });
}

void KeptValues::remove(const config::VirtualKey &key, Reply<void> reply)
{
    m_secrets.remove(keptValueReference(key),
                     [gate = m_mainGate, reply = std::move(reply)](const Result<secrets::SecretStore::Done> &removed) {
                         Result<void> done;
                         if (!removed)
                             done = unexpected(removed.error());
                         gate->post([reply, done] { reply(done); });
                     });
}

void KeptValues::forget(const config::VirtualKey &key)
{
    if (!key.hasKeptValue)
        return;
    m_secrets.remove(keptValueReference(key), [entry = keptValueReference(key)](const auto &removed) {
        if (!removed)
            qCWarning(keys).noquote() << "the entry" << toText(entry)
                                      << "stays in the secret store:" << toText(removed.error().message);
    });
}

} // namespace gateway::service
