// What WebSockets at /ws hear (bifrost-api §5.2): requests as they run and end, and what of the configuration changed.
#pragma once

#include "gateway/api/gateway_facade.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <string>

namespace gateway::service {

// Lives on the main thread as a part of its gateway. While nobody listens it does nothing.
class EventStream final : public QObject {
    Q_OBJECT
public:
    // `send` gets one JSON text a message.
    EventStream(api::GatewayFacade &gateway, std::function<void(std::string)> send);

    void setListened(bool isListened);
    // {"type":"log","operation":"create" or "update","data":{entry as in GET /api/logs}}
    void tellRequests(const QList<api::RequestSummary> &requests);

private:
    // {"type":"store_update","tags":["Providers"]}
    void tellStoreUpdate(const char *tag);

    std::function<void(std::string)> m_send;
    QSet<QString> m_running; // ids that were told of and have not ended
    bool m_isListened = false;
};

} // namespace gateway::service
