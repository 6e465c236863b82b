// The lane of different dialects: the provider's frames become events, and events the client's frames.
#pragma once

#include "gateway/pipeline/answer_lane.h"
#include "gateway/pipeline/translated_exchange.h"
#include "gateway/translation/canonical/stream_continuation.h"
#include "gateway/translation/canonical/stream_event_checker.h"
#include "gateway/translation/framing/frame_splitter.h"

#include <memory>

namespace gateway::pipeline {

class TranslationLane final : public AnswerLane {
public:
    // The exchange outlives it. With a continuation the client's stream goes on where another one broke.
    explicit TranslationLane(TranslatedExchange &exchange,
                             std::unique_ptr<translation::StreamContinuation> continuation = nullptr);
    ~TranslationLane() override;

    void setFraming(translation::FramingKind framing) override { m_splitter = translation::FrameSplitter(framing); }
    std::optional<Error> feed(std::string_view bytes, LaneOutput &output) override;
    std::optional<Error> finish(LaneOutput &output) override;
    bool fail(const Error &error, LaneOutput &output) override;
    Result<std::optional<std::string>> translateWhole(std::string_view body, bool isEventStream) override;
    const translation::AnswerFacts &facts() const override { return m_facts; }
    bool isComplete() const override { return m_decoder && m_decoder->isComplete(); }
    bool hasContent() const override { return m_hasContent; }
    bool hasSpoken() const override { return m_hasSpoken; }
    std::vector<std::string> takeNotes() override;
    bool translates() const override { return true; }
    bool streamsToClient() const override { return m_exchange.request.isStream; }
    std::string_view contentType() const override;

private:
    void decode(std::string_view bytes, translation::StreamEvents &events);
    std::optional<Error> encodeAll(const translation::StreamEvents &events, LaneOutput &output);
    void noteFacts(const translation::StreamEvent &event);
    Result<translation::ChatResponse> readWhole(std::string_view body, bool isEventStream);

    std::optional<Error> encode(const translation::StreamEvent &event, LaneOutput &output);
    translation::ClientStreamEncoder &encoder();

    TranslatedExchange &m_exchange;
    std::unique_ptr<translation::StreamContinuation> m_continuation;
    translation::StreamEvents m_continued; // of one event
    std::unique_ptr<translation::ProviderStreamDecoder> m_decoder;
    std::unique_ptr<translation::ClientStreamEncoder> m_encoder;
    translation::FrameSplitter m_splitter;
    translation::StreamEvents m_events; // of one arrival
    translation::AnswerFacts m_facts;
    bool m_hasContent = false;
    bool m_hasSpoken = false;
    bool m_hasToldFailure = false;
#ifndef NDEBUG
    translation::StreamEventChecker m_checker;
#endif
};

} // namespace gateway::pipeline
