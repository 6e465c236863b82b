// No bytes may crash Bedrock's codecs; streams are legal for any bytes, and what they say can be said again.
#include "gateway/translation/framing/aws_event_stream.h"
#include "tests/fuzz/dialect_fuzz.h"

namespace {

using namespace dialect_fuzz;
constexpr auto dialect = DialectId::BedrockConverse;

// A line is an event: its name and its payload, as in the fixtures. The framing has a fuzzer of its own.
StreamEvents eventsOf(std::string_view lines, ExchangeState &state)
{
    const auto decoder = findProviderDialect(dialect)->beginStream(state);
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
    return events;
}

void readStream(std::string_view lines)
{
    const ChatRequest request = requestOf(dialect);
    ExchangeState state(request, dialect, "f1");
    const std::string wire = sayEvents(eventsOf(lines, state), dialect, state);
    AwsEventStreamDecoder frames;
    frames.feed(wire);
    for (auto next = frames.next(); next && *next; next = frames.next())
        require(parseJson((*next)->data).has_value());
    require(frames.rest().empty());
    const ChatRequest others = requestOf(otherDialect(lines.size()));
    ExchangeState theirs(others, dialect, "f1");
    static_cast<void>(sayEvents(eventsOf(lines, theirs), others.dialect, theirs));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    const std::initializer_list<Server> models{{"anthropic.claude-sonnet-4-5-20250929-v1:0", {}},
                                               {"amazon.nova-2-lite-v1:0", {}},
                                               {"openai.gpt-oss-120b-1:0", {}},
                                               {"meta.llama3-1-70b-instruct-v1:0", {}}};
    tryRequest(dialect, {text, "claude", true, nullptr}, models);
    // Once more as another client's: through everything that is said in other words then.
    if (auto foreign = findClientDialect(dialect)->decodeRequest({text, "claude", true, nullptr})) {
        foreign->dialect = DialectId::OpenAiResponses;
        for (const Server &server : models)
            encodeFor(*foreign, dialect, server.model, server.preset);
    }
    tryAnswer(dialect, text);
    readStream(text);
    return 0;
}
