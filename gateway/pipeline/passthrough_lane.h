// The lane of equal dialects: bodies and frames go on unchanged, and a tap reads a copy.
#pragma once

#include "gateway/pipeline/answer_lane.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/translation/framing/sse_codec.h"

namespace gateway::pipeline {

class PassthroughLane final : public AnswerLane {
public:
    explicit PassthroughLane(const RequestContext &context); // the context outlives it

    std::optional<Error> feed(std::string_view bytes, LaneOutput &output) override;
    std::optional<Error> finish(LaneOutput &output) override;
    bool fail(const Error &error, LaneOutput &output) override;
    Result<std::optional<std::string>> translateWhole(std::string_view body, bool isEventStream) override;
    const translation::AnswerFacts &facts() const override { return m_tap.facts(); }
    std::vector<std::string> takeNotes() override;
    bool translates() const override { return false; }
    bool streamsToClient() const override { return true; } // whatever the provider sends
    std::string_view contentType() const override { return {}; }

private:
    const RequestContext &m_context;
    translation::AnswerTap m_tap;
    translation::SseFrameSplitter m_splitter;
    std::uint64_t m_malformedFrames = 0;
};

} // namespace gateway::pipeline
