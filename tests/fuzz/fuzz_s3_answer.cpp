// XML of Amazon S3: whatever it is, a list or an error is read from it or nothing, within its bounds.
#include "gateway/net/upstream/s3_answer.h"

#include <cstdint>
#include <cstdlib>

using namespace gateway::net;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    const auto list = readS3List(text);
    const auto error = readS3Error(text);
    if (list && error) // one root cannot be both
        std::abort();
    if (error && error->code.empty())
        std::abort();
    if (list && (list->objects.size() > 1000 || list->objects.size() > size))
        std::abort();
    return 0;
}
