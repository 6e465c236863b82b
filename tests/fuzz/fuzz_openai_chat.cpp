// No bytes may crash the chat dialect's codecs; streams are legal for any bytes, and what they say can be said again.
#include "tests/fuzz/dialect_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    using namespace dialect_fuzz;
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    tryRequest(DialectId::OpenAiChat, {text, {}, false, nullptr},
               {{"m", "openai"}, {"m", "mistral"}, {"m", "vllm"}, {"m", {}}});
    tryAnswer(DialectId::OpenAiChat, text);
    tryStream(DialectId::OpenAiChat, text);
    return 0;
}
