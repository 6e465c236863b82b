// Puts Bifrost's extra_fields into the chunks of a translated chat stream (bifrost-api §1.4).
#pragma once

#include "gateway/base/clock.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/outer_lane.h"
#include "gateway/translation/framing/sse_codec.h"

#include <memory>

namespace gateway::pipeline {

// Chat chunks on Bifrost's own surface only. Streams that pass through stay byte for byte what the provider sent, and the
// events of Responses stay what strict clients (Codex) expect; both tell the same in their x-bifrost-* headers.
bool wantsExtraFields(const RequestContext &context);

// Attempt and clock outlive it.
class ExtraFieldsLane final : public OuterLane {
public:
    ExtraFieldsLane(std::unique_ptr<AnswerLane> inner, const AttemptContext &attempt, const Clock &clock);

    bool fail(const Error &error, LaneOutput &output) override { return inner().fail(error, output); }
    Result<std::optional<std::string>> translateWhole(std::string_view body, bool isEventStream) override;

private:
    void addEvents(std::string_view events, LaneOutput &output) override;

    const RequestContext &m_context;
    const Clock &m_clock;
    std::string m_sameForAll; // the members that no chunk changes
    translation::SseFrameSplitter m_splitter;
    std::int64_t m_chunkIndex = 0;
};

} // namespace gateway::pipeline
