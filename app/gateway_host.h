// Puts the gateway together and takes it apart, for the window and for servers alike.
#pragma once

#include "app/command_line.h"
#include "app/config_file_watch.h"

#include "gateway/admin/management_api.h"
#include "gateway/base/clock.h"
#include "gateway/base/result.h"
#include "gateway/secrets/secret_store.h"
#include "gateway/service/gateway_service.h"
#include "gateway/storage/storage_thread.h"

#include <QLockFile>
#include <QObject>

#include <functional>
#include <memory>

namespace app {

// Lives on the main thread. Order of life: lock, storage, secrets, service, management; the reverse at the end.
class GatewayHost : public QObject {
    Q_OBJECT
public:
    explicit GatewayHost(Options options, QObject *parent = nullptr);
    ~GatewayHost() override;

    // The folder that is in use; made with mode 0700 by open().
    QString dataFolder() const { return m_dataFolder; }

    // Before start(), for a port that was chosen earlier; the command line wins over it.
    void preferPort(quint16 port);

    // Claims the data folder and opens the databases. Conflict when another process has the folder.
    gateway::Result<bool> open();

    // Chooses the secret store, starts the workers and listens. `ready` is called once: with an error when nothing
    // could be started; a port that is busy is not such an error, the status tells it.
    void start(std::function<void(gateway::Result<bool>)> ready);

    // Lets running requests end within the limit, then calls `done`.
    void shutDown(std::chrono::milliseconds limit, std::function<void()> done);

    gateway::service::GatewayService &service() { return *m_service; }
    ConfigFileWatch &configurationFile() { return *m_configFile; } // after start()

private:
    void startService(gateway::secrets::SecretStore &store, const std::string &storeProblem,
                      const std::function<void(gateway::Result<bool>)> &ready);
    bool mayListen() const;
    void listen(const std::function<void(gateway::Result<bool>)> &ready);
    void takeOverConfiguration(std::function<void()> settled); // once every entry of the file is saved or refused
    void addDemoProviders();
    void addDemoKey(const gateway::api::ProviderView &provider);

    Options m_options;
    QString m_dataFolder;
    gateway::SystemClock m_clock;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<gateway::storage::StorageThread> m_storage;
    std::unique_ptr<gateway::secrets::SecretStore> m_secrets;
    std::unique_ptr<gateway::service::GatewayService> m_service;
    std::unique_ptr<gateway::admin::ManagementApi> m_management;
    std::unique_ptr<ConfigFileWatch> m_configFile;
};

} // namespace app
