// "bilrost-headless check FILE": what the gateway would make of a configuration file.
#pragma once

#include <QString>

namespace app {

// Takes the file over into a gateway of its own, with an empty folder that is gone afterwards and secrets in memory only,
// so that nothing in use is touched and no rule is written twice. Prints each problem with its JSON pointer, and each
// field that means nothing here. Runs the event loop of the application that has to be there. Returns the exit code: 0
// when everything was taken over, 1 when something was not, 2 when the file cannot be read at all.
int checkConfigFile(const QString &path);

} // namespace app
