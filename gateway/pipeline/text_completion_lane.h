// A chat's answer on its way to a client that asked for a legacy completion.
#pragma once

#include "gateway/pipeline/outer_lane.h"
#include "gateway/translation/framing/sse_codec.h"

#include <memory>
#include <string>

namespace gateway::pipeline {

// Says what the inner lane says, OpenAI's chat, as a completion.
class TextCompletionLane final : public OuterLane {
public:
    TextCompletionLane(std::unique_ptr<AnswerLane> inner, std::string echo)
        : OuterLane(std::move(inner)), m_echo(std::move(echo))
    {
    }

    Result<std::optional<std::string>> translateWhole(std::string_view body, bool isEventStream) override;
    bool translates() const override { return true; }

private:
    void addEvents(std::string_view events, LaneOutput &output) override;

    const std::string m_echo;
    bool m_hasEchoed = false;
    translation::SseFrameSplitter m_splitter;
};

} // namespace gateway::pipeline
