// Brings a provider's answer to the client: whole bodies, event streams frame by frame, and what breaks on the way.
#pragma once

#include "gateway/net/http/http_exchange.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/answer_lane.h"
#include "gateway/pipeline/live_feed.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/pipeline/request_journal.h"

#include <memory>
#include <optional>
#include <string>

namespace gateway::pipeline {

class AnswerRelay;

// Owns relays; destroys one when it has ended.
class RelayOwner {
public:
    virtual ~RelayOwner() = default;
    virtual void relayEnded(AnswerRelay &relay) = 0; // the relay may be destroyed inside
};

// Lives on a worker thread: one upstream exchange and one client exchange. Back-pressure goes from the client to the
// provider; either side leaving ends the other.
class AnswerRelay final : public net::UpstreamObserver, public net::ExchangeListener {
public:
    AnswerRelay(std::unique_ptr<RequestContext> context, RequestJournal &journal, LiveFeed &feed, RelayOwner &owner);
    ~AnswerRelay() override;

    void start(net::UpstreamTransport &transport, net::UpstreamRequest request);

    // Cancelled from the window: the client gets an error, or a cut when its answer has begun.
    void cancel();
    const RequestContext &context() const { return *m_context; }
    void showProgress() { m_journal.showProgress(*m_context); }
    void showConversation() { showBytes({}, false); } // to a watch that has just begun

    // UpstreamObserver
    void responseStarted(const net::UpstreamResponseHead &head) override;
    void responseBytes(std::string_view bytes) override;
    void responseFinished() override;
    void responseFailed(const Error &error) override;

    // ExchangeListener
    void clientGone() override;
    void clientDrained() override;

private:
    enum class Mode {
        Waiting,   // no answer yet
        Holding,   // a body that is small or of unknown length: held back, so that a cut can still become an error
        Passing,   // a large body: bytes as they arrive
        Streaming, // an event stream: frames as they are whole
    };

    void beginStream();
    void sendStreamHead();
    void forwardEvents(); // what the lane put out
    void showStreamProgress(bool isFirst);
    void finishStream();
    void sendHeldBytes(); // to the client, whole; ends its exchange
    void keepHeldBytes(); // for a watch and the record; the body is gone after it
    void finishHeldAnswer();
    void finishErrorAnswer();
    void finishTranslatedAnswer();
    void passHeldBytes();
    void refuseHugeAnswer();
    bool mayPassOn() const;

    void keepBytes(std::string_view bytes);
    void keepEvents();
    void noteFirstByte();
    void takeFacts();
    void showBytes(std::string_view bytes, bool isComplete);
    void showEnd();
    void applyBackPressure();

    void endAttempt(int status, const std::optional<Error> &error);
    void answerError(const Error &error);
    void breakStream(const Error &error);
    void end(RequestState state, const std::optional<Error> &error);

    std::unique_ptr<RequestContext> m_context;
    RequestJournal &m_journal;
    LiveFeed &m_feed;
    RelayOwner &m_owner;
    std::unique_ptr<net::UpstreamExchange> m_upstream;
    Mode m_mode = Mode::Waiting;
    net::UpstreamResponseHead m_head;
    bool m_isEventStream = false; // what the provider sends
    net::ResponseHead m_clientHead;
    std::string m_held;                 // the body so far, in mode Holding
    std::string m_kept;                 // the body for the record, in the other modes
    std::unique_ptr<AnswerLane> m_lane; // from the answer's head on
    LaneOutput m_output;                // events of one arrival, sent together
    bool m_isHeadSent = false;          // of a stream
    SteadyTime m_lastShownAt{};
    bool m_isPaused = false;
    std::uint64_t m_shownTicket = 0; // the watch that has seen the answer's beginning
};

} // namespace gateway::pipeline
