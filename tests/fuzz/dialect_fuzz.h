// What the fuzzers of dialects share: whatever a codec reads can be said by its other half and by another dialect.
#pragma once

#include "gateway/translation/canonical/stream_event_checker.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/framing/frame_splitter.h"

#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>

namespace dialect_fuzz {

using namespace gateway::translation;

inline void require(bool isWell)
{
    if (!isWell)
        std::abort();
}

// One of the six, chosen by the input's length: every input is said in its own dialect and in this one.
inline DialectId otherDialect(std::size_t size)
{
    return static_cast<DialectId>(size % 6);
}

inline void encodeFor(const ChatRequest &request, DialectId provider, std::string_view model, std::string_view preset)
{
    ExchangeState state(request, provider, "f1");
    ConversionReport report;
    const auto encoded =
        findProviderDialect(provider)->encodeRequest(request, {std::string(model), std::string(preset)}, state, report);
    require(!encoded || parseJson(encoded->body).has_value());
}

struct Server {
    std::string_view model;
    std::string_view preset;
};

inline void tryRequest(DialectId dialect, const ClientCall &call, std::initializer_list<Server> servers)
{
    const auto request = findClientDialect(dialect)->decodeRequest(call);
    if (!request)
        return;
    for (const Server &server : servers)
        encodeFor(*request, dialect, server.model, server.preset);
    encodeFor(*request, otherDialect(call.body.size()), "m", {});
}

inline ChatRequest requestOf(DialectId dialect)
{
    ChatRequest request;
    request.dialect = dialect;
    request.model = "m";
    request.isStream = request.wantsStreamUsage = true;
    return request;
}

inline void tryAnswer(DialectId dialect, std::string_view text)
{
    for (const DialectId client : {dialect, otherDialect(text.size())}) {
        const ChatRequest request = requestOf(client);
        ExchangeState state(request, dialect, "f1");
        if (const auto response = findProviderDialect(dialect)->decodeResponse(text, state))
            require(parseJson(findClientDialect(client)->encodeResponse(*response, state)).has_value());
    }
}

// Legal for any bytes; returns what the client is sent.
inline std::string sayEvents(const StreamEvents &events, DialectId client, ExchangeState &state)
{
    StreamEventChecker checker;
    const auto encoder = findClientDialect(client)->beginStream(state);
    std::string wire;
    for (const StreamEvent &event : events) {
        require(!checker.check(event));
        encoder->encode(event, wire);
    }
    require(checker.isComplete());
    return wire;
}

// An event stream that arrives in pieces of `pieceSize`.
inline StreamEvents readEvents(std::string_view text, std::size_t pieceSize, const ProviderDialect &dialect,
                               ExchangeState &state)
{
    const auto decoder = dialect.beginStream(state);
    FrameSplitter splitter; // the binary framing has a fuzzer of its own
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

inline void tryStream(DialectId dialect, std::string_view text)
{
    for (const DialectId client : {dialect, otherDialect(text.size())}) {
        const ChatRequest request = requestOf(client);
        ExchangeState state(request, dialect, "f1");
        const auto events = readEvents(text, text.size() + 1, *findProviderDialect(dialect), state);
        static_cast<void>(sayEvents(events, client, state));
    }
}

} // namespace dialect_fuzz
