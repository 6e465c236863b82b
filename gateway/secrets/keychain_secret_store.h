// Keeps secrets in the keychain of the operating system: Secret Service or KWallet, Keychain, Credential Store.
#pragma once

#include "gateway/secrets/secret_store.h"

#include <QObject>

#include <chrono>
#include <deque>

namespace QKeychain {
class Job;
}

namespace gateway::secrets {

// One job at a time, started from the event loop: QtKeychain's own queue starts the next one inside the finished
// signal of the last, where a nested dialog of the keychain would block it.
class KeychainSecretStore final : public QObject, public SecretStore {
    Q_OBJECT

public:
    // A keychain may ask a person for a password, so it gets this long to answer before the next job's turn.
    static constexpr std::chrono::seconds defaultPatience{120};

    explicit KeychainSecretStore(QString service = defaultService(),
                                 std::chrono::milliseconds patience = defaultPatience);
    ~KeychainSecretStore() override;

    static QString defaultService(); // "org.bilrost.Bilrost"

    StoreKind kind() const override { return StoreKind::Keychain; }
    void read(const std::string &reference, Reply<SecretString> reply) override;
    void write(const std::string &reference, SecretString value, Reply<Done> reply) override; // empty: as remove
    void remove(const std::string &reference, Reply<Done> reply) override;

    // Tells whether the keychain can be reached, by reading an entry that need not exist.
    void probe(Reply<Done> reply);

private:
    struct Task;
    void enqueue(Task task);
    void postStart();
    void startNext();
    void jobFinished(QKeychain::Job *job);
    void giveUp(quint64 turn);
    void finish(Result<SecretString> outcome);

    QString m_service;
    std::chrono::milliseconds m_patience;
    std::deque<Task> m_waiting; // the first one is running while m_isRunning
    bool m_isRunning = false;
    quint64 m_turn = 0; // counts jobs, so that a late answer of one that was given up is not taken for the next one's
};

} // namespace gateway::secrets
