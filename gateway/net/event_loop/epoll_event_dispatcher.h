// Runs a worker thread's events on epoll: half the CPU per socket event of Qt's own dispatchers on Linux.
#pragma once

#include <QAbstractEventDispatcher>

#include <memory>

namespace gateway::net {

// For a thread that serves many sockets; to be given to QThread::setEventDispatcher() before the thread starts.
// Null where Qt's own dispatcher is to be used (every system but Linux, or when epoll cannot be had).
std::unique_ptr<QAbstractEventDispatcher> makeWorkerEventDispatcher();

#ifdef Q_OS_LINUX

// Level-triggered. Changes of notifiers are collected and told to the kernel just before it is asked for events, because
// QTcpSocket switches its write notifier on and off around most writes. Timers are a heap; coarse and very coarse
// timers fire within their allowed 5 % or second, together where they can.
// Lives on the thread that uses it; wakeUp() and interrupt() from any thread.
class EpollEventDispatcher final : public QAbstractEventDispatcher {
    Q_OBJECT
public:
    explicit EpollEventDispatcher(QObject *parent = nullptr);
    ~EpollEventDispatcher() override;

    // False when the system gave no descriptors; such a dispatcher must not be used.
    bool isUsable() const;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

#endif

} // namespace gateway::net
