// No bytes may crash the chat dialect's decoders, and what they give is legal and can be encoded.
#include "gateway/translation/canonical/stream_event_checker.h"
#include "gateway/translation/dialects/openai_chat/openai_chat_dialect.h"
#include "gateway/translation/framing/sse_codec.h"

#include <cstdint>
#include <cstdlib>

using namespace gateway::translation;

namespace {

void fuzzRequest(std::string_view text)
{
    ClientCall call;
    call.body = text;
    const auto request = openAiChatClient().decodeRequest(call);
    if (!request)
        return;
    for (const char *preset : {"openai", "mistral", "vllm", ""}) {
        ExchangeState state(*request, DialectId::OpenAiChat, "a1");
        ConversionReport report;
        const auto sent = openAiChatProvider().encodeRequest(*request, {"m", preset}, state, report);
        if (sent && !parseJson(sent->body))
            std::abort();
    }
}

void fuzzAnswer(std::string_view text, const ChatRequest &request)
{
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    const auto answer = openAiChatProvider().decodeResponse(text, state);
    if (answer && !parseJson(openAiChatClient().encodeResponse(*answer, state)))
        std::abort();
}

void fuzzStream(std::string_view text, const ChatRequest &request)
{
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    const auto decoder = openAiChatProvider().beginStream(state);
    const auto encoder = openAiChatClient().beginStream(state);
    StreamEvents events;
    SseFrameSplitter splitter;
    splitter.feed(text);
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
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    ChatRequest request;
    request.model = "m";
    request.isStream = request.wantsStreamUsage = true;
    fuzzRequest(text);
    fuzzAnswer(text, request);
    fuzzStream(text, request);
    return 0;
}
