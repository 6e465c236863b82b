#include "gateway/pipeline/broken_stream.h"

#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/canonical/stream_continuation.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/framing/frame_splitter.h"

namespace gateway::pipeline {

using namespace translation;

std::unique_ptr<BrokenStream> BrokenStream::read(DialectId dialect, std::string_view bytes, const Error &error)
{
    const ProviderDialect *reading = findProviderDialect(dialect);
    if (!reading)
        return nullptr;
    const ChatRequest nothing;
    ExchangeState state(nothing, dialect, "broken");
    const auto decoder = reading->beginStream(state);
    StreamEvents events;
    FrameSplitter splitter(reading->framing());
    splitter.feed(bytes);
    while (const auto frame = splitter.next()) {
        if (frame->hasData)
            decoder->decode({frame->event, frame->data, frame->isException}, events);
    }
    const StreamContinuation continuation(events);
    if (!continuation.isPossible())
        return nullptr;
    std::string text = continuation.textToContinue();
    return std::unique_ptr<BrokenStream>(new BrokenStream(std::move(events), std::move(text), error));
}

} // namespace gateway::pipeline
