#include "gateway/net/event_loop/epoll_event_dispatcher.h"

#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <vector>

using namespace gateway::net;

namespace {

// Runs `work` on a thread with our dispatcher until it quits the loop; false when that took too long.
bool runOnWorker(const std::function<void()> &work)
{
    QThread thread;
    auto dispatcher = makeWorkerEventDispatcher();
    if (dispatcher == nullptr)
        return false;
    thread.setEventDispatcher(dispatcher.release());
    QObject starter;
    starter.moveToThread(&thread);
    thread.start();
    QMetaObject::invokeMethod(&starter, work, Qt::QueuedConnection);
    const bool hasEnded = thread.wait(20'000);
    if (!hasEnded) {
        thread.quit();
        thread.wait();
    }
    return hasEnded;
}

void quit()
{
    QThread::currentThread()->quit();
}

struct SocketPair {
    SocketPair() { isOpen = socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) == 0; }
    ~SocketPair()
    {
        close(ends[0]);
        close(ends[1]);
    }
    SocketPair(const SocketPair &) = delete;
    SocketPair &operator=(const SocketPair &) = delete;
    bool writeByte() const { return write(ends[1], "x", 1) == 1; }
    void readByte() const
    {
        char byte = 0;
        if (read(ends[0], &byte, 1) != 1)
            qFatal("nothing to read");
    }

    std::array<int, 2> ends{};
    bool isOpen = false;
};

} // namespace

class EpollEventDispatcherTest : public QObject {
    Q_OBJECT
private slots:
    void isUsedOnTheThread()
    {
        bool isOurs = false;
        QVERIFY(runOnWorker([&] {
            isOurs = qobject_cast<EpollEventDispatcher *>(QThread::currentThread()->eventDispatcher()) != nullptr;
            quit();
        }));
        QVERIFY(isOurs);
    }

    void firesTimersInTheirOrderAndNeverEarly()
    {
        std::vector<int> order;
        bool isEarly = false;
        QVERIFY(runOnWorker([&] {
            auto clock = std::make_shared<QElapsedTimer>();
            clock->start();
            for (const int delay : {60, 20, 0, 40, 20, 100}) {
                for (const auto type : {Qt::PreciseTimer, Qt::CoarseTimer}) {
                    auto *timer = new QTimer(QThread::currentThread()->eventDispatcher());
                    timer->setSingleShot(true);
                    timer->setTimerType(type);
                    QObject::connect(timer, &QTimer::timeout, timer, [&, delay, clock] {
                        isEarly = isEarly || clock->nsecsElapsed() < delay * 1'000'000LL;
                        order.push_back(delay);
                        if (order.size() == 12)
                            quit();
                    });
                    timer->start(delay);
                }
            }
        }));
        QCOMPARE(order, (std::vector<int>{0, 0, 20, 20, 20, 20, 40, 40, 60, 60, 100, 100}));
        QVERIFY(!isEarly);
    }

    void repeatsUntilStopped()
    {
        int fired = 0;
        int remaining = -2;
        QVERIFY(runOnWorker([&] {
            auto *timer = new QTimer(QThread::currentThread()->eventDispatcher());
            QObject::connect(timer, &QTimer::timeout, timer, [&, timer] {
                if (++fired < 5)
                    return;
                timer->stop();
                remaining = QThread::currentThread()->eventDispatcher()->remainingTime(1'000'000);
                QTimer::singleShot(30, timer, &quit);
            });
            timer->start(2);
        }));
        QCOMPARE(fired, 5);
        QCOMPARE(remaining, -1);
    }

    void doesNotStarveSocketsByTimersOfNoTime()
    {
        const SocketPair pair;
        QVERIFY(pair.isOpen && pair.writeByte());
        int timers = 0;
        QVERIFY(runOnWorker([&] {
            QObject *owner = QThread::currentThread()->eventDispatcher();
            auto *timer = new QTimer(owner);
            QObject::connect(timer, &QTimer::timeout, timer, [&] { ++timers; });
            timer->start(0);
            auto *notifier = new QSocketNotifier(pair.ends[0], QSocketNotifier::Read, owner);
            QObject::connect(notifier, &QSocketNotifier::activated, notifier, [&] {
                if (timers > 3)
                    quit();
            });
        }));
        QVERIFY(timers > 3);
    }

    void restartsATimerFromItsOwnEvent()
    {
        int fired = 0;
        QVERIFY(runOnWorker([&] {
            auto *timer = new QTimer(QThread::currentThread()->eventDispatcher());
            QObject::connect(timer, &QTimer::timeout, timer, [&, timer] {
                if (++fired == 3)
                    quit();
                else
                    timer->start(1);
            });
            timer->start(1);
        }));
        QCOMPARE(fired, 3);
    }

    void wakesUpForOtherThreads()
    {
        // Ping-pong: a lost wake-up would stop it.
        std::atomic<int> rounds{0};
        QThread worker;
        worker.setEventDispatcher(makeWorkerEventDispatcher().release());
        QObject there;
        there.moveToThread(&worker);
        worker.start();
        QEventLoop loop;
        QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
        std::function<void()> ping;
        const auto pong = [&] {
            if (rounds < 20'000)
                ping();
            else
                loop.quit();
        };
        const auto answerPing = [&] {
            ++rounds;
            QMetaObject::invokeMethod(&loop, pong, Qt::QueuedConnection);
        };
        ping = [&] { QMetaObject::invokeMethod(&there, answerPing, Qt::QueuedConnection); };
        ping();
        loop.exec();
        worker.quit();
        QVERIFY(worker.wait(5'000));
        QCOMPARE(rounds.load(), 20'000);
    }

    void takesManyPostsFromManyThreads()
    {
        std::atomic<int> received{0};
        QThread worker;
        worker.setEventDispatcher(makeWorkerEventDispatcher().release());
        QObject there;
        there.moveToThread(&worker);
        worker.start();
        std::vector<std::unique_ptr<QThread>> posters;
        for (int count = 0; count < 4; ++count) {
            posters.emplace_back(QThread::create([&] {
                for (int post = 0; post < 5'000; ++post)
                    QMetaObject::invokeMethod(
                        &there, [&] { ++received; }, Qt::QueuedConnection);
            }));
            posters.back()->start();
        }
        for (const auto &poster : posters)
            poster->wait();
        QTRY_COMPARE(received.load(), 20'000);
        worker.quit();
        QVERIFY(worker.wait(5'000));
    }

    void tellsReadersAndWritersOfOneDescriptor()
    {
        const SocketPair pair;
        QVERIFY(pair.isOpen);
        int reads = 0;
        int writes = 0;
        QVERIFY(runOnWorker([&] {
            QObject *owner = QThread::currentThread()->eventDispatcher();
            auto *reader = new QSocketNotifier(pair.ends[0], QSocketNotifier::Read, owner);
            auto *writer = new QSocketNotifier(pair.ends[0], QSocketNotifier::Write, owner);
            auto *urgent = new QSocketNotifier(pair.ends[0], QSocketNotifier::Exception, owner);
            QObject::connect(urgent, &QSocketNotifier::activated, urgent, [] { qFatal("nothing is urgent"); });
            QObject::connect(reader, &QSocketNotifier::activated, reader, [&, writer] {
                pair.readByte();
                if (++reads == 3)
                    quit();
                else
                    writer->setEnabled(true);
            });
            QObject::connect(writer, &QSocketNotifier::activated, writer, [&, writer] {
                ++writes;
                writer->setEnabled(false);
                if (!pair.writeByte())
                    qFatal("cannot write");
            });
        }));
        QCOMPARE(reads, 3);
        QCOMPARE(writes, 3);
    }

    void isLevelTriggered()
    {
        const SocketPair pair;
        QVERIFY(pair.writeByte() && pair.writeByte());
        int told = 0;
        QVERIFY(runOnWorker([&] {
            auto *reader =
                new QSocketNotifier(pair.ends[0], QSocketNotifier::Read, QThread::currentThread()->eventDispatcher());
            QObject::connect(reader, &QSocketNotifier::activated, reader, [&] {
                pair.readByte();
                if (++told == 2)
                    quit();
            });
        }));
        QCOMPARE(told, 2);
    }

    void survivesNotifiersThatDeleteEachOther()
    {
        const SocketPair first;
        const SocketPair second;
        QVERIFY(first.writeByte() && second.writeByte());
        int told = 0;
        QVERIFY(runOnWorker([&] {
            auto *one = new QSocketNotifier(first.ends[0], QSocketNotifier::Read);
            auto *other = new QSocketNotifier(second.ends[0], QSocketNotifier::Read);
            QObject *owner = QThread::currentThread()->eventDispatcher();
            QObject::connect(one, &QSocketNotifier::activated, owner, [&, owner, one, other] {
                ++told;
                one->deleteLater();
                one->setEnabled(false);
                delete other;
                QTimer::singleShot(10, owner, &quit);
            });
            QObject::connect(other, &QSocketNotifier::activated, owner, [&, owner, one, other] {
                ++told;
                other->deleteLater();
                other->setEnabled(false);
                delete one;
                QTimer::singleShot(10, owner, &quit);
            });
        }));
        QCOMPARE(told, 1);
    }

    void watchesANumberThatWasClosedAndCameBack()
    {
        int told = 0;
        QVERIFY(runOnWorker([&] {
            QObject *owner = QThread::currentThread()->eventDispatcher();
            auto pair = std::make_shared<std::unique_ptr<SocketPair>>(std::make_unique<SocketPair>());
            auto *old = new QSocketNotifier((*pair)->ends[0], QSocketNotifier::Read);
            QTimer::singleShot(5, owner, [&, owner, pair, old] {
                const int number = (*pair)->ends[0];
                delete old;
                pair->reset();
                *pair = std::make_unique<SocketPair>();
                if ((*pair)->ends[0] != number)
                    return quit(); // another thread took it: told stays 0
                auto *fresh = new QSocketNotifier(number, QSocketNotifier::Read, owner);
                QObject::connect(fresh, &QSocketNotifier::activated, fresh, [&, fresh, pair] {
                    ++told;
                    fresh->setEnabled(false);
                    quit();
                });
                if (!(*pair)->writeByte())
                    qFatal("cannot write");
            });
        }));
        QCOMPARE(told, 1);
    }

    void leavesOutWhatTheFlagsExclude()
    {
        const SocketPair pair;
        QVERIFY(pair.writeByte());
        int socketEvents = 0;
        int timerEvents = 0;
        std::array<int, 4> seen{};
        QVERIFY(runOnWorker([&] {
            auto *dispatcher = QThread::currentThread()->eventDispatcher();
            QObject owner;
            QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
            QObject::connect(&reader, &QSocketNotifier::activated, &owner, [&] { ++socketEvents; });
            QTimer timer;
            QObject::connect(&timer, &QTimer::timeout, &owner, [&] { ++timerEvents; });
            timer.start(0);
            dispatcher->processEvents(QEventLoop::ExcludeSocketNotifiers | QEventLoop::X11ExcludeTimers);
            seen[0] = socketEvents + timerEvents;
            dispatcher->processEvents(QEventLoop::ExcludeSocketNotifiers);
            seen[1] = socketEvents * 10 + timerEvents;
            dispatcher->processEvents(QEventLoop::X11ExcludeTimers);
            seen[2] = socketEvents * 10 + timerEvents;
            timer.stop();
            reader.setEnabled(false);
            QElapsedTimer clock;
            clock.start();
            QTimer::singleShot(30, &owner, [&] { ++timerEvents; });
            dispatcher->processEvents(QEventLoop::WaitForMoreEvents);
            seen[3] = clock.elapsed() >= 29 ? timerEvents : -1;
            quit();
        }));
        QCOMPARE(seen, (std::array<int, 4>{0, 1, 11, 2}));
    }

    void runsNestedLoops()
    {
        std::vector<int> order;
        QVERIFY(runOnWorker([&] {
            QObject *owner = QThread::currentThread()->eventDispatcher();
            QTimer::singleShot(0, owner, [&, owner] {
                order.push_back(1);
                QEventLoop nested;
                QTimer::singleShot(5, owner, [&] {
                    order.push_back(2);
                    nested.quit();
                });
                nested.exec();
                order.push_back(3);
                quit();
            });
        }));
        QCOMPARE(order, (std::vector<int>{1, 2, 3}));
    }

    void serves500Sockets()
    {
        constexpr int clients = 500;
        int echoed = 0;
        QVERIFY(runOnWorker([&] {
            QObject *owner = QThread::currentThread()->eventDispatcher();
            auto *server = new QTcpServer(owner);
            if (!server->listen(QHostAddress::LocalHost))
                return quit();
            QObject::connect(server, &QTcpServer::newConnection, server, [server] {
                while (QTcpSocket *socket = server->nextPendingConnection()) {
                    QObject::connect(socket, &QTcpSocket::readyRead, socket,
                                     [socket] { socket->write(socket->readAll()); });
                }
            });
            for (int count = 0; count < clients; ++count) {
                auto *client = new QTcpSocket(owner);
                auto rounds = std::make_shared<int>(0);
                QObject::connect(client, &QTcpSocket::connected, client, [client] { client->write("ping"); });
                QObject::connect(client, &QTcpSocket::readyRead, client, [&, client, rounds] {
                    if (client->bytesAvailable() < 4)
                        return;
                    client->readAll();
                    if (++*rounds < 5) {
                        client->write("ping");
                        return;
                    }
                    client->disconnectFromHost();
                    if (++echoed == clients)
                        quit();
                });
                client->connectToHost(QHostAddress(QHostAddress::LocalHost), server->serverPort());
            }
        }));
        QCOMPARE(echoed, clients);
    }
};

QTEST_GUILESS_MAIN(EpollEventDispatcherTest)
#include "tst_epoll_event_dispatcher.moc"
