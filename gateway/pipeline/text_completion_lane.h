// A chat's answer on its way to a client that asked for a legacy completion.
#pragma once

#include "gateway/pipeline/answer_lane.h"
#include "gateway/translation/framing/sse_codec.h"

#include <memory>
#include <string>

namespace gateway::pipeline {

// Says what the inner lane says, OpenAI's chat, as a completion.
class TextCompletionLane final : public AnswerLane {
public:
    TextCompletionLane(std::unique_ptr<AnswerLane> inner, std::string echo)
        : m_inner(std::move(inner)), m_echo(std::move(echo))
    {
    }

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
    std::string_view contentType() const override { return m_inner->contentType(); }

private:
    void addChunks(std::string_view events, LaneOutput &output);

    std::unique_ptr<AnswerLane> m_inner;
    const std::string m_echo;
    bool m_hasEchoed = false;
    translation::SseFrameSplitter m_splitter;
    LaneOutput m_events; // of the inner lane
};

} // namespace gateway::pipeline
