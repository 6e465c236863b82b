#include "gateway/storage/background_thread.h"

#ifdef __linux__
#include <sched.h>
#endif

namespace gateway::storage {

void runInBackground()
{
#ifdef __linux__
    // Not a lower priority: on a busy machine queries would wait for a writer that hardly runs (sched(7)).
    const sched_param noPriority{};
    sched_setscheduler(0, SCHED_BATCH, &noPriority);
#endif
}

} // namespace gateway::storage
