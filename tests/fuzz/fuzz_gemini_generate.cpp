// No bytes may crash Gemini's codecs; streams are legal for any bytes, and what they say can be said again.
#include "gateway/translation/canonical/stream_event_checker.h"
#include "gateway/translation/dialects/gemini_generate/gemini_generate.h"
#include "gateway/translation/framing/sse_codec.h"

#include <cstdint>
#include <cstdlib>

using namespace gateway::translation;

namespace {

void readRequest(std::string_view text)
{
    const auto request = geminiGenerateClient().decodeRequest({text, "gemini-3-pro-preview", true, nullptr});
    if (!request)
        return;
    for (const char *model : {"gemini-3-pro-preview", "gemini-2.5-flash", "gemma-3-27b-it"}) {
        ExchangeState state(*request, DialectId::GeminiGenerate, "f1");
        ConversionReport report;
        static_cast<void>(geminiGenerateProvider().encodeRequest(*request, {model, ""}, state, report));
    }
}

void readAnswer(std::string_view text, const ChatRequest &request)
{
    ExchangeState state(request, DialectId::GeminiGenerate, "f1");
    if (const auto response = geminiGenerateProvider().decodeResponse(text, state))
        static_cast<void>(geminiGenerateClient().encodeResponse(*response, state));
}

void readStream(std::string_view text, const ChatRequest &request)
{
    ExchangeState state(request, DialectId::GeminiGenerate, "f1");
    const auto decoder = geminiGenerateProvider().beginStream(state);
    SseFrameSplitter splitter;
    StreamEvents events;
    splitter.feed(text);
    while (const auto frame = splitter.next()) {
        if (frame->hasData)
            decoder->decode({frame->event, frame->data, false}, events);
    }
    decoder->finish(nullptr, events);
    StreamEventChecker checker;
    const auto encoder = geminiGenerateClient().beginStream(state);
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
    request.dialect = DialectId::GeminiGenerate;
    request.model = "m";
    readAnswer(text, request);
    readStream(text, request);
    return 0;
}
