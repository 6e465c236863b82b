#include "app/gateway_host.h"

#include "app/app_paths.h"
#include "app/bundled_data.h"

#include "gateway/net/network_source.h"
#include "gateway/secrets/secret_store_factory.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>

namespace app {

using gateway::Error;
using gateway::ErrorCode;
using gateway::Result;
using gateway::unexpected;
namespace api = gateway::api;
namespace secrets = gateway::secrets;
namespace service = gateway::service;

namespace {

Q_LOGGING_CATEGORY(host, "bilrost.gateway")

constexpr auto demoKeyVariable = "BILROST_DEMO_KEY";

secrets::StoreChoice storeChoice(SecretStoreChoice choice)
{
    switch (choice) {
    case SecretStoreChoice::Automatic: return secrets::StoreChoice::Automatic;
    case SecretStoreChoice::Keychain: return secrets::StoreChoice::Keychain;
    case SecretStoreChoice::Vault: return secrets::StoreChoice::Vault;
    case SecretStoreChoice::Memory: return secrets::StoreChoice::Memory;
    }
    return secrets::StoreChoice::Automatic;
}

Result<gateway::SecretString> readPassphrase(const QString &file)
{
    QByteArray passphrase = qgetenv("BILROST_PASSPHRASE");
    if (!file.isEmpty()) {
        QFile source(file);
        if (!source.open(QIODevice::ReadOnly)) {
            return unexpected(Error::client(ErrorCode::InvalidRequest, "The passphrase file cannot be read: "
                                                                           + source.errorString().toStdString()));
        }
        passphrase = source.readAll();
        while (passphrase.endsWith('\n') || passphrase.endsWith('\r'))
            passphrase.chop(1);
    }
    gateway::SecretString secret(std::string_view(passphrase.constData(), static_cast<std::size_t>(passphrase.size())));
    passphrase.fill('\0');
    qunsetenv("BILROST_PASSPHRASE"); // programs that are started from here have no need of it
    return secret;
}

// Opens the management API to who knows it, from everywhere.
std::string setupToken()
{
    return qEnvironmentVariable("BIFROST_SETUP_TOKEN").toStdString();
}

} // namespace

GatewayHost::GatewayHost(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_dataFolder(m_options.dataFolder.isEmpty() ? defaultDataFolder() : QDir(m_options.dataFolder).absolutePath())
{
}

GatewayHost::~GatewayHost()
{
    m_configFile.reset();
    m_service.reset();
    m_management.reset();
    m_secrets.reset();
    m_storage.reset();
}

void GatewayHost::preferPort(quint16 port)
{
    if (!m_options.isPortGiven)
        m_options.port = port;
}

Result<bool> GatewayHost::open()
{
    if (!QDir().mkpath(m_dataFolder)) {
        return unexpected(Error::internal(ErrorCode::StorageFailed,
                                          "The data folder " + m_dataFolder.toStdString() + " cannot be made."));
    }
    QFile::setPermissions(m_dataFolder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_lock = std::make_unique<QLockFile>(QDir(m_dataFolder).filePath(QStringLiteral("bilrost.lock")));
    m_lock->setStaleLockTime(0); // a lock is stale only when its process is gone
    if (!m_lock->tryLock(0)) {
        qint64 processId = 0;
        QString hostName;
        QString program;
        m_lock->getLockInfo(&processId, &hostName, &program);
        return unexpected(Error::client(ErrorCode::Conflict, "Another Bilrost (process " + std::to_string(processId)
                                                                 + ") uses " + m_dataFolder.toStdString() + "."));
    }
    gateway::storage::StorageOptions storageOptions;
    storageOptions.folder = m_dataFolder.toStdString();
    auto storage = gateway::storage::StorageThread::open(storageOptions);
    if (!storage)
        return unexpected(storage.error());
    m_storage = std::move(*storage);
    return true;
}

void GatewayHost::start(std::function<void(Result<bool>)> ready)
{
    auto passphrase = readPassphrase(m_options.passphraseFile);
    if (!passphrase) {
        ready(unexpected(passphrase.error()));
        return;
    }
    secrets::StoreRequest request;
    request.choice = storeChoice(m_options.secretStore);
    request.passphrase = std::move(*passphrase);
    request.folder = m_dataFolder.toStdString();
    secrets::chooseSecretStore(*this, std::move(request),
                               [this, ready = std::move(ready)](Result<secrets::StoreInForce> chosen) {
                                   if (!chosen) {
                                       ready(unexpected(chosen.error()));
                                       return;
                                   }
                                   m_secrets = std::move(chosen->store);
                                   startService(*m_secrets, chosen->problem, ready);
                               });
}

void GatewayHost::startService(secrets::SecretStore &store, const std::string &storeProblem,
                               const std::function<void(Result<bool>)> &ready)
{
    // Not a secret: the demo takes any value, but like the real ones it wants one. The key of an earlier demo is read
    // as soon as the service is made.
    if (!m_options.demoUrl.isEmpty())
        qputenv(demoKeyVariable, "demo");
    auto presets = readPresets();
    if (!presets) {
        ready(unexpected(presets.error()));
        return;
    }
    service::ServiceOptions options;
    if (m_options.workerCount > 0)
        options.workerCount = m_options.workerCount;
    options.captureLevel = m_options.captureLevel;
    options.priceList = readPriceLists();
    options.priceListFile = QDir(m_dataFolder).filePath(QStringLiteral("price-list.json"));
    for (const QString &name : m_options.allowedHosts)
        options.allowedHosts.push_back(name.toStdString());
    options.secretStoreProblem = QString::fromStdString(storeProblem);
    m_service = std::make_unique<service::GatewayService>(m_clock, *m_storage, store, std::move(*presets), options);
    m_management = std::make_unique<gateway::admin::ManagementApi>(*m_service, setupToken(),
                                                                   [this] { return m_service->metrics(); });
    m_management->setPriceLists(m_service->priceLists());
    m_management->setModels(m_service->models());
    m_management->setRecalculations(m_service->recalculations());
    m_service->setManagementHandler(
        [this](const auto &request, auto reply) { m_management->handle(request, std::move(reply)); });
    if (store.kind() == secrets::StoreKind::Memory) {
        qCWarning(host).noquote() << "Keys are kept in memory until this process ends." << options.secretStoreProblem;
    }
    addDemoProviders();
    takeOverConfiguration([this, ready] { m_service->governance().whenSettled([this, ready] { listen(ready); }); });
}

// Whoever reaches the address could manage the gateway, or use its keys, if nothing guarded it.
bool GatewayHost::mayListen() const
{
    const auto isLoopback = [](const QString &address) { return QHostAddress(address).isLoopback(); };
    return std::all_of(m_options.hosts.begin(), m_options.hosts.end(), isLoopback) || !setupToken().empty()
           || m_service->governance().admin().isNeeded;
}

void GatewayHost::listen(const std::function<void(Result<bool>)> &ready)
{
    if (!mayListen()) {
        ready(unexpected(Error::client(
            ErrorCode::InvalidRequest,
            "Bilrost listens beyond this computer only where management is guarded. Set up an administrator "
            "(auth_config in config.json), or a setup token (BIFROST_SETUP_TOKEN), or leave out --host and "
            "APP_HOST.")));
        return;
    }
    m_service->startListening({m_options.hosts, m_options.port}, [this, ready](const Result<api::Done> &listening) {
        if (listening)
            qCInfo(host).noquote() << "listening on" << m_service->status().baseUrl;
        else
            qCCritical(host).noquote() << QString::fromStdString(listening.error().message);
        ready(true);
        // Asking the system may load a part of Qt and speak to a daemon; the window need not wait for that.
        QTimer::singleShot(0, this, [this] { m_service->network().follow(gateway::net::makeSystemNetworkSource()); });
    });
}

void GatewayHost::takeOverConfiguration(std::function<void()> settled)
{
    const bool isAskedFor = !m_options.configFile.isEmpty();
    const QString path = isAskedFor ? m_options.configFile : QDir(m_dataFolder).filePath(QStringLiteral("config.json"));
    m_configFile = std::make_unique<ConfigFileWatch>(
        path, *m_service, m_clock, ConfigFileWatch::Rules{isAskedFor, m_options.captureLevel.has_value()});
    connect(m_configFile.get(), &ConfigFileWatch::problemChanged, m_service.get(),
            &service::GatewayService::setConfigurationProblem);
    m_configFile->start(std::move(settled));
}

// The demo provider imitates both families, so it is two providers here.
void GatewayHost::addDemoProviders()
{
    if (m_options.demoUrl.isEmpty())
        return;
    for (const char *family : {"openai", "anthropic"}) {
        api::SaveProvider command;
        const bool isOpenAi = qstrcmp(family, "openai") == 0;
        command.provider.name = isOpenAi ? QStringLiteral("demo") : QStringLiteral("demo-anthropic");
        command.provider.title = isOpenAi ? tr("Demo (OpenAI dialect)") : tr("Demo (Anthropic dialect)");
        command.provider.family = QLatin1String(family);
        command.provider.isCustom = true;
        command.provider.network.baseUrl = m_options.demoUrl;
        command.provider.network.proxyKind = QStringLiteral("none");
        m_service->saveProvider(command, [this](const Result<api::ProviderView> &saved) {
            if (saved)
                addDemoKey(*saved);
            else
                qCWarning(host).noquote() << QString::fromStdString(saved.error().message);
        });
    }
}

void GatewayHost::addDemoKey(const api::ProviderView &provider)
{
    if (!provider.keys.isEmpty())
        return;
    api::SaveProviderKey command;
    command.provider = provider.name;
    command.key.name = provider.name + QStringLiteral("-key");
    command.key.models = {QStringLiteral("*")};
    command.value = QStringLiteral("env.%1").arg(QLatin1String(demoKeyVariable));
    m_service->saveProviderKey(command, [](const Result<api::ProviderKeyView> &saved) {
        if (!saved)
            qCWarning(host).noquote() << QString::fromStdString(saved.error().message);
    });
}

void GatewayHost::shutDown(std::chrono::milliseconds limit, std::function<void()> done)
{
    if (!m_service) {
        done();
        return;
    }
    m_service->shutDown(limit, std::move(done));
}

} // namespace app
