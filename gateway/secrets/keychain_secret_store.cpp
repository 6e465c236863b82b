#include "gateway/secrets/keychain_secret_store.h"

#include <utility>

#include <qt6keychain/keychain.h>

#include <QTimer>

namespace gateway::secrets {

namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

SecretString takeSecret(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    SecretString secret(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    bytes.fill('\0');
    return secret;
}

std::string explain(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::AccessDeniedByUser: return "Access to the keychain was refused. Allow it when the system asks.";
    case QKeychain::AccessDenied: return "The keychain refuses access. Unlock it and try again.";
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return "This system offers no keychain. On Linux, install and start GNOME Keyring or KWallet.";
    case QKeychain::CouldNotDeleteEntry: return "The keychain could not delete the entry.";
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
    case QKeychain::OtherError: break;
    }
    return "The keychain cannot be reached. Check that a keychain service is running and unlocked.";
}

Error unavailable(std::string message, std::string privateDetail = {})
{
    return Error::internal(ErrorCode::SecretUnavailable, std::move(message), std::move(privateDetail));
}

SecretStore::Reply<SecretString> withoutValue(SecretStore::Reply<SecretStore::Done> reply)
{
    return [reply = std::move(reply)](Result<SecretString> outcome) {
        reply(outcome ? Result<SecretStore::Done>(SecretStore::Done{}) : unexpected(std::move(outcome.error())));
    };
}

} // namespace

struct KeychainSecretStore::Task {
    enum class Kind { Read, Write, Remove };

    Kind kind = Kind::Read;
    std::string reference;
    SecretString value; // for Write
    Reply<SecretString> reply;

    QKeychain::Job *makeJob(const QString &service) const
    {
        switch (kind) {
        case Kind::Read: return new QKeychain::ReadPasswordJob(service);
        case Kind::Remove: return new QKeychain::DeletePasswordJob(service);
        case Kind::Write: break;
        }
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setTextData(toQString(value.reveal()));
        return job;
    }
};

KeychainSecretStore::KeychainSecretStore(QString service, std::chrono::milliseconds patience)
    : m_service(std::move(service)), m_patience(patience)
{
}

KeychainSecretStore::~KeychainSecretStore() = default;

QString KeychainSecretStore::defaultService()
{
    return QStringLiteral("org.bilrost.Bilrost");
}

void KeychainSecretStore::read(const std::string &reference, Reply<SecretString> reply)
{
    enqueue({Task::Kind::Read, reference, {}, std::move(reply)});
}

void KeychainSecretStore::write(const std::string &reference, SecretString value, Reply<Done> reply)
{
    // Not every keychain keeps an empty value, and reading an absent one gives the same.
    if (value.isEmpty())
        return remove(reference, std::move(reply));
    enqueue({Task::Kind::Write, reference, std::move(value), withoutValue(std::move(reply))});
}

void KeychainSecretStore::remove(const std::string &reference, Reply<Done> reply)
{
    enqueue({Task::Kind::Remove, reference, {}, withoutValue(std::move(reply))});
}

void KeychainSecretStore::probe(Reply<Done> reply)
{
    enqueue({Task::Kind::Read, "availability-probe", {}, withoutValue(std::move(reply))});
}

void KeychainSecretStore::enqueue(Task task)
{
    m_waiting.push_back(std::move(task));
    if (m_waiting.size() == 1)
        postStart();
}

void KeychainSecretStore::postStart()
{
    QMetaObject::invokeMethod(this, &KeychainSecretStore::startNext, Qt::QueuedConnection);
}

void KeychainSecretStore::startNext()
{
    if (m_isRunning || m_waiting.empty())
        return;
    m_isRunning = true;
    const quint64 turn = ++m_turn;
    QKeychain::Job *job = m_waiting.front().makeJob(m_service);
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // never plain text in a settings file
    job->setKey(toQString(m_waiting.front().reference));
    connect(job, &QKeychain::Job::finished, this, [this, turn](QKeychain::Job *finished) {
        if (turn == m_turn && m_isRunning)
            jobFinished(finished);
    });
    QTimer::singleShot(m_patience, this, [this, turn] { giveUp(turn); });
    job->start();
}

void KeychainSecretStore::jobFinished(QKeychain::Job *job)
{
    if (job->error() == QKeychain::EntryNotFound)
        return finish(SecretString());
    if (job->error() != QKeychain::NoError)
        return finish(unexpected(unavailable(explain(job->error()), job->errorString().toStdString())));
    const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(job);
    finish(reading ? takeSecret(reading->textData()) : SecretString());
}

void KeychainSecretStore::giveUp(quint64 turn)
{
    if (turn == m_turn && m_isRunning)
        finish(unexpected(
            unavailable("The keychain did not answer. It may be waiting for its password: unlock it and try again.")));
}

void KeychainSecretStore::finish(Result<SecretString> outcome)
{
    Task task = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_isRunning = false;
    if (!m_waiting.empty())
        postStart();
    task.reply(std::move(outcome)); // last: it may destroy the store
}

} // namespace gateway::secrets
