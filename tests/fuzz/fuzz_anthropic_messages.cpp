// No bytes may crash Anthropic's dialect: requests, whole answers and streams, each taken both ways.
#include "gateway/translation/canonical/stream_event_checker.h"
#include "gateway/translation/dialects/anthropic_messages/anthropic_messages.h"
#include "gateway/translation/framing/sse_codec.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace gateway;
using namespace gateway::translation;

namespace {

void mustBeJson(std::string_view text)
{
    if (!parseJson(text))
        std::abort();
}

void tryRequest(std::string_view text, std::string_view model)
{
    const auto request = anthropicMessagesClient().decodeRequest({text, {}, false, nullptr});
    if (!request)
        return;
    ExchangeState state(*request, DialectId::AnthropicMessages, "f");
    ConversionReport report;
    const auto encoded = anthropicMessagesProvider().encodeRequest(*request, {std::string(model), {}}, state, report);
    if (encoded)
        mustBeJson(encoded->body);
}

void tryAnswer(std::string_view text)
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::AnthropicMessages, "f");
    if (const auto response = anthropicMessagesProvider().decodeResponse(text, state))
        mustBeJson(anthropicMessagesClient().encodeResponse(*response, state));
}

StreamEvents readStream(std::string_view text, std::size_t pieceSize)
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::AnthropicMessages, "f");
    const auto decoder = anthropicMessagesProvider().beginStream(state);
    SseFrameSplitter splitter;
    StreamEvents events;
    for (std::size_t from = 0; from < text.size(); from += pieceSize) {
        splitter.feed(text.substr(from, pieceSize));
        while (const auto frame = splitter.next()) {
            if (frame->hasData)
                decoder->decode({frame->event, frame->data, false}, events);
        }
    }
    decoder->finish(nullptr, events);
    return events;
}

void tryStream(std::string_view text, std::size_t pieceSize)
{
    const StreamEvents events = readStream(text, pieceSize);
    if (events != readStream(text, std::max<std::size_t>(text.size(), 1)))
        std::abort();
    StreamEventChecker checker;
    const ChatRequest request;
    ExchangeState state(request, DialectId::AnthropicMessages, "f");
    const auto encoder = anthropicMessagesClient().beginStream(state);
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
    constexpr std::string_view models[] = {"claude-3-haiku", "claude-sonnet-4-5", "claude-opus-4-8", "other"};
    if (size < 2)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(bytes) + 2, size - 2);
    switch (bytes[0] % 3) {
    case 0: tryRequest(text, models[bytes[1] % 4]); break;
    case 1: tryAnswer(text); break;
    default: tryStream(text, 1u + bytes[1]); break;
    }
    return 0;
}
