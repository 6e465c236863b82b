#include "gateway/pipeline/passthrough_lane.h"

#include "gateway/pipeline/error_answer.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/dialects/error_envelope.h"
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

void PassthroughLane::lookForContent(const translation::SseFrame &frame)
{
    m_hasContent = m_watch->sees({frame.event, frame.data, false});
    if (m_hasContent)
        m_watch.reset();
}

std::optional<Error> PassthroughLane::errorInside() const
{
    if (facts().errorText.empty())
        return std::nullopt;
    return Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::OtherTarget, facts().errorText);
}

std::optional<Error> PassthroughLane::feed(std::string_view bytes, LaneOutput &output)
{
    m_splitter.feed(bytes);
    while (const auto frame = m_splitter.next()) {
        const auto verdict =
            frame->hasData ? m_tap.readFrame(frame->event, frame->data) : translation::FrameVerdict::Forward;
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
    if (m_splitter.hasOverflowed())
        return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                               "The provider sent an event that is larger than 16 MB.");
    return std::nullopt;
}

std::optional<Error> PassthroughLane::finish(LaneOutput &output)
{
    // Some servers leave out the blank line after their last event.
    if (!m_splitter.rest().empty()) {
        if (auto error = feed("\n\n", output))
            return error;
    }
    if (facts().hasEnded || !facts().errorText.empty())
        return std::nullopt;
    return Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget,
                           "The provider ended the stream before the answer was complete.");
}

bool PassthroughLane::fail(const Error &error, LaneOutput &output)
{
    if (!m_context.endpoint.dialect)
        return false;
    const std::string frame =
        translation::renderErrorFrame(*m_context.endpoint.dialect, error, errorContextOf(m_context));
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
