#include "app/stop_signals.h"

#include <QObject>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#else
#include <QCoreApplication>

#include <windows.h>
#endif

namespace app {

#ifdef Q_OS_UNIX

namespace {

int signalPipe[2] = {-1, -1};

// Only async-signal-safe calls are allowed here; the rest happens when the event loop reads the pipe.
extern "C" void noteSignal(int number)
{
    const char byte = 1;
    if (::write(signalPipe[0], &byte, 1) < 0) {
        // Nothing can be done about it inside a signal handler.
    }
    std::signal(number, SIG_DFL);
}

} // namespace

void onStopSignal(QObject &context, std::function<void()> stop)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &context);
    QObject::connect(notifier, &QSocketNotifier::activated, &context, [notifier, stop = std::move(stop)] {
        notifier->setEnabled(false);
        stop();
    });
    std::signal(SIGINT, noteSignal);
    std::signal(SIGTERM, noteSignal);
    std::signal(SIGHUP, noteSignal);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // the write fails instead, and storage counts what it had to drop
}

#else

namespace {

QObject *stopContext = nullptr;
std::function<void()> stopWork;

BOOL WINAPI noteConsoleEvent(DWORD)
{
    if (stopContext)
        QMetaObject::invokeMethod(
            stopContext, [] { stopWork(); }, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

void onStopSignal(QObject &context, std::function<void()> stop)
{
    stopContext = &context;
    stopWork = std::move(stop);
    SetConsoleCtrlHandler(noteConsoleEvent, TRUE);
}

#endif

} // namespace app
