// Turns what the system and people tell the process by signals into work: an orderly end (Ctrl+C, kill), or another look
// at the configuration.
#pragma once

#include <functional>

class QObject;

namespace app {

// `stop` is called on the thread of `context` at the first signal; a second one ends the process at once.
void onStopSignal(QObject &context, std::function<void()> stop);

// For servers, after onStopSignal(): `reload` is called on the thread of `context` whenever somebody sends SIGHUP. One that
// comes from a terminal which is closed remains a wish to end. Nothing on Windows.
void onReloadSignal(QObject &context, std::function<void()> reload);

} // namespace app
