// One call through a QNetworkAccessManager.
#pragma once

#include "gateway/net/upstream/deadline_watch.h"
#include "gateway/net/upstream/exchange_deadlines.h"
#include "gateway/net/upstream/manager_pool.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <optional>

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtNetwork/QHostInfo>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QSslError>

namespace gateway::net {

class NetworkAccessExchange final : public QObject, public UpstreamExchange, private Waiting {
public:
    NetworkAccessExchange(ManagerPool &managers, DeadlineWatch &watch, UpstreamRequest request,
                          UpstreamObserver &observer);
    ~NetworkAccessExchange() override;

    void begin(ProxyChoice &proxyChoice);

    void pause() override;
    void resume() override;
    UpstreamTiming timing() const override { return m_timing; }

private:
    void lookUp(const QNetworkProxy &proxy);
    void takeAddresses(const QHostInfo &info, const QNetworkProxy &proxy);
    std::optional<Error> refusalOfNumericHost() const;
    void send(const QNetworkProxy &proxy); // or waits in line
    void sendThrough(ManagerSlot &slot, const QNetworkProxy &proxy);
    void nameSystemProxy(const QNetworkProxy &proxy);
    void connectReply();
    void limitBuffer();
    void noteConnecting();
    void noteEncrypted();
    void noteSent();
    bool maySendAgain() const;
    Error closedWithoutAnswer() const;
    void deliverHead();
    void readMore();
    void handleFinished();
    void deliverEnd();
    std::optional<Error> findFailure() const;
    bool hasBody() const;
    void fail(const Error &error);
    void dropReply();

    SteadyTime deadline() const override;
    void deadlinePassed() override;

    // Both are null once the transport has gone.
    QPointer<ManagerPool> m_managers;
    QPointer<DeadlineWatch> m_watch;
    std::optional<ConnectionTicket> m_ticket; // while it waits for a connection
    ManagerSlot *m_slot = nullptr;            // as long as m_reply
    QPointer<QNetworkReply> m_reply;          // goes with its manager
    UpstreamRequest m_request;
    UpstreamObserver &m_observer;
    ExchangeDeadlines m_deadlines;
    UpstreamTiming m_timing;
    QList<QSslError> m_tlsErrors;
    std::optional<Error> m_fault; // told from the event loop
    std::optional<std::uint64_t> m_contentLength;
    std::uint64_t m_bodyBytes = 0;
    int m_status = 0;
    bool m_hasNewConnection = false; // the one that carries the request was opened for it
    bool m_hasFinished = false;
    bool m_isOver = false; // nothing is sent any more
};

} // namespace gateway::net
