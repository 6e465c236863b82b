// Brings an answer to the client: starts attempts until one answers, and tells what it says.
#pragma once

#include "gateway/net/http/http_exchange.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/answer_copy.h"
#include "gateway/pipeline/attempt_run.h"
#include "gateway/pipeline/held_start.h"
#include "gateway/pipeline/live_feed.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/pipeline/request_journal.h"
#include "gateway/routing/attempt_sequence.h"
#include "gateway/routing/first_token_times.h"
#include "gateway/routing/session_affinity.h"
#include "gateway/routing/target_pace.h"

#include <QtCore/QTimer>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gateway::pipeline {

class AnswerRelay;

// Owns relays; destroys one when it has ended.
class RelayOwner {
public:
    virtual ~RelayOwner() = default;
    virtual void relayEnded(AnswerRelay &relay) = 0; // the relay may be destroyed inside
};

// What relays work with; all of it outlives them.
struct RelayEnvironment {
    RequestJournal &journal;
    LiveFeed &feed;
    RelayOwner &owner;
    net::UpstreamTransport &transport;
    routing::TargetHealth &health;
    routing::FirstTokenTimes &firstTokens;
    routing::SessionAffinity *sessions = nullptr;   // null: sessions keep nothing
    routing::TargetPace *pace = nullptr;            // null: nobody minds how targets fare
    ProviderLines *lines = nullptr;                 // null: providers serve any number at once
    const routing::ModelCatalog *catalog = nullptr; // null: it is not known what providers list
};

// Lives on a worker thread: one client exchange and the attempts for it, nearly always one at a time. An attempt serves
// the client from the moment on that something of its answer is sent; until then another can take its place unseen.
// Back-pressure goes from the client to the provider; either side leaving ends the other.
class AnswerRelay final : public AttemptRun::Listener, public net::ExchangeListener {
public:
    AnswerRelay(std::unique_ptr<RequestContext> context, routing::RoutePlan plan,
                std::shared_ptr<const ProviderAddresses> addresses, const RelayEnvironment &environment);
    ~AnswerRelay() override;

    void start(); // may end the relay

    // Cancelled from the window: the client gets an error, or a cut when its answer has begun.
    void cancel();
    const RequestContext &context() const { return *m_context; }
    void showProgress() { m_environment.journal.showProgress(*m_context); }
    void showConversation() { m_copy.show({}, isStreaming(), false); } // to a watch that has just begun

    // AttemptRun::Listener
    void attemptOpened(AttemptRun &attempt) override;
    void attemptEvents(AttemptRun &attempt) override;
    void attemptBytes(AttemptRun &attempt, std::string_view bytes) override;
    void attemptEnded(AttemptRun &attempt) override;

    // ExchangeListener
    void clientGone() override;
    void clientDrained() override;

private:
    // What the client hears when nothing else answers: the refusal of the target that it asked for.
    struct Failure {
        Error error;
        routing::RouteTarget target;
        std::size_t targetIndex = 0;
        bool isInClientsWords = false;
        net::ResponseHead head;
        std::string body;
    };

    bool isStreaming() const { return m_hasBegun && m_context->record.isStream; }

    void schedule(routing::PlannedAttempt attempt);
    void launch(routing::PlannedAttempt attempt);
    void watchForASlowStart(const AttemptRun &attempt);
    void startBeside(); // a second attempt, because the first is slow to begin
    void serveFrom(AttemptRun &attempt);
    void stopAttempts(const Error &reason, const AttemptRun *but);
    void remove(AttemptRun &attempt);
    void showTarget(const routing::RouteTarget &target, std::size_t targetIndex);

    void forwardEvents(AttemptRun &attempt);
    void showStreamProgress(bool isFirst);
    void attemptSucceeded(AttemptRun &attempt);
    void bindSession(const routing::RouteTarget &target);
    void attemptFailed(AttemptRun &attempt, const Error &error);
    void keepFailure(AttemptRun &attempt, const Error &error);
    void answerFailure();
    void finishWhole(AttemptRun &attempt);
    void finishPassing(AttemptRun &attempt);
    void finishStream();
    void sendWhole(std::string_view body);
    void keepWhole(std::string body);
    void breakAnswer(AttemptRun &attempt, const Error &error);
    bool rescue(AttemptRun &attempt, const Error &error);
    bool continueWith(AttemptRun &attempt);
    void tellOfBrokenStream();
    void endBrokenStream(bool isTold, const LaneOutput &output, const Error &error);
    void endEarly(const Error &error); // from the client's side, or by hand

    void takeFacts(AttemptRun &attempt);
    void applyBackPressure();
    void answerError(const Error &error);
    void abortClient();
    void end(RequestState state, const std::optional<Error> &error);

    std::unique_ptr<RequestContext> m_context;
    const RelayEnvironment m_environment;
    std::shared_ptr<const ProviderAddresses> m_addresses;
    routing::AttemptSequence m_sequence;
    HeldStart m_start;
    AnswerCopy m_copy;
    std::vector<std::unique_ptr<AttemptRun>> m_attempts; // running
    AttemptRun *m_serving = nullptr;                     // of these, the one that the client hears
    std::unique_ptr<BrokenStream> m_broken;              // the client's stream waits for another attempt to go on
    bool m_hasBegun = false;                             // the client has the head of an answer
    std::optional<Failure> m_failure;
    net::ResponseHead m_clientHead;
    SteadyTime m_lastShownAt{};
    std::optional<routing::PlannedAttempt> m_waiting; // until its delay is over
    std::unique_ptr<QTimer> m_delayTimer;             // made when it is needed
    std::unique_ptr<QTimer> m_slowStartTimer;
};

} // namespace gateway::pipeline
