// How the bytes of an attempt become the client's: whole bodies, event streams, and what follows when a stream breaks.
#include "gateway/pipeline/answer_relay.h"

#include "gateway/pipeline/bifrost_facts.h"
#include "gateway/pipeline/error_answer.h"
#include "gateway/pipeline/stream_rescue.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/framing/framing_kind.h"

#include <chrono>

namespace gateway::pipeline {

namespace {

using Mode = AttemptRun::Mode;

constexpr auto progressInterval = std::chrono::milliseconds(100);

} // namespace

// --- whole bodies

void AnswerRelay::sendWhole(std::string_view body)
{
    m_copy.noteFirstByte();
    m_context->record.responseBytes = body.size();
    m_context->exchange->sendWhole(m_clientHead, body);
    m_context->record.responseHeaders = std::move(m_clientHead.headers);
    m_context->exchange = nullptr;
}

void AnswerRelay::keepWhole(std::string body)
{
    m_copy.show(body, false, true);
    if (m_context->mayKeepBodies())
        m_context->record.responseBody = std::make_shared<const std::string>(std::move(body));
}

void AnswerRelay::finishWhole(AttemptRun &attempt)
{
    AnswerLane &lane = *attempt.lane();
    std::string body = std::move(attempt.held());
    if (m_hasBegun) { // the rest of a stream, from a target that answers whole
        attempt.output().wire = std::move(body);
        attempt.output().eventEnds = {attempt.output().wire.size()};
        forwardEvents(attempt);
        finishStream();
        takeFacts(attempt);
        end(RequestState::Succeeded, std::nullopt);
        return;
    }
    if (lane.translates() && lane.contentType() != "application/jsonl") // whose only line looks like a whole body
        body = withExtraFields(std::move(body), *m_context);
    sendWhole(body);
    if (!attempt.isRead())
        static_cast<void>(lane.translateWhole(body, false));
    takeFacts(attempt);
    keepWhole(std::move(body));
    end(RequestState::Succeeded, std::nullopt);
}

void AnswerRelay::finishPassing(AttemptRun &attempt)
{
    if (!attempt.held().empty()) { // the rest of what is said again line by line
        m_copy.addBytes(attempt.held());
        m_context->exchange->sendBody(attempt.held());
    }
    m_context->record.responseBytes = m_context->exchange->bytesSent();
    m_context->exchange->finish();
    m_context->exchange = nullptr;
    if (!m_context->record.isResponseBodyTruncated)
        static_cast<void>(attempt.lane()->translateWhole(m_copy.bytes(), false));
    m_copy.show(m_copy.bytes(), false, true);
    takeFacts(attempt);
    end(RequestState::Succeeded, std::nullopt);
}

// --- event streams

void AnswerRelay::forwardEvents(AttemptRun &attempt)
{
    LaneOutput &output = attempt.output();
    if (output.wire.empty())
        return;
    m_copy.addEvents(output);
    const bool isFirst = !m_context->record.firstByteAt;
    m_copy.noteFirstByte();
    m_context->exchange->sendBody(output.wire);
    m_copy.show(output.wire, true, false);
    output.clear();
    if (m_environment.feed.isWanted())
        showStreamProgress(isFirst);
    applyBackPressure();
}

void AnswerRelay::showStreamProgress(bool isFirst)
{
    const SteadyTime now = m_environment.journal.clock().steadyNow();
    if (!isFirst && now - m_lastShownAt < progressInterval)
        return;
    m_lastShownAt = now;
    m_context->record.responseBytes = m_context->exchange->bytesSent();
    m_environment.journal.showProgress(*m_context);
}

void AnswerRelay::finishStream()
{
    m_context->record.responseBytes = m_context->exchange->bytesSent();
    m_context->exchange->finish();
    m_context->exchange = nullptr;
    m_copy.show({}, true, true); // before the facts take the kept bytes away
}

// The request runs again, and where its answer repeats what the client has, the stream goes on. The failure is reported
// to the sequence either way.
bool AnswerRelay::rescue(AttemptRun &attempt, const Error &error)
{
    std::unique_ptr<BrokenStream> broken;
    if (m_sequence.hasAlternative())
        broken = readBrokenStream(*m_context, m_sequence.resilience().rescue, m_copy.bytes(), error);
    if (!broken) {
        m_sequence.failed(attempt.plan(), error);
        return false;
    }
    auto next = m_sequence.after(attempt.plan(), error);
    if (!next)
        return false;
    next->why = "The stream broke off in its middle. " + next->why
                + " The answer goes on from where the new one repeats what the client has.";
    m_broken = std::move(broken);
    m_serving = nullptr;
    remove(attempt);
    schedule(std::move(*next));
    return true;
}

// Its answer differs from what the client has: it is asked once more, to go on from that.
bool AnswerRelay::continueWith(AttemptRun &attempt)
{
    if (!mayContinue(attempt.plan().target, *m_context, m_sequence.resilience().rescue, *m_broken))
        return false;
    m_broken->becomeContinued();
    routing::PlannedAttempt again = attempt.plan();
    again.delay = {};
    again.why = "The new answer was another one, so the target is asked to go on from what the client has.";
    m_sequence.abandoned(attempt.plan()); // another answer is no failure
    remove(attempt);
    schedule(std::move(again));
    return true;
}

// After the first byte the only honest ends are the rest of the answer, an error event in the client's dialect, or a
// cut.
void AnswerRelay::breakAnswer(AttemptRun &attempt, const Error &error)
{
    if (attempt.mode() == Mode::Passing) { // only a cut tells that a body with a promised length is not whole
        m_sequence.failed(attempt.plan(), error);
        m_context->record.responseBytes = m_context->exchange->bytesSent();
        m_copy.show(m_copy.bytes(), false, true);
        takeFacts(attempt);
        abortClient();
        end(RequestState::BrokenStream, error);
        return;
    }
    forwardEvents(attempt);
    if (rescue(attempt, error))
        return;
    const bool wasToldByTheProvider = !attempt.lane()->facts().errorText.empty() && !m_sequence.hasAlternative();
    LaneOutput output;
    const bool isTold = wasToldByTheProvider || attempt.lane()->fail(error, output);
    takeFacts(attempt);
    endBrokenStream(isTold, output, error);
}

void AnswerRelay::tellOfBrokenStream()
{
    LaneOutput output;
    const translation::ClientDialect *dialect = translation::findClientDialect(*m_context->endpoint.dialect);
    if (dialect) {
        output.wire = dialect->failureFrame(m_broken->error(), errorContextOf(*m_context));
        output.eventEnds = {output.wire.size()};
    }
    endBrokenStream(!output.wire.empty() && dialect->hasFailureEvents(), output, m_broken->error());
}

void AnswerRelay::endBrokenStream(bool isTold, const LaneOutput &output, const Error &error)
{
    if (!output.wire.empty()) { // also before a cut: the words, for programs that read them
        m_copy.addEvents(output);
        m_context->exchange->sendBody(output.wire);
        m_copy.show(output.wire, true, false);
    }
    if (isTold) {
        finishStream();
    } else {
        m_context->record.responseBytes = m_context->exchange->bytesSent();
        m_copy.show({}, true, true);
        abortClient();
    }
    end(RequestState::BrokenStream, error);
}

} // namespace gateway::pipeline
