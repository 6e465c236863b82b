// bilrost-bench-translation: CPU of translating one agent's request and one streamed event, for every pair of dialects.
//
// Prints one line of JSON: [{"client", "provider", "request_us", "request_bytes", "event_us"}, ...]. The times are of the
// thread that computes, each the least of several rounds: what other programs do meanwhile makes them no larger.

#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/framing/frame_splitter.h"
#include "tools/translation_cost/agent_conversation.h"

#include <ctime>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using namespace gateway;
using namespace gateway::translation;

constexpr std::size_t requestBytes = 100'000;
constexpr std::size_t streamPieces = 1'000;

struct Side {
    DialectId id;
    const char *model; // tells the codecs which rules hold
};

constexpr Side sides[] = {
    {DialectId::OpenAiChat, "gpt-4.1"},
    {DialectId::OpenAiResponses, "gpt-5"},
    {DialectId::AnthropicMessages, "claude-sonnet-4-5"},
    {DialectId::GeminiGenerate, "gemini-3-pro"},
    {DialectId::BedrockConverse, "anthropic.claude-sonnet-4-5-20250929-v1:0"},
    {DialectId::CohereChat, "command-a-03-2025"},
};

[[noreturn]] void giveUp(const std::string &reason)
{
    std::fprintf(stderr, "%s\n", reason.c_str());
    std::exit(1);
}

// Of the calling thread, in microseconds.
double computedTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

template <typename Work>
double leastTime(int rounds, const Work &work)
{
    double least = 0;
    for (int round = 0; round < rounds; ++round) {
        const double begun = computedTime();
        work();
        const double took = computedTime() - begun;
        least = round == 0 ? took : std::min(least, took);
    }
    return least;
}

// The body that a client of the dialect sends: said by the dialect's own other half.
std::string bodyOf(const Side &side)
{
    const ChatRequest request = translation_cost::agentRequest(side.id, side.model, requestBytes);
    ExchangeState state(request, side.id, "made");
    ConversionReport report;
    const auto encoded = findProviderDialect(side.id)->encodeRequest(request, {side.model, {}}, state, report);
    if (!encoded)
        giveUp(encoded.error().message);
    return encoded->body;
}

// The stream that a provider of the dialect sends.
std::string streamOf(const Side &side)
{
    const ChatRequest request = translation_cost::agentRequest(side.id, side.model, 0);
    ExchangeState state(request, side.id, "made");
    const auto encoder = findClientDialect(side.id)->beginStream(state);
    std::string wire;
    for (const StreamEvent &event : translation_cost::agentAnswer(streamPieces))
        encoder->encode(event, wire);
    return wire;
}

ChatRequest decoded(const Side &client, const std::string &body)
{
    ClientCall call;
    call.body = body;
    call.pathModel = client.model;
    call.isStreamPath = true;
    auto request = findClientDialect(client.id)->decodeRequest(call);
    if (!request)
        giveUp(std::string(dialectTitle(client.id)) + ": " + request.error().message);
    return std::move(*request);
}

double requestTime(const Side &client, const Side &provider, const std::string &body)
{
    return leastTime(15, [&] {
        const ChatRequest request = decoded(client, body);
        ExchangeState state(request, provider.id, "attempt");
        ConversionReport report;
        const auto encoded =
            findProviderDialect(provider.id)->encodeRequest(request, {provider.model, {}}, state, report);
        if (!encoded)
            giveUp(std::string(dialectTitle(provider.id)) + ": " + encoded.error().message);
    });
}

// As TranslationLane reads it, in pieces of the size in which they arrive.
double eventTime(const Side &client, const Side &provider, const std::string &stream)
{
    constexpr std::size_t arrival = 1'400;
    const ChatRequest request = translation_cost::agentRequest(client.id, client.model, 0);
    const double time = leastTime(5, [&] {
        ExchangeState state(request, provider.id, "attempt");
        const ProviderDialect &dialect = *findProviderDialect(provider.id);
        const auto decoder = dialect.beginStream(state);
        const auto encoder = findClientDialect(client.id)->beginStream(state);
        FrameSplitter splitter(dialect.framing());
        StreamEvents events;
        std::string wire;
        bool hasEnded = false;
        const auto encodeAll = [&] {
            for (const StreamEvent &event : events) {
                encoder->encode(event, wire);
                hasEnded = hasEnded || std::holds_alternative<MessageEnded>(event);
            }
        };
        for (std::size_t place = 0; place < stream.size(); place += arrival) {
            events.clear();
            wire.clear();
            splitter.feed(std::string_view(stream).substr(place, arrival));
            while (const auto frame = splitter.next()) {
                if (frame->hasData)
                    decoder->decode({frame->event, frame->data, frame->isException}, events);
            }
            encodeAll();
        }
        events.clear();
        decoder->finish(nullptr, events);
        encodeAll();
        if (!hasEnded)
            giveUp(std::string(dialectTitle(provider.id)) + ": the stream was not read to its end");
    });
    return time / static_cast<double>(streamPieces);
}

} // namespace

// With two arguments, the names of a client and a provider dialect, that pair alone.
int main(int argc, char **argv)
{
    auto results = nlohmann::json::array();
    for (const Side &client : sides) {
        const std::string body = bodyOf(client);
        for (const Side &provider : sides) {
            const bool isAsked = argc < 3 || (dialectName(client.id) == argv[1] && dialectName(provider.id) == argv[2]);
            if (client.id == provider.id || !isAsked)
                continue;
            results.push_back({{"client", dialectTitle(client.id)},
                               {"provider", dialectTitle(provider.id)},
                               {"request_us", requestTime(client, provider, body)},
                               {"request_bytes", body.size()},
                               {"event_us", eventTime(client, provider, streamOf(provider))}});
        }
    }
    std::printf("%s\n", results.dump().c_str());
    return 0;
}
