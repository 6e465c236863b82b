// Puts Bifrost's extra_fields into the chunks of a translated chat stream (bifrost-api §1.4).
#pragma once

#include "gateway/base/clock.h"
#include "gateway/pipeline/answer_lane.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/translation/framing/sse_codec.h"

#include <memory>

namespace gateway::pipeline {

// Chat chunks on Bifrost's own surface only. Streams that pass through stay byte for byte what the provider sent, and the
// events of Responses stay what strict clients (Codex) expect; both tell the same in their x-bifrost-* headers.
bool wantsExtraFields(const RequestContext &context);

// Attempt and clock outlive it.
class ExtraFieldsLane final : public AnswerLane {
public:
    ExtraFieldsLane(std::unique_ptr<AnswerLane> inner, const AttemptContext &attempt, const Clock &clock);

    std::optional<Error> feed(std::string_view bytes, LaneOutput &output) override;
    std::optional<Error> finish(LaneOutput &output) override;
    bool fail(const Error &error, LaneOutput &output) override { return m_inner->fail(error, output); }
    void setFraming(translation::FramingKind framing) override { m_inner->setFraming(framing); }
    bool hasContent() const override { return m_inner->hasContent(); }
    bool hasSpoken() const override { return m_inner->hasSpoken(); }
    Result<std::optional<std::string>> translateWhole(std::string_view body, bool isEventStream) override;
    const translation::AnswerFacts &facts() const override { return m_inner->facts(); }
    bool isComplete() const override { return m_inner->isComplete(); }
    std::vector<std::string> takeNotes() override { return m_inner->takeNotes(); }
    bool translates() const override { return m_inner->translates(); }
    bool streamsToClient() const override { return m_inner->streamsToClient(); }
    std::string_view contentType() const override { return m_inner->contentType(); }

private:
    void addChunks(std::string_view events, LaneOutput &output);

    std::unique_ptr<AnswerLane> m_inner;
    const RequestContext &m_context;
    const Clock &m_clock;
    std::string m_sameForAll; // the members that no chunk changes
    translation::SseFrameSplitter m_splitter;
    LaneOutput m_events; // of the inner lane
    std::int64_t m_chunkIndex = 0;
};

} // namespace gateway::pipeline
