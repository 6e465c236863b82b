// The lane of equal dialects: bodies and frames go on unchanged, and a tap reads a copy.
#pragma once

#include "gateway/pipeline/answer_lane.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/content_watch.h"
#include "gateway/translation/framing/frame_splitter.h"

#include <memory>

namespace gateway::pipeline {

class PassthroughLane final : public AnswerLane {
public:
    // The attempt outlives it. `isGuarded`: another attempt may follow, so what is wrong with an answer is an error
    // here instead of the client's to find out, and content is looked for.
    PassthroughLane(const AttemptContext &attempt, bool isGuarded);

    void setFraming(translation::FramingKind framing) override { m_splitter = translation::FrameSplitter(framing); }
    std::optional<Error> feed(std::string_view bytes, LaneOutput &output) override;
    std::optional<Error> finish(LaneOutput &output) override;
    bool fail(const Error &error, LaneOutput &output) override;
    Result<std::optional<std::string>> translateWhole(std::string_view body, bool isEventStream) override;
    const translation::AnswerFacts &facts() const override { return m_tap.facts(); }
    bool isComplete() const override;
    bool hasContent() const override { return m_hasContent; }
    std::vector<std::string> takeNotes() override;
    bool translates() const override { return false; }
    bool streamsToClient() const override { return true; } // whatever the provider sends
    std::string_view contentType() const override { return {}; }

private:
    translation::FrameVerdict readFrame(const translation::StreamFrame &frame);
    void lookForContent(const translation::StreamFrame &frame);
    std::optional<Error> errorInside() const; // that the provider told in a stream or a body which looked good
    std::optional<Error> defectInside() const;
    void addEndMark(LaneOutput &output) const;

    const RequestContext &m_context;
    const bool m_isGuarded;
    bool m_hasContent = false;
    std::unique_ptr<ContentWatch> m_watch; // until there is content
    translation::AnswerTap m_tap;
    translation::FrameSplitter m_splitter;
    std::uint64_t m_malformedFrames = 0;
};

} // namespace gateway::pipeline
