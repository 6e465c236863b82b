// The lane of what is forwarded in the client's words: every byte goes on as it came, and what it cost is read beside it.
#pragma once

#include "gateway/pipeline/answer_lane.h"
#include "gateway/translation/framing/frame_splitter.h"

namespace gateway::pipeline {

class ForwardLane final : public AnswerLane {
public:
    // `isFree`: what its answer says of usage was paid before, as that of a stored response.
    explicit ForwardLane(bool isFree) : m_isFree(isFree) {}

    std::optional<Error> feed(std::string_view bytes, LaneOutput &output) override;
    std::optional<Error> finish(LaneOutput &) override { return std::nullopt; } // what is whole only the client knows
    void setFraming(translation::FramingKind framing) override { m_splitter = translation::FrameSplitter(framing); }
    bool hasContent() const override { return m_hasContent; }
    bool fail(const Error &, LaneOutput &) override { return false; } // a cut, as from the provider itself
    Result<std::optional<std::string>> translateWhole(std::string_view body, bool isEventStream) override;
    const translation::AnswerFacts &facts() const override { return m_facts; }
    std::vector<std::string> takeNotes() override { return {}; }
    bool translates() const override { return false; }
    bool streamsToClient() const override { return true; }
    std::string_view contentType() const override { return {}; }

private:
    void forgetUsage();

    const bool m_isFree;
    translation::AnswerFacts m_facts;
    translation::FrameSplitter m_splitter; // of a copy
    bool m_hasContent = false;
};

} // namespace gateway::pipeline
