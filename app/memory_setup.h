// Adjusts the memory allocator to a server whose threads take and free much memory all the time.
#pragma once

namespace app {

// To be called first in main(). Only glibc needs it; elsewhere nothing happens.
void setUpMemory();

} // namespace app
