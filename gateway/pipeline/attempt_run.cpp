#include "gateway/pipeline/attempt_run.h"

#include "gateway/base/byte_search.h"
#include "gateway/net/upstream/failure_classifier.h"
#include "gateway/pipeline/attempt_metering.h"
#include "gateway/pipeline/error_answer.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/forwarded_headers.h"
#include "gateway/pipeline/lane_choice.h"
#include "gateway/pipeline/provider_headers.h"
#include "gateway/routing/target_pace.h"
#include "gateway/translation/framing/framing_kind.h"

namespace gateway::pipeline {

namespace {

constexpr std::size_t largestHeldBody = 256 * 1024; // beyond it bytes are passed on as they arrive
constexpr auto longestWaitForTheEnd = std::chrono::seconds(2);
constexpr std::size_t largestErrorBody = 1024 * 1024;
constexpr std::size_t largestTranslatedBody = 128u * 1024u * 1024u;

Error hugeAnswer()
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider sent an answer of more than 128 MB, which cannot be translated.");
}

std::string withSentence(const std::string &before, const std::string &sentence)
{
    return before.empty() ? sentence : before + " " + sentence;
}

std::string othersBefore(std::size_t count)
{
    return count == 0   ? std::string()
           : count == 1 ? ", behind 1 other"
                        : ", behind " + std::to_string(count) + " others";
}

std::string waitsInLine(std::size_t ahead, const std::string &provider)
{
    return "Waits in line for " + provider + othersBefore(ahead) + ".";
}

std::string waitedInLine(std::chrono::milliseconds wait, std::size_t ahead, const std::string &provider)
{
    return "Waited " + std::to_string(wait.count()) + " ms in line for " + provider + othersBefore(ahead) + ".";
}

// Not the provider's failure, so nothing speaks against asking it again.
Error waitedTooLong(const std::string &provider, std::chrono::milliseconds longest)
{
    Error error =
        Error::client(ErrorCode::RequestLimited, "request dropped: it waited " + std::to_string(longest.count() / 1000)
                                                     + " s in line for " + provider
                                                     + ", which serves as many requests as it may. Try again later.");
    error.retry = RetryAdvice::SameTarget;
    error.retryAfter = std::chrono::seconds(1);
    return error;
}

} // namespace

AttemptRun::AttemptRun(RequestContext &request, routing::PlannedAttempt plan, bool isGuarded,
                       const BrokenStream *broken, RequestJournal &journal, Listener &listener)
    : m_context(request, plan.target)
    , m_plan(std::move(plan))
    , m_isGuarded(isGuarded)
    , m_broken(broken)
    , m_journal(journal)
    , m_listener(listener)
{
    m_context.mustTranslate = broken != nullptr;
    if (broken && broken->isContinued())
        m_context.prefill = broken->saidText();
    // What is forwarded unread has no tokens that we could see.
    if (request.facts.isStream && request.endpoint.dialect)
        m_firstTokenLimit = routing::limitsOf(m_context.target, true).firstToken;
    m_context.mustSeeContent = m_firstTokenLimit.has_value();
}

AttemptRun::~AttemptRun() = default;

Result<void> AttemptRun::start(net::UpstreamTransport &transport, const ProviderAddresses &addresses,
                               ProviderLines *lines)
{
    beginRecord(m_plan.why);
    const auto address = addresses.find(m_context.target.provider->id, m_context.target.key);
    // A host's models speak the dialects of their makers.
    m_context.target.provider = addresses.seenBy(*m_context.target.provider, m_context.target.model);
    auto encoded = address ? encodeAttempt(m_context, *address) : unexpected(address.error());
    const auto refuse = [this](const Error &error) {
        m_error = error;
        endRecord();
        return unexpected(error);
    };
    if (!encoded)
        return refuse(encoded.error());
    m_transport = &transport;
    m_longest = encoded->totalTimeout;
    if (lines) {
        auto place = lines->join(record().provider, [this, &transport] { leaveLine(transport); });
        if (!place)
            return refuse(place.error());
        m_place = std::move(*place);
    }
    if (m_place && m_place->isWaiting())
        waitInLine(std::move(*encoded));
    else
        send(transport, std::move(*encoded));
    return {};
}

// The time in line is not the provider's, so none of its limits has begun; but nobody waits for ever.
void AttemptRun::waitInLine(net::UpstreamRequest request)
{
    const auto longest = request.firstByteTimeout;
    m_inLine = std::make_unique<net::UpstreamRequest>(std::move(request));
    record().why = withSentence(m_plan.why, waitsInLine(m_place->ahead(), record().provider));
    m_lineTimer = std::make_unique<QTimer>();
    m_lineTimer->setSingleShot(true);
    QObject::connect(m_lineTimer.get(), &QTimer::timeout, m_lineTimer.get(), [this, longest] {
        if (m_inLine)
            end(waitedTooLong(record().provider, longest));
    });
    m_lineTimer->start(longest);
}

void AttemptRun::leaveLine(net::UpstreamTransport &transport)
{
    if (!m_inLine)
        return;
    net::UpstreamRequest request = std::move(*m_inLine);
    m_inLine.reset();
    m_lineTimer.reset();
    AttemptRecord &attempt = record();
    attempt.why = withSentence(m_plan.why, waitedInLine(age(), m_place->ahead(), attempt.provider));
    attempt.startedAt = m_context.request.sinceStart(m_journal.clock().steadyNow());
    send(transport, std::move(request));
    m_journal.showProgress(m_context.request);
}

void AttemptRun::send(net::UpstreamTransport &transport, net::UpstreamRequest request)
{
    if (m_context.preparation) {
        prepare(std::move(request));
        return;
    }
    m_upstream = transport.start(std::move(request), *this);
    if (m_firstTokenLimit)
        watchFirstToken();
}

void AttemptRun::prepare(net::UpstreamRequest request)
{
    m_inLine = std::make_unique<net::UpstreamRequest>(std::move(request));
    m_lineTimer = std::make_unique<QTimer>();
    QObject::connect(m_lineTimer.get(), &QTimer::timeout, m_lineTimer.get(), [this] { takeStep(); });
    m_lineTimer->start(0);
}

// May destroy this.
void AttemptRun::takeStep()
{
    if (!m_inLine) { // stopped
        m_lineTimer->stop();
        return;
    }
    const auto isDone = m_context.preparation(*m_inLine);
    if (!isDone) {
        m_lineTimer->stop();
        end(isDone.error());
        return;
    }
    if (!*isDone)
        return;
    m_lineTimer->stop();
    m_context.preparation = nullptr;
    const auto request = std::move(m_inLine);
    send(*m_transport, std::move(*request));
}

// To everybody else it is one attempt. May destroy this.
bool AttemptRun::asksAgain()
{
    if (!m_context.followUp || m_head.status >= 300)
        return false;
    auto next = m_context.followUp(m_held);
    if (!next) {
        end(next.error());
        return true;
    }
    if (!*next)
        return false;
    if (m_longest.count() > 0 && age() + (*next)->after >= m_longest) {
        end(Error::upstream(ErrorCode::UpstreamTimedOut, RetryAdvice::OtherTarget,
                            "The provider's task was not done within " + std::to_string(m_longest.count() / 1000)
                                + " s."));
        return true;
    }
    if ((*next)->isTheAnswer) {
        m_context.operation.reset();
        m_context.followUp = nullptr;
    }
    m_wasSent = true;
    m_held.clear();
    m_upstream.reset();
    m_mode = Mode::Waiting;
    sendLater(std::move(**next));
    return true;
}

void AttemptRun::sendLater(FollowUp next)
{
    m_inLine = std::make_unique<net::UpstreamRequest>(std::move(next.request));
    m_lineTimer = std::make_unique<QTimer>();
    m_lineTimer->setSingleShot(true);
    QObject::connect(m_lineTimer.get(), &QTimer::timeout, m_lineTimer.get(), [this] {
        if (m_inLine) {
            const auto request = std::move(m_inLine);
            send(*m_transport, std::move(*request));
        }
    });
    m_lineTimer->start(next.after);
}

// The next in line need not wait for what follows here.
void AttemptRun::dropUpstream()
{
    m_inLine.reset();
    m_upstream.reset();
    m_place.reset();
}

Error AttemptRun::firstTokenTimedOut() const
{
    const std::string name = m_context.target.provider->id.value + "/" + m_context.target.model;
    return Error::upstream(ErrorCode::UpstreamTimedOut, RetryAdvice::OtherTarget,
                           name + " sent no first token within " + std::to_string(m_firstTokenLimit->count()) + " ms.");
}

// Heartbeats and announcements do not count as a beginning.
void AttemptRun::watchFirstToken()
{
    m_firstTokenTimer = std::make_unique<QTimer>();
    m_firstTokenTimer->setSingleShot(true);
    QObject::connect(m_firstTokenTimer.get(), &QTimer::timeout, m_firstTokenTimer.get(), [this] {
        if (m_upstream && !m_firstContentAfter && m_held.empty() && m_mode != Mode::Passing)
            end(firstTokenTimedOut());
    });
    m_firstTokenTimer->start(*m_firstTokenLimit);
}

// Some servers keep a stream open, or alive with heartbeats, after all was said. What looks like the end need not be it:
// old models of Gemini tell a finish reason with every frame, so each frame that says something begins the wait anew.
void AttemptRun::watchForTheEnd()
{
    const std::size_t frames = m_lane->facts().framesRead;
    const bool isComplete = m_lane->isComplete();
    if (isComplete && m_endTimer && m_endTimer->isActive() && frames == m_framesAtTheEnd)
        return;
    m_framesAtTheEnd = frames;
    if (!isComplete) {
        if (m_endTimer)
            m_endTimer->stop();
        return;
    }
    if (!m_endTimer) {
        m_endTimer = std::make_unique<QTimer>();
        m_endTimer->setSingleShot(true);
        QObject::connect(m_endTimer.get(), &QTimer::timeout, m_endTimer.get(), [this] {
            if (m_isPaused) // what there is still to read, a slow client keeps from us
                m_endTimer->start(longestWaitForTheEnd);
            else if (m_upstream)
                responseFinished();
        });
    }
    m_endTimer->start(longestWaitForTheEnd);
}

void AttemptRun::beginRecord(std::string why)
{
    AttemptRecord attempt;
    attempt.provider = m_context.target.provider->id.value;
    attempt.model = m_context.target.model;
    attempt.keyName = m_context.target.key ? m_context.target.key->name : std::string();
    attempt.why = std::move(why);
    attempt.startedAt = m_context.request.sinceStart(m_journal.clock().steadyNow());
    auto &attempts = m_context.request.record.attempts;
    m_recordIndex = attempts.size();
    attempts.push_back(std::move(attempt));
}

std::chrono::milliseconds AttemptRun::age() const
{
    const RequestContext &request = m_context.request;
    return std::chrono::duration_cast<std::chrono::milliseconds>(request.sinceStart(m_journal.clock().steadyNow())
                                                                 - request.record.attempts[m_recordIndex].startedAt);
}

void AttemptRun::endRecord()
{
    AttemptRecord &attempt = record();
    attempt.status = m_head.status;
    attempt.endedAt = m_context.request.sinceStart(m_journal.clock().steadyNow());
    if (m_upstream) {
        const net::UpstreamTiming timing = m_upstream->timing();
        if (timing.connectedAt)
            attempt.connectedAt = m_context.request.sinceStart(*timing.connectedAt);
        if (timing.headAt)
            attempt.firstByteAt = m_context.request.sinceStart(*timing.headAt);
        m_wasSent = timing.sentAt.has_value() || m_head.status > 0;
    }
    if (m_error) {
        attempt.errorCode = errorCodeName(m_error->code);
        attempt.reason = m_error->message;
    }
    // A body that is on its way to the client is read, and metered, only after the end.
    if (m_error || m_mode == Mode::Streaming || m_isRead)
        meter();
}

void AttemptRun::meterOnce()
{
    if (!m_isMetered)
        meter();
}

void AttemptRun::meter()
{
    m_isMetered = true;
    meterAttempt(m_context, {m_lane ? &m_lane->facts() : nullptr, m_wasSent, m_error.has_value()}, record());
}

void AttemptRun::end(std::optional<Error> error)
{
    m_error = std::move(error);
    endRecord();
    dropUpstream();
    m_listener.attemptEnded(*this); // may destroy this
}

void AttemptRun::stop(const Error &reason)
{
    if (!m_upstream && !m_inLine)
        return;
    m_error = reason;
    endRecord();
    dropUpstream();
}

void AttemptRun::pause()
{
    if (m_isPaused || !m_upstream)
        return;
    m_isPaused = true;
    m_upstream->pause();
}

void AttemptRun::resume()
{
    if (!m_isPaused || !m_upstream)
        return;
    m_isPaused = false;
    m_upstream->resume();
}

// Whoever counts what the provider got must find both. The provider closed without a byte, so the first one is free.
void AttemptRun::requestSentAgain()
{
    AttemptRecord &first = record();
    first.endedAt = m_context.request.sinceStart(m_journal.clock().steadyNow());
    first.errorCode = errorCodeName(ErrorCode::UpstreamReset);
    first.reason = "The provider closed the connection without a byte of an answer.";
    first.cost = Money{};
    beginRecord("The same request was sent once more, on a new connection.");
    m_journal.showProgress(m_context.request);
}

void AttemptRun::responseStarted(const net::UpstreamResponseHead &head)
{
    m_head.status = head.status;
    m_head.contentLength = head.contentLength;
    if (isRefusal())
        m_head.headers = head.headers; // say why
    if (m_context.operation || m_context.followUp)
        m_context.answerHeaders = head.headers;
    m_headroom = routing::headroomIn(head.headers);
    m_clientHead.status = head.status;
    m_clientHead.headers = forwardedResponseHeaders(head.headers);
    for (HeaderField &field : m_clientHead.headers.fields())
        hideKeyParameter(field.value, *m_context.target.provider, m_context.target.key);
    m_lane = makeLane();
    if (m_lane->translates() && head.status < 300)
        m_clientHead.status = 200; // what was made (201), or is gone (204), is told in the client's words
    if (m_lane->translates() && head.status < 400)
        m_clientHead.headers.set("Content-Type", std::string(m_lane->contentType()));
    const bool isRewritten = m_context.lines && !m_context.followUp && !isRefusal();
    if (isRewritten) {
        m_head.contentLength.reset();
        m_clientHead.headers.set("Content-Type", "application/jsonl");
        for (const char *ofTheOtherBytes : {"etag", "accept-ranges", "last-modified"})
            m_clientHead.headers.remove(ofTheOtherBytes);
    }
    const auto framing = translation::framingOfContentType(head.headers.value("content-type"));
    m_isEventStream = framing.has_value();
    if (framing)
        m_lane->setFraming(*framing);
    if (head.status < 400 && m_isEventStream && m_lane->streamsToClient()) {
        m_mode = Mode::Streaming;
        m_listener.attemptOpened(*this);
        return;
    }
    m_mode = Mode::Holding;
    const bool isLarge = head.contentLength && *head.contentLength > largestHeldBody;
    if (mayPassOn() && (isLarge || isRewritten || passesAtOnce(m_context.request, head.headers.value("content-type"))))
        passHeldBytes();
}

std::unique_ptr<AnswerLane> AttemptRun::makeLane()
{
    using translation::StreamContinuation;
    std::unique_ptr<StreamContinuation> continuation;
    if (m_broken)
        continuation = std::make_unique<StreamContinuation>(
            m_broken->delivered(),
            m_broken->isContinued() ? StreamContinuation::Second::Continues : StreamContinuation::Second::Repeats);
    return chooseLane(m_context, m_isGuarded, std::move(continuation), m_journal.clock());
}

void AttemptRun::responseBytes(std::string_view bytes)
{
    switch (m_mode) {
    case Mode::Waiting: return;
    case Mode::Holding:
        m_held.append(bytes);
        if (isRefusal() && m_held.size() > largestErrorBody)
            m_held.resize(largestErrorBody);
        else if (mayPassOn() && m_held.size() > largestHeldBody)
            passHeldBytes();
        else if (m_held.size() > largestTranslatedBody)
            end(hugeAnswer()); // may destroy this
        return;
    case Mode::Passing:
        if (!m_context.lines)
            m_listener.attemptBytes(*this, bytes);
        else if (const std::string said = m_context.lines->feed(bytes); !said.empty())
            m_listener.attemptBytes(*this, said);
        return;
    case Mode::Streaming: {
        auto error = m_lane->feed(bytes, m_output);
        if (!m_firstContentAfter && m_lane->hasSpoken())
            m_firstContentAfter = age();
        if (error) {
            end(std::move(error));
            return;
        }
        watchForTheEnd();
        m_listener.attemptEvents(*this);
        return;
    }
    }
}

void AttemptRun::responseFinished()
{
    switch (m_mode) {
    case Mode::Waiting: return;
    case Mode::Holding:
        if (!asksAgain())
            end(isRefusal() ? errorOfRefusal() : readWholeBody());
        return;
    case Mode::Passing:
        if (m_context.lines)
            m_held = m_context.lines->finish();
        end(std::nullopt);
        return;
    case Mode::Streaming: {
        auto error = m_lane->finish(m_output);
        if (!error && !m_lane->facts().errorText.empty())
            error = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::OtherTarget, m_lane->facts().errorText);
        end(std::move(error));
        return;
    }
    }
}

void AttemptRun::responseFailed(const Error &error)
{
    // All may have been said before the connection broke or fell silent.
    if (m_mode != Mode::Streaming || !m_lane->facts().errorText.empty()) {
        end(error);
        return;
    }
    LaneOutput rest;
    if (m_lane->finish(rest) || m_lane->facts().finishReason.empty()) {
        end(error);
        return;
    }
    for (const std::size_t eventEnd : rest.eventEnds)
        m_output.eventEnds.push_back(m_output.wire.size() + eventEnd);
    m_output.wire += rest.wire;
    end(std::nullopt);
}

bool AttemptRun::isRefusal() const
{
    return m_head.status >= 400 || (m_context.refusesRedirects && m_head.status >= 300);
}

// A translated body is held to its end.
bool AttemptRun::mayPassOn() const
{
    return !isRefusal() && !m_lane->translates();
}

void AttemptRun::passHeldBytes()
{
    m_mode = Mode::Passing;
    m_listener.attemptOpened(*this);
}

std::optional<Error> AttemptRun::readWholeBody()
{
    if (!m_isGuarded && !m_lane->translates() && looksLikeAnAnswer())
        return std::nullopt;
    m_isRead = true;
    auto body = m_lane->translateWhole(m_held, m_isEventStream);
    if (!body)
        return body.error();
    if (*body)
        m_held = std::move(**body);
    if (m_context.operation) {
        for (const HeaderField &field : m_context.operation->headers)
            m_clientHead.headers.set(field.name, field.value);
    }
    if (m_context.operation && !m_context.operation->location.empty()) {
        m_clientHead.status = 302;
        m_clientHead.headers.set("Location", m_context.operation->location);
    }
    return std::nullopt;
}

// Without reading it: nothing in it can be an error or the promise of a call that does not come.
bool AttemptRun::looksLikeAnAnswer() const
{
    if (!m_context.request.endpoint.dialect)
        return true;
    const auto first = m_held.find_first_not_of(" \t\r\n");
    const auto last = m_held.find_last_not_of(" \t\r\n");
    if (first == std::string::npos || m_held[first] != '{' || m_held[last] != '}')
        return false;
    return !byte_search::contains(m_held, "\"error\"") && !byte_search::contains(m_held, "\"tool_");
}

// The provider refused. Its own words go on unchanged when they are what the client's dialect expects.
std::optional<Error> AttemptRun::errorOfRefusal()
{
    hideKeyParameter(m_held, *m_context.target.provider, m_context.target.key);
    m_isRefusalInClientsWords = !m_lane->translates() && mayPassError(m_context.request, m_held);
    Error error = net::classifyStatus(m_head.status, m_head.headers, m_held);
    if (m_head.status < 400) { // a bucket of another region; the key goes to no address that an answer names
        error.code = ErrorCode::UpstreamProtocol;
        if (const std::string_view region = m_head.headers.value("x-amz-bucket-region"); !region.empty())
            error.message.append(" It is in the region ").append(region).append(".");
    }
    return error;
}

} // namespace gateway::pipeline
