// No bytes may crash the codecs of OpenAI Responses, and what a provider streams is legal whatever it is.
#include "gateway/translation/canonical/stream_event_checker.h"
#include "gateway/translation/dialects/openai_responses/openai_responses.h"
#include "gateway/translation/framing/sse_codec.h"

#include <cstdint>
#include <cstdlib>

using namespace gateway;
using namespace gateway::translation;

namespace {

void fuzzRequest(std::string_view text)
{
    ClientCall call;
    call.body = text;
    const auto request = openAiResponsesClient().decodeRequest(call);
    if (!request)
        return;
    ExchangeState state(*request, DialectId::OpenAiResponses, "a1");
    ConversionReport report;
    static_cast<void>(openAiResponsesProvider().encodeRequest(*request, {"gpt-5", {}}, state, report));
}

void fuzzStream(std::string_view text, ExchangeState &state)
{
    const auto decoder = openAiResponsesProvider().beginStream(state);
    const auto encoder = openAiResponsesClient().beginStream(state);
    SseFrameSplitter splitter;
    splitter.feed(text);
    StreamEvents events;
    while (const auto frame = splitter.next())
        decoder->decode({frame->event, frame->data, false}, events);
    decoder->finish(nullptr, events);
    StreamEventChecker checker;
    std::string wire;
    for (const StreamEvent &event : events) {
        if (checker.check(event))
            std::abort();
        encoder->encode(event, wire);
    }
    if (!checker.isComplete())
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(bytes) + 1, size - 1);
    ChatRequest request;
    request.dialect = static_cast<DialectId>(bytes[0] % 6);
    fuzzRequest(text);
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    if (const auto response = openAiResponsesProvider().decodeResponse(text, state))
        static_cast<void>(openAiResponsesClient().encodeResponse(*response, state));
    fuzzStream(text, state);
    return 0;
}
