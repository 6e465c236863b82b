// Sends stored requests to this gateway again, as a client on this computer would.
#pragma once

#include "gateway/api/inspector_views.h"
#include "gateway/base/request_record.h"
#include "gateway/base/result.h"

#include <QNetworkRequest>
#include <QObject>

class QNetworkAccessManager;

namespace gateway::service {

// What would be sent; `newId` becomes the id of the new record. Credentials and what HTTP makes itself are left out,
// values that were masked are too.
QNetworkRequest repeatedRequest(const RequestRecord &record, const api::ResendRequest &command, const QString &baseUrl,
                                const QString &newId);

// Why a record cannot be sent again; nothing when it can.
Result<void> checkRepeatable(const RequestRecord &record, const api::ResendRequest &command);

// Lives on the main thread. Answers are read and forgotten: the gateway keeps them in the new record.
class RequestResending : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void send(const QNetworkRequest &request, const RequestRecord &record, const api::ResendRequest &command,
              const QString &newId);

signals:
    void failed(const QString &newId, const QString &problem); // no answer came at all

private:
    QNetworkAccessManager *m_network = nullptr; // made with the first use: it has a thread of its own
};

} // namespace gateway::service
