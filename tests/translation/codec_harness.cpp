#include "tests/translation/codec_harness.h"

#include "gateway/translation/canonical/stream_event_checker.h"
#include "gateway/translation/framing/sse_codec.h"

#include <algorithm>

#include <QTest>

namespace codec_harness {

namespace {

void feed(ProviderStreamDecoder &decoder, SseFrameSplitter &splitter, std::string_view bytes, StreamEvents &events)
{
    splitter.feed(bytes);
    while (const auto frame = splitter.next()) {
        if (frame->hasData)
            decoder.decode({frame->event, frame->data, false}, events);
    }
}

} // namespace

void requireLegal(const StreamEvents &events)
{
    StreamEventChecker checker;
    for (const StreamEvent &event : events) {
        if (const auto problem = checker.check(event))
            QFAIL(problem->c_str());
    }
    QVERIFY2(checker.isComplete(), "the events do not end");
}

StreamEvents decodeSseStream(const ProviderDialect &dialect, ExchangeState &state, std::string_view bytes,
                             std::size_t pieceBytes)
{
    const auto decoder = dialect.beginStream(state);
    SseFrameSplitter splitter;
    StreamEvents events;
    const std::size_t step = pieceBytes == 0 ? std::max<std::size_t>(bytes.size(), 1) : pieceBytes;
    for (std::size_t position = 0; position < bytes.size(); position += step)
        feed(*decoder, splitter, bytes.substr(position, step), events);
    decoder->finish(nullptr, events);
    requireLegal(events);
    return events;
}

StreamEvents decodeSseStreamCutAt(const ProviderDialect &dialect, ExchangeState &state, std::string_view bytes,
                                  std::size_t position)
{
    const auto decoder = dialect.beginStream(state);
    SseFrameSplitter splitter;
    StreamEvents events;
    feed(*decoder, splitter, bytes.substr(0, position), events);
    feed(*decoder, splitter, bytes.substr(position), events);
    decoder->finish(nullptr, events);
    requireLegal(events);
    return events;
}

StreamEvents decodeBrokenSseStream(const ProviderDialect &dialect, ExchangeState &state, std::string_view bytes,
                                   std::size_t size)
{
    const auto decoder = dialect.beginStream(state);
    SseFrameSplitter splitter;
    StreamEvents events;
    feed(*decoder, splitter, bytes.substr(0, size), events);
    const Error failure =
        Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget, "The connection to the provider was lost.");
    decoder->finish(&failure, events);
    requireLegal(events);
    return events;
}

std::string encodeEvents(const ClientDialect &dialect, ExchangeState &state, const StreamEvents &events)
{
    const auto encoder = dialect.beginStream(state);
    std::string wire;
    for (const StreamEvent &event : events)
        encoder->encode(event, wire);
    return wire;
}

} // namespace codec_harness
