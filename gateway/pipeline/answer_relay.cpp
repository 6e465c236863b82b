#include "gateway/pipeline/answer_relay.h"

#include "gateway/net/upstream/failure_classifier.h"
#include "gateway/pipeline/bifrost_facts.h"
#include "gateway/pipeline/error_answer.h"
#include "gateway/pipeline/forwarded_headers.h"
#include "gateway/pipeline/lane_choice.h"

#include <algorithm>

namespace gateway::pipeline {

namespace {

constexpr std::size_t largestHeldBody = 256 * 1024; // beyond it bytes are passed on as they arrive
constexpr std::size_t largestErrorBody = 1024 * 1024;
constexpr std::size_t largestTranslatedBody = 128u * 1024u * 1024u;
constexpr std::size_t largestKeptBody = 16u * 1024u * 1024u;
constexpr std::size_t mostStreamMarks = 20'000;
constexpr auto progressInterval = std::chrono::milliseconds(100);

bool isEventStream(const HeaderList &headers)
{
    return startsWithIgnoringCase(headers.value("content-type"), "text/event-stream");
}

} // namespace

AnswerRelay::AnswerRelay(std::unique_ptr<RequestContext> context, RequestJournal &journal, LiveFeed &feed,
                         RelayOwner &owner)
    : m_context(std::move(context)), m_journal(journal), m_feed(feed), m_owner(owner)
{
}

AnswerRelay::~AnswerRelay() = default;

void AnswerRelay::start(net::UpstreamTransport &transport, net::UpstreamRequest request)
{
    m_context->exchange->setListener(this);
    const SteadyTime now = m_journal.clock().steadyNow();
    m_context->record.overhead =
        m_context->sinceStart(now) - m_context->sinceStart(m_context->exchange->request().completeAt);
    AttemptRecord attempt;
    attempt.provider = m_context->target.provider->id.value;
    attempt.model = m_context->target.model;
    attempt.keyName = m_context->target.key ? m_context->target.key->name : std::string();
    attempt.startedAt = m_context->sinceStart(now);
    m_context->record.attempts.push_back(std::move(attempt));
    m_journal.showProgress(*m_context);
    m_upstream = transport.start(std::move(request), *this);
}

void AnswerRelay::responseStarted(const net::UpstreamResponseHead &head)
{
    m_head.status = head.status;
    m_head.contentLength = head.contentLength;
    if (head.status >= 400)
        m_head.headers = head.headers; // say why
    m_clientHead.status = head.status;
    m_clientHead.headers = forwardedResponseHeaders(head.headers);
    addBifrostHeaders(m_clientHead.headers, *m_context);
    m_lane = chooseLane(*m_context, m_journal.clock());
    if (m_lane->translates() && head.status < 400)
        m_clientHead.headers.set("Content-Type", std::string(m_lane->contentType()));
    m_isEventStream = isEventStream(head.headers);
    if (head.status < 400 && m_isEventStream && m_lane->streamsToClient()) {
        beginStream();
        return;
    }
    m_mode = Mode::Holding;
    if (mayPassOn() && head.contentLength && *head.contentLength > largestHeldBody)
        passHeldBytes();
}

void AnswerRelay::responseBytes(std::string_view bytes)
{
    switch (m_mode) {
    case Mode::Waiting: return;
    case Mode::Holding:
        m_held.append(bytes);
        if (m_head.status >= 400 && m_held.size() > largestErrorBody)
            m_held.resize(largestErrorBody);
        else if (mayPassOn() && m_held.size() > largestHeldBody)
            passHeldBytes();
        else if (m_held.size() > largestTranslatedBody)
            refuseHugeAnswer(); // destroys this
        return;
    case Mode::Passing:
        keepBytes(bytes);
        m_context->exchange->sendBody(bytes);
        applyBackPressure();
        return;
    case Mode::Streaming: {
        m_output.clear();
        const auto error = m_lane->feed(bytes, m_output);
        forwardEvents();
        if (!error)
            return;
        endAttempt(m_head.status, error);
        m_upstream.reset();
        breakStream(*error);
        return;
    }
    }
}

void AnswerRelay::responseFinished()
{
    switch (m_mode) {
    case Mode::Waiting: return;
    case Mode::Holding:
        if (m_head.status >= 400)
            finishErrorAnswer();
        else if (m_lane->translates())
            finishTranslatedAnswer();
        else
            finishHeldAnswer();
        return;
    case Mode::Passing:
        m_context->record.responseBytes = m_context->exchange->bytesSent();
        m_context->exchange->finish();
        if (!m_context->record.isResponseBodyTruncated)
            static_cast<void>(m_lane->translateWhole(m_kept, false));
        showEnd();
        takeFacts();
        endAttempt(m_head.status, std::nullopt);
        end(RequestState::Succeeded, std::nullopt);
        return;
    case Mode::Streaming: finishStream(); return;
    }
}

void AnswerRelay::responseFailed(const Error &error)
{
    endAttempt(m_head.status, error);
    switch (m_mode) {
    case Mode::Waiting:
    case Mode::Holding: answerError(error); return;
    case Mode::Passing: // only a cut tells the client that a body with a promised length is not whole
        m_context->record.responseBytes = m_context->exchange->bytesSent();
        showEnd();
        takeFacts();
        m_context->exchange->abort();
        m_context->exchange = nullptr;
        end(RequestState::BrokenStream, error);
        return;
    case Mode::Streaming: breakStream(error); return;
    }
}

void AnswerRelay::clientGone()
{
    m_context->record.responseBytes = m_context->exchange->bytesSent();
    m_context->exchange = nullptr;
    Error error =
        Error::client(ErrorCode::ClientGone, "The client closed its connection before the answer was complete.");
    showEnd();
    takeFacts();
    endAttempt(m_head.status, error);
    m_upstream.reset();
    end(RequestState::Cancelled, error);
}

void AnswerRelay::cancel()
{
    const Error error = cancelledByHand();
    endAttempt(m_head.status, error);
    m_upstream.reset();
    if (m_mode == Mode::Waiting || m_mode == Mode::Holding) {
        sendError(*m_context, error);
        showBytes({}, true);
    } else {
        m_context->record.responseBytes = m_context->exchange->bytesSent();
        m_context->exchange->abort();
        m_context->exchange = nullptr;
        showEnd();
        takeFacts();
    }
    end(RequestState::Cancelled, error);
}

void AnswerRelay::clientDrained()
{
    if (!m_isPaused || !m_upstream)
        return;
    m_isPaused = false;
    m_upstream->resume();
}

void AnswerRelay::applyBackPressure()
{
    if (m_isPaused || !m_upstream || !m_context->exchange->isCongested())
        return;
    m_isPaused = true;
    m_upstream->pause();
}

// --- whole bodies

// A translated body is held to its end.
bool AnswerRelay::mayPassOn() const
{
    return m_head.status < 400 && !m_lane->translates();
}

void AnswerRelay::passHeldBytes()
{
    m_mode = Mode::Passing;
    m_context->exchange->sendHead(m_clientHead, m_head.contentLength);
    m_context->record.status = m_head.status;
    if (m_held.empty())
        return;
    noteFirstByte();
    keepBytes(m_held);
    m_context->exchange->sendBody(m_held);
    m_held.clear();
    applyBackPressure();
}

void AnswerRelay::sendHeldBytes()
{
    noteFirstByte();
    m_context->record.status = m_head.status;
    m_context->record.responseBytes = m_held.size();
    m_context->exchange->sendWhole(m_clientHead, m_held);
    m_context->record.responseHeaders = std::move(m_clientHead.headers);
    m_context->exchange = nullptr;
}

void AnswerRelay::keepHeldBytes()
{
    showBytes(m_held, true);
    if (m_context->mayKeepBodies())
        m_context->record.responseBody = std::make_shared<const std::string>(std::move(m_held));
}

void AnswerRelay::finishHeldAnswer()
{
    sendHeldBytes();
    static_cast<void>(m_lane->translateWhole(m_held, false)); // read for its facts; nothing to translate
    takeFacts();
    keepHeldBytes();
    endAttempt(m_head.status, std::nullopt);
    end(RequestState::Succeeded, std::nullopt);
}

void AnswerRelay::finishTranslatedAnswer()
{
    auto translated = m_lane->translateWhole(m_held, m_isEventStream);
    takeFacts();
    if (!translated) {
        endAttempt(m_head.status, translated.error());
        answerError(translated.error());
        return;
    }
    m_held = withExtraFields(std::move(translated->value()), *m_context);
    sendHeldBytes();
    keepHeldBytes();
    endAttempt(m_head.status, std::nullopt);
    end(RequestState::Succeeded, std::nullopt);
}

void AnswerRelay::refuseHugeAnswer()
{
    const Error error = Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                        "The provider sent an answer of more than 128 MB, which cannot be translated.");
    endAttempt(m_head.status, error);
    m_upstream.reset();
    answerError(error);
}

// The provider refused. Its own words go on unchanged when they are what the client's dialect expects.
void AnswerRelay::finishErrorAnswer()
{
    const Error error = net::classifyStatus(m_head.status, m_head.headers, m_held);
    endAttempt(m_head.status, error);
    if (m_lane->translates() || !mayPassError(*m_context, m_held)) {
        answerError(error);
        return;
    }
    sendHeldBytes();
    keepHeldBytes();
    end(stateOfError(error), error);
}

// --- event streams

void AnswerRelay::beginStream()
{
    m_mode = Mode::Streaming;
    m_context->record.isStream = true;
    // Until the first translated event is there, a failure can still be a plain error answer.
    if (!m_lane->translates())
        sendStreamHead();
}

void AnswerRelay::sendStreamHead()
{
    m_isHeadSent = true;
    m_context->record.status = m_head.status;
    m_context->exchange->sendHead(m_clientHead, std::nullopt);
}

void AnswerRelay::forwardEvents()
{
    if (m_output.wire.empty())
        return;
    if (!m_isHeadSent)
        sendStreamHead();
    keepEvents();
    const bool isFirst = !m_context->record.firstByteAt;
    noteFirstByte();
    m_context->exchange->sendBody(m_output.wire);
    showBytes(m_output.wire, false);
    if (m_feed.isWanted())
        showStreamProgress(isFirst);
    applyBackPressure();
}

void AnswerRelay::showStreamProgress(bool isFirst)
{
    const SteadyTime now = m_journal.clock().steadyNow();
    if (!isFirst && now - m_lastShownAt < progressInterval)
        return;
    m_lastShownAt = now;
    m_context->record.responseBytes = m_context->exchange->bytesSent();
    m_journal.showProgress(*m_context);
}

void AnswerRelay::finishStream()
{
    m_output.clear();
    const auto error = m_lane->finish(m_output);
    forwardEvents();
    if (error) {
        endAttempt(m_head.status, error);
        breakStream(*error);
        return;
    }
    m_context->record.responseBytes = m_context->exchange->bytesSent();
    m_context->exchange->finish();
    m_context->exchange = nullptr;
    showBytes({}, true); // before the facts take the kept bytes away
    takeFacts();
    if (m_lane->facts().errorText.empty()) {
        endAttempt(m_head.status, std::nullopt);
        end(RequestState::Succeeded, std::nullopt);
        return;
    }
    const Error told = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::OtherTarget, m_lane->facts().errorText);
    endAttempt(m_head.status, told);
    end(RequestState::BrokenStream, told);
}

// After the first byte the only honest end is an error event in the client's dialect.
void AnswerRelay::breakStream(const Error &error)
{
    if (!m_isHeadSent) {
        takeFacts();
        answerError(error);
        return;
    }
    m_output.clear();
    if (m_lane->fail(error, m_output)) {
        keepEvents();
        m_context->exchange->sendBody(m_output.wire);
        showBytes(m_output.wire, true);
        m_context->record.responseBytes = m_context->exchange->bytesSent();
        m_context->exchange->finish();
    } else {
        m_context->exchange->abort();
    }
    m_context->exchange = nullptr;
    takeFacts();
    end(RequestState::BrokenStream, error);
}

// --- what the record keeps

// A large body is kept at every level until its usage was read; takeFacts() drops it where bodies are not stored.
void AnswerRelay::keepBytes(std::string_view bytes)
{
    if (!m_context->mayKeepBodies() && m_mode != Mode::Passing)
        return;
    const std::size_t room = largestKeptBody - m_kept.size();
    if (bytes.size() > room)
        m_context->record.isResponseBodyTruncated = true;
    m_kept.append(bytes.substr(0, room));
}

void AnswerRelay::keepEvents()
{
    const std::size_t before = m_kept.size();
    keepBytes(m_output.wire);
    auto &marks = m_context->record.streamMarks;
    if (!m_context->mayKeepBodies() || marks.size() >= mostStreamMarks)
        return;
    const Microseconds now = m_context->sinceStart(m_journal.clock().steadyNow());
    for (const std::size_t end : m_output.eventEnds) {
        if (marks.size() < mostStreamMarks)
            marks.push_back({now, std::min(before + end, m_kept.size())});
    }
}

void AnswerRelay::noteFirstByte()
{
    if (m_context->record.firstByteAt)
        return;
    m_context->record.firstByteAt = m_context->sinceStart(m_journal.clock().steadyNow());
}

void AnswerRelay::takeFacts()
{
    RequestRecord &record = m_context->record;
    if (m_lane) {
        const translation::AnswerFacts &facts = m_lane->facts();
        record.usage = facts.usage;
        record.rawUsage = facts.rawUsage;
        record.finishReason = facts.finishReason;
        record.answeredModel = facts.answeredModel;
    }
    if (m_lane) {
        for (std::string &note : m_lane->takeNotes())
            record.notes.push_back(std::move(note));
    }
    if (m_mode == Mode::Streaming || m_mode == Mode::Passing) {
        record.responseHeaders = std::move(m_clientHead.headers);
        if (m_context->mayKeepBodies())
            record.responseBody = std::make_shared<const std::string>(std::move(m_kept));
    }
}

void AnswerRelay::showBytes(std::string_view bytes, bool isComplete)
{
    const std::uint64_t ticket = m_feed.watchTicket(m_context->record.id);
    if (ticket == 0)
        return;
    WatchedAnswer answer;
    answer.id = m_context->record.id;
    answer.dialect = m_context->endpoint.dialect;
    answer.isStream = m_mode == Mode::Streaming; // asked for or not: what the bytes are
    answer.isComplete = isComplete;
    answer.isFirst = ticket != m_shownTicket;
    if (answer.isFirst) {
        answer.requestBody = m_context->record.requestBody;
        // Kept bytes end with these. Where bodies are not kept, a watch shows the answer from now on.
        const bool isKept = m_mode == Mode::Streaming && m_context->mayKeepBodies();
        answer.bytes = isKept ? m_kept : std::string(bytes);
    } else {
        answer.bytes = std::string(bytes);
    }
    m_shownTicket = ticket;
    m_feed.publishAnswer(std::move(answer));
}

// A body that is passed on as it arrives is shown as a whole; it must be called before takeFacts() takes it away.
void AnswerRelay::showEnd()
{
    showBytes(m_mode == Mode::Passing ? std::string_view(m_kept) : std::string_view(), true);
}

// --- endings

void AnswerRelay::endAttempt(int status, const std::optional<Error> &error)
{
    if (m_context->record.attempts.empty())
        return;
    AttemptRecord &attempt = m_context->record.attempts.back();
    attempt.status = status;
    attempt.endedAt = m_context->sinceStart(m_journal.clock().steadyNow());
    if (m_upstream) {
        const net::UpstreamTiming timing = m_upstream->timing();
        if (timing.connectedAt)
            attempt.connectedAt = m_context->sinceStart(*timing.connectedAt);
        if (timing.headAt)
            attempt.firstByteAt = m_context->sinceStart(*timing.headAt);
    }
    if (error) {
        attempt.errorCode = errorCodeName(error->code);
        attempt.reason = error->message;
    }
}

void AnswerRelay::answerError(const Error &error)
{
    if (answerInstead(*m_context, error)) {
        showBytes({}, true);
        end(RequestState::Succeeded, std::nullopt);
        return;
    }
    sendError(*m_context, error);
    showBytes({}, true);
    end(stateOfError(error), error);
}

void AnswerRelay::end(RequestState state, const std::optional<Error> &error)
{
    if (m_context->exchange)
        m_context->exchange = nullptr;
    m_upstream.reset();
    m_journal.close(*m_context, state, error);
    m_owner.relayEnded(*this); // destroys this
}

} // namespace gateway::pipeline
