// Brings what is settled on one thread to an object on another.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include <QtCore/QMetaObject>
#include <QtCore/QObject>

namespace gateway::net {

// The receiver may already be gone. Thread-safe.
class ThreadInbox {
public:
    explicit ThreadInbox(QObject &receiver) : m_receiver(&receiver) {}

    // Runs on the receiver's thread, from its event loop; never, once the receiver has gone.
    void post(std::function<void()> work)
    {
        const std::lock_guard lock(m_mutex);
        if (m_receiver)
            QMetaObject::invokeMethod(m_receiver, std::move(work), Qt::QueuedConnection);
    }
    void close() // by the receiver, before it is destroyed
    {
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
    }

private:
    std::mutex m_mutex;
    QObject *m_receiver;
};
using ThreadInboxPointer = std::shared_ptr<ThreadInbox>;

} // namespace gateway::net
