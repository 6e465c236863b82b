// Lets other threads post work to an object that may already be gone.
#pragma once

#include <QMetaObject>
#include <QObject>

#include <mutex>
#include <utility>

namespace gateway::service {

// Shared by pointer between the object's thread and those that post. Thread-safe.
class WorkerGate {
public:
    explicit WorkerGate(QObject &target) : m_target(&target) {}

    template <typename Work>
    void post(Work &&work)
    {
        const std::lock_guard lock(m_mutex);
        if (m_target)
            QMetaObject::invokeMethod(m_target, std::forward<Work>(work), Qt::QueuedConnection);
    }

    void close() // by the target, before it is destroyed
    {
        const std::lock_guard lock(m_mutex);
        m_target = nullptr;
    }

private:
    std::mutex m_mutex;
    QObject *m_target;
};

} // namespace gateway::service
