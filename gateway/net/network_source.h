// What the system tells of this computer's network.
#pragma once

#include <QObject>

#include <memory>
#include <optional>

namespace gateway::net {

// Lives on the main thread.
class NetworkSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // Whether there is any network beyond this computer; nothing: the system does not tell.
    virtual std::optional<bool> isReachable() const = 0;

signals:
    void changed(); // another network, none, or one again
};

// NetworkManager or GLib on Linux, the system's own elsewhere, by what Qt was built with. Where there is none, it knows
// nothing and says nothing. Needs the application object.
std::unique_ptr<NetworkSource> makeSystemNetworkSource();

} // namespace gateway::net
