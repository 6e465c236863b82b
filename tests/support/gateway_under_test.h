// A whole gateway on a free port with a temporary folder, and a plain client for it.
#pragma once

#include "gateway/admin/management_api.h"
#include "gateway/secrets/memory_secret_store.h"
#include "gateway/service/gateway_service.h"

#include <memory>

#include <QByteArray>
#include <QTcpSocket>
#include <QTemporaryDir>

namespace tests {

struct ClientAnswer {
    int status = 0; // 0: the connection ended before a head came
    QByteArray head;
    QByteArray body;      // without the framing of chunks
    bool isWhole = false; // all that the framing promised has come
};

// One request on a connection of its own. Lives on the thread of its test.
class ClientCall : public QObject {
public:
    ClientCall(quint16 port, const QByteArray &method, const QByteArray &path, const QByteArray &body,
               const QByteArray &headers = {});

    bool hasEnded() const { return m_hasEnded; }
    ClientAnswer answer() const;

private:
    QTcpSocket m_socket;
    QByteArray m_received;
    bool m_hasEnded = false;
};

class GatewayUnderTest {
public:
    // Starts listening and waits for it; ends the program when that fails. `clock`: what decides of pauses and rests;
    // null: the system's.
    explicit GatewayUnderTest(int workerCount = 2, std::unique_ptr<gateway::Clock> clock = nullptr);
    ~GatewayUnderTest();

    quint16 port() const { return m_port; }
    gateway::service::GatewayService &service() { return *m_service; }

    // Waits for the answer.
    ClientAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                      const QByteArray &headers = {});
    // A provider of that family ("openai", "anthropic", "gemini") with one key, at an address without TLS.
    void addProvider(const QByteArray &name, const QByteArray &family, const QByteArray &baseUrl,
                     const QByteArray &moreOfNetworkConfig = {});

private:
    QTemporaryDir m_folder;
    std::unique_ptr<gateway::Clock> m_clock;
    std::unique_ptr<gateway::storage::StorageThread> m_storage;
    gateway::secrets::MemorySecretStore m_secrets;
    std::unique_ptr<gateway::service::GatewayService> m_service;
    std::unique_ptr<gateway::admin::ManagementApi> m_management;
    quint16 m_port = 0;
};

} // namespace tests
