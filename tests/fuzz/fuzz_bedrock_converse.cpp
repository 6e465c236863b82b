// No bytes may crash Bedrock's codecs; streams are legal for any bytes, and what they say can be said again.
#include "gateway/translation/canonical/stream_event_checker.h"
#include "gateway/translation/dialects/bedrock_converse/bedrock_converse.h"
#include "gateway/translation/framing/aws_event_stream.h"

#include <cstdint>
#include <cstdlib>

using namespace gateway::translation;

namespace {

void readRequest(std::string_view text)
{
    const auto request = bedrockConverseClient().decodeRequest({text, "claude", true, nullptr});
    if (!request)
        return;
    ChatRequest foreign = *request; // goes through everything that is said in other words for other clients
    foreign.dialect = DialectId::OpenAiResponses;
    for (const char *model : {"anthropic.claude-sonnet-4-5-20250929-v1:0", "amazon.nova-2-lite-v1:0",
                              "openai.gpt-oss-120b-1:0", "meta.llama3-1-70b-instruct-v1:0"}) {
        for (const ChatRequest &asked : {*request, foreign}) {
            ExchangeState state(asked, DialectId::BedrockConverse, "f1");
            ConversionReport report;
            static_cast<void>(bedrockConverseProvider().encodeRequest(asked, {model, ""}, state, report));
        }
    }
}

void readAnswer(std::string_view text, const ChatRequest &request)
{
    ExchangeState state(request, DialectId::BedrockConverse, "f1");
    if (const auto response = bedrockConverseProvider().decodeResponse(text, state))
        static_cast<void>(bedrockConverseClient().encodeResponse(*response, state));
}

void require(bool isWell)
{
    if (!isWell)
        std::abort();
}

// A line is an event: its name and its payload, as in the fixtures. The framing has a fuzzer of its own.
void readStream(std::string_view lines, const ChatRequest &request)
{
    ExchangeState state(request, DialectId::BedrockConverse, "f1");
    const auto decoder = bedrockConverseProvider().beginStream(state);
    StreamEvents events;
    while (!lines.empty()) {
        std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(line.size() == lines.size() ? line.size() : line.size() + 1);
        const bool isException = line.starts_with('!');
        line.remove_prefix(isException ? 1 : 0);
        const auto space = line.find(' ');
        if (space != std::string_view::npos)
            decoder->decode({line.substr(0, space), line.substr(space + 1), isException}, events);
    }
    decoder->finish(nullptr, events);
    StreamEventChecker checker;
    const auto encoder = bedrockConverseClient().beginStream(state);
    std::string wire;
    for (const StreamEvent &event : events) {
        require(!checker.check(event));
        encoder->encode(event, wire);
    }
    require(checker.isComplete());
    AwsEventStreamDecoder frames;
    frames.feed(wire);
    for (auto next = frames.next(); next && *next; next = frames.next())
        require(parseJson((*next)->data).has_value());
    require(frames.rest().empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    readRequest(text);
    ChatRequest request;
    request.dialect = DialectId::BedrockConverse;
    request.model = "m";
    readAnswer(text, request);
    readStream(text, request);
    return 0;
}
