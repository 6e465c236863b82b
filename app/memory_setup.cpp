#include "app/memory_setup.h"

#include <cstdlib> // defines __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace app {

void setUpMemory()
{
#ifdef __GLIBC__
    // By default glibc gives 128 KB at the end of a heap back to the system at once, and the next body takes them anew,
    // page by page. These few megabytes for each busy thread stay; larger blocks are still mapped and unmapped alone.
    constexpr int keptAtEnd = 4 * 1024 * 1024;
    constexpr int mappedAlone = 4 * 1024 * 1024;
    mallopt(M_TRIM_THRESHOLD, keptAtEnd);
    mallopt(M_MMAP_THRESHOLD, mappedAlone);
#endif
}

} // namespace app
