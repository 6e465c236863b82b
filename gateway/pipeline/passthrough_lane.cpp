#include "gateway/pipeline/passthrough_lane.h"

#include "gateway/pipeline/error_answer.h"
#include "gateway/pipeline/forwarded_attempt.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/framing/bedrock_chunk.h"
#include "gateway/translation/json/request_facts.h"
#include "gateway/translation/json/top_level_editor.h"

namespace gateway::pipeline {

namespace {

// Without a dialect of its own (embeddings) an answer still tells its usage in its family's way.
translation::DialectId dialectOfUsage(const routing::Endpoint &endpoint)
{
    return endpoint.dialect ? *endpoint.dialect : dialectOfFamily(endpoint.family);
}

} // namespace

PassthroughLane::PassthroughLane(const AttemptContext &attempt, bool isGuarded)
    : m_context(attempt.request)
    , m_isGuarded(isGuarded)
    , m_tap(dialectOfUsage(m_context.endpoint), attempt.mustWithholdUsageFrame)
{
    if (!(isGuarded || attempt.mustSeeContent) || !m_context.endpoint.dialect)
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
    Error error = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::OtherTarget, facts().errorText);
    if (facts().errorStatus > 0)
        error.upstreamStatus = facts().errorStatus;
    return error;
}

// An agent that is told of a call and gets none waits for ever, so this is no success in any case.
std::optional<Error> PassthroughLane::defectInside() const
{
    if (facts().defect.empty())
        return std::nullopt;
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget, facts().defect);
}

// What a complete stream lacks when its provider forgets the mark that official libraries wait for.
void PassthroughLane::addEndMark(LaneOutput &output) const
{
    if (facts().hasEndMark || !m_splitter.isServerSentEvents())
        return;
    if (m_context.endpoint.dialect == translation::DialectId::OpenAiChat)
        output.wire += translation::writeSseFrame({}, "[DONE]");
    else if (m_context.endpoint.dialect == translation::DialectId::AnthropicMessages)
        output.wire += translation::writeSseFrame("message_stop", R"({"type":"message_stop"})");
    else
        return;
    output.eventEnds.push_back(output.wire.size());
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
        if (auto defect = defectInside())
            return defect;
        if (m_isGuarded) {
            if (auto error = errorInside())
                return error;
            if (!m_watch && !m_context.endpoint.dialect) // of a text completion every piece is content
                m_hasContent = m_hasContent || frame->hasData;
        }
        if (m_watch && frame->hasData)
            lookForContent(*frame);
        switch (verdict) {
        case translation::FrameVerdict::ForwardWithoutUsage:
            // Mistral's SDK refuses a usage that is null, and nobody who did not ask for usage expects the member.
            if (const auto edited = translation::removeTopLevelMember(frame->data, "usage")) {
                output.wire += translation::writeSseFrame(frame->event, *edited);
                output.eventEnds.push_back(output.wire.size());
                break;
            }
            [[fallthrough]];
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

// An error event is the last that a stream says, too; Anthropic says why it stops before it says that it has stopped.
bool PassthroughLane::isComplete() const
{
    return facts().hasEnded || !facts().errorText.empty() || !facts().finishReason.empty();
}

std::optional<Error> PassthroughLane::finish(LaneOutput &output)
{
    if (auto error = feed(m_splitter.missingEnd(), output))
        return error;
    // What ends the stream of a model that is not Anthropic's is not known here; the frames are whole at least.
    const bool isForeign =
        m_context.endpoint.isBedrockInvoke && facts().answeredModel.empty() && m_splitter.isBetweenFrames();
    if (isComplete() || isForeign) {
        if (facts().errorText.empty() && !isForeign)
            addEndMark(output);
        return std::nullopt;
    }
    return Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget,
                           "The provider ended the stream before the answer was complete.");
}

bool PassthroughLane::fail(const Error &error, LaneOutput &output)
{
    const translation::ClientDialect *dialect =
        m_context.endpoint.dialect ? translation::findClientDialect(*m_context.endpoint.dialect) : nullptr;
    if (!dialect)
        return false;
    // InvokeModel tells failures in Bedrock's way, though its events are Anthropic's.
    const bool isInvoke = m_context.endpoint.isBedrockInvoke;
    const translation::ClientDialect *speaking =
        isInvoke ? translation::findClientDialect(translation::DialectId::BedrockConverse) : dialect;
    const std::string frame = speaking->failureFrame(error, errorContextOf(m_context));
    if (frame.empty())
        return false;
    output.wire += frame;
    output.eventEnds.push_back(output.wire.size());
    return dialect->hasFailureEvents();
}

Result<std::optional<std::string>> PassthroughLane::translateWhole(std::string_view body, bool)
{
    const bool isJson = m_tap.readWholeBody(body);
    if (m_isGuarded || m_context.endpoint.dialect) {
        if (!isJson)
            return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                              "The provider's answer is not JSON."));
        if (auto error = errorInside())
            return unexpected(std::move(*error));
        if (auto defect = defectInside())
            return unexpected(std::move(*defect));
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
