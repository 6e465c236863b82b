// Gemini's stream for clients that do not ask for events: one JSON array whose elements arrive one by one.
#pragma once

#include "gateway/pipeline/outer_lane.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/translation/framing/sse_codec.h"

#include <memory>

namespace gateway::pipeline {

// streamGenerateContent without alt=sse (cloud.google.com/apis/docs/system-parameters). The provider is asked for events
// all the same, because they can be read while they arrive.
bool wantsArray(const RequestContext &context);

// Puts the data of the inner lane's events between brackets.
class ArrayLane final : public OuterLane {
public:
    explicit ArrayLane(std::unique_ptr<AnswerLane> inner) : OuterLane(std::move(inner)) {}

    std::optional<Error> finish(LaneOutput &output) override;
    bool fail(const Error &error, LaneOutput &output) override;
    Result<std::optional<std::string>> translateWhole(std::string_view body, bool isEventStream) override;
    bool translates() const override { return true; }
    std::string_view contentType() const override { return "application/json; charset=UTF-8"; }

private:
    void addEvents(std::string_view events, LaneOutput &output) override;
    void close(LaneOutput &output);

    translation::SseFrameSplitter m_splitter;
    bool m_hasElements = false;
};

} // namespace gateway::pipeline
