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
    record.keyId = target.key ? target.key->id.value : std::string();
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
