// Whether this computer has a network. A part of the narrow waist.
#pragma once

#include <QObject>

namespace gateway::api {

// Lives on the main thread as long as its gateway.
class NetworkFacade : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // There is no network beyond this computer: providers on it can be reached, others cannot. False where the system does
    // not tell.
    virtual bool isOffline() const = 0;

signals:
    void offlineChanged(bool isOffline);
};

} // namespace gateway::api
