// Makes the calling thread one that interrupts nobody.
#pragma once

namespace gateway::storage {

// For a thread whose work can wait some milliseconds: when it wakes up, whoever runs goes on; its share of a busy
// machine stays the same. Where the system has no such thing for one thread, nothing happens.
void runInBackground();

} // namespace gateway::storage
