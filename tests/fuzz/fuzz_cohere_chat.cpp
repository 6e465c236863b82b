// No bytes may crash Cohere's codecs; streams are legal for any bytes, and what they say can be said again.
#include "tests/fuzz/dialect_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    using namespace dialect_fuzz;
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    tryRequest(DialectId::CohereChat, {text, {}, false, nullptr},
               {{"command-a-03-2025", {}}, {"command-a-reasoning-08-2025", {}}});
    tryAnswer(DialectId::CohereChat, text);
    tryStream(DialectId::CohereChat, text);
    return 0;
}
