// Gemini's stream for clients that do not ask for events: one JSON array whose elements arrive one by one.
#pragma once

#include "gateway/pipeline/answer_lane.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/translation/framing/sse_codec.h"

#include <memory>

namespace gateway::pipeline {

// streamGenerateContent without alt=sse (cloud.google.com/apis/docs/system-parameters). The provider is asked for events
// all the same, because they can be read while they arrive.
bool wantsArray(const RequestContext &context);

// Puts the data of the inner lane's events between brackets.
class ArrayLane final : public AnswerLane {
public:
    explicit ArrayLane(std::unique_ptr<AnswerLane> inner) : m_inner(std::move(inner)) {}

    std::optional<Error> feed(std::string_view bytes, LaneOutput &output) override;
    std::optional<Error> finish(LaneOutput &output) override;
    bool fail(const Error &error, LaneOutput &output) override;
    void setFraming(translation::FramingKind framing) override { m_inner->setFraming(framing); }
    bool hasContent() const override { return m_inner->hasContent(); }
    Result<std::optional<std::string>> translateWhole(std::string_view body, bool isEventStream) override;
    const translation::AnswerFacts &facts() const override { return m_inner->facts(); }
    bool isComplete() const override { return m_inner->isComplete(); }
    std::vector<std::string> takeNotes() override { return m_inner->takeNotes(); }
    bool translates() const override { return true; }
    bool streamsToClient() const override { return m_inner->streamsToClient(); }
    std::string_view contentType() const override { return "application/json; charset=UTF-8"; }

private:
    void addElements(std::string_view events, LaneOutput &output);
    void close(LaneOutput &output);

    std::unique_ptr<AnswerLane> m_inner;
    translation::SseFrameSplitter m_splitter;
    LaneOutput m_events; // of the inner lane
    bool m_hasElements = false;
};

} // namespace gateway::pipeline
