// No bytes may crash Cohere's codecs; streams are legal for any bytes, and what they say can be said again.
#include "gateway/translation/canonical/stream_event_checker.h"
#include "gateway/translation/dialects/cohere_chat/cohere_chat.h"
#include "gateway/translation/framing/sse_codec.h"

#include <cstdint>
#include <cstdlib>

using namespace gateway::translation;

namespace {

void readRequest(std::string_view text)
{
    const auto request = cohereChatClient().decodeRequest({text, {}, false, nullptr});
    if (!request)
        return;
    for (const char *model : {"command-a-03-2025", "command-a-reasoning-08-2025"}) {
        ExchangeState state(*request, DialectId::CohereChat, "f1");
        ConversionReport report;
        static_cast<void>(cohereChatProvider().encodeRequest(*request, {model, ""}, state, report));
    }
}

void readAnswer(std::string_view text, const ChatRequest &request)
{
    ExchangeState state(request, DialectId::CohereChat, "f1");
    if (const auto response = cohereChatProvider().decodeResponse(text, state))
        static_cast<void>(cohereChatClient().encodeResponse(*response, state));
}

void readStream(std::string_view text, const ChatRequest &request)
{
    ExchangeState state(request, DialectId::CohereChat, "f1");
    const auto decoder = cohereChatProvider().beginStream(state);
    SseFrameSplitter splitter;
    StreamEvents events;
    splitter.feed(text);
    while (const auto frame = splitter.next()) {
        if (frame->hasData)
            decoder->decode({frame->event, frame->data, false}, events);
    }
    decoder->finish(nullptr, events);
    StreamEventChecker checker;
    const auto encoder = cohereChatClient().beginStream(state);
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
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    readRequest(text);
    ChatRequest request;
    request.dialect = DialectId::CohereChat;
    request.model = "m";
    readAnswer(text, request);
    readStream(text, request);
    return 0;
}
