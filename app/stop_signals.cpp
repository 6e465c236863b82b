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

int reloadPipe[2] = {-1, -1};

// A process that sends it means what daemons do at SIGHUP; the kernel sends it when the terminal has gone.
bool isFromKernel(const siginfo_t &info)
{
#ifdef SI_KERNEL
    return info.si_code == SI_KERNEL;
#else
    return info.si_pid == 0;
#endif
}

extern "C" void noteHangup(int number, siginfo_t *info, void *)
{
    if (info == nullptr || isFromKernel(*info)) {
        noteSignal(number);
        return;
    }
    const char byte = 1;
    if (::write(reloadPipe[0], &byte, 1) < 0) {
        // As above.
    }
}

} // namespace

void onReloadSignal(QObject &context, std::function<void()> reload)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, reloadPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(reloadPipe[1], QSocketNotifier::Read, &context);
    QObject::connect(notifier, &QSocketNotifier::activated, &context, [reload = std::move(reload)] {
        char bytes[64];
        if (::read(reloadPipe[1], bytes, sizeof bytes) > 0) // several signals are one look
            reload();
    });
    struct sigaction action = {};
    action.sa_sigaction = noteHangup;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    ::sigaction(SIGHUP, &action, nullptr);
}

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

void onReloadSignal(QObject &, std::function<void()>) {}

#endif

} // namespace app
