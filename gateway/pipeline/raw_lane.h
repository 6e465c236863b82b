// The lane of raw forwarding: every byte goes on as it came, and a tap reads a copy where the path tells the dialect.
#pragma once

#include "gateway/pipeline/answer_lane.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/translation/framing/frame_splitter.h"

#include <optional>

namespace gateway::pipeline {

class RawLane final : public AnswerLane {
public:
    explicit RawLane(const RequestContext &context);

    std::optional<Error> feed(std::string_view bytes, LaneOutput &output) override;
    std::optional<Error> finish(LaneOutput &) override { return std::nullopt; } // what is whole only the client knows
    void setFraming(translation::FramingKind framing) override { m_splitter = translation::FrameSplitter(framing); }
    bool hasContent() const override { return m_hasContent; }
    bool fail(const Error &, LaneOutput &) override { return false; } // a cut, as from the provider itself
    Result<std::optional<std::string>> translateWhole(std::string_view body, bool isEventStream) override;
    const translation::AnswerFacts &facts() const override { return m_tap ? m_tap->facts() : m_noFacts; }
    std::vector<std::string> takeNotes() override { return {}; }
    bool translates() const override { return false; }
    bool streamsToClient() const override { return true; }
    std::string_view contentType() const override { return {}; }

private:
    std::optional<translation::AnswerTap> m_tap;
    translation::AnswerFacts m_noFacts;
    translation::FrameSplitter m_splitter; // of the tap's copy
    bool m_hasContent = false;
};

} // namespace gateway::pipeline
