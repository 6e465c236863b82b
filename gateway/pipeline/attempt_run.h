// One try at one target: sends the request and reads the answer, until the relay takes it or it fails.
#pragma once

#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/answer_lane.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/broken_stream.h"
#include "gateway/pipeline/provider_lines.h"
#include "gateway/pipeline/request_journal.h"
#include "gateway/pipeline/upstream_attempt.h"
#include "gateway/routing/attempt_sequence.h"

#include <QtCore/QTimer>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::pipeline {

// Lives on a worker thread. Its attempt is part of the record from start() on; where the transport sent the request
// twice, these are two attempts of the record.
class AttemptRun final : public net::UpstreamObserver {
public:
    // Any of these may destroy the run.
    class Listener {
    public:
        virtual ~Listener() = default;
        virtual void attemptOpened(AttemptRun &attempt) = 0;                        // its mode is known
        virtual void attemptEvents(AttemptRun &attempt) = 0;                        // output() has grown
        virtual void attemptBytes(AttemptRun &attempt, std::string_view bytes) = 0; // of a body in mode Passing
        virtual void attemptEnded(AttemptRun &attempt) = 0;                         // error() says how
    };

    enum class Mode {
        Waiting,   // no answer yet
        Holding,   // a body that is small or of unknown length: held back, so that a cut can still become an error
        Passing,   // a large body: bytes as they arrive
        Streaming, // an event stream: frames as they are whole
    };

    // `isGuarded`: another attempt may follow, so an answer is looked at before anything of it goes to the client.
    // `broken`: what the client has of an answer that broke off; this one is to go on from there. May be null.
    AttemptRun(RequestContext &request, routing::PlannedAttempt plan, bool isGuarded, const BrokenStream *broken,
               RequestJournal &journal, Listener &listener);
    ~AttemptRun() override;

    // The error, when the request cannot even be made; then the listener hears nothing.
    // `lines`: where it waits until the provider may serve one more; null: nowhere.
    Result<void> start(net::UpstreamTransport &transport, const ProviderAddresses &addresses, ProviderLines *lines);
    // Ends it from our side. The listener hears nothing.
    void stop(const Error &reason);
    void pause();
    void resume();

    const routing::PlannedAttempt &plan() const { return m_plan; }
    AttemptContext &context() { return m_context; }
    Mode mode() const { return m_mode; }
    int status() const { return m_head.status; }
    std::optional<std::uint64_t> contentLength() const { return m_head.contentLength; }
    net::ResponseHead takeClientHead() { return std::move(m_clientHead); }
    AnswerLane *lane() { return m_lane.get(); }

    LaneOutput &output() { return m_output; } // events that the relay has not taken yet
    const LaneOutput &output() const { return m_output; }
    // Whether the whole body was read for its facts. One that looks like an answer, and that no other attempt would
    // replace, is read when it is on its way to the client.
    bool isRead() const { return m_isRead; }
    std::string &held() { return m_held; } // of a whole body: as the client is to get it, once it ended well
    std::chrono::milliseconds age() const; // since its start
    const std::optional<double> &headroom() const { return m_headroom; } // of the key's rate limits, as the answer says
    const std::optional<std::chrono::milliseconds> &firstContentAfter() const { return m_firstContentAfter; }
    bool hasContent() const { return m_lane && m_lane->hasContent(); }
    bool mustBeginInTime() const { return m_firstTokenLimit.has_value(); } // so that its start is looked at

    const std::optional<Error> &error() const { return m_error; } // of an attempt that has ended
    // Notes what it used and cost, unless that was done at its end: of a body that was read only afterwards.
    void meterOnce();
    const TokenUsage &usage() const { return m_context.request.record.attempts[m_recordIndex].usage; }
    // After an error: held() is the provider's own refusal, and the client understands it.
    bool isRefusalInClientsWords() const { return m_isRefusalInClientsWords; }

    // UpstreamObserver
    void requestSentAgain() override;
    void responseStarted(const net::UpstreamResponseHead &head) override;
    void responseBytes(std::string_view bytes) override;
    void responseFinished() override;
    void responseFailed(const Error &error) override;

private:
    AttemptRecord &record() { return m_context.request.record.attempts[m_recordIndex]; }
    void waitInLine(net::UpstreamRequest request);
    void leaveLine(net::UpstreamTransport &transport);
    void send(net::UpstreamTransport &transport, net::UpstreamRequest request);
    void prepare(net::UpstreamRequest request);
    void takeStep();
    bool asksAgain();
    void sendLater(FollowUp next);
    void dropUpstream();
    Error firstTokenTimedOut() const;
    void watchFirstToken();
    void watchForTheEnd();
    bool looksLikeAnAnswer() const;
    void beginRecord(std::string why);
    void endRecord();
    void meter();
    bool isRefusal() const;
    bool mayPassOn() const;
    void passHeldBytes();
    std::optional<Error> readWholeBody();
    std::optional<Error> errorOfRefusal();
    std::unique_ptr<AnswerLane> makeLane();
    void end(std::optional<Error> error);

    AttemptContext m_context;
    routing::PlannedAttempt m_plan;
    const bool m_isGuarded;
    config::AttemptLimits::Limit m_firstTokenLimit; // of a stream
    const BrokenStream *const m_broken;
    RequestJournal &m_journal;
    Listener &m_listener;
    std::size_t m_recordIndex = 0;
    std::unique_ptr<LinePlace> m_place;             // as long as the provider works for it, or it waits for that
    std::unique_ptr<net::UpstreamRequest> m_inLine; // sent when its turn comes
    std::unique_ptr<QTimer> m_lineTimer;
    net::UpstreamTransport *m_transport = nullptr; // since start(), which it outlives
    std::chrono::milliseconds m_longest{0};        // for all requests of one answer together; 0: no limit
    std::unique_ptr<net::UpstreamExchange> m_upstream;
    Mode m_mode = Mode::Waiting;
    net::UpstreamResponseHead m_head; // its headers only of a refusal
    bool m_isEventStream = false;     // what the provider sends
    net::ResponseHead m_clientHead;
    std::unique_ptr<AnswerLane> m_lane; // from the answer's head on
    LaneOutput m_output;
    std::string m_held;
    std::optional<Error> m_error;
    std::optional<double> m_headroom;
    std::optional<std::chrono::milliseconds> m_firstContentAfter; // of a stream, once there is some
    bool m_isRefusalInClientsWords = false;
    bool m_isPaused = false;
    bool m_isRead = false;
    bool m_isMetered = false;
    bool m_wasSent = false;                    // the whole request, so the provider may have begun
    std::unique_ptr<QTimer> m_firstTokenTimer; // where the target has a limit
    std::unique_ptr<QTimer> m_endTimer;        // of a stream that is complete and stays open
    std::size_t m_framesAtTheEnd = 0;          // that the lane had read when the wait began
};

} // namespace gateway::pipeline
