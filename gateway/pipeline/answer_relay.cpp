#include "gateway/pipeline/answer_relay.h"

#include "gateway/pipeline/attempt_pace.h"
#include "gateway/pipeline/bifrost_facts.h"
#include "gateway/pipeline/error_answer.h"
#include "gateway/pipeline/route_request.h"
#include "gateway/pipeline/stream_rescue.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/framing/framing_kind.h"

#include <algorithm>

namespace gateway::pipeline {

namespace {

using Mode = AttemptRun::Mode;

constexpr auto progressInterval = std::chrono::milliseconds(100);

Error otherWasFaster()
{
    return Error::client(ErrorCode::Cancelled, "Another target answered first.");
}

} // namespace

AnswerRelay::AnswerRelay(std::unique_ptr<RequestContext> context, routing::RoutePlan plan,
                         std::shared_ptr<const ProviderAddresses> addresses, const RelayEnvironment &environment)
    : m_context(std::move(context))
    , m_environment(environment)
    , m_addresses(std::move(addresses))
    , m_sequence(std::move(plan), environment.health, keyWishOf(*m_context, environment.catalog, environment.pace))
    , m_start(m_sequence.resilience(), m_sequence.hasAlternative())
    , m_copy(*m_context, environment.journal.clock(), environment.feed)
{
}

AnswerRelay::~AnswerRelay() = default;

// --- attempts

void AnswerRelay::start()
{
    m_context->exchange->setListener(this);
    const SteadyTime now = m_environment.journal.clock().steadyNow();
    m_context->record.overhead =
        m_context->sinceStart(now) - m_context->sinceStart(m_context->exchange->request().completeAt);
    auto first = m_sequence.first();
    if (!first) {
        showTarget(m_sequence.targets().front(), 0);
        answerError(first.error());
        return;
    }
    schedule(std::move(*first));
}

void AnswerRelay::schedule(routing::PlannedAttempt attempt)
{
    if (attempt.delay.count() == 0) {
        launch(std::move(attempt));
        return;
    }
    if (!m_delayTimer) {
        m_delayTimer = std::make_unique<QTimer>();
        m_delayTimer->setSingleShot(true);
        m_delayTimer->setTimerType(Qt::PreciseTimer);
        QObject::connect(m_delayTimer.get(), &QTimer::timeout, m_delayTimer.get(), [this] {
            if (auto waiting = std::exchange(m_waiting, std::nullopt))
                launch(std::move(*waiting));
        });
    }
    m_delayTimer->start(attempt.delay);
    m_waiting = std::move(attempt);
    m_environment.journal.showProgress(*m_context);
}

void AnswerRelay::launch(routing::PlannedAttempt attempt)
{
    showTarget(attempt.target, attempt.targetIndex);
    auto &usedKeys = m_context->usedKeys;
    if (attempt.target.key && std::find(usedKeys.begin(), usedKeys.end(), attempt.target.key) == usedKeys.end())
        usedKeys.push_back(attempt.target.key);
    m_attempts.push_back(std::make_unique<AttemptRun>(*m_context, std::move(attempt), m_sequence.hasAlternative(),
                                                      m_broken.get(), m_environment.journal, *this));
    AttemptRun &run = *m_attempts.back();
    const auto started = run.start(m_environment.transport, *m_addresses, m_environment.lines);
    m_environment.journal.showProgress(*m_context);
    if (!started) {
        attemptFailed(run, started.error());
        return;
    }
    watchForASlowStart(run);
}

void AnswerRelay::watchForASlowStart(const AttemptRun &attempt)
{
    const auto usual = m_sequence.resilience().slowStartAfter;
    if (!m_context->facts.isStream || usual.count() == 0 || m_attempts.size() > 1
        || !m_sequence.hasFallbackAfter(attempt.plan()))
        return;
    m_slowStartTimer = std::make_unique<QTimer>();
    m_slowStartTimer->setSingleShot(true);
    QObject::connect(m_slowStartTimer.get(), &QTimer::timeout, m_slowStartTimer.get(), [this] { startBeside(); });
    const routing::RouteTarget &target = attempt.plan().target;
    m_slowStartTimer->start(m_environment.firstTokens.slowAfter(target.provider->id.value, target.model, usual));
}

void AnswerRelay::startBeside()
{
    if (m_serving || m_attempts.size() != 1 || m_waiting || m_attempts.front()->hasContent())
        return;
    if (auto other = m_sequence.beside(m_attempts.front()->plan()))
        launch(std::move(*other));
}

void AnswerRelay::showTarget(const routing::RouteTarget &target, std::size_t targetIndex)
{
    m_context->target = target;
    m_context->fallbackIndex = static_cast<int>(targetIndex);
    RequestRecord &record = m_context->record;
    record.provider = target.provider->id.value;
    record.model = target.model;
    record.keyName = target.key ? target.key->name : std::string();
}

// From now on its answer is the client's.
void AnswerRelay::serveFrom(AttemptRun &attempt)
{
    m_serving = &attempt;
    if (const auto after = attempt.firstContentAfter(); after && !m_hasBegun)
        m_environment.firstTokens.note(attempt.plan().target.provider->id.value, attempt.plan().target.model, *after);
    m_slowStartTimer.reset();
    stopAttempts(otherWasFaster(), &attempt);
    showTarget(attempt.context().target, attempt.plan().targetIndex);
    m_context->conversionNotes = attempt.context().losses;
    if (m_hasBegun) { // it goes on with another one's stream
        tellOfRescue(*m_context, *m_broken);
        m_broken.reset();
        return;
    }
    m_clientHead = attempt.takeClientHead();
    addBifrostHeaders(m_clientHead.headers, *m_context);
    m_context->record.status = attempt.status();
    if (attempt.mode() == Mode::Holding)
        return; // sent whole, at its end
    if (attempt.mode() == Mode::Passing || m_sequence.hasAlternative())
        m_copy.keepAlways();
    m_context->record.isStream = attempt.mode() == Mode::Streaming || m_context->record.isStream;
    m_hasBegun = true;
    if (attempt.mode() == Mode::Streaming && m_sequence.hasAlternative())
        m_context->exchange->promiseTrailer(rescueTrailer);
    if (const auto framing = translation::framingOfContentType(m_clientHead.headers.value("content-type")))
        m_copy.setFraming(*framing);
    m_context->exchange->sendHead(m_clientHead,
                                  attempt.mode() == Mode::Passing ? attempt.contentLength() : std::nullopt);
}

void AnswerRelay::stopAttempts(const Error &reason, const AttemptRun *but)
{
    m_waiting.reset();
    for (const auto &attempt : m_attempts) {
        if (attempt.get() == but)
            continue;
        attempt->stop(reason);
        m_sequence.abandoned(attempt->plan());
    }
    std::erase_if(m_attempts, [but](const auto &attempt) { return attempt.get() != but; });
}

void AnswerRelay::remove(AttemptRun &attempt)
{
    std::erase_if(m_attempts, [&attempt](const auto &each) { return each.get() == &attempt; });
}

// --- what attempts say

void AnswerRelay::attemptOpened(AttemptRun &attempt)
{
    const bool isStream = attempt.mode() == Mode::Streaming;
    // Until its first event a stream that is translated can still become a plain error answer, and one that has
    // alternatives another stream.
    if (isStream && (attempt.lane()->translates() || m_start.holdsHead(attempt)))
        return;
    serveFrom(attempt);
    if (!isStream && !attempt.held().empty()) {
        attemptBytes(attempt, attempt.held());
        attempt.held().clear();
    }
}

void AnswerRelay::attemptEvents(AttemptRun &attempt)
{
    if (attempt.output().wire.empty())
        return;
    if (m_serving != &attempt) {
        if (m_start.holds(attempt, m_hasBegun))
            return;
        serveFrom(attempt);
    }
    forwardEvents(attempt);
}

void AnswerRelay::attemptBytes(AttemptRun &, std::string_view bytes)
{
    m_copy.noteFirstByte();
    m_copy.addBytes(bytes);
    m_context->exchange->sendBody(bytes);
    applyBackPressure();
}

void AnswerRelay::attemptEnded(AttemptRun &attempt)
{
    if (m_environment.pace)
        notePace(attempt, *m_environment.pace);
    if (attempt.error())
        attemptFailed(attempt, *attempt.error());
    else
        attemptSucceeded(attempt);
}

void AnswerRelay::attemptSucceeded(AttemptRun &attempt)
{
    m_sequence.succeeded(attempt.plan());
    bindSession(attempt.plan().target);
    if (m_serving != &attempt)
        serveFrom(attempt);
    switch (attempt.mode()) {
    case Mode::Waiting:
    case Mode::Holding: finishWhole(attempt); return;
    case Mode::Passing: finishPassing(attempt); return;
    case Mode::Streaming:
        forwardEvents(attempt);
        finishStream();
        takeFacts(attempt);
        end(RequestState::Succeeded, std::nullopt);
        return;
    }
}

// The next request of the session goes where this one was served.
void AnswerRelay::bindSession(const routing::RouteTarget &target)
{
    const auto session = m_environment.sessions ? sessionOf(*m_context) : std::nullopt;
    if (session)
        m_environment.sessions->bind(
            session->key, {target.provider->id.value, target.model, target.key ? target.key->id.value : std::string()},
            session->life);
}

void AnswerRelay::attemptFailed(AttemptRun &attempt, const Error &error)
{
    if (m_serving == &attempt) {
        breakAnswer(attempt, error);
        return;
    }
    if (!m_broken)
        keepFailure(attempt, error);
    const routing::PlannedAttempt plan = attempt.plan();
    if (m_attempts.size() > 1 || m_waiting) { // the other one goes on
        m_sequence.failed(plan, error);
        remove(attempt);
        return;
    }
    if (m_broken && error.code == ErrorCode::AnswerDiffers && continueWith(attempt))
        return;
    const bool isOver = error.code == ErrorCode::AnswerDiffers || (m_broken && m_broken->isContinued());
    std::optional<routing::PlannedAttempt> next;
    if (isOver)
        m_sequence.failed(plan, error);
    else
        next = m_sequence.after(plan, error);
    if (!next) {
        takeFacts(attempt);
        if (m_broken)
            tellOfBrokenStream();
        else
            answerFailure();
        return;
    }
    remove(attempt);
    schedule(std::move(*next));
}

// The target that was asked for has the last word; a fallback only where that one said nothing.
void AnswerRelay::keepFailure(AttemptRun &attempt, const Error &error)
{
    if (m_failure && attempt.plan().targetIndex > m_failure->targetIndex)
        return;
    Failure failure;
    failure.error = error;
    failure.target = attempt.context().target;
    failure.targetIndex = attempt.plan().targetIndex;
    failure.isInClientsWords = attempt.isRefusalInClientsWords();
    if (failure.isInClientsWords) {
        failure.head = attempt.takeClientHead();
        failure.body = std::move(attempt.held());
    }
    m_failure = std::move(failure);
}

void AnswerRelay::answerFailure()
{
    showTarget(m_failure->target, m_failure->targetIndex);
    const Error error = m_failure->error;
    if (!m_failure->isInClientsWords) {
        answerError(error);
        return;
    }
    m_clientHead = std::move(m_failure->head);
    addBifrostHeaders(m_clientHead.headers, *m_context);
    m_context->record.status = m_clientHead.status;
    sendWhole(m_failure->body);
    keepWhole(std::move(m_failure->body));
    end(stateOfError(error), error);
}

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

// --- the client

void AnswerRelay::clientGone()
{
    m_context->record.responseBytes = m_context->exchange->bytesSent();
    m_context->exchange = nullptr;
    endEarly(Error::client(ErrorCode::ClientGone, "The client closed its connection before the answer was complete."));
}

void AnswerRelay::cancel()
{
    const Error error = cancelledByHand();
    if (m_hasBegun) {
        m_context->record.responseBytes = m_context->exchange->bytesSent();
        abortClient();
    } else {
        sendError(*m_context, error);
    }
    endEarly(error);
}

void AnswerRelay::endEarly(const Error &error)
{
    m_copy.show(isStreaming() ? std::string_view() : std::string_view(m_copy.bytes()), isStreaming(), true);
    if (AttemptRun *shown = m_serving ? m_serving : m_attempts.empty() ? nullptr : m_attempts.back().get())
        takeFacts(*shown);
    stopAttempts(error, nullptr);
    end(RequestState::Cancelled, error);
}

void AnswerRelay::clientDrained()
{
    if (m_serving)
        m_serving->resume();
}

void AnswerRelay::applyBackPressure()
{
    if (m_context->exchange->isCongested())
        m_serving->pause();
}

void AnswerRelay::abortClient()
{
    m_context->exchange->abort();
    m_context->exchange = nullptr;
}

// --- endings

void AnswerRelay::takeFacts(AttemptRun &attempt)
{
    RequestRecord &record = m_context->record;
    for (std::string &note : attempt.context().notes)
        record.notes.push_back(std::move(note));
    if (AnswerLane *lane = attempt.lane()) {
        const translation::AnswerFacts &facts = lane->facts();
        attempt.meterOnce(); // a whole body may have been read only after the attempt ended
        record.usage = attempt.usage();
        record.rawUsage = facts.rawUsage;
        record.finishReason = facts.finishReason;
        record.answeredModel = facts.answeredModel;
        for (std::string &note : lane->takeNotes())
            record.notes.push_back(std::move(note));
    }
}

void AnswerRelay::answerError(const Error &error)
{
    if (answerInstead(*m_context, error)) {
        m_copy.show({}, false, true);
        end(RequestState::Succeeded, std::nullopt);
        return;
    }
    sendError(*m_context, error);
    m_copy.show({}, false, true);
    end(stateOfError(error), error);
}

void AnswerRelay::end(RequestState state, const std::optional<Error> &error)
{
    m_context->exchange = nullptr;
    if (m_hasBegun) { // it went out in pieces
        m_context->record.responseHeaders = std::move(m_clientHead.headers);
        m_copy.moveIntoRecord();
    }
    for (std::string &note : m_sequence.takeNotes())
        m_context->record.notes.push_back(std::move(note));
    m_environment.journal.close(*m_context, state, error);
    m_environment.owner.relayEnded(*this); // destroys this
}

} // namespace gateway::pipeline
