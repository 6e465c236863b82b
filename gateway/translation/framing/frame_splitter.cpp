#include "gateway/translation/framing/frame_splitter.h"

#include "gateway/base/header_list.h"
#include "gateway/translation/framing/bedrock_chunk.h"

#include <array>
#include <utility>

namespace gateway::translation {

namespace {

constexpr std::array contentTypes{
    std::pair{FramingKind::ServerSentEvents, std::string_view("text/event-stream")},
    std::pair{FramingKind::AwsEventStream, std::string_view("application/vnd.amazon.eventstream")}};

std::variant<SseFrameSplitter, AwsEventStreamDecoder> makeSplitter(FramingKind framing)
{
    switch (framing) {
    case FramingKind::ServerSentEvents: break;
    case FramingKind::AwsEventStream: return AwsEventStreamDecoder();
    }
    return SseFrameSplitter();
}

} // namespace

std::string_view contentTypeOf(FramingKind framing)
{
    for (const auto &[kind, name] : contentTypes) {
        if (kind == framing)
            return name;
    }
    return {};
}

std::optional<FramingKind> framingOfContentType(std::string_view contentType)
{
    for (const auto &[kind, name] : contentTypes) {
        if (startsWithIgnoringCase(contentType, name))
            return kind;
    }
    return std::nullopt;
}

FrameSplitter::FrameSplitter(FramingKind framing) : m_splitter(makeSplitter(framing)) {}

void FrameSplitter::feed(std::string_view bytes)
{
    std::visit([bytes](auto &splitter) { splitter.feed(bytes); }, m_splitter);
}

std::optional<StreamFrame> FrameSplitter::next()
{
    if (auto *sse = std::get_if<SseFrameSplitter>(&m_splitter)) {
        if (const auto frame = sse->next())
            return StreamFrame{frame->raw, frame->event, frame->data, frame->hasData, false};
        if (sse->hasOverflowed())
            m_defect = Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                       "The provider sent an event that is larger than 16 MB.");
        return std::nullopt;
    }
    const auto event = std::get<AwsEventStreamDecoder>(m_splitter).next();
    if (!event) {
        m_defect = event.error();
        return std::nullopt;
    }
    if (!*event)
        return std::nullopt;
    return StreamFrame{(*event)->raw, (*event)->event, (*event)->data, !(*event)->data.empty(), (*event)->isException};
}

std::string_view FrameSplitter::missingEnd() const
{
    const bool isSse = std::holds_alternative<SseFrameSplitter>(m_splitter);
    return isSse && !isBetweenFrames() ? std::string_view("\n\n") : std::string_view();
}

bool FrameSplitter::isBetweenFrames() const
{
    return std::visit([](const auto &splitter) { return splitter.rest().empty(); }, m_splitter);
}

std::string asServerSentEvents(FramingKind framing, std::string_view wire)
{
    if (framing == FramingKind::ServerSentEvents)
        return std::string(wire);
    std::string text;
    FrameSplitter splitter(framing);
    splitter.feed(wire);
    while (const auto frame = splitter.next()) {
        const auto payload = bedrockChunkPayload(frame->event, frame->data);
        text += payload ? writeSseFrame({}, *payload) : writeSseFrame(frame->event, frame->data);
    }
    return text;
}

} // namespace gateway::translation
