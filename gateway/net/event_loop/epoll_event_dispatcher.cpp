#include "gateway/net/event_loop/epoll_event_dispatcher.h"

#ifdef Q_OS_LINUX

#include "gateway/net/event_loop/timer_queue.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>
#include <QTimerEvent>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <limits>
#include <vector>

namespace gateway::net {

namespace {

constexpr std::array<std::uint32_t, 3> notifierEvents{EPOLLIN, EPOLLOUT, EPOLLPRI};
constexpr int eventsPerRound = 128;

} // namespace

class EpollEventDispatcher::Private {
public:
    using Clock = std::chrono::steady_clock;
    using Events = std::array<epoll_event, eventsPerRound>;

    // The notifiers of one descriptor, one of each QSocketNotifier::Type at most (Qt allows no more).
    struct Descriptor {
        std::array<QSocketNotifier *, 3> notifiers{};
        std::uint32_t told = 0; // what the kernel was told to watch for the notifiers that are here now
        bool isKnown = false;   // the kernel has an entry
        bool isChanged = false; // stands in `changed`
    };

    Private() : epollDescriptor(epoll_create1(EPOLL_CLOEXEC)), wakeDescriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = wakeDescriptor;
        isUsable = epollDescriptor >= 0 && wakeDescriptor >= 0
                   && epoll_ctl(epollDescriptor, EPOLL_CTL_ADD, wakeDescriptor, &event) == 0;
    }
    ~Private()
    {
        if (epollDescriptor >= 0)
            close(epollDescriptor);
        if (wakeDescriptor >= 0)
            close(wakeDescriptor);
    }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    Descriptor &entryOf(qintptr socket)
    {
        const auto index = static_cast<std::size_t>(socket);
        if (index >= descriptors.size())
            descriptors.resize(index + 64);
        return descriptors[index];
    }

    void markChanged(qintptr socket, Descriptor &entry)
    {
        if (entry.isChanged)
            return;
        entry.isChanged = true;
        changed.push_back(static_cast<int>(socket));
    }

    void tellKernel();
    void tellKernel(int descriptor, Descriptor &entry) const;
    int waitForSockets(Events &events, int timeout);
    bool waitForWakeUp(int timeout);
    int deliver(int descriptor, std::uint32_t occurred);
    int deliverTimers();
    int timeoutFor(bool mayWait, bool withTimers);
    void takeWakeUp();

    int epollDescriptor;
    int wakeDescriptor;
    bool isUsable = false;
    std::atomic<bool> isWakeUpPending{false}; // the eventfd was written for a wake-up from another thread
    std::atomic<bool> isInterrupted{false};
    bool hasLocalWakeUp = false;         // from our own thread, which needs no eventfd: it is not asleep
    std::vector<Descriptor> descriptors; // by number
    std::vector<int> changed;
    TimerQueue timers;
};

void EpollEventDispatcher::Private::tellKernel()
{
    for (const int descriptor : changed) {
        Descriptor &entry = descriptors[static_cast<std::size_t>(descriptor)];
        entry.isChanged = false;
        tellKernel(descriptor, entry);
    }
    changed.clear();
}

void EpollEventDispatcher::Private::tellKernel(int descriptor, Descriptor &entry) const
{
    std::uint32_t wanted = 0;
    for (std::size_t type = 0; type < notifierEvents.size(); ++type) {
        if (entry.notifiers[type] != nullptr)
            wanted |= notifierEvents[type];
    }
    if (wanted == 0) {
        // A closed descriptor has left the set by itself; the error says just that.
        if (entry.isKnown)
            epoll_ctl(epollDescriptor, EPOLL_CTL_DEL, descriptor, nullptr);
        entry.isKnown = false;
        return;
    }
    if (wanted == entry.told)
        return;
    epoll_event event{};
    event.events = wanted;
    event.data.fd = descriptor;
    int result = epoll_ctl(epollDescriptor, entry.isKnown ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, descriptor, &event);
    // The number may have been closed and given to another socket meanwhile.
    if (result != 0 && errno == ENOENT)
        result = epoll_ctl(epollDescriptor, EPOLL_CTL_ADD, descriptor, &event);
    else if (result != 0 && errno == EEXIST)
        result = epoll_ctl(epollDescriptor, EPOLL_CTL_MOD, descriptor, &event);
    if (result != 0)
        qWarning("Cannot watch descriptor %d: epoll_ctl failed with error %d", descriptor, errno);
    entry.told = wanted;
    entry.isKnown = true;
}

int EpollEventDispatcher::Private::timeoutFor(bool mayWait, bool withTimers)
{
    if (!mayWait)
        return 0;
    const auto next = withTimers ? timers.nextDue() : std::nullopt;
    if (!next)
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*next - Clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, std::numeric_limits<int>::max()));
}

void EpollEventDispatcher::Private::takeWakeUp()
{
    std::uint64_t count = 0;
    if (read(wakeDescriptor, &count, sizeof count) < 0) {
        // Only EAGAIN is possible: somebody took it already.
    }
    // After the read. Who finds the flag still set has posted before, and the next round begins with what was posted.
    isWakeUpPending.exchange(false, std::memory_order_acq_rel);
}

int EpollEventDispatcher::Private::waitForSockets(Events &events, int timeout)
{
    tellKernel();
    const int count = std::max(epoll_wait(epollDescriptor, events.data(), eventsPerRound, timeout), 0);
    for (int index = 0; index < count; ++index) {
        if (events[static_cast<std::size_t>(index)].data.fd == wakeDescriptor)
            takeWakeUp();
    }
    return count;
}

// The sockets stay ready, level-triggered, for a round that includes them.
bool EpollEventDispatcher::Private::waitForWakeUp(int timeout)
{
    pollfd wake{wakeDescriptor, POLLIN, 0};
    if (poll(&wake, 1, timeout) <= 0)
        return false;
    takeWakeUp();
    return true;
}

// Each notifier is looked up anew before it is told, because those before it may have removed or replaced it.
int EpollEventDispatcher::Private::deliver(int descriptor, std::uint32_t occurred)
{
    // Errors and hang-ups go to whoever reads or writes, as with poll(): the read or write then finds out.
    const bool hasFailed = (occurred & (EPOLLERR | EPOLLHUP)) != 0;
    int delivered = 0;
    for (std::size_t type = 0; type < notifierEvents.size(); ++type) {
        const bool concerns = (occurred & notifierEvents[type]) != 0 || (hasFailed && type < 2);
        const Descriptor &entry = descriptors[static_cast<std::size_t>(descriptor)];
        // Not told: a new socket has taken the number of one that was closed since the kernel was asked.
        if (!concerns || entry.notifiers[type] == nullptr || (entry.told & notifierEvents[type]) == 0)
            continue;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(entry.notifiers[type], &event);
        ++delivered;
    }
    return delivered;
}

int EpollEventDispatcher::Private::deliverTimers()
{
    int delivered = 0;
    if (timers.isEmpty())
        return delivered;
    timers.beginRound(Clock::now());
    while (const auto due = timers.takeDue()) {
        QTimerEvent event(due->id);
        QCoreApplication::sendEvent(due->object, &event);
        timers.finish(due->id, Clock::now());
        ++delivered;
    }
    return delivered;
}

EpollEventDispatcher::EpollEventDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent), d(std::make_unique<Private>())
{
}

EpollEventDispatcher::~EpollEventDispatcher() = default;

bool EpollEventDispatcher::isUsable() const
{
    return d->isUsable;
}

bool EpollEventDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    d->isInterrupted.store(false);
    d->hasLocalWakeUp = false; // before the posted events: what they post must be seen
    emit awake();
    QCoreApplication::sendPostedEvents();

    const bool withTimers = !flags.testFlag(QEventLoop::X11ExcludeTimers);
    const bool mayWait =
        flags.testFlag(QEventLoop::WaitForMoreEvents) && !d->isInterrupted.load() && !d->hasLocalWakeUp;
    if (mayWait)
        emit aboutToBlock();
    const int timeout = d->timeoutFor(mayWait, withTimers);

    int delivered = 0;
    if (flags.testFlag(QEventLoop::ExcludeSocketNotifiers)) {
        delivered += d->waitForWakeUp(timeout) ? 1 : 0;
    } else {
        Private::Events events; // of this round: a nested loop has its own
        const int count = d->waitForSockets(events, timeout);
        for (int index = 0; index < count; ++index) {
            const epoll_event &event = events[static_cast<std::size_t>(index)];
            delivered += event.data.fd == d->wakeDescriptor ? 1 : d->deliver(event.data.fd, event.events);
        }
    }
    if (withTimers)
        delivered += d->deliverTimers();
    return delivered > 0;
}

void EpollEventDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    if (notifier->socket() < 0)
        return;
    auto &entry = d->entryOf(notifier->socket());
    QSocketNotifier *&place = entry.notifiers[static_cast<std::size_t>(notifier->type())];
    if (place != nullptr && place != notifier)
        qWarning("Two notifiers of one type watch descriptor %lld", static_cast<long long>(notifier->socket()));
    place = notifier;
    d->markChanged(notifier->socket(), entry);
}

void EpollEventDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    if (notifier->socket() < 0)
        return;
    auto &entry = d->entryOf(notifier->socket());
    QSocketNotifier *&place = entry.notifiers[static_cast<std::size_t>(notifier->type())];
    if (place != notifier)
        return;
    place = nullptr;
    // With the last one the descriptor may be closed, and its number may come back as another socket.
    const auto isNull = [](const QSocketNotifier *other) { return other == nullptr; };
    if (std::all_of(entry.notifiers.begin(), entry.notifiers.end(), isNull))
        entry.told = 0;
    d->markChanged(notifier->socket(), entry);
}

void EpollEventDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    d->timers.add(timerId, std::chrono::milliseconds(interval), timerType, object, Private::Clock::now());
}

bool EpollEventDispatcher::unregisterTimer(int timerId)
{
    return d->timers.remove(timerId);
}

bool EpollEventDispatcher::unregisterTimers(QObject *object)
{
    return d->timers.removeAllOf(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollEventDispatcher::registeredTimers(QObject *object) const
{
    return d->timers.timersOf(object);
}

int EpollEventDispatcher::remainingTime(int timerId)
{
    const auto left = d->timers.remaining(timerId, Private::Clock::now());
    return left ? static_cast<int>(left->count()) : -1;
}

void EpollEventDispatcher::wakeUp()
{
    if (thread() == QThread::currentThread()) {
        d->hasLocalWakeUp = true;
        return;
    }
    if (d->isWakeUpPending.exchange(true, std::memory_order_acq_rel))
        return;
    const std::uint64_t one = 1;
    if (write(d->wakeDescriptor, &one, sizeof one) < 0) {
        // Only a full counter can refuse, and a full counter is readable: the thread wakes up.
    }
}

void EpollEventDispatcher::interrupt()
{
    d->isInterrupted.store(true);
    wakeUp();
}

} // namespace gateway::net

#endif

namespace gateway::net {

std::unique_ptr<QAbstractEventDispatcher> makeWorkerEventDispatcher()
{
#ifdef Q_OS_LINUX
    auto dispatcher = std::make_unique<EpollEventDispatcher>();
    if (dispatcher->isUsable())
        return dispatcher;
#endif
    return nullptr;
}

} // namespace gateway::net
