// No bytes may crash the codecs of OpenAI Responses, and what a provider streams is legal whatever it is. The first byte
// chooses the client.
#include "tests/fuzz/dialect_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    using namespace dialect_fuzz;
    if (size < 1)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(bytes) + 1, size - 1);
    tryRequest(DialectId::OpenAiResponses, {text, {}, false, nullptr}, {{"gpt-5", {}}});
    tryAnswer(DialectId::OpenAiResponses, text);
    const auto client = static_cast<DialectId>(bytes[0] % 6);
    const ChatRequest request = requestOf(client);
    ExchangeState state(request, DialectId::OpenAiResponses, "f1");
    const auto events = readEvents(text, text.size() + 1, *findProviderDialect(DialectId::OpenAiResponses), state);
    static_cast<void>(sayEvents(events, client, state));
    return 0;
}
