#include "gateway/pipeline/passthrough_lane.h"

#include "gateway/pipeline/error_answer.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/dialects/error_envelope.h"
#include "gateway/translation/framing/bedrock_chunk.h"
#include "gateway/translation/json/request_facts.h"

namespace gateway::pipeline {

// Without a dialect of its own (embeddings) an answer still tells its usage in OpenAI's way.
PassthroughLane::PassthroughLane(const AttemptContext &attempt, bool isGuarded)
    : m_context(attempt.request)
    , m_isGuarded(isGuarded)
    , m_tap(m_context.endpoint.dialect.value_or(translation::DialectId::OpenAiChat), attempt.mustWithholdUsageFrame)
{
    if (!isGuarded || !m_context.endpoint.dialect)
        return;
    if (const auto *dialect = translation::findProviderDialect(*m_context.endpoint.dialect))
        m_watch = std::make_unique<ContentWatch>(*dialect);
}

void PassthroughLane::lookForContent(const translation::StreamFrame &frame)
{
    const auto payload = translation::bedrockChunkPayload(frame.event, frame.data);
    m_hasContent = m_watch->sees(payload ? translation::ProviderFrame{{}, *payload, false}
                                         : translation::ProviderFrame{frame.event, frame.data, frame.isException});
    if (m_hasContent)
        m_watch.reset();
}

std::optional<Error> PassthroughLane::errorInside() const
{
    if (facts().errorText.empty())
        return std::nullopt;
    return Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::OtherTarget, facts().errorText);
}

translation::FrameVerdict PassthroughLane::readFrame(const translation::StreamFrame &frame)
{
    using translation::FrameVerdict;
    if (!frame.hasData)
        return FrameVerdict::Forward;
    if (frame.isException) {
        m_tap.readException(frame.data);
        return FrameVerdict::Forward;
    }
    // InvokeModel wraps the events of the model's own dialect, whatever that is; Bedrock's client reads it, not we.
    if (const auto payload = translation::bedrockChunkPayload(frame.event, frame.data)) {
        m_tap.readFrame({}, *payload);
        return FrameVerdict::Forward;
    }
    return m_tap.readFrame(frame.event, frame.data);
}

std::optional<Error> PassthroughLane::feed(std::string_view bytes, LaneOutput &output)
{
    m_splitter.feed(bytes);
    while (const auto frame = m_splitter.next()) {
        const auto verdict = readFrame(*frame);
        if (m_isGuarded) {
            if (auto error = errorInside())
                return error;
            if (m_watch && frame->hasData)
                lookForContent(*frame);
        }
        switch (verdict) {
        case translation::FrameVerdict::Forward:
            output.wire.append(frame->raw);
            output.eventEnds.push_back(output.wire.size());
            break;
        case translation::FrameVerdict::Withhold: break;
        case translation::FrameVerdict::Malformed: ++m_malformedFrames; break;
        }
    }
    return m_splitter.defect();
}

std::optional<Error> PassthroughLane::finish(LaneOutput &output)
{
    if (auto error = feed(m_splitter.missingEnd(), output))
        return error;
    // What ends the stream of a model that is not Anthropic's is not known here; the frames are whole at least.
    const bool isForeign =
        m_context.endpoint.isBedrockInvoke && facts().answeredModel.empty() && m_splitter.isBetweenFrames();
    if (facts().hasEnded || !facts().errorText.empty() || isForeign)
        return std::nullopt;
    return Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget,
                           "The provider ended the stream before the answer was complete.");
}

bool PassthroughLane::fail(const Error &error, LaneOutput &output)
{
    if (!m_context.endpoint.dialect)
        return false;
    // InvokeModel tells failures in Bedrock's way, though its events are Anthropic's.
    const auto dialect = m_context.endpoint.family == translation::DialectFamily::Bedrock
                             ? translation::DialectId::BedrockConverse
                             : *m_context.endpoint.dialect;
    const std::string frame = translation::renderErrorFrame(dialect, error, errorContextOf(m_context));
    if (frame.empty())
        return false;
    output.wire += frame;
    output.eventEnds.push_back(output.wire.size());
    return true;
}

Result<std::optional<std::string>> PassthroughLane::translateWhole(std::string_view body, bool)
{
    m_tap.readWholeBody(body);
    if (m_isGuarded) {
        if (!translation::isWellFormedJson(body))
            return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                              "The provider's answer is not JSON."));
        if (auto error = errorInside())
            return unexpected(std::move(*error));
    }
    return std::optional<std::string>();
}

std::vector<std::string> PassthroughLane::takeNotes()
{
    if (m_malformedFrames == 0)
        return {};
    return {std::to_string(m_malformedFrames) + " event(s) of the provider were not JSON and were left out."};
}

} // namespace gateway::pipeline
