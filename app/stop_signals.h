// Turns the system's wish to end the process (Ctrl+C, kill) into an orderly end.
#pragma once

#include <functional>

class QObject;

namespace app {

// `stop` is called on the thread of `context` at the first signal; a second one ends the process at once.
void onStopSignal(QObject &context, std::function<void()> stop);

} // namespace app
